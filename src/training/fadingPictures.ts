// Real pictures while a new size is faded in: what the new size adds counts as much as it does in the generator's (Karras et
// al. 2018, https://arxiv.org/abs/1710.10196, figure 2).
import type { LoadedDataset } from '../datasets/define';
import { toSignedUnit } from '../datasets/sampling';

/** How pictures are faded: the side of the squares that were one pixel before, and how much counts of what is in them. */
export interface Fading {
  readonly square: number;
  /** 0 to 1. */
  readonly share: number;
}

/**
 * Brings every value towards the mean of its square, in place; a whole number of squares fits the sides.
 * @param values [count * height * width * channels]
 */
export function fade(
  values: Float32Array,
  [, width, channels]: readonly [number, number, number],
  { square, share }: Fading,
): void {
  const row = width * channels;
  for (let top = 0; top < values.length / row; top += square)
    for (let left = 0; left < width; left += square)
      for (let channel = 0; channel < channels; channel++) {
        const first = top * row + left * channels + channel;
        let sum = 0;
        for (let y = 0; y < square; y++)
          for (let x = 0; x < square; x++) sum += values[first + y * row + x * channels];
        const mean = sum / square ** 2;
        for (let y = 0; y < square; y++)
          for (let x = 0; x < square; x++) {
            const at = first + y * row + x * channels;
            values[at] = mean + share * (values[at] - mean);
          }
      }
}

/** The same pictures as a step sees them; `fading` is asked whenever some are read, and null where nothing is faded. */
export const fadingPictures = (dataset: LoadedDataset, fading: () => Fading | null): LoadedDataset => ({
  ...dataset,
  read: (indices) => dataset.read(indices),
  readValues(indices) {
    const values = dataset.readValues?.(indices) ?? toSignedUnit(dataset.read(indices).pixels);
    const now = fading();
    if (now) fade(values, dataset.shape, now);
    return values;
  },
});
