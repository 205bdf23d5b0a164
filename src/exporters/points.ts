// Samples that are points of two numbers, and which files can hold them: they are no pictures.
import { InvalidValueError } from '../core/errors';
import type { ImageFileFormat } from '../protocol';

const MOST_POINTS = 1_000_000;

/** @throws InvalidValueError for a picture format, or for a number that no file holds */
export function checkPoints(format: ImageFileFormat, count: number): void {
  if (format !== 'npy') {
    throw new InvalidValueError(
      `The samples are points of 2 numbers; ${format} holds pictures.`,
      'Choose NPY, which keeps the points as numbers from -1 to 1.',
    );
  }
  if (Number.isInteger(count) && count >= 1 && count <= MOST_POINTS) return;
  throw new InvalidValueError(`${count} points were asked for.`, `Ask for 1 to ${MOST_POINTS}.`);
}
