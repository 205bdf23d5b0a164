// What several pairs share: the ring of eight clusters, and networks small enough to train in seconds on one thread.
import type { LabRule, LabSettings } from '../define';

export const RING: LabSettings = {
  dataset: 'points-ring',
  'dataset.deviation': 0.05,
  model: 'gan-mlp',
  'model.width': 64,
  'model.latentSize': 16,
  sampleEvery: 25,
  measureEvery: 50,
  measureSamples: 500,
};

/** A generator that runs ahead of a slow discriminator: wherever that one is fooled now, all points go. */
export const HASTY: LabSettings = { learningRateG: 2e-3, learningRateD: 5e-4 };

export const RING_RULES: { readonly broken: readonly LabRule[]; readonly healthy: readonly LabRule[] } = {
  broken: [
    { figure: 'modes', atMost: 3 },
    { figure: 'kl', atLeast: 1 },
  ],
  healthy: [
    { figure: 'modes', atLeast: 6 },
    { figure: 'kl', atMost: 0.4 },
    { figure: 'good', atLeast: 0.2 },
  ],
};
