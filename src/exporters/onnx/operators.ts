// What each kind of node is in ONNX; images are channels first there. Numbers keep their channels-last order across a
// reshape, so images turn round before and after it.
import {
  applyRule,
  isWeighted,
  type GraphKind,
  type GraphNode,
  type NodeOf,
  type Rules,
} from '../../graph/graph';
import { paddingOf } from '../../graph/windows';
import { EXAMPLE_NORM_EPSILON, PIXEL_NORM_EPSILON, type Shape } from '../../core/network';
import type { OnnxAttribute } from '../formats/onnx';
import { bytesOf, type OnnxAssembly } from './assemble';
import { writeCurve } from './curves';

export const isImage = (shape: Shape): boolean => shape.length === 3;

/** Where a node is written: operands (what it reads, then weights and bias) and the name of what it makes. */
type Site = readonly [a: OnnxAssembly, inputs: readonly string[], output: string];

const plain =
  (op: string) =>
  (_: GraphNode, ...[a, inputs, output]: Site): void => {
    a.op(op, inputs, output);
  };

function windowOf(
  node: NodeOf<'conv2d' | 'depthwiseConv2d' | 'conv2dTranspose' | 'averagePool' | 'maxPool'>,
): Record<string, OnnxAttribute> {
  const { top, left, bottom, right } = paddingOf(node);
  return { kernel_shape: [...node.kernel], strides: [...node.stride], pads: [top, left, bottom, right] };
}

/** Shape of one number for each channel, next to a value without its batch. */
const perChannel = ({ output }: GraphNode): number[] =>
  isImage(output) ? [output[2], 1, 1] : [output[output.length - 1]];

/** Mean, variance and what follows, one operation each: what there is by name comes with later sets of operations. */
function writeNorm(node: NodeOf<'exampleNorm'>, ...[a, [input], output]: Site): void {
  const axes = node.output.map((_, i) => i + 1);
  // Channels are the first axis of an image, and the last of a vector.
  const own = isImage(node.output) ? [2, 3] : [];
  const over = { axes: node.over === 'layer' ? axes : own, keepdims: 1 };
  const held = (what: string, shape: readonly number[], values: Float32Array): string =>
    a.values(`${output}/${what}`, shape, values);
  const step = (op: string, inputs: readonly string[], what: string): string =>
    a.op(op, inputs, `${output}/${what}`);
  const mean = a.op('ReduceMean', [input], `${output}/mean`, over);
  const centred = step('Sub', [input, mean], 'centred');
  const squares = step('Mul', [centred, centred], 'squares');
  const variance = a.op('ReduceMean', [squares], `${output}/variance`, over);
  const epsilon = a.number(`${output}/epsilon`, EXAMPLE_NORM_EPSILON);
  const deviation = step('Sqrt', [step('Add', [variance, epsilon], 'raised')], 'deviation');
  const normal = step('Div', [centred, deviation], 'normal');
  const scaled = step('Mul', [normal, held('gamma', perChannel(node), node.gamma)], 'scaled');
  a.op('Add', [scaled, held('beta', perChannel(node), node.beta)], output);
}

function writePixelNorm(_: NodeOf<'pixelNorm'>, ...[a, [input], output]: Site): void {
  const step = (op: string, inputs: readonly string[], what: string): string =>
    a.op(op, inputs, `${output}/${what}`);
  const squares = step('Mul', [input, input], 'squares');
  // Channels are the first axis of an image, and the last of a vector.
  const mean = a.op('ReduceMean', [squares], `${output}/mean`, { axes: [1], keepdims: 1 });
  const epsilon = a.number(`${output}/epsilon`, PIXEL_NORM_EPSILON);
  const size = step('Sqrt', [step('Add', [mean, epsilon], 'raised')], 'size');
  a.op('Div', [input, size], output);
}

