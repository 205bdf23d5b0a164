// A graph as an ONNX model: channels first inside, as ONNX has it, channels last at its input and output, as everywhere
// here; any batch. Weights float32 or float16, or int8 with quantized activations ("QDQ").
import { transpose } from '../../graph/buildGraph';
import type { Affine } from '../../graph/calibration';
import { samePadding, type Shape } from '../../core/network';
import { toFloat16Bits } from '../../graph/float16';
import { isWeighted, type ExportGraph, type GraphNode, type WeightedNode } from '../../graph/graph';
import { isInt8Weighted, type Int8Graph, type Int8Weighted } from '../../graph/int8Graph';
import type { OnnxAttribute, OnnxModel, OnnxNode, OnnxTensor, OnnxType } from '../formats/onnx';

export type OnnxWeights = 'float32' | 'float16';

const bytesOf = (values: Float32Array | Uint16Array | Int8Array | Int32Array | BigInt64Array): Uint8Array =>
  new Uint8Array(values.buffer, values.byteOffset, values.byteLength);

const isImage = (shape: Shape): boolean => shape.length === 3;

/** Shape of a node's weights here and the order of axes that ONNX wants, with the axis of output channels there. */
function layout(node: WeightedNode): { shape: number[]; order: number[]; axis: number } {
  const outputs = node.bias.length;
  switch (node.kind) {
    case 'dense':
      return { shape: [outputs, node.weights.length / outputs], order: [0, 1], axis: 0 };
    case 'conv2d':
      return { shape: [outputs, node.kernel, node.kernel, node.input[2]], order: [0, 3, 1, 2], axis: 0 };
    case 'conv2dTranspose':
      return { shape: [outputs, node.kernel, node.kernel, node.input[2]], order: [3, 0, 1, 2], axis: 1 };
    case 'depthwiseConv2d':
      return { shape: [outputs, 1, node.kernel, node.kernel], order: [0, 1, 2, 3], axis: 0 };
    case 'scaleShift':
      return { shape: [outputs, 1, 1, 1], order: [0, 1, 2, 3], axis: 0 };
  }
}

class OnnxAssembly {
  readonly nodes: OnnxNode[] = [];
  readonly tensors: OnnxTensor[] = [];

  constant(name: string, shape: readonly number[], type: OnnxType, data: Uint8Array): string {
    this.tensors.push({ name, shape, type, data });
    return name;
  }

  int64(name: string, values: readonly number[]): string {
    return this.constant(name, [values.length], 'int64', bytesOf(BigInt64Array.from(values, BigInt)));
  }

  op(
    op: string,
    inputs: readonly string[],
    output: string,
    attributes?: Record<string, OnnxAttribute>,
  ): string {
    this.nodes.push({ op, inputs, outputs: [output], attributes });
    return output;
  }

  /** Float values in the precision asked for; halves are widened by the model itself. */
  values(name: string, shape: readonly number[], values: Float32Array, kind: OnnxWeights): string {
    if (kind === 'float32') return this.constant(name, shape, 'float', bytesOf(values));
    const half = this.constant(`${name}/half`, shape, 'float16', bytesOf(toFloat16Bits(values)));
    return this.op('Cast', [half], name, { to: 1 });
  }

  /** Integers with one scale per index of `axis`, or one for all. */
  integers(
    name: string,
    shape: readonly number[],
    data: Int8Array | Int32Array,
    scales: Float32Array,
    axis: number,
  ): string {
    const type = data instanceof Int8Array ? 'int8' : 'int32';
    const scaleShape = scales.length === 1 ? [] : [scales.length];
    const zeros = data instanceof Int8Array ? new Int8Array(scales.length) : new Int32Array(scales.length);
    const operands = [
      this.constant(`${name}/integers`, shape, type, bytesOf(data)),
      this.constant(`${name}/scale`, scaleShape, 'float', bytesOf(scales)),
      this.constant(`${name}/zero`, scaleShape, type, bytesOf(zeros)),
    ];
    return this.op('DequantizeLinear', operands, name, { axis });
  }

  /** Rounds an activation to int8 and back; runtimes join such pairs with the operation between them. */
  rounded(value: string, { scale, zeroPoint }: Affine): string {
    const range = [
      this.constant(`${value}/scale`, [], 'float', bytesOf(Float32Array.of(scale))),
      this.constant(`${value}/zero`, [], 'int8', bytesOf(Int8Array.of(zeroPoint))),
    ];
    this.op('QuantizeLinear', [value, ...range], `${value}/int8`);
    return this.op('DequantizeLinear', [`${value}/int8`, ...range], `${value}/rounded`);
  }

  weights(node: WeightedNode, kind: OnnxWeights): string[] {
    const { shape, order } = layout(node);
    const values = transpose(node.weights, shape, order);
    return [
      this.values(
        `${node.name}/weights`,
        order.map((axis) => shape[axis]),
        values,
        kind,
      ),
      this.values(`${node.name}/bias`, [node.bias.length], node.bias, kind),
    ];
  }

  int8Weights(q: Int8Weighted): string[] {
    const { shape, order, axis } = layout(q.node);
    const moved = Int8Array.from(transpose(Float32Array.from(q.weights), shape, order));
    const biasScales = q.scales.map((scale) => scale * q.input.scale);
    const sides = order.map((a) => shape[a]);
    return [
      this.integers(`${q.node.name}/weights`, sides, moved, q.scales, axis),
      this.integers(`${q.node.name}/bias`, [q.bias.length], q.bias, biasScales, 0),
    ];
  }

  /** One node of the graph; images are channels first. */
  node(node: GraphNode, input: string, weights: readonly string[]): string {
    const { name } = node;
    const relu = isWeighted(node) && node.relu;
    const output = relu ? `${name}/sum` : name;
    this.#compute(node, [input, ...weights], output);
    return relu ? this.op('Relu', [output], name) : name;
  }

