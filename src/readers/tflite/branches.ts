// Operators of a .tflite file that graphs with branches are made of, and the ones that a normalization of one example
// consists of there.
import { EXAMPLE_NORM_EPSILON } from '../../core/network';
import type { GraphNode } from '../../graph/graph';
import { damaged } from './flatTable';
import type { FileOperator } from './file';
import { unsupported, type Reader } from './site';

function plainActivation(r: Reader, slot: number): void {
  const code = r.options?.int8(slot) ?? 0;
  if (code !== 0) throw unsupported(`The operator ${r.base.name} has the fused activation ${code}.`);
}

function add(r: Reader): GraphNode {
  const { inputs, output, name } = r.base;
  plainActivation(r, 0);
  if (inputs.length === 2 && inputs.every((shape) => shape.join() === output.join())) {
    return { ...r.base, kind: 'add' };
  }
  throw unsupported(`The operator ${name} adds values of other shapes.`);
}

function concat(r: Reader): GraphNode {
  const { inputs, output, name } = r.base;
  plainActivation(r, 1);
  const axis = r.options?.int32(0) ?? 0;
  const channels = inputs.reduce((sum, shape) => sum + shape[shape.length - 1], 0);
  const isLast = axis === output.length || axis === -1;
  if (!isLast || channels !== output[output.length - 1])
    throw unsupported(`The operator ${name} joins values along the axis ${axis}; the last one is known.`);
  return { ...r.base, kind: 'concat' };
}

const pool =
  (kind: 'averagePool' | 'maxPool') =>
  (r: Reader): GraphNode => {
    plainActivation(r, 5);
    const [across, down, width, height] = [1, 2, 3, 4].map((slot) => r.options?.int32(slot) ?? 0);
    if (Math.min(across, down, width, height) < 1) throw damaged(`The pool ${r.base.name} has no window.`);
    const padding = (r.options?.int8(0) ?? 0) === 0 ? 'same' : 'valid';
    return { ...r.base, kind, kernel: [height, width], stride: [down, across], padding };
  };

function resize(r: Reader): GraphNode {
  const [corners, centres] = [2, 3].map((slot) => r.options?.int8(slot) ?? 0);
  if (corners === 0 && centres === 1) return { ...r.base, kind: 'resize' };
  throw unsupported(`The operator ${r.base.name} resizes otherwise than by half-pixel centres.`);
}

function crop(r: Reader): GraphNode {
  const [, top, left] = r.constant(1).values;
  const [[height, width], [rows, columns]] = [r.base.inputs[0], r.base.output];
  const [bottom, right] = [height - rows - top, width - columns - left];
  if (Math.min(top, left, bottom, right) < 0)
    throw damaged(`The cut ${r.base.name} reaches beyond the image.`);
  return { ...r.base, kind: 'crop', top, left, bottom, right };
}

/** Rows and columns that a padding adds; it adds no examples and no channels. */
export function paddingBorders(r: Reader) {
  const { values } = r.constant(1);
  const [, , top, bottom, left, right] = values;
  const sound = values.every((n, i) => (i > 1 && i < 6 ? Number.isInteger(n) && n >= 0 : n === 0));
  if (values.length === 8 && sound) return { top, bottom, left, right };
  throw unsupported(`The operator ${r.base.name} pads by [${values.slice(0, 16).join(', ')}].`);
}

function reflectionPad(r: Reader): GraphNode {
  if ((r.options?.int8(0) ?? 0) !== 0) throw unsupported(`The operator ${r.base.name} repeats the edge.`);
  return { ...r.base, kind: 'reflectionPad', ...paddingBorders(r) };
}

function prelu(r: Reader): GraphNode {
  const { values: slopes } = r.constant(1);
  const { output, name } = r.base;
  if (slopes.length === output[output.length - 1]) return { ...r.base, kind: 'prelu', slopes };
  throw unsupported(`The operator ${name} has ${slopes.length} slopes; one for each channel is known.`);
}

/** By BuiltinOperator. */
export const BRANCH_OPERATORS: readonly (readonly [
  number,
  { readonly flow: number | null; readonly read: (reader: Reader) => GraphNode },
])[] = [
  [0, { flow: null, read: add }],
  [1, { flow: 0, read: pool('averagePool') }],
  [2, { flow: null, read: concat }],
  [17, { flow: 0, read: pool('maxPool') }],
  [23, { flow: 0, read: resize }],
  [25, { flow: 0, read: (r) => ({ ...r.base, kind: 'softmax' }) }],
  [54, { flow: 0, read: prelu }],
  [65, { flow: 0, read: crop }],
  [100, { flow: 0, read: reflectionPad }],
];

/** Mean, squared difference, mean, add, inverse root, subtract, multiply, multiply, add. */
const NORM = [40, 99, 40, 0, 76, 41, 18, 18, 0] as const;

interface FileNorm {
  readonly over: 'layer' | 'instance';
  readonly gamma: Float32Array;
  readonly beta: Float32Array;
  /** Tensor that it makes. */
  readonly output: number;
  /** How many operators it takes. */
  readonly operators: number;
}

/** The normalization that begins with operator `first`, or null. */
export function readNorm(
  operators: readonly FileOperator[],
  first: number,
  constant: (index: number) => Float32Array | null,
): FileNorm | null {
  if (NORM.some((code, i) => operators[first + i]?.code !== code)) return null;
  const steps = operators.slice(first, first + NORM.length);
  const [mean, squares, variance, raised, scale, centred, normal, scaled, shifted] = steps;
  const x = mean.inputs[0];
  const wired: readonly (readonly [FileOperator, readonly number[]])[] = [
    [squares, [x, mean.output]],
    [variance, [squares.output, mean.inputs[1]]],
    [raised, [variance.output, raised.inputs[1]]],
    [scale, [raised.output]],
    [centred, [x, mean.output]],
    [normal, [centred.output, scale.output]],
    [scaled, [normal.output, scaled.inputs[1]]],
    [shifted, [scaled.output, shifted.inputs[1]]],
  ];
  if (wired.some(([{ inputs }, wanted]) => inputs.join() !== wanted.join())) return null;
  const numbers = [mean, raised, scaled, shifted].map(({ inputs }) => constant(inputs[1]));
  const [axes, epsilon, gamma, beta] = numbers;
  if (!axes || !gamma || !beta || epsilon?.[0] !== Math.fround(EXAMPLE_NORM_EPSILON)) return null;
  const list = axes.join();
  const over = list === '1,2,3' || list === '1' ? 'layer' : list === '1,2' ? 'instance' : null;
  return over && { over, gamma, beta, output: shifted.output, operators: NORM.length };
}
