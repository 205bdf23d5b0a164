// Lightness and colours of a data set's pictures, converted once each: every step draws pictures that earlier ones drew, and a
// conversion takes three cube roots a pixel, on the one thread that waits for the next step. The same numbers as without keeping.
import { labOf } from '../../core/labColour';
import type { LoadedDataset } from '../../datasets/define';

/** Of kept pictures, 2,730 of 64 x 64; the others are converted whenever they are drawn. */
export const MOST_KEPT_BYTES = 128 * 2 ** 20;

const VALUES_PER_PIXEL = 3;
const BYTES = 4;

const bytesOf = ([height, width]: LoadedDataset['shape']): number =>
  VALUES_PER_PIXEL * BYTES * height * width;

/** Bytes that pictures of this shape come to, so many of them. */
export const keptColourBytes = (shape: LoadedDataset['shape'], pictures: number): number =>
  Math.min(MOST_KEPT_BYTES, pictures * bytesOf(shape));

type Colours = ReturnType<typeof labOf>;

/** Reads pictures in colour as `labOf` has them, one after the other. @param most bytes that are kept */
export function keptColours(
  dataset: LoadedDataset,
  most: number = MOST_KEPT_BYTES,
): (indices: ArrayLike<number>) => Colours {
  const { shape } = dataset;
  const pixels = shape[0] * shape[1];
  const places = Math.floor(most / bytesOf(shape));
  const kept = new Map<number, Colours>();
  const one = (index: number): Colours => {
    const before = kept.get(index);
    if (before) return before;
    const made = labOf(dataset.read([index]).pixels);
    if (kept.size < places) kept.set(index, made);
    return made;
  };
  return (indices) => {
    const lightness = new Float32Array(indices.length * pixels);
    const colour = new Float32Array(2 * lightness.length);
    for (let i = 0; i < indices.length; i++) {
      const picture = one(indices[i]);
      lightness.set(picture.lightness, i * pixels);
      colour.set(picture.colour, 2 * i * pixels);
    }
    return { lightness, colour };
  };
}
