// How the weights of each kind of node lie here, in the engine and in every file format: one table, so that a kernel is
// turned round by the same rule wherever it goes. Knows shapes only.
import { applyRule, volume, type NodeOf, type Rules, type WeightedKind, type WeightedNode } from './graph';

/** Where a kernel can lie. `engine` is also how Keras, TensorFlow.js and saved runs have it. */
export type KernelPlace = 'engine' | 'tflite' | 'onnx';

interface Axes {
  /** As the graph holds it: output channels first. */
  readonly graphShape: readonly number[];
  /** Axis i of the kernel there is this axis of the graph's. */
  readonly order: Readonly<Record<KernelPlace, readonly number[]>>;
}

export interface KernelLayout {
  readonly graphShape: readonly number[];
  readonly order: readonly number[];
  /** Of the kernel there. */
  readonly shape: readonly number[];
  /** The axis there that counts output channels. */
  readonly outputAxis: number;
}

const filters = (
  { bias, kernel: [height, width], inputs: [[, , channels]] }: NodeOf<'conv2d' | 'conv2dTranspose'>,
  order: Axes['order'],
): Axes => ({ graphShape: [bias.length, height, width, channels], order });

const AXES: Rules<WeightedKind, [], Axes> = {
  dense: ({ weights, bias }) => ({
    graphShape: [bias.length, weights.length / bias.length],
    order: { engine: [1, 0], tflite: [0, 1], onnx: [0, 1] },
  }),
  conv2d: (node) => filters(node, { engine: [1, 2, 3, 0], tflite: [0, 1, 2, 3], onnx: [0, 3, 1, 2] }),
  conv2dTranspose: (node) =>
    filters(node, { engine: [1, 2, 0, 3], tflite: [0, 1, 2, 3], onnx: [3, 0, 1, 2] }),
  depthwiseConv2d: ({ bias, kernel: [height, width] }) => ({
    graphShape: [bias.length, height, width, 1],
    order: { engine: [1, 2, 0, 3], tflite: [3, 1, 2, 0], onnx: [0, 3, 1, 2] },
  }),
  scaleShift: ({ bias }) => ({
    graphShape: [bias.length, 1, 1, 1],
    order: { engine: [1, 2, 3, 0], tflite: [1, 2, 3, 0], onnx: [0, 1, 2, 3] },
  }),
};

/** How the weights of a node lie in a place. */
export function kernelLayout(node: WeightedNode, place: KernelPlace): KernelLayout {
  const { graphShape, order: orders } = applyRule(AXES, node);
  const order = orders[place];
  return { graphShape, order, shape: order.map((axis) => graphShape[axis]), outputAxis: order.indexOf(0) };
}

/** Numbers of any kind in an array of their own kind. */
type Numbers = Float32Array | Int8Array;

/** Reorders `values` of the given axes so that axis i of the result is axis `order[i]` of the source; a copy. */
export function transpose<T extends Numbers>(
  values: T,
  shape: readonly number[],
  order: readonly number[],
): T {
  const result = values.slice() as T;
  if (order.every((axis, i) => axis === i)) return result;
  const strides = shape.map((_, i) => volume(shape.slice(i + 1)));
  const sides = order.map((axis) => shape[axis]);
  const steps = order.map((axis) => strides[axis]);
  const at = sides.map(() => 0);
  let from = 0;
  for (let i = 0; i < result.length; i++) {
    result[i] = values[from];
    for (let axis = sides.length - 1; axis >= 0; axis--) {
      from += steps[axis];
      if (++at[axis] < sides[axis]) break;
      from -= sides[axis] * steps[axis];
      at[axis] = 0;
    }
  }
  return result;
}

/** `values`, which lie as the node's weights do, as they lie in a place. */
export function toPlace<T extends Numbers>(node: WeightedNode, values: T, place: KernelPlace): T {
  const { graphShape, order } = kernelLayout(node, place);
  return transpose(values, graphShape, order);
}

/** `values`, which lie as in a place, as the node's weights lie. */
export function fromPlace<T extends Numbers>(node: WeightedNode, values: T, place: KernelPlace): T {
  const { shape, order } = kernelLayout(node, place);
  return transpose(
    values,
    shape,
    order.map((_, axis) => order.indexOf(axis)),
  );
}
