import { definePair } from '../define';
import { RING, RING_RULES } from './ring';

export const learningRate = definePair({
  id: 'learning-rate',
  title: 'Steps too large, or right',
  summary: 'Learning rates of 0.1 throw both networks past every good place.',
  lookFor:
    'On the left the points are thrown into a corner within seconds and never move again: accuracy 100 %, and nothing is left to learn from. On the right they settle on all eight clusters.',
  brokenWord: 'dead',
  seed: 1,
  shared: { ...RING, dSteps: 5, steps: 1000 },
  broken: {
    title: 'Learning rates 0.1',
    why: 'The first steps are so long that units saturate; a saturated network has no gradient and cannot come back.',
    settings: { learningRateG: 0.1, learningRateD: 0.1 },
  },
  mended: {
    title: 'Learning rates 0.002 and 0.0005',
    why: 'Small steps let the two networks answer each other.',
    settings: { learningRateG: 2e-3, learningRateD: 5e-4 },
  },
  keeps: 'none',
  rules: RING_RULES,
});
