// What the pairs on digits share: the default networks, small batches, and the digits that the page draws by itself.
import type { LabRule, LabSettings } from '../define';

export const DIGITS: LabSettings = {
  dataset: 'synthetic-digits',
  model: 'dcgan-light',
  batch: 32,
  sampleEvery: 10,
  measureEvery: 40,
  measureSamples: 500,
};

/** Those that the page draws, and real ones. */
export const DIGIT_DATASETS: readonly string[] = ['synthetic-digits', 'mnist'];

export const DIGIT_RULES: { readonly broken: readonly LabRule[]; readonly healthy: readonly LabRule[] } = {
  broken: [
    { figure: 'modes', atMost: 2 },
    { figure: 'kl', atLeast: 1.5 },
  ],
  healthy: [
    { figure: 'modes', atLeast: 10 },
    { figure: 'kl', atMost: 0.2 },
  ],
};
