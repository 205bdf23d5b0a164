// Where a run that trains pauses by itself: at whole multiples of what it was asked, so that it does not matter how often it
// was paused, saved or opened between. Pure.
import type { PauseEvery } from '../core/pageLock/define';

export interface PauseAt {
  /** Steps in all. */
  readonly step: number;
  /** Seconds of training in all. */
  readonly seconds: number;
  /** Whether a person decided beforehand that it pauses there. */
  readonly byBudget: boolean;
}

export const NO_PAUSE: PauseAt = { step: Infinity, seconds: Infinity, byBudget: false };

const nextMultiple = (of: number, after: number): number => (Math.floor(after / of) + 1) * of;

/** @param seconds of training so far */
export function nextPause(every: PauseEvery | null, step: number, seconds: number): PauseAt {
  if (every === null) return NO_PAUSE;
  const at =
    'steps' in every
      ? { step: nextMultiple(every.steps, step) }
      : { seconds: nextMultiple(60 * every.minutes, seconds) };
  return { ...NO_PAUSE, ...at, byBudget: true };
}