  #compute(node: GraphNode, inputs: readonly string[], output: string): void {
    switch (node.kind) {
      case 'dense':
        this.op('Gemm', inputs, output, { transB: 1 });
        break;
      case 'depthwiseConv2d':
      case 'conv2d': {
        const { kernel, stride } = node;
        const sides = [0, 1].map((axis) =>
          node.kind === 'depthwiseConv2d' || node.padding === 'same'
            ? samePadding(node.input[axis], kernel, stride)
            : [0, 0],
        );
        const pads = [sides[0][0], sides[1][0], sides[0][1], sides[1][1]];
        const group = node.kind === 'depthwiseConv2d' ? node.bias.length : 1;
        const attributes = { kernel_shape: [kernel, kernel], strides: [stride, stride], pads };
        this.op('Conv', inputs, output, group > 1 ? { ...attributes, group } : attributes);
        break;
      }
      case 'conv2dTranspose': {
        const { kernel, stride } = node;
        const sides = [0, 1].map((axis) => samePadding(node.output[axis], kernel, stride));
        const pads = [sides[0][0], sides[1][0], sides[0][1], sides[1][1]];
        // Where the stride is larger than the kernel, the last rows come from no input.
        const extra = Math.max(0, stride - kernel);
        this.op('ConvTranspose', inputs, output, {
          kernel_shape: [kernel, kernel],
          strides: [stride, stride],
          pads,
          output_padding: [extra, extra],
        });
        break;
      }
      case 'scaleShift':
        this.op('Conv', inputs, output, { kernel_shape: [1, 1], group: node.bias.length });
        break;
      case 'upsample': {
        const scales = this.constant(`${output}/scales`, [4], 'float', bytesOf(Float32Array.of(1, 1, 2, 2)));
        const attributes = {
          mode: 'nearest',
          coordinate_transformation_mode: 'asymmetric',
          nearest_mode: 'floor',
        };
        this.op('Resize', [inputs[0], '', scales], output, attributes);
        break;
      }
      case 'zeroPad': {
        const { top, bottom, left, right } = node;
        this.op(
          'Pad',
          [inputs[0], this.int64(`${output}/pads`, [0, 0, top, left, 0, 0, bottom, right])],
          output,
        );
        break;
      }
      case 'reshape':
        this.#reshape(node, inputs[0], output);
        break;
      case 'leakyRelu':
        this.op('LeakyRelu', inputs, output, { alpha: { float: node.alpha } });
        break;
      case 'relu':
        this.op('Relu', inputs, output);
        break;
      case 'tanh':
        this.op('Tanh', inputs, output);
        break;
      case 'sigmoid':
        this.op('Sigmoid', inputs, output);
        break;
    }
  }

  /** Numbers keep their channels-last order across a reshape, so images turn round before and after it. */
  #reshape(node: GraphNode, input: string, output: string): void {
    const from = isImage(node.input)
      ? this.op('Transpose', [input], `${output}/last`, { perm: [0, 2, 3, 1] })
      : input;
    const shape = this.int64(`${output}/shape`, [-1, ...node.output]);
    if (!isImage(node.output)) this.op('Reshape', [from, shape], output);
    else {
      this.op('Reshape', [from, shape], `${output}/image`);
      this.op('Transpose', [`${output}/image`], output, { perm: [0, 3, 1, 2] });
    }
  }
}

/** Walks the graph with `weightsOf` and, where given, `round` after every node. */
function assemble(
  graph: ExportGraph,
  names: { readonly input: string; readonly output: string },
  weightsOf: (a: OnnxAssembly, index: number, node: WeightedNode) => string[],
  round?: (a: OnnxAssembly, index: number, value: string) => string,
): OnnxModel {
  const a = new OnnxAssembly();
  let at = names.input;
  if (isImage(graph.input)) at = a.op('Transpose', [at], 'channelsFirst', { perm: [0, 3, 1, 2] });
  if (round) at = round(a, -1, at);
  for (const [index, node] of graph.nodes.entries()) {
    at = a.node(node, at, isWeighted(node) ? weightsOf(a, index, node) : []);
    if (round) at = round(a, index, at);
  }
  if (isImage(graph.output)) a.op('Transpose', [at], names.output, { perm: [0, 2, 3, 1] });
  else a.op('Identity', [at], names.output);
  return {
    name: graph.name,
    nodes: a.nodes,
    tensors: a.tensors,
    inputs: [{ name: names.input, shape: ['batch', ...graph.input] }],
    outputs: [{ name: names.output, shape: ['batch', ...graph.output] }],
  };
}

interface PortNames {
  readonly input: string;
  readonly output: string;
}

/** The model with float32 arithmetic. */
export const floatOnnxModel = (graph: ExportGraph, kind: OnnxWeights, names: PortNames): OnnxModel =>
  assemble(graph, names, (a, _, node) => a.weights(node, kind));

/** The model with int8 weights and every activation rounded to int8; input and output stay float32. */
export function int8OnnxModel(q: Int8Graph, names: PortNames): OnnxModel {
  const copies = (index: number): boolean => {
    const kind = q.graph.nodes[index]?.kind;
    return kind === 'reshape' || kind === 'upsample' || kind === 'zeroPad';
  };
  return assemble(
    q.graph,
    names,
    (a, index, node) => {
      const item = q.nodes[index];
      return isInt8Weighted(item) ? a.int8Weights(item) : a.weights(node, 'float32');
    },
    (a, index, value) =>
      copies(index) ? value : a.rounded(value, index < 0 ? q.input : q.nodes[index].output),
  );
}
