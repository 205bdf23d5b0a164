// The numbers that a step of C works on: weights or table, biases, factors. How a step uses them is kernels.ts's.
import { toFixedFactor, type FixedFactor } from '../../graph/fixedPoint';
import { isInt8Table, isInt8Weighted, type Int8Node } from '../../graph/int8Nodes';

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

/** The numbers of a node, as a step takes them; of the one that places value `part` for a node that joins parts. */
export function numbersOf(item: Int8Node, part: number): StepNumbers {
  if (isInt8Table(item)) return [item.table];
  if (isInt8Weighted(item)) return asNumbers(item.weights, item.bias, item.factors);
  if ('sum' in item) return asNumbers(NO_WEIGHTS, NO_BIAS, [...item.shares, item.sum]);
  if ('inputs' in item) return asNumbers(NO_WEIGHTS, NO_BIAS, [item.factors[part] ?? toFixedFactor(1)]);
  if ('slopes' in item) return asNumbers(item.slopes, NO_BIAS, [item.positive, item.negative]);
  if ('powers' in item) return [NO_WEIGHTS, item.powers];
  return [];
}
