// Sizes along height and width, given as one number for both or as a pair; and what they mean for borders.
import { samePadding, type PaddingMode } from '../../core/network';

/** One number for both sides, or [height, width]. */
export type Sides = number | readonly [height: number, width: number];

export const pairOf = (sides: Sides): [height: number, width: number] =>
  typeof sides === 'number' ? [sides, sides] : [sides[0], sides[1]];

/** Rows or columns added at each border. */
export type Borders = readonly [top: number, bottom: number, left: number, right: number];

/** The borders of zeros that a window over x [b, h, w, c] needs, as TensorFlow puts them. */
export function bordersOf(
  [, height, width]: readonly number[],
  window: Sides,
  stride: Sides,
  padding: PaddingMode,
): Borders {
  if (padding === 'valid') return [0, 0, 0, 0];
  const [windowHeight, windowWidth] = pairOf(window);
  const [strideHeight, strideWidth] = pairOf(stride);
  const [top, bottom] = samePadding(height, windowHeight, strideHeight);
  const [left, right] = samePadding(width, windowWidth, strideWidth);
  return [top, bottom, left, right];
}