const RULES: Rules<GraphKind, Site, void> = {
  dense: (_, a, inputs, output) => void a.op('Gemm', inputs, output, { transB: 1 }),
  conv2d: (node, a, inputs, output) => void a.op('Conv', inputs, output, windowOf(node)),
  depthwiseConv2d: (node, a, inputs, output) => {
    const group = node.bias.length;
    a.op('Conv', inputs, output, group > 1 ? { ...windowOf(node), group } : windowOf(node));
  },
  conv2dTranspose: (node, a, inputs, output) => {
    // Where the stride is larger than the kernel, the last rows come from no input.
    const extra = node.stride.map((step, axis) => Math.max(0, step - node.kernel[axis]));
    a.op('ConvTranspose', inputs, output, { ...windowOf(node), output_padding: extra });
  },
  scaleShift: (node, a, inputs, output) =>
    void a.op('Conv', inputs, output, { kernel_shape: [1, 1], group: node.bias.length }),
  upsample: (_, a, [input], output) => {
    const scales = a.constant(`${output}/scales`, [4], 'float', bytesOf(Float32Array.of(1, 1, 2, 2)));
    const attributes = {
      mode: 'nearest',
      coordinate_transformation_mode: 'asymmetric',
      nearest_mode: 'floor',
    };
    a.op('Resize', [input, '', scales], output, attributes);
  },
  zeroPad: ({ top, bottom, left, right }, a, [input], output) => {
    const pads = a.int64(`${output}/pads`, [0, 0, top, left, 0, 0, bottom, right]);
    a.op('Pad', [input, pads], output);
  },
  reshape: (node, a, [input], output) => {
    const from = isImage(node.inputs[0])
      ? a.op('Transpose', [input], `${output}/last`, { perm: [0, 2, 3, 1] })
      : input;
    const shape = a.int64(`${output}/shape`, [-1, ...node.output]);
    if (!isImage(node.output)) a.op('Reshape', [from, shape], output);
    else {
      a.op('Reshape', [from, shape], `${output}/image`);
      a.op('Transpose', [`${output}/image`], output, { perm: [0, 3, 1, 2] });
    }
  },
  reflectionPad: ({ top, bottom, left, right }, a, [input], output) => {
    const pads = a.int64(`${output}/pads`, [0, 0, top, left, 0, 0, bottom, right]);
    a.op('Pad', [input, pads], output, { mode: 'reflect' });
  },
  crop: ({ top, left, output: [height, width] }, a, [input], output) => {
    const starts = a.int64(`${output}/starts`, [top, left]);
    const ends = a.int64(`${output}/ends`, [top + height, left + width]);
    a.op('Slice', [input, starts, ends, a.int64(`${output}/axes`, [2, 3])], output);
  },
  resize: ({ inputs: [[h, w]], output: [height, width] }, a, [input], output) => {
    const factors = Float32Array.of(1, 1, height / h, width / w);
    const scales = a.constant(`${output}/scales`, [4], 'float', bytesOf(factors));
    const attributes = { mode: 'linear', coordinate_transformation_mode: 'half_pixel' };
    a.op('Resize', [input, '', scales], output, attributes);
  },
  averagePool: (node, a, inputs, output) => void a.op('AveragePool', inputs, output, windowOf(node)),
  maxPool: (node, a, inputs, output) => void a.op('MaxPool', inputs, output, windowOf(node)),
  add: plain('Add'),
  concat: (_, a, inputs, output) => void a.op('Concat', inputs, output, { axis: 1 }),
  softmax: (_, a, inputs, output) => void a.op('Softmax', inputs, output, { axis: 1 }),
  prelu: (node, a, [input], output) => {
    const slopes = a.values(`${output}/slopes`, perChannel(node), node.slopes);
    a.op('PRelu', [input, slopes], output);
  },
  exampleNorm: writeNorm,
  pixelNorm: writePixelNorm,
  embedding: ({ table, output: [units] }, a, [input], output) => {
    const rows = a.values(`${output}/table`, [table.length / units, units], table);
    a.op('Cast', [input], `${output}/class`, { to: 7 });
    a.op('Gather', [rows, `${output}/class`], `${output}/row`, { axis: 0 });
    a.op('Reshape', [`${output}/row`, a.int64(`${output}/shape`, [-1, units])], output);
  },
  leakyRelu: ({ alpha }, a, inputs, output) =>
    void a.op('LeakyRelu', inputs, output, { alpha: { float: alpha } }),
  relu: plain('Relu'),
  curve: writeCurve,
};

/** Appends a node. @returns the name of its value, which is the node's */
export function writeNode(
  node: GraphNode,
  a: OnnxAssembly,
  inputs: readonly string[],
  weights: readonly string[],
): string {
  const { name } = node;
  const relu = isWeighted(node) && node.relu;
  const output = relu ? `${name}/sum` : name;
  applyRule(RULES, node, a, [...inputs, ...weights], output);
  return relu ? a.op('Relu', [output], name) : name;
}
