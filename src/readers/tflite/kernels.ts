// Operators of a .tflite file that have weights.
import { volume, type GraphNode, type NodeOf, type Sides, type WeightedKind } from '../../graph/graph';
import { fromPlace } from '../../graph/kernelLayouts';
import { DamagedModelError } from '../errors';
import { activated, type Constant, type OperatorRule, type Reader } from './rules';

export const isSame = (r: Reader, slot = 0): boolean => (r.options?.int8(slot) ?? 0) === 0;

function sides(r: Reader, height: number, width: number, what: 'stride' | 'kernel'): Sides {
  if (height < 1 || width < 1) throw new DamagedModelError(`${r.label} has the ${what} ${height} x ${width}`);
  return [height, width];
}

export const strideOf = (r: Reader): Sides =>
  sides(r, r.options?.int32(2) ?? 1, r.options?.int32(1) ?? 1, 'stride');

function weightsOf(r: Reader): Constant {
  const found = r.constant(1);
  return found.isWhole ? r.refuse('its weights are whole numbers without a scale') : found;
}

/** Filters, of which there are `count` numbers; `shape` is [outputs, height, width, channels] or [1, ...]. */
export function filtersOf(r: Reader): {
  readonly values: Float32Array;
  readonly kernel: Sides;
  outputs: number;
} {
  const { values, shape } = weightsOf(r);
  if (shape.length !== 4) return r.refuse(`its weights are [${shape.join(', ')}]`);
  return { values, kernel: sides(r, shape[1], shape[2], 'kernel'), outputs: shape[0] };
}

/** Number of channels of the image that flows in. */
export function channelsOf(r: Reader): number {
  const [image] = r.base.inputs;
  return image.length === 3 ? image[2] : r.refuse(`it takes [${image.join(', ')}], which is no image`);
}

export function fits(r: Reader, found: number, needed: number): void {
  if (found !== needed) throw new DamagedModelError(`${r.label} holds ${found} weights and needs ${needed}`);
}

/** The node with its weights, which lie as in the file, as they lie in a graph. */
const laid = <N extends NodeOf<WeightedKind>>(node: N): N => ({
  ...node,
  weights: fromPlace(node, node.weights, 'tflite'),
});

function notDilated(r: Reader, ...slots: readonly number[]): void {
  if (slots.some((slot) => (r.options?.int32(slot, 1) ?? 1) !== 1)) r.refuse('it is dilated');
}

function dense(r: Reader): readonly GraphNode[] {
  const { values: weights, shape } = weightsOf(r);
  if (shape.length !== 2) return r.refuse(`its weights are [${shape.join(', ')}]`);
  const [units] = shape;
  fits(r, weights.length, units * volume(r.base.inputs[0]));
  const bias = r.bias(2, units);
  return activated(r, 0, laid({ ...r.base, kind: 'dense', weights, bias, relu: false }));
}

function conv2d(r: Reader): readonly GraphNode[] {
  const { values: weights, kernel, outputs } = filtersOf(r);
  fits(r, weights.length, outputs * volume(kernel) * channelsOf(r));
  notDilated(r, 4, 5);
  const padding = isSame(r) ? 'same' : 'valid';
  const window = { kernel, stride: strideOf(r), padding } as const;
  const bias = r.bias(2, outputs);
  return activated(r, 3, laid({ ...r.base, kind: 'conv2d', ...window, weights, bias, relu: false }));
}

/** A transposed convolution of whatever padding, as if it were `same`. */
export function transposed(r: Reader): NodeOf<'conv2dTranspose'> {
  const { values: weights, kernel, outputs } = filtersOf(r);
  fits(r, weights.length, outputs * volume(kernel) * channelsOf(r));
  const window = { kernel, stride: strideOf(r) };
  return laid({
    ...r.base,
    kind: 'conv2dTranspose',
    ...window,
    weights,
    bias: r.bias(3, outputs),
    relu: false,
  });
}

function conv2dTranspose(r: Reader): readonly GraphNode[] {
  return isSame(r) ? activated(r, 3, transposed(r)) : r.refuse('it has no padding');
}

/** A depthwise convolution; of one pixel it is a factor and an addend for each channel. */
function depthwise(r: Reader): readonly GraphNode[] {
  const { values: weights, kernel } = filtersOf(r);
  const channels = channelsOf(r);
  fits(r, weights.length, channels * volume(kernel));
  notDilated(r, 5, 6);
  const stride = strideOf(r);
  const own = { ...r.base, weights, bias: r.bias(2, channels), relu: false };
  if ([...kernel, ...stride].every((side) => side === 1))
    return activated(r, 4, laid({ ...own, kind: 'scaleShift' }));
  if (!isSame(r)) return r.refuse('it has no padding');
  return activated(r, 4, laid({ ...own, kind: 'depthwiseConv2d', kernel, stride }));
}

/** By BuiltinOperator. */
export const KERNEL_OPERATORS: readonly (readonly [number, OperatorRule])[] = [
  [3, { flow: 0, read: conv2d }],
  [4, { flow: 0, read: depthwise }],
  [9, { flow: 0, read: dense }],
  [67, { flow: 2, read: conv2dTranspose }],
];
