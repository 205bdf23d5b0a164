// Exponential moving average of a network's weights and moving statistics, bias-corrected (as Adam corrects its
// moments), from which samples are drawn: Karras et al. 2018, https://arxiv.org/abs/1710.10196.
import { add, mul, sub, tidy } from '@tensorflow/tfjs-core';
import type { Network } from '../engine/network';

/** Weight of the newest values after `updates` updates: (1 - d) / (1 - d^t). */
export const newestShare = (decay: number, updates: number): number => (1 - decay) / (1 - decay ** updates);

/** Moves `average` towards `latest`; both have the same description. `updates` counts from 1. */
export function updateAverage(average: Network, latest: Network, decay: number, updates: number): void {
  const share = newestShare(decay, updates);
  tidy(() => {
    for (const [i, { variable }] of average.weights.entries()) {
      variable.assign(add(variable, mul(sub(latest.weights[i].variable, variable), share)));
    }
  });
}
