// The numbers that a step of C works on: weights or table, biases, factors. How a step uses them is kernels.ts's.
import { toFixedFactor, type FixedFactor } from '../../graph/fixedPoint';
import {
  applyInt8Rule,
  curvesAlike,
  weightedAlike,
  type Int8Node,
  type Int8Norm,
  type Int8Rules,
  type Int8Table,
  type Int8Weighted,
} from '../../graph/int8Nodes';

/** Weights or table, biases, mantissas, exponents: as many as the kernel takes. */
export type StepNumbers = readonly (Int8Array | Int32Array)[];

const asNumbers = (weights: Int8Array, bias: Int32Array, factors: readonly FixedFactor[]): StepNumbers => [
  weights,
  bias,
  Int32Array.from(factors, (f) => f.mantissa),
  Int8Array.from(factors, (f) => f.exponent),
];

const NO_WEIGHTS = new Int8Array();
const NO_BIAS = new Int32Array();

const none = (): StepNumbers => [];

/** The epsilon stands behind the factors. */
const normalized = ({ signs, shifts, factors, epsilon }: Int8Norm): StepNumbers =>
  asNumbers(signs, shifts, [...factors, epsilon]);

const NUMBERS: Int8Rules<[part: number], StepNumbers> = {
  ...weightedAlike(({ weights, bias, factors }: Int8Weighted) => asNumbers(weights, bias, factors)),
  ...curvesAlike(({ table }: Int8Table): StepNumbers => [table]),
  reshape: none,
  upsample: none,
  zeroPad: none,
  reflectionPad: none,
  crop: none,
  resize: none,
  averagePool: none,
  maxPool: none,
  add: ({ shares, sum }) => asNumbers(NO_WEIGHTS, NO_BIAS, [...shares, sum]),
  concat: ({ factors }, part) => asNumbers(NO_WEIGHTS, NO_BIAS, [factors[part] ?? toFixedFactor(1)]),
  prelu: ({ slopes, positive, negative }) => asNumbers(slopes, NO_BIAS, [positive, negative]),
  softmax: ({ powers }) => [NO_WEIGHTS, powers],
  exampleNorm: normalized,
  pixelNorm: normalized,
  embedding: ({ table, classes }) => [table, classes],
};

/** The numbers of a node, as a step takes them; of the one that places value `part` for a node that joins parts. */
export function numbersOf(item: Int8Node, part: number): StepNumbers {
  return applyInt8Rule(NUMBERS, item, part);
}
