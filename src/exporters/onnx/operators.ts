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
import type { Shape } from '../../core/network';
import type { OnnxAttribute } from '../formats/onnx';
import { bytesOf, type OnnxAssembly } from './assemble';

export const isImage = (shape: Shape): boolean => shape.length === 3;

/** Where a node is written: operands (what it reads, then weights and bias) and the name of what it makes. */
type Site = readonly [a: OnnxAssembly, inputs: readonly string[], output: string];

const plain =
  (op: string) =>
  (_: GraphNode, ...[a, inputs, output]: Site): void => {
    a.op(op, inputs, output);
  };

function windowOf(
  node: NodeOf<'conv2d' | 'depthwiseConv2d' | 'conv2dTranspose'>,
): Record<string, OnnxAttribute> {
  const { top, left, bottom, right } = paddingOf(node);
  return { kernel_shape: [...node.kernel], strides: [...node.stride], pads: [top, left, bottom, right] };
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
  leakyRelu: ({ alpha }, a, inputs, output) =>
    void a.op('LeakyRelu', inputs, output, { alpha: { float: alpha } }),
  relu: plain('Relu'),
  tanh: plain('Tanh'),
  sigmoid: plain('Sigmoid'),
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
