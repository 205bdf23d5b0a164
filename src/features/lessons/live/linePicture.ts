// Where points, the line and the losses lie in a picture of 100 by 80. Pure.
import type { StraightLine } from '../../../protocol';

const [LEFT, RIGHT] = [-2, 5];
const [BOTTOM, TOP] = [-6, 10];
const SPAN = { width: 100, height: 80 };

export interface PicturePoint {
  readonly x: number;
  readonly y: number;
}

export const toPicture = (x: number, y: number): PicturePoint => ({
  x: ((x - LEFT) / (RIGHT - LEFT)) * SPAN.width,
  y: (1 - (y - BOTTOM) / (TOP - BOTTOM)) * SPAN.height,
});

/** Both ends at the sides of the picture. */
export const lineEnds = ({ slope, offset }: StraightLine): readonly [PicturePoint, PicturePoint] => [
  toPicture(LEFT, slope * LEFT + offset),
  toPicture(RIGHT, slope * RIGHT + offset),
];

/** On a logarithmic scale from the first loss down to a millionth of it; null with fewer than two. */
export function curvePath(losses: readonly number[]): string | null {
  const [first] = losses;
  if (losses.length < 2 || !(first > 0)) return null;
  const at = (loss: number, i: number): string => {
    const depth = -Math.log10(Math.max(loss, first * 1e-6) / first) / 6;
    const x = (i / (losses.length - 1)) * SPAN.width;
    return `${x.toFixed(2)} ${(4 + Math.max(-0.05, depth) * (SPAN.height - 6)).toFixed(2)}`;
  };
  return `M${losses.map(at).join('L')}`;
}
