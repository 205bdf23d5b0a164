// Which TensorFlow Lite operators compute each curve: one, or several where the format has none of that name. Written by
// operators.ts and recognised by readers/tflite/curves.ts, from this one table. Numbers are the schema's.
import type { CurveFn } from '../../core/network';
import type { Affine } from '../../graph/calibration';
import { CURVES, SELU } from '../../graph/curves';

/** The value that the curve is of, what an earlier operator made, or a number. */
export type Operand = 'x' | { readonly step: number } | { readonly number: number };

interface RecipeOption {
  /** BuiltinOptions of the schema. */
  readonly type: number;
  readonly field: {
    readonly slot: number;
    readonly type: 'int8' | 'float32';
    readonly value: number;
    readonly default: 0;
  };
}

/** How an operator works in full integers. */
interface IntegerForm {
  readonly version: number;
  /** Scale of what it makes, where a later operator reads it. */
  readonly made?: Affine;
}

export interface RecipeStep {
  /** BuiltinOperator of the schema. */
  readonly code: number;
  readonly of: readonly Operand[];
  readonly option?: RecipeOption;
  /** Absent where there is none. */
  readonly int8?: IntegerForm;
}

const X = 'x';
const step = (index: number): Operand => ({ step: index });
const number = (value: number): Operand => ({ number: Math.fround(value) });

const alpha = (value: number): RecipeOption => ({
  type: 75,
  field: { slot: 0, type: 'float32', value: Math.fround(value), default: 0 },
});
const approximate = (value: 0 | 1): RecipeOption => ({
  type: 116,
  field: { slot: 0, type: 'int8', value, default: 0 },
});

const CODE = {
  add: 0,
  logistic: 14,
  mul: 18,
  relu: 19,
  relu6: 21,
  tanh: 28,
  exp: 47,
  neg: 59,
  log: 73,
  leakyRelu: 98,
  abs: 101,
  elu: 111,
  gelu: 150,
} as const;

/** Operators in order; the last makes the curve, the first reads x. */
export const CURVE_RECIPES: Readonly<Record<CurveFn, readonly RecipeStep[]>> = {
  tanh: [{ code: CODE.tanh, of: [X], int8: { version: 2 } }],
  sigmoid: [{ code: CODE.logistic, of: [X], int8: { version: 2 } }],
  relu6: [{ code: CODE.relu6, of: [X], int8: { version: 2 } }],
  elu: [{ code: CODE.elu, of: [X], int8: { version: 1 } }],
  gelu: [{ code: CODE.gelu, of: [X], option: approximate(0), int8: { version: 2 } }],
  geluTanh: [{ code: CODE.gelu, of: [X], option: approximate(1), int8: { version: 2 } }],
  // ELU is negative where x is, so that a slope there makes both factors of SELU.
  selu: [
    { code: CODE.elu, of: [X] },
    { code: CODE.leakyRelu, of: [step(0)], option: alpha(SELU.alpha) },
    { code: CODE.mul, of: [step(1), number(SELU.scale)] },
  ],
  swish: [
    {
      code: CODE.logistic,
      of: [X],
      int8: { version: 2, made: CURVES.sigmoid.affine ?? undefined },
    },
    { code: CODE.mul, of: [X, step(0)], int8: { version: 2 } },
  ],
  // max(x, 0) + log(1 + exp(-|x|)), which no x overflows.
  softplus: [
    { code: CODE.abs, of: [X] },
    { code: CODE.neg, of: [step(0)] },
    { code: CODE.exp, of: [step(1)] },
    { code: CODE.add, of: [step(2), number(1)] },
    { code: CODE.log, of: [step(3)] },
    { code: CODE.relu, of: [X] },
    { code: CODE.add, of: [step(5), step(4)] },
  ],
  hardSigmoid: [
    { code: CODE.add, of: [X, number(3)] },
    { code: CODE.relu6, of: [step(0)] },
    { code: CODE.mul, of: [step(1), number(1 / 6)] },
  ],
};
