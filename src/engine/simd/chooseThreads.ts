// How many threads pay on this device. What a browser says of its cores is no answer: WebKit tells four on a machine of two, where four
// threads wait for each other, and a phone counts slow cores with the quick ones. So a piece of work like a training step's is
// timed on all, on half of them, and so on; the fewest that are as quick as any remain. Results do not depend on it.
import { ones, tidy, conv2d, relu, type Tensor4D } from '@tensorflow/tfjs-core';
import type { SimdModule } from './module';

export interface TimedThreads {
  readonly threads: number;
  readonly medianMs: number;
}

/** More threads must be so much quicker to be taken: what they wait for is lost to the page and to everything else. */
const WORTHWHILE = 1.05;
/** Rounds of all counts: at least so many, then while there is time, at most so many. */
const [LEAST_ROUNDS, MOST_ROUNDS, BUDGET_MS] = [3, 9, 60] as const;
/** Convolutions in one timing. */
const REPEATED = 4;

/** All, half of them, and so on down to one. */
export function threadCounts(most: number): number[] {
  const counts: number[] = [];
  for (let count = most; count >= 1; count = Math.floor(count / 2)) counts.push(count);
  return counts;
}

/** The fewest threads than which no others are clearly quicker. */
export function fewestAsQuick(timed: readonly TimedThreads[]): number {
  const best = Math.min(...timed.map(({ medianMs }) => medianMs));
  const enough = timed.filter(({ medianMs }) => medianMs <= best * WORTHWHILE);
  return Math.min(...enough.map(({ threads }) => threads));
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/**
 * Leaves the module with the threads that pay, and ends the others. The module's backend is the current one.
 * @param now milliseconds
 */
export function chooseThreads(module: SimdModule, now = (): number => performance.now()): void {
  const counts = threadCounts(module.threads);
  const times = counts.map((): number[] => []);
  const started = now();
  tidy(() => {
    // A light generator's middle layer, small enough that threads must meet often.
    const [input, filter]: Tensor4D[] = [ones([8, 14, 14, 32]), ones([3, 3, 32, 32])];
    for (let round = 0; round < MOST_ROUNDS; round++) {
      if (round >= LEAST_ROUNDS && now() - started > BUDGET_MS) break;
      for (const [at, count] of counts.entries()) {
        module.useThreads(count);
        const from = now();
        for (let i = 0; i < REPEATED; i++) relu(conv2d(input, filter, 1, 'same'));
        times[at]?.push(now() - from);
      }
    }
  });
  module.useThreads(
    fewestAsQuick(counts.map((threads, at) => ({ threads, medianMs: median(times[at] ?? []) }))),
  );
  module.endResting();
}
