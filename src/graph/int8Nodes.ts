// What each kind of node holds in its full-integer form. Made by int8Graph.ts, run by integerReference.ts, written by the
// exporters.
import type { Affine } from './calibration';
import type { FixedFactor } from './fixedPoint';
import type { GraphKind, NodeOf, WeightedKind, WeightedNode } from './graph';
import type { CurveKind } from './int8Tables';
import type { WeightBits } from './weightQuantization';

interface Int8Base {
  /** Of the first value that it reads. */
  readonly input: Affine;
  readonly output: Affine;
}

export interface Int8Weighted extends Int8Base {
  readonly node: WeightedNode;
  /** Of `weights`; 4-bit values are stored one to a byte here. */
  readonly bits: WeightBits;
  readonly weights: Int8Array<ArrayBuffer>;
  /** One per output channel, or a single one. */
  readonly scales: Float32Array<ArrayBuffer>;
  readonly bias: Int32Array<ArrayBuffer>;
  /** From sums to outputs, one per scale. */
  readonly factors: readonly FixedFactor[];
}

/** A function of one number as a table: index is the input plus 128. */
export interface Int8Table extends Int8Base {
  readonly node: NodeOf<CurveKind>;
  readonly table: Int8Array<ArrayBuffer>;
}

export type CopyKind =
  'reshape' | 'upsample' | 'zeroPad' | 'reflectionPad' | 'crop' | 'resize' | 'averagePool' | 'maxPool';

/** Copies and means: input and output have one scale. */
export interface Int8Copy extends Int8Base {
  readonly node: NodeOf<CopyKind>;
}

/** Two values brought to one scale, as TFLite's ADD does it, and added. */
export interface Int8Add extends Int8Base {
  readonly node: NodeOf<'add'>;
  readonly inputs: readonly Affine[];
  /** Of each input, after a shift left by `ADD_SHIFT`. */
  readonly shares: readonly FixedFactor[];
  readonly sum: FixedFactor;
}

/** Values brought to one scale and put side by side; null where a value has it already. */
export interface Int8Concat extends Int8Base {
  readonly node: NodeOf<'concat'>;
  readonly inputs: readonly Affine[];
  readonly factors: readonly (FixedFactor | null)[];
}

/** Positive values times one factor, negative ones times their slope and another. */
export interface Int8Prelu extends Int8Base {
  readonly node: NodeOf<'prelu'>;
  readonly slopes: Int8Array<ArrayBuffer>;
  readonly slopeScale: number;
  readonly positive: FixedFactor;
  readonly negative: FixedFactor;
}

/** exp of 0 and of each step below, as whole numbers. */
export interface Int8Softmax extends Int8Base {
  readonly node: NodeOf<'softmax'>;
  readonly powers: Int32Array<ArrayBuffer>;
}

/**
 * Each value of a group, less the group's mean for all but pixels, over its root mean square; then a factor and an addend
 * for each channel, or one for all.
 */
export interface Int8Norm extends Int8Base {
  readonly node: NodeOf<'exampleNorm' | 'pixelNorm'>;
  /** Values in a group. */
  readonly count: number;
  /** Epsilon as it is added to `count` times the sum of squares: mantissa * 2^exponent. */
  readonly epsilon: FixedFactor;
  /** 1 or -1. */
  readonly signs: Int8Array<ArrayBuffer>;
  /** From normalized values of `NORM_BITS` fractional bits to outputs of `NORM_SHIFT` ones. */
  readonly factors: readonly FixedFactor[];
  /** Outputs of `NORM_SHIFT` fractional bits. */
  readonly shifts: Int32Array<ArrayBuffer>;
}

/** A row of a table by the class that the one input counts. */
export interface Int8Embedding extends Int8Base {
  readonly node: NodeOf<'embedding'>;
  /** [classes, units] */
  readonly table: Int8Array<ArrayBuffer>;
  /** The class of each input; index is the input plus 128. */
  readonly classes: Int32Array<ArrayBuffer>;
}

type FormOf<K extends GraphKind> = K extends WeightedKind
  ? Int8Weighted
  : K extends CurveKind
    ? Int8Table
    : K extends CopyKind
      ? Int8Copy
      : K extends 'add'
        ? Int8Add
        : K extends 'concat'
          ? Int8Concat
          : K extends 'prelu'
            ? Int8Prelu
            : K extends 'softmax'
              ? Int8Softmax
              : K extends 'embedding'
                ? Int8Embedding
                : K extends 'exampleNorm'
                  ? Int8Norm & { readonly node: NodeOf<'exampleNorm'> }
                  : K extends 'pixelNorm'
                    ? Int8Norm & { readonly node: NodeOf<'pixelNorm'> }
                    : never;

/** Kinds that full integers hold: all. */
export type Int8Kind = GraphKind;

export type Int8Node = FormOf<Int8Kind>;

/** What a target does with each kind in full integers: the compiler asks for all of them. */
export type Int8Rules<Args extends readonly unknown[], R> = {
  readonly [K in Int8Kind]: (item: FormOf<K>, ...args: Args) => R;
};

/** What the rule of the node's kind says. */
export function applyInt8Rule<K extends Int8Kind, Args extends readonly unknown[], R>(
  rules: { readonly [P in K]: (item: FormOf<P>, ...args: Args) => R },
  item: FormOf<K> & { readonly node: { readonly kind: K } },
  ...args: Args
): R {
  return rules[item.node.kind](item, ...args);
}

/** One rule for each of several kinds. */
export const weightedAlike = <R>(rule: R): { readonly [K in WeightedKind]: R } => ({
  dense: rule,
  conv2d: rule,
  depthwiseConv2d: rule,
  conv2dTranspose: rule,
  scaleShift: rule,
});

export const curvesAlike = <R>(rule: R): { readonly [K in CurveKind]: R } => ({
  relu: rule,
  leakyRelu: rule,
  curve: rule,
});

/** Fractional bits of normalized values, and of what is added to them. */
export const NORM_BITS = 16;
export const NORM_SHIFT = 8;

/** Bits by which ADD shifts its values left before it brings them to one scale. */
export const ADD_SHIFT = 20;

export const isInt8Weighted = (node: Int8Node): node is Int8Weighted => 'weights' in node;
