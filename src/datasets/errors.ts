// Errors of data sets: a file that is not what it should be, and a data set that cannot be had at all.
import { AbortedError, GanvasError } from '../core/errors';

/** A file is truncated, damaged or of the wrong kind; the message says what was expected and what came. */
export class DatasetFileError extends GanvasError {}

/** One place where a file was looked for, and why it could not be had there. */
export interface SourceAttempt {
  readonly source: string;
  readonly reason: string;
}

/** No source gave the data; the message lists each one tried with its failure. */
export class DatasetUnavailableError extends GanvasError {
  constructor(
    message: string,
    hint: string,
    readonly attempts: readonly SourceAttempt[] = [],
  ) {
    const tried = attempts.map(({ source, reason }) => `${source}: ${reason}`).join('; ');
    super(tried === '' ? message : `${message} Tried ${tried}.`, hint);
  }
}

/** @throws AbortedError when the signal has been given */
export function throwIfAborted(signal: AbortSignal, what: string): void {
  if (signal.aborted) throw new AbortedError(what);
}

/** The message of anything thrown, without a full stop at its end. */
export const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/\.$/, '');
