// Functions of one number as tables of 256 entries; entry 0 is that of -128. Rounded as TensorFlow Lite rounds them.
import type { Affine } from './calibration';
import { multiplyFixed, toFixedFactor } from './fixedPoint';

export type CurveKind = 'relu' | 'leakyRelu' | 'curve';

type Table = Int8Array<ArrayBuffer>;

const clamp = (value: number): number => Math.max(-128, Math.min(127, value));

/** Rounds halves away from zero, as C does. */
export const roundAway = (value: number): number => Math.sign(value) * Math.round(Math.abs(value));

const tableOf = (entry: (value: number) => number): Table =>
  Int8Array.from({ length: 256 }, (_, i) => entry(i - 128));

export const curveTable = (curve: (x: number) => number, input: Affine, output: Affine): Table =>
  tableOf((value) => {
    const real = Math.fround(curve(Math.fround(input.scale * (value - input.zeroPoint))));
    return clamp(roundAway(Math.fround(real * (1 / output.scale))) + output.zeroPoint);
  });

export function leakyTable(alpha: number, input: Affine, output: Affine): Table {
  const identity = toFixedFactor(input.scale / output.scale);
  const slope = toFixedFactor((input.scale * Math.fround(alpha)) / output.scale);
  return tableOf((q) => {
    const value = q - input.zeroPoint;
    const { mantissa, exponent } = value >= 0 ? identity : slope;
    return clamp(output.zeroPoint + multiplyFixed(value, mantissa, exponent));
  });
}

/** Input and output have one scale. */
export const reluTable = ({ zeroPoint }: Affine): Table => tableOf((q) => Math.max(q, zeroPoint));
