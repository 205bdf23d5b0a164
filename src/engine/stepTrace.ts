// What a recorded step did, to tell whether two recordings did the same although their memory lay elsewhere.

export interface StepTrace {
  /** What must be the same to the letter: names of commands, their number. */
  readonly text: string;
  /** Arguments, in order. */
  readonly values: ArrayLike<number>;
  /** For each argument the place in the recording's own memory that it would be as an address; -1 when it is none. */
  readonly places: ArrayLike<number>;
}

/** A trace of words alone. */
export const textTrace = (text: string): StepTrace => ({ text, values: [], places: [] });

/**
 * Whether two recordings did the same. Whether an argument is a number or an address cannot be told from it: it is the
 * same when it is equal, as numbers are, or when it names the same place of either recording's memory, as addresses do.
 */
export function isSameTrace(a: StepTrace, b: StepTrace): boolean {
  if (a.text !== b.text || a.values.length !== b.values.length) return false;
  for (let i = 0; i < a.values.length; i++) {
    const isSamePlace = a.places[i] >= 0 && a.places[i] === b.places[i];
    if (!isSamePlace && !Object.is(a.values[i], b.values[i])) return false;
  }
  return true;
}
