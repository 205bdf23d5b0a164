// Whether a build is slower than another, from the ratios of rounds that were measured in turns: a median, the interval
// that it lies in, and what follows from it. Measures nothing.
import { median, type Timing } from '../statistics';

export interface Interval {
  readonly low: number;
  readonly high: number;
}

export type Verdict = 'holds' | 'worse' | 'unclear';

const CONFIDENCE = 0.95;

/**
 * Where the median of the values' distribution lies, whatever its shape: order statistics that hold it with 95 %
 * (Conover 1999, section 3.2), or all values where there are fewer than six.
 */
export function medianInterval(values: readonly number[]): Interval {
  const sorted = values.toSorted((a, b) => a - b);
  const n = sorted.length;
  let cut = 0;
  let outside = 2 ** -n; // chance that fewer than `cut + 1` values lie below the median
  let term = outside;
  while (cut + 1 < n / 2) {
    term *= (n - cut) / (cut + 1);
    if (2 * (outside + term) > 1 - CONFIDENCE) break;
    outside += term;
    cut++;
  }
  return { low: sorted[cut] ?? NaN, high: sorted[n - 1 - cut] ?? NaN };
}

/** Ratio of the medians of each round, second to first: above 1 the second takes longer. */
export const roundRatios = (first: Timing, second: Timing): number[] =>
  first.rounds.map((round, i) => median(second.rounds[i]) / median(round));

/** Rounds from which on the interval above says anything with 95 %. */
export const LEAST_ROUNDS = 6;

/** @param most greatest ratio that still holds, for example 1.02. Of too few rounds nothing follows. */
export function verdictOf(ratios: readonly number[], most: number): Verdict {
  if (ratios.length < LEAST_ROUNDS) return 'unclear';
  const { low, high } = medianInterval(ratios);
  if (high <= most) return 'holds';
  return low > most ? 'worse' : 'unclear';
}
