// Medians, spreads and ratios of timings, and the round-robin that makes them comparable. Measures nothing itself.

/** Middle value; the mean of the two middle ones for an even count. NaN of nothing. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** Linear interpolation between the order statistics (Hyndman & Fan 1996, type 7). @param share 0..1 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const position = (sorted.length - 1) * share;
  const below = Math.floor(position);
  const [low = NaN, high = low] = sorted.slice(below, below + 2);
  return low + (high - low) * (position - below);
}

/** One competitor of a comparison; `round` measures for a while and gives the milliseconds of each repetition. */
export interface Contestant {
  readonly name: string;
  round(): Promise<readonly number[]>;
}

/** Timings of one contestant, round by round. */
export interface Timing {
  readonly name: string;
  /** Milliseconds of every repetition, one list per round. */
  readonly rounds: readonly (readonly number[])[];
  /** Median of all repetitions of all rounds. */
  readonly medianMs: number;
  /** First and third quartile of all repetitions. */
  readonly quartilesMs: readonly [number, number];
}

export function summarize(name: string, rounds: readonly (readonly number[])[]): Timing {
  const all = rounds.flat();
  return {
    name,
    rounds,
    medianMs: median(all),
    quartilesMs: [quantile(all, 0.25), quantile(all, 0.75)],
  };
}

/**
 * Lets the contestants run one after the other, round by round, each round starting one further on, so that whatever
 * else the machine does falls on all of them alike.
 */
export async function interleave(contestants: readonly Contestant[], rounds: number): Promise<Timing[]> {
  const measured = contestants.map((): (readonly number[])[] => []);
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < contestants.length; turn++) {
      const who = (round + turn) % contestants.length;
      measured[who].push(await contestants[who].round());
    }
  }
  return contestants.map(({ name }, i) => summarize(name, measured[i]));
}

/** How many times as fast `ours` is as `peer`: the median over rounds of the ratio of each round's medians. */
export function speedup(ours: Timing, peer: Timing): number {
  return median(ours.rounds.map((round, i) => median(peer.rounds[i]) / median(round)));
}

/** The contestant with the least median. @throws RangeError of none */
export function fastest(timings: readonly Timing[]): Timing {
  const [first, ...rest] = timings;
  if (!first) throw new RangeError('There is no timing to choose from.');
  return rest.reduce((best, timing) => (timing.medianMs < best.medianMs ? timing : best), first);
}
