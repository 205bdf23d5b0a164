// Operators of a .tflite file without weights: what joins values, pools, borders, resizing, curves.
import type { GraphNode } from '../../graph/graph';
import { DamagedModelError } from '../errors';
import { activated, type OperatorRule, type Reader } from './rules';

export function add(r: Reader): readonly GraphNode[] {
  const { inputs, output } = r.base;
  const wanted = r.isFree ? inputs[0] : output;
  if (inputs.length === 2 && inputs.every((shape) => shape.join() === wanted.join()))
    return activated(r, 0, { ...r.base, kind: 'add' });
  return r.refuse('it adds values of other shapes');
}

function concat(r: Reader): readonly GraphNode[] {
  const { inputs, output } = r.base;
  const axis = r.options?.int32(0) ?? 0;
  const channels = inputs.reduce((sum, shape) => sum + shape[shape.length - 1], 0);
  const isLast = axis === output.length || axis === -1;
  if (!isLast || channels !== output[output.length - 1])
    return r.refuse(`it joins values along the axis ${axis}; the last one is known`);
  return activated(r, 1, { ...r.base, kind: 'concat' });
}

const pool =
  (kind: 'averagePool' | 'maxPool') =>
  (r: Reader): readonly GraphNode[] => {
    const [across, down, width, height] = [1, 2, 3, 4].map((slot) => r.options?.int32(slot) ?? 0);
    if (Math.min(across, down, width, height) < 1)
      throw new DamagedModelError(`the pool ${r.label} has no window`);
    const padding = (r.options?.int8(0) ?? 0) === 0 ? 'same' : 'valid';
    return activated(r, 5, { ...r.base, kind, kernel: [height, width], stride: [down, across], padding });
  };

/** What an operator that resizes makes, as its tensor says or its operand. */
export function resized(r: Reader): Reader['base'] {
  if (!r.isFree) return r.base;
  const [height, width] = r.constant(1).values;
  return { ...r.base, output: [height, width, r.base.inputs[0][2]] };
}

function resize(r: Reader): readonly GraphNode[] {
  const [corners, centres] = [2, 3].map((slot) => r.options?.int8(slot) ?? 0);
  if (corners === 0 && centres === 1) return [{ ...resized(r), kind: 'resize' }];
  return r.refuse('it resizes otherwise than by half-pixel centres');
}

function upsample(r: Reader): readonly GraphNode[] {
  const { inputs, output: after } = resized(r);
  const [before] = inputs;
  if (after[0] !== 2 * before[0] || after[1] !== 2 * before[1])
    return r.refuse(`it makes ${after.join(' x ')} of ${before.join(' x ')}; sides may be doubled`);
  if ((r.options?.int8(0) ?? 0) !== 0) return r.refuse('it aligns corners');
  return [{ ...r.base, kind: 'upsample' }];
}

/** What gets its sizes from the output alone. */
function said(r: Reader): Reader['base'] {
  return r.isFree ? r.refuse('the file leaves its size free') : r.base;
}

function crop(r: Reader): readonly GraphNode[] {
  const [, top, left] = r.constant(1).values;
  const { inputs, output } = said(r);
  const [[height, width], [rows, columns]] = [inputs[0], output];
  const [bottom, right] = [height - rows - top, width - columns - left];
  if (!(Math.min(top, left, bottom, right) >= 0))
    throw new DamagedModelError(`the cut ${r.label} reaches beyond the image`);
  return [{ ...r.base, kind: 'crop', top, left, bottom, right }];
}

/** A strided slice whose steps are 1. */
function stridedCrop(r: Reader): readonly GraphNode[] {
  const { values: steps } = r.constant(3);
  if (steps.length === 4 && steps.every((step) => step === 1)) return crop(r);
  return r.refuse(`it takes every [${steps.slice(0, 8).join(', ')}]`);
}

/** Rows and columns that a padding adds; it adds no examples and no channels. */
function borders(r: Reader) {
  const { values } = r.constant(1);
  const [, , top, bottom, left, right] = values;
  const sound = values.every((n, i) => (i > 1 && i < 6 ? Number.isInteger(n) && n >= 0 : n === 0));
  if (values.length === 8 && sound) return { top, bottom, left, right };
  return r.refuse(`it pads by [${values.slice(0, 16).join(', ')}]`);
}

function reflectionPad(r: Reader): readonly GraphNode[] {
  if ((r.options?.int8(0) ?? 0) !== 0) return r.refuse('it repeats the edge');
  return [{ ...r.base, kind: 'reflectionPad', ...borders(r) }];
}

function prelu(r: Reader): readonly GraphNode[] {
  const { values: slopes } = r.constant(1);
  const { output } = r.base;
  if (slopes.length === output[output.length - 1]) return [{ ...r.base, kind: 'prelu', slopes }];
  return r.refuse(`it has ${slopes.length} slopes; one for each channel is known`);
}

const plain =
  (kind: 'relu' | 'softmax') =>
  (r: Reader): readonly GraphNode[] => [{ ...r.base, kind }];

export const reshape = (r: Reader): readonly GraphNode[] => [{ ...said(r), kind: 'reshape' }];

/** By BuiltinOperator. */
export const PLAIN_OPERATORS: readonly (readonly [number, OperatorRule])[] = [
  [0, { flow: null, read: add }],
  [1, { flow: 0, read: pool('averagePool') }],
  [2, { flow: null, read: concat }],
  [17, { flow: 0, read: pool('maxPool') }],
  [19, { flow: 0, read: plain('relu') }],
  [22, { flow: 0, read: reshape }],
  [23, { flow: 0, read: resize }],
  [25, { flow: 0, read: plain('softmax') }],
  [34, { flow: 0, read: (r) => [{ ...r.base, kind: 'zeroPad', ...borders(r) }] }],
  [45, { flow: 0, read: stridedCrop }],
  [54, { flow: 0, read: prelu }],
  [65, { flow: 0, read: crop }],
  [97, { flow: 0, read: upsample }],
  [98, { flow: 0, read: (r) => [{ ...r.base, kind: 'leakyRelu', alpha: r.options?.float32(0) ?? 0 }] }],
  [100, { flow: 0, read: reflectionPad }],
];
