// Which images a training step sees, and how their bytes become the numbers that networks take.
import { createRandom } from '../core/random';

/** Keeps these draws apart from every other use of a run's seed. */
const BATCH_STREAM = 0x62617463;

/**
 * Indices of one batch, drawn with replacement: a function of its arguments alone, so a resumed run sees the same
 * images as one that never stopped.
 * @param step training step, from 0
 * @param micro number of the batch within the step, from 0
 * @param batch how many indices
 * @param size images in the data set; indices run from 0 to size - 1
 */
export function batchIndices(
  seed: number,
  step: number,
  micro: number,
  batch: number,
  size: number,
): Int32Array {
  const random = createRandom(seed, BATCH_STREAM, step, micro);
  return Int32Array.from({ length: batch }, () => random.int(size));
}

const SIGNED_UNIT = Float32Array.from({ length: 256 }, (_, value) => value / 127.5 - 1);

/** Bytes 0..255 as numbers from -1 to 1, the range of tanh, in `values`: a new array unless given. */
export function toSignedUnit(
  pixels: Uint8Array,
  values: Float32Array = new Float32Array(pixels.length),
): Float32Array {
  for (let i = 0; i < pixels.length; i++) values[i] = SIGNED_UNIT[pixels[i]];
  return values;
}
