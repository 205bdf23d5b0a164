import { definePair } from '../define';
import { RING, RING_RULES } from './ring';

export const learningRate = definePair({
  id: 'learning-rate',
  title: 'Steps too large, or right',
  summary: 'Learning rates of 0.03 throw both networks past every good place.',
  lookFor:
    'On the left the points leap about and cling to a few heaps while the generator’s loss jumps. On the right they settle on all eight.',
  brokenWord: 'collapsed',
  seed: 1,
  shared: { ...RING, dSteps: 5, steps: 1500 },
  broken: {
    title: 'Learning rates 0.03',
    why: 'Each step is so long that both networks overshoot, and the generator clings to what still fools the other.',
    settings: { learningRateG: 0.03, learningRateD: 0.03 },
  },
  mended: {
    title: 'Learning rates 0.002 and 0.0005',
    why: 'Small steps let the two networks answer each other.',
    settings: { learningRateG: 2e-3, learningRateD: 5e-4 },
  },
  rules: RING_RULES,
});
