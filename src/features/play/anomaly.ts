// What an anomaly score means, and where a picture differs from what the generator can draw. Pure.
import type { ImageBatch } from '../../core/history';
import type { UsualScores } from '../../protocol';

/** How many of the usual scores are lower. @param scores the least first */
export const lowerThan = (score: number, { scores }: Pick<UsualScores, 'scores'>): number =>
  scores.reduce((count, one) => count + (one < score ? 1 : 0), 0);

/** Light grows with the number, and the hue goes from blue to yellow, so that it reads without red or green (after cividis). */
const HEAT = [
  [0, 34, 78],
  [87, 92, 109],
  [165, 156, 116],
  [254, 232, 56],
] as const;

/** A colour of the scale, 0..1. */
export function heatColour(share: number): readonly [number, number, number] {
  const at = Math.max(0, Math.min(1, share)) * (HEAT.length - 1);
  const from = Math.min(HEAT.length - 2, Math.floor(at));
  const mix = (c: 0 | 1 | 2): number =>
    Math.round(HEAT[from][c] + (at - from) * (HEAT[from + 1][c] - HEAT[from][c]));
  return [mix(0), mix(1), mix(2)];
}

/** What stands for the picture under the heat: a trace of its light. */
const TRACE = 0.25;

/**
 * Where a picture differs, over a trace of the picture.
 * @param differences [height * width * channels], 0..1; of several channels the mean counts
 * @param most the difference that is drawn brightest
 */
export function heatMap(picture: ImageBatch, differences: ArrayLike<number>, most: number): ImageBatch {
  const { height, width, channels } = picture;
  const pixels = new Uint8Array(3 * height * width);
  for (let at = 0; at < height * width; at++) {
    let [difference, light] = [0, 0];
    for (let c = 0; c < channels; c++) {
      difference += differences[at * channels + c] / channels;
      light += picture.pixels[at * channels + c] / channels;
    }
    const share = most > 0 ? Math.min(1, difference / most) : 0;
    const trace = TRACE * light * (1 - share);
    heatColour(share).forEach((value, c) => (pixels[3 * at + c] = Math.min(255, Math.round(value + trace))));
  }
  return { count: 1, height, width, channels: 3, pixels };
}

/** Where the difference is largest, from 1. */
export function strongestAt(
  { width, channels }: ImageBatch,
  differences: ArrayLike<number>,
): { readonly row: number; readonly column: number } {
  let most = 0;
  for (let i = 1; i < differences.length; i++) if (differences[i] > differences[most]) most = i;
  const pixel = Math.floor(most / channels);
  return { row: Math.floor(pixel / width) + 1, column: (pixel % width) + 1 };
}
