// Where two batches of the same pictures differ. Pure.
import type { ImageBatch } from '../../core/history';

/** Differences are shown this many times as large: few are large enough to see. */
export const DIFFERENCE_GAIN = 8;

/** Absolute difference of each byte, times `DIFFERENCE_GAIN`; as many images as both have. */
export function differenceImages(a: ImageBatch, b: ImageBatch): ImageBatch {
  const count = Math.min(a.count, b.count);
  const pixels = new Uint8Array(count * a.height * a.width * a.channels);
  for (let i = 0; i < pixels.length; i++) {
    pixels[i] = Math.min(255, DIFFERENCE_GAIN * Math.abs(a.pixels[i] - b.pixels[i]));
  }
  return { ...a, count, pixels };
}
