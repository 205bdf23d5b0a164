import { definePair } from '../define';
import { DIGITS, DIGIT_DATASETS, DIGIT_RULES } from './digits';

export const digitsSlowDiscriminator = definePair({
  id: 'digits-slow-discriminator',
  title: 'Digits: police that sleep, or keep up',
  summary:
    'A discriminator that learns 200 times too slowly takes blots for digits, and nothing drives the generator on.',
  lookFor:
    'On the left the forger draws blots, which a classifier reads as one digit or a few: the police hardly tell them from real ones (accuracy near 50 %), so nothing drives it on. On the right each answer of the police drives it on, to all ten.',
  brokenWord: 'lost',
  seed: 1,
  datasets: DIGIT_DATASETS,
  shared: { ...DIGITS, learningRateG: 4e-3, steps: 400 },
  broken: {
    title: 'Discriminator’s learning rate 0.00002',
    why: 'What fooled the police a hundred steps ago still does, so there is nothing to learn from it.',
    settings: { learningRateD: 2e-5 },
  },
  mended: {
    title: 'Discriminator’s learning rate 0.004',
    why: 'Whatever the forger repeats is soon known, so it has to move on to what it has not drawn yet.',
    settings: { learningRateD: 4e-3 },
  },
  keeps: 'both',
  rules: DIGIT_RULES,
});
