// A graph as a .tflite model with float32 input, output and activations. Weights are float32, float16 (widened when the
// model is loaded), 8-bit or 4-bit integers with activations quantized on the fly ("dynamic range").
import { toFloat16Bits } from '../../graph/float16';
import { valueOf } from '../../graph/edges';
import {
  applyRule,
  isWeighted,
  type ExportGraph,
  type GraphKind,
  type GraphNode,
  type Rules,
  type WeightedNode,
} from '../../graph/graph';
import { hasInt4Kernel } from '../../graph/int8Graph';
import { kernelLayout, toPlace } from '../../graph/kernelLayouts';
import { packInt4, quantizeWeights } from '../../graph/weightQuantization';
import type { TfliteModel } from '../formats/tflite';
import { rawBytes, TfliteAssembly, type TfliteSettings } from './assemble';
import { dequantize } from './codes';
import { writeNode } from './operators';
import { addsBias, type Arithmetic } from './site';
import { inputNames, outputNames, type PortNames } from '../ports';

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
  const { shape, outputAxis: axis } = kernelLayout(node, 'tflite');
  const name = `${node.name}/weights`;
  const weights = toPlace(node, node.weights, 'tflite');
  if (kind === 'float16') return float16Constant(a, name, shape, weights);
  // Factors of a batch norm are few; they stay as they are.
  if (kind === 'float32' || node.kind === 'scaleShift') {
    return a.constant(name, shape, 'float32', rawBytes(weights));
  }
  const bits = kind === 'int4' && hasInt4Kernel(node) ? 4 : 8;
  const { values: integers, scales } = quantizeWeights(node, bits);
  const values = toPlace(node, integers, 'tflite');
  const data = bits === 4 ? packInt4(values) : rawBytes(values);
  const quantization = { scales, zeroPoint: 0, axis };
  if (hasHybridKernel(node)) return a.constant(name, shape, bits === 4 ? 'int4' : 'int8', data, quantization);
  const packed = a.constant(`${name}/int8`, shape, 'int8', data, quantization);
  return a.operator(dequantize('int8'), [packed], a.constantLike(name, shape));
}

function arithmeticOf(node: GraphNode, kind: FloatWeights): Arithmetic {
  if (kind === 'float32' || kind === 'float16' || !isWeighted(node) || !hasHybridKernel(node)) return 'float';
  return kind === 'int4' ? 'int4' : 'hybrid';
}

/** Few numbers: they are halved in float16 files and stay as they are in all others. */
function parameter(
  a: TfliteAssembly,
  name: string,
  shape: readonly number[],
  values: Float32Array,
  kind: FloatWeights,
): number {
  if (kind === 'float16') return float16Constant(a, name, shape, values);
  return a.constant(name, shape, 'float32', rawBytes(values));
}

function weightTensors(node: WeightedNode, a: TfliteAssembly, kind: FloatWeights): number[] {
  const weights = weightTensor(a, node, kind);
  const [bias, shape] = [`${node.name}/bias`, [node.bias.length]];
  if (kind === 'float16') return [weights, float16Constant(a, bias, shape, node.bias)];
  return [weights, a.constant(bias, shape, 'float32', rawBytes(node.bias))];
}

const none = (): number[] => [];

/** Tensors of what a node holds beside what it reads. */
const PARAMETERS: Rules<GraphKind, [a: TfliteAssembly, kind: FloatWeights], number[]> = {
  dense: weightTensors,
  conv2d: weightTensors,
  depthwiseConv2d: weightTensors,
  conv2dTranspose: weightTensors,
  scaleShift: weightTensors,
  prelu({ name, output, slopes }, a, kind) {
    const shape = [...output.slice(0, -1).map(() => 1), slopes.length];
    return [parameter(a, `${name}/slopes`, shape, slopes, kind)];
  },
  exampleNorm: ({ name, gamma, beta }, a, kind) => [
    parameter(a, `${name}/gamma`, [gamma.length], gamma, kind),
    parameter(a, `${name}/beta`, [beta.length], beta, kind),
  ],
  embedding: ({ name, output: [units], table }, a, kind) => [
    parameter(a, `${name}/table`, [table.length / units, units], table, kind),
  ],
  pixelNorm: none,
  upsample: none,
  reshape: none,
  zeroPad: none,
  reflectionPad: none,
  crop: none,
  resize: none,
  averagePool: none,
  maxPool: none,
  add: none,
  concat: none,
  softmax: none,
  relu: none,
  leakyRelu: none,
  curve: none,
};

/** The model; one input and one output have the names of `ports`. */
export function floatTfliteModel(
  graph: ExportGraph,
  kind: FloatWeights,
  ports: PortNames,
  settings?: TfliteSettings,
): TfliteModel {
  const a = new TfliteAssembly(settings);
  const shown = new Map(outputNames(graph, ports).map((name, i) => [graph.outputs[i], name]));
  const names = inputNames(graph, ports);
  const tensors = new Map(
    graph.inputs.map(({ name, shape }, i) => [name, a.value(names[i], shape, 'float32')]),
  );
  for (const node of graph.nodes) {
    const weights = applyRule(PARAMETERS, node, a, kind);
    writeNode(node, {
      a,
      weights,
      inputs: node.from.map((name) => valueOf(tensors, name)),
      arithmetic: arithmeticOf(node, kind),
      toOutputScale: (input) => input,
      like: (name, shape) => a.value(name, shape, 'float32'),
      beforeBias: addsBias(node, a.settings)
        ? () => a.value(`${node.name}/sum`, node.output, 'float32')
        : undefined,
      output: () => {
        const made = a.value(shown.get(node.name) ?? node.name, node.output, 'float32');
        tensors.set(node.name, made);
        return made;
      },
    });
  }
  const ends = (values: readonly string[]): number[] => values.map((name) => valueOf(tensors, name));
  const inputs = ends(graph.inputs.map(({ name }) => name));
  return a.finish(`${graph.name}, ${kind} weights, by Ganvas`, inputs, ends(graph.outputs));
}
