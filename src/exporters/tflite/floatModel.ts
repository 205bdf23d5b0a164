// A graph as a .tflite model with float32 input, output and activations. Weights are float32, float16 (widened when the
// model is loaded), 8-bit or 4-bit integers with activations quantized on the fly ("dynamic range").
import { toFloat16Bits } from '../../graph/float16';
import { isWeighted, type ExportGraph, type WeightedNode } from '../../graph/graph';
import { hasInt4Kernel } from '../../graph/int8Graph';
import { packInt4, quantizeWeights } from '../../graph/weightQuantization';
import type { TfliteModel } from '../formats/tflite';
import { rawBytes, TfliteAssembly } from './assemble';
import {
  dequantize,
  plainOperator,
  weightedOperator,
  weightLayout,
  weightPlace,
  type Arithmetic,
} from './operators';

export type FloatWeights = 'float32' | 'float16' | 'int8' | 'int4';

/** Kernels that take integer weights beside float activations; the others get their weights widened. */
const hasHybridKernel = (node: WeightedNode): boolean => node.kind === 'dense' || node.kind === 'conv2d';

function float16Constant(
  a: TfliteAssembly,
  name: string,
  shape: readonly number[],
  values: Float32Array,
): number {
  const half = a.constant(`${name}/float16`, shape, 'float16', rawBytes(toFloat16Bits(values)));
  return a.operator(dequantize('float16'), [half], a.constantLike(name, shape));
}

/** Index of the weight tensor as the node's operator reads it. */
function weightTensor(a: TfliteAssembly, node: WeightedNode, kind: FloatWeights): number {
  const { shape, axis } = weightLayout(node);
  const name = `${node.name}/weights`;
  const place = weightPlace(node);
  const weights = place ? node.weights.map((_, at) => node.weights[place(at)]) : node.weights;
  if (kind === 'float16') return float16Constant(a, name, shape, weights);
  // Factors of a batch norm are few; they stay as they are.
  if (kind === 'float32' || node.kind === 'scaleShift') {
    return a.constant(name, shape, 'float32', rawBytes(weights));
  }
  const bits = kind === 'int4' && hasInt4Kernel(node) ? 4 : 8;
  const { values: integers, scales } = quantizeWeights(node, bits);
  const values = place ? integers.map((_, at) => integers[place(at)]) : integers;
  const data = bits === 4 ? packInt4(values) : rawBytes(values);
  const quantization = { scales, zeroPoint: 0, axis };
  if (hasHybridKernel(node)) return a.constant(name, shape, bits === 4 ? 'int4' : 'int8', data, quantization);
  const packed = a.constant(`${name}/int8`, shape, 'int8', data, quantization);
  return a.operator(dequantize('int8'), [packed], a.constantLike(name, shape));
}

function arithmeticOf(node: WeightedNode, kind: FloatWeights): Arithmetic {
  if (kind === 'float32' || kind === 'float16' || !hasHybridKernel(node)) return 'float';
  return kind === 'int4' ? 'int4' : 'hybrid';
}

/** The model; its tensors are called `latent` and `image`, or `image` and `logit`. */
export function floatTfliteModel(
  graph: ExportGraph,
  kind: FloatWeights,
  names: { readonly input: string; readonly output: string },
): TfliteModel {
  const a = new TfliteAssembly();
  const input = a.value(names.input, graph.input, 'float32');
  let at = input;
  for (const [index, node] of graph.nodes.entries()) {
    const weights: number[] = [];
    if (isWeighted(node)) {
      weights.push(weightTensor(a, node, kind));
      const bias = `${node.name}/bias`;
      const shape = [node.bias.length];
      weights.push(
        kind === 'float16'
          ? float16Constant(a, bias, shape, node.bias)
          : a.constant(bias, shape, 'float32', rawBytes(node.bias)),
      );
    }
    const last = index === graph.nodes.length - 1;
    const operands = a.operands(node, at, weights);
    const output = a.value(last ? names.output : node.name, node.output, 'float32');
    const operator = isWeighted(node)
      ? weightedOperator(node, arithmeticOf(node, kind))
      : plainOperator(node, 'float');
    at = a.operator(operator, operands, output);
  }
  return a.finish(`${graph.name}, ${kind} weights, by Ganvas`, input, at);
}
