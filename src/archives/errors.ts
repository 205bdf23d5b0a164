// What can go wrong with a zip as such; what it should have held is the caller's matter.
import { GanvasError } from '../core/errors';

/** The file is no zip. */
export class ForeignZipError extends GanvasError {}

/** The file is a zip, but bytes are missing or changed. */
export class DamagedZipError extends GanvasError {
  constructor(readonly problem: string) {
    super(`The zip is damaged: ${problem}.`, 'Use another copy of the file, or pack it again.');
  }
}

/** One file of a zip is packed as this page cannot unpack it, or too large. */
export class UnreadableEntryError extends GanvasError {
  constructor(
    readonly problem: string,
    hint = 'Pack it again with the plain zip method (deflate), without a password.',
  ) {
    super(`${problem}.`, hint);
  }
}
