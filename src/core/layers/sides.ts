// Sizes along height and width: one number for both, or a pair.
import { InvalidValueError } from '../errors';
import type { OptionReader } from './define';
import { whole } from './options';

/** One number for both sides, or [height, width]. */
export type Sides = number | readonly [height: number, width: number];

export const pairOf = (sides: Sides): [height: number, width: number] =>
  typeof sides === 'number' ? [sides, sides] : [sides[0], sides[1]];

/** Sizes for people: `3×3`. */
export const sidesText = (sides: Sides): string => pairOf(sides).join('×');

/** A whole number from 1, or two. */
export const wholeSides: OptionReader<Sides> = (value, what) => {
  if (!Array.isArray(value)) return whole()(value, what);
  const [height, width]: readonly unknown[] = value;
  if (value.length === 2) return [whole()(height, `${what}[0]`), whole()(width, `${what}[1]`)];
  throw new InvalidValueError(`${what} has ${value.length} sizes.`, 'Give one number, or height and width.');
};

/** One number for both sides, where nothing else can be written. @throws InvalidValueError naming `what` */
export function squareSide(sides: Sides, what: string): number {
  const [height, width] = pairOf(sides);
  if (height === width) return height;
  throw new InvalidValueError(
    `${what} is ${height} x ${width}; only squares can be written here.`,
    'Choose a model with square kernels and strides.',
  );
}
