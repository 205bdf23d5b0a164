// Functions of one number that are no slopes: what each computes, in the formulas of the engine, and how it is held in 8-bit
// integers. The one table of them in this room; formats have their own.
import type { CurveFn } from '../core/network';
import type { Affine, Range } from './calibration';
import type { GraphNode } from './graph';

/** A node's kind in a word of the field: a curve's name, and for a normalization over an example what it is over. */
export const kindWord = (node: GraphNode): string => {
  if (node.kind === 'curve') return node.fn;
  return node.kind === 'exampleNorm' ? `${node.over}Norm` : node.kind;
};

interface Curve {
  /** As messages call it. */
  readonly words: string;
  readonly of: (x: number) => number;
  /** Beyond these inputs it stands still, or goes on straight, at int8 resolution: finer steps inside are worth more. */
  readonly reach: Range;
  /** The scale that TFLite fixes for what it puts out; null where that follows the range that was met. */
  readonly affine: Affine | null;
}

/** Abramowitz and Stegun 7.1.26: the error function to 1.5e-7, as the engine has it. */
function erf(x: number): number {
  const t = 1 / (1 + 0.3275911 * Math.abs(x));
  const terms = [0.254829592, -0.284496736, 1.421413741, -1.453152027, 1.061405429];
  const sum = terms.reduceRight((inner, term) => t * (inner + term), 0);
  return Math.sign(x) * (1 - sum * Math.exp(-x * x));
}

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/** Klambauer et al. 2017, https://arxiv.org/abs/1706.02515 */
export const SELU = { alpha: 1.6732632423543772, scale: 1.0507009873554805 } as const;

export const CURVES: Readonly<Record<CurveFn, Curve>> = {
  tanh: {
    words: 'tanh',
    of: Math.tanh,
    reach: { min: -4, max: 4 },
    affine: { scale: 1 / 128, zeroPoint: 0 },
  },
  sigmoid: {
    words: 'sigmoid',
    of: sigmoid,
    reach: { min: -8, max: 8 },
    affine: { scale: 1 / 256, zeroPoint: -128 },
  },
  relu6: {
    words: 'ReLU6',
    of: (x) => Math.min(Math.max(x, 0), 6),
    reach: { min: 0, max: 6 },
    affine: null,
  },
  elu: {
    words: 'ELU',
    of: (x) => (x < 0 ? Math.expm1(x) : x),
    reach: { min: -6, max: Infinity },
    affine: null,
  },
  selu: {
    words: 'SELU',
    of: (x) => SELU.scale * (x < 0 ? SELU.alpha * Math.expm1(x) : x),
    reach: { min: -6, max: Infinity },
    affine: null,
  },
  gelu: {
    words: 'GELU',
    of: (x) => 0.5 * x * (1 + erf(x * Math.SQRT1_2)),
    reach: { min: -4, max: Infinity },
    affine: null,
  },
  geluTanh: {
    words: 'GELU by tanh',
    of: (x) => 0.5 * x * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * x * (1 + 0.044715 * x * x))),
    reach: { min: -4, max: Infinity },
    affine: null,
  },
  swish: {
    words: 'swish',
    of: (x) => x * sigmoid(x),
    reach: { min: -8, max: Infinity },
    affine: null,
  },
  softplus: {
    words: 'softplus',
    of: (x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))),
    reach: { min: -8, max: Infinity },
    affine: null,
  },
  hardSigmoid: {
    words: 'hard sigmoid',
    of: (x) => Math.min(Math.max((x + 3) / 6, 0), 1),
    reach: { min: -3, max: 3 },
    affine: null,
  },
};
