// How the weights of each kind of node lie here, in the engine and in every file format: one table, so that a kernel is
// turned round by the same rule wherever it goes. Knows shapes only.
import { applyRule, volume, type NodeOf, type Rules, type WeightedKind, type WeightedNode } from './graph';

/** Where a kernel can lie. `engine` is also how Keras, TensorFlow.js and saved runs have it, `onnx` how PyTorch does. */
export type KernelPlace = 'engine' | 'tflite' | 'onnx';

/** Axis i of the kernel there is this axis of the graph's. */
type Orders = Readonly<Record<KernelPlace, readonly number[]>>;

const ORDERS: { readonly [K in WeightedKind]: Orders } = {
  dense: { engine: [1, 0], tflite: [0, 1], onnx: [0, 1] },
  conv2d: { engine: [1, 2, 3, 0], tflite: [0, 1, 2, 3], onnx: [0, 3, 1, 2] },
  conv2dTranspose: { engine: [1, 2, 0, 3], tflite: [0, 1, 2, 3], onnx: [3, 0, 1, 2] },
  depthwiseConv2d: { engine: [1, 2, 0, 3], tflite: [3, 1, 2, 0], onnx: [0, 3, 1, 2] },
  scaleShift: { engine: [1, 2, 3, 0], tflite: [1, 2, 3, 0], onnx: [0, 1, 2, 3] },
};

export interface KernelLayout {
  readonly graphShape: readonly number[];
  readonly order: readonly number[];
  /** Of the kernel there. */
  readonly shape: readonly number[];
  /** The axis there that counts output channels. */
  readonly outputAxis: number;
}

const filters = ({
  bias,
  kernel: [height, width],
  inputs: [[, , channels]],
}: NodeOf<'conv2d' | 'conv2dTranspose'>): readonly number[] => [bias.length, height, width, channels];

/** As the graph holds it: output channels first. */
const GRAPH_SHAPES: Rules<WeightedKind, [], readonly number[]> = {
  dense: ({ weights, bias }) => [bias.length, weights.length / bias.length],
  conv2d: filters,
  conv2dTranspose: filters,
  depthwiseConv2d: ({ bias, kernel: [height, width] }) => [bias.length, height, width, 1],
  scaleShift: ({ bias }) => [bias.length, 1, 1, 1],
};

const isWeightedKind = (kind: string): kind is WeightedKind => kind in ORDERS;

/** Axis i of a kernel in `to` is this axis of the one in `from`; null for a kind whose kernel lies alike everywhere. */
export function kernelOrder(kind: string, from: KernelPlace, to: KernelPlace): readonly number[] | null {
  if (!isWeightedKind(kind)) return null;
  const orders = ORDERS[kind];
  return orders[to].map((axis) => orders[from].indexOf(axis));
}

/** How the weights of a node lie in a place. */
export function kernelLayout(node: WeightedNode, place: KernelPlace): KernelLayout {
  const graphShape = applyRule(GRAPH_SHAPES, node);
  const order = ORDERS[node.kind][place];
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
