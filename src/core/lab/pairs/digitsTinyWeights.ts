import { definePair } from '../define';
import { DIGITS, DIGIT_DATASETS, DIGIT_RULES } from './digits';

/** What batch normalization is for in a GAN: Radford et al. 2015, https://arxiv.org/abs/1511.06434, section 3. */
export const digitsTinyWeights = definePair({
  id: 'digits-tiny-weights',
  title: 'Digits: one, or all ten',
  summary: 'Tiny first weights and no normalization draw one digit or two; the usual ones draw ten.',
  lookFor:
    'On the left every picture is the same, and so is the next one that they all turn into: one digit or two, however different the noise. On the right all ten stand side by side within a minute.',
  brokenWord: 'collapsed',
  seed: 1,
  datasets: DIGIT_DATASETS,
  shared: { ...DIGITS, steps: 400 },
  broken: {
    title: 'Tiny weights, no normalization',
    why: 'Almost all noise is drawn as one picture at first, and nothing asks for a second one.',
    settings: { initScale: 0.05, normG: 'none', normD: 'none' },
  },
  mended: {
    title: 'Usual weights, batch normalization',
    why: 'Within a batch every layer’s outputs are spread to one size, so different noise stays different.',
    settings: { initScale: 1, normG: 'model', normD: 'model' },
  },
  keeps: 'none',
  rules: DIGIT_RULES,
});
