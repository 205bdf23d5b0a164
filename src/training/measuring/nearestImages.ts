// The training images nearest to a picture, pixel by pixel, over the whole data set: is the generator copying? Exact,
// and it needs no evaluator.
import { AbortedError, InvalidValueError } from '../../core/errors';
import type { ImageBatch } from '../../core/history';
import type { LoadedDataset } from '../../datasets/define';
import { nextTask } from '../yielding';

/** Images that are looked at without a pause. */
const AT_ONCE = 1024;

interface Found {
  readonly index: number;
  readonly squared: number;
}

/** Squared distance of two images, given up beyond `most`. */
function squaredDistance(a: Uint8Array, pixels: Uint8Array, start: number, most: number): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) {
    const difference = a[i] - pixels[start + i];
    sum += difference * difference;
    if ((i & 63) === 63 && sum > most) return Infinity;
  }
  return sum;
}

/**
 * @param image one image in the shape of the data set
 * @returns the images, nearest first, and the root mean square difference of each per pixel, 0..255
 * @throws InvalidValueError for another shape, AbortedError when cancelled
 */
export async function nearestImages(
  image: ImageBatch,
  dataset: LoadedDataset,
  count: number,
  signal: AbortSignal,
): Promise<{ readonly images: ImageBatch; readonly distances: readonly number[] }> {
  const [height, width, channels] = dataset.shape;
  const volume = height * width * channels;
  if (image.pixels.length !== volume) {
    throw new InvalidValueError(
      `The picture has ${image.pixels.length} values; images of this data set have ${volume}.`,
      'Choose a sample of the open run.',
    );
  }
  let best: Found[] = [];
  for (let start = 0; start < dataset.size; start += AT_ONCE) {
    if (signal.aborted) throw new AbortedError('The search');
    const length = Math.min(AT_ONCE, dataset.size - start);
    const { pixels } = dataset.read(Uint32Array.from({ length }, (_, i) => start + i));
    for (let i = 0; i < length; i++) {
      const most = best.length < count ? Infinity : best[best.length - 1].squared;
      const squared = squaredDistance(image.pixels, pixels, i * volume, most);
      if (squared >= most) continue;
      best = [...best, { index: start + i, squared }].sort((a, b) => a.squared - b.squared).slice(0, count);
    }
    await nextTask();
  }
  const { pixels } = dataset.read(best.map(({ index }) => index));
  return {
    images: { count: best.length, height, width, channels, pixels },
    distances: best.map(({ squared }) => Math.sqrt(squared / volume)),
  };
}
