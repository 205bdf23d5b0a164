// Which way round pictures are: light on a dark ground, as MNIST is, or dark on a light one, as ink on paper. Pure.
import type { ImageBatch } from '../../core/history';

/** Whether the outermost pixels of all pictures are dark on average. */
export function darkAround({ count, height, width, channels, pixels }: ImageBatch): boolean {
  let [sum, seen] = [0, 0];
  for (let at = 0; at < count * height * width; at++) {
    const [x, y] = [at % width, Math.floor(at / width) % height];
    if (x > 0 && x < width - 1 && y > 0 && y < height - 1) continue;
    for (let c = 0; c < channels; c++) sum += pixels[at * channels + c];
    seen += channels;
  }
  return sum < 127.5 * seen;
}

/** Black for white and white for black. */
export const inverted = (batch: ImageBatch): ImageBatch => ({
  ...batch,
  pixels: batch.pixels.map((value) => 255 - value),
});
