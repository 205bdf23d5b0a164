// What the first images of a generator from a file say of it: whether they are numbers at all, whether noise changes them, and
// whether they fill the range that pictures have here.
import { GanvasError } from '../core/errors';

/** Its weights are numbers, and what it draws with them is none. */
export class OverflowingModelError extends GanvasError {}

/** Beyond -1 and 1 by as much nothing is lost that is seen. */
const CUT_OFF = 0.05;
/** Half a step of 8-bit pixels. */
const UNSEEN = 1 / 255;

const short = (value: number): string => String(Number(value.toPrecision(3)));

function bounds(values: Float32Array): [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}

/**
 * @param values of `count` images from as many noises, which should lie from -1 to 1
 * @returns what a person should know, one sentence each
 * @throws OverflowingModelError for values that are not finite
 */
export function notesOnImages(values: Float32Array, count: number): readonly string[] {
  const broken = values.reduce((sum, value) => sum + (Number.isFinite(value) ? 0 : 1), 0);
  if (broken > 0) {
    throw new OverflowingModelError(
      `The model draws nothing: ${broken} of the ${values.length} values of its first images are no finite numbers.`,
      'Its weights are so large that sums of them overflow; use a copy from before it diverged.',
    );
  }
  const [low, high] = bounds(values);
  if (high - low < UNSEEN) return [`It draws one flat grey, ${short(low)} of -1 to 1, whatever the noise.`];
  const notes: string[] = [];
  const size = values.length / count;
  const first = values.subarray(0, size);
  if (count > 1 && values.every((value, i) => Math.abs(value - first[i % size]) < UNSEEN))
    notes.push('It draws the same image whatever the noise.');
  if (low < -1 - CUT_OFF || high > 1 + CUT_OFF) {
    notes.push(
      `Its pixels go from ${short(low)} to ${short(high)}; here -1 is black and 1 is white, and what lies beyond is cut off.`,
    );
  }
  return notes;
}
