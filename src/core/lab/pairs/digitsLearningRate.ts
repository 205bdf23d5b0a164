import { definePair } from '../define';
import { DIGITS, DIGIT_DATASETS, DIGIT_RULES } from './digits';

export const digitsLearningRate = definePair({
  id: 'digits-learning-rate',
  title: 'Digits: steps too large, or right',
  summary: 'Learning rates of 0.1 begin with several digits and end with a single one that never changes.',
  lookFor:
    'On the left digits come quickly, and are lost again: within a hundred steps every picture is the same, accuracy goes to 100 %, and it stays so. On the right all ten are drawn.',
  brokenWord: 'collapsed',
  seed: 1,
  datasets: DIGIT_DATASETS,
  shared: { ...DIGITS, steps: 400 },
  broken: {
    title: 'Learning rates 0.1',
    why: 'A few long steps drive the units to where they answer all noise alike, and no gradient leads back.',
    settings: { learningRateG: 0.1, learningRateD: 0.1 },
  },
  mended: {
    title: 'Learning rates 0.004',
    why: 'Small steps let the two networks answer each other.',
    settings: { learningRateG: 4e-3, learningRateD: 4e-3 },
  },
  keeps: 'none',
  rules: DIGIT_RULES,
});
