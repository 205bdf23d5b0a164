// A data set whose images all lie one after another, in memory or in a file. Knows no format.
import { InvalidValueError } from '../core/errors';
import type { LoadedDataset } from './define';
import { pixelsInMemory, type Pixels } from './pixels';

export interface ImageArray {
  readonly shape: readonly [number, number, number];
  /** Image after image, rows, channels last. */
  readonly pixels: Uint8Array | Pixels;
  /** Class of each image, or null. */
  readonly labels: Uint8Array | null;
  readonly classNames: readonly string[] | null;
  /** The images that take part, by their place in `pixels`; all when absent. */
  readonly chosen?: Uint32Array;
  /** Places in `pixels` of images that are held back. */
  readonly heldBack?: readonly number[];
}

/** Serves images from where they lie; `pixels` and `labels` are referred to, not copied. */
export function arrayDataset(images: ImageArray): LoadedDataset {
  const { shape, labels, classNames, chosen } = images;
  const pixels = images.pixels instanceof Uint8Array ? pixelsInMemory(images.pixels) : images.pixels;
  const volume = shape[0] * shape[1] * shape[2];
  const size = chosen?.length ?? pixels.length / volume;
  const heldBack = new Set(images.heldBack);
  const apart = Uint32Array.from({ length: size }, (_, i) => i).filter((i) =>
    heldBack.has(chosen ? chosen[i] : i),
  );
  return {
    shape,
    size,
    classNames,
    ...(apart.length > 0 && apart.length < size && { apart }),
    read(indices) {
      const out = new Uint8Array(indices.length * volume);
      const classes = labels ? new Uint8Array(indices.length) : null;
      for (let i = 0; i < indices.length; i++) {
        const index = checkIndex(indices[i], size);
        const place = chosen ? chosen[index] : index;
        pixels.copy(place * volume, volume, out, i * volume);
        if (classes && labels) classes[i] = labels[place];
      }
      return { pixels: out, labels: classes };
    },
  };
}

/** @throws InvalidValueError unless 0 <= index < size */
export function checkIndex(index: number, size: number): number {
  if (Number.isInteger(index) && index >= 0 && index < size) return index;
  throw new InvalidValueError(
    `Image ${index} was asked for; the data set has ${size} images.`,
    `Ask for a whole number from 0 to ${size - 1}.`,
  );
}
