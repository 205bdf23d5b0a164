// Sizes along height and width, given as one number for both or as a pair; and what they mean for borders.
import { pairOf, samePadding, type PaddingMode, type Sides } from '../../core/network';

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
