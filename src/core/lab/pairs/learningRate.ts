import { definePair } from '../define';
import { RING, RING_RULES } from './ring';

export const learningRate = definePair({
  id: 'learning-rate',
  title: 'Steps too large, or right',
  summary: 'A learning rate that is too high throws both networks past every good place.',
  lookFor:
    'On the left the losses leap and the points are thrown into a corner or an edge of the square. On the right they settle on the eight heaps.',
  brokenWord: 'broken',
  seed: 1,
  shared: { ...RING, dSteps: 5, steps: 2000 },
  broken: {
    title: 'Learning rates 0.03',
    why: 'Each step is so long that the networks overshoot and their units saturate.',
    settings: { learningRateG: 0.03, learningRateD: 0.03 },
  },
  mended: {
    title: 'Learning rates 0.001',
    why: 'Small steps let the two networks answer each other.',
    settings: { learningRateG: 1e-3, learningRateD: 1e-3 },
  },
  rules: RING_RULES,
});
