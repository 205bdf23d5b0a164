// Exponential moving average of a network's weights and moving statistics, bias-corrected (as Adam corrects its
// moments), from which samples are drawn: Karras et al. 2018, https://arxiv.org/abs/1710.10196.
import type { Network } from '../engine/network';
import { moveTowards } from '../engine/ops/lerp';

/** Weight of the newest values after `updates` updates: (1 - d) / (1 - d^t). */
export const newestShare = (decay: number, updates: number): number => (1 - decay) / (1 - decay ** updates);

/** Moves `average` towards `latest`; both have the same description. `updates` counts from 1. */
export function updateAverage(average: Network, latest: Network, decay: number, updates: () => number): void {
  moveTowards(
    average.weights.map((w) => w.variable),
    latest.weights.map((w) => w.variable),
    () => newestShare(decay, updates()),
  );
}
