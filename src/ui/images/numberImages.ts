// Pictures of numbers as bytes for a canvas: grey from the lowest to the highest, or two hues for both signs. Pure.
import type { ImageBatch } from '../../core/history';
import type { NumberPictures } from '../../protocol';

export interface NumberRange {
  readonly least: number;
  readonly most: number;
}

/** Of all numbers that are there; 0..0 where none is. */
export function rangeOf(values: ArrayLike<number>): NumberRange {
  let [least, most] = [Infinity, -Infinity];
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i])) continue;
    least = Math.min(least, values[i]);
    most = Math.max(most, values[i]);
  }
  return least <= most ? { least, most } : { least: 0, most: 0 };
}

/** Grey pictures, black the least and white the most. @param alone each picture by a range of its own */
export function greyImages({ count, height, width, values }: NumberPictures, alone: boolean): ImageBatch {
  const area = height * width;
  const pixels = new Uint8Array(values.length);
  const all = rangeOf(values);
  for (let i = 0; i < count; i++) {
    const own = values.subarray(i * area, (i + 1) * area);
    const { least, most } = alone ? rangeOf(own) : all;
    const scale = most > least ? 255 / (most - least) : 0;
    for (let at = 0; at < area; at++) {
      const value = own[at];
      pixels[i * area + at] = Number.isFinite(value) ? Math.round((value - least) * scale) : 0;
    }
  }
  return { count, height, width, channels: 1, pixels };
}

/** Green for more real and orange for more fake, as everywhere on the page (Okabe & Ito's safe hues). */
const [UP, DOWN] = [
  [0, 158, 115],
  [230, 130, 0],
] as const;

/**
 * A picture with signed numbers over it: the picture fades to grey, and each pixel takes on the hue of its number's sign.
 * @param slopes [height * width * channels]; of several channels the sum counts
 */
export function overlaid(picture: ImageBatch, slopes: ArrayLike<number>): ImageBatch {
  const { height, width, channels } = picture;
  const area = height * width;
  const sums = Float32Array.from({ length: area }, (_, at) => {
    let sum = 0;
    for (let c = 0; c < channels; c++) sum += slopes[at * channels + c];
    return sum;
  });
  const most = sums.reduce((top, value) => Math.max(top, Math.abs(value)), 0);
  const pixels = new Uint8Array(area * 3);
  for (let at = 0; at < area; at++) {
    let light = 0;
    for (let c = 0; c < channels; c++) light += picture.pixels[at * channels + c] / channels;
    const grey = 96 + light / 4;
    const share = most > 0 ? Math.sqrt(Math.abs(sums[at]) / most) : 0;
    const hue = sums[at] >= 0 ? UP : DOWN;
    for (let c = 0; c < 3; c++) pixels[3 * at + c] = Math.round(grey * (1 - share) + hue[c] * share);
  }
  return { count: 1, height, width, channels: 3, pixels };
}
