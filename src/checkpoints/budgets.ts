// What a run file may ask for, checked before memory is taken: as much as the longest run that this page saves, with room
// to spare, and no more than a file of its size can stand for. Pure; where a number stands in the file is its reader's work.
import { RUN_PARAMS } from '../core/runParams';
import { DamagedRunError, OversizedRunError } from './errors';

/** Words and numbers of the longest run are a few MiB; whoever reads them makes objects many times as large. */
export const MOST_HEADER_BYTES = 32 * 2 ** 20;
/** Numbers of the history: the most points that are kept, of thirty series each. */
export const MOST_HISTORY_NUMBERS = 6_000_000;
/** A run keeps 200 frames and 2000 measurements. */
export const MOST_FRAMES = 400;
export const MOST_MEASURES = 4000;
const MOST_TENSORS = 20_000;
/** Unpacked bytes whatever the file's size, and for each of its bytes: black frames pack very well, weights do not. */
const FREE_BYTES = 2 ** 28;
const BYTES_PER_BYTE = 8;

const steps = RUN_PARAMS.find(({ id }) => id === 'steps');
/** The most steps that a run can be given. */
export const MOST_STEPS = steps?.kind === 'integer' ? steps.max : Number.MAX_SAFE_INTEGER;
const MOST_UPDATES = MOST_STEPS * 100;
/** Until when a date can be named (ECMA-262, 21.4.1.1). */
const MOST_TIME_MS = 8.64e15;

const within = (what: string, value: number, most: number): number => {
  if (value <= most) return value;
  throw new DamagedRunError(`${what} is ${value}, at most ${most} is possible`);
};

export const checkStep = (step: number, what = 'step'): number => within(what, step, MOST_STEPS);
export const checkUpdates = (updates: number, what: string): number => within(what, updates, MOST_UPDATES);
export const checkTime = (time: number, what: string): number => within(what, time, MOST_TIME_MS);

/** @throws OversizedRunError for more of something than a run of this page has */
export function checkAmount(amount: number, most: number, what: string): void {
  if (amount > most) throw new OversizedRunError(`It has ${amount} ${what}; ${most} are the most.`);
}

/** @throws OversizedRunError for a list of tensors that no run of this page has */
export const checkTensors = (tensors: number): void => checkAmount(tensors, MOST_TENSORS, 'tensors');

/** Counts what is unpacked of one file. */
export class UnpackBudget {
  #left: number;

  /** @param fileBytes size of the run file */
  constructor(private readonly fileBytes: number) {
    this.#left = FREE_BYTES + BYTES_PER_BYTE * fileBytes;
  }

  /** Call before `bytes` are unpacked. @throws OversizedRunError when a file of this size cannot hold that much */
  take(bytes: number, what: string): void {
    if (bytes > this.#left) {
      throw new OversizedRunError(
        `${what} would unpack to ${bytes} bytes; of a file of ${this.fileBytes} bytes ${this.#left} are left to take.`,
      );
    }
    this.#left -= bytes;
  }
}
