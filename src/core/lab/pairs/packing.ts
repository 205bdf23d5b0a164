import { definePair } from '../define';
import { HASTY, RING, RING_RULES } from './ring';

/** PacGAN, Lin et al. 2018, https://arxiv.org/abs/1712.04086 */
export const packing = definePair({
  id: 'packing',
  title: 'One point at a time, or two',
  summary: 'A discriminator that sees single points cannot notice that they are all alike.',
  lookFor:
    'On the left all points sit in one cluster, which the discriminator forgets a moment later, so they jump on together. On the right they spread around the ring.',
  brokenWord: 'collapsed',
  seed: 1,
  shared: { ...RING, ...HASTY, learningRateD: 3e-4, steps: 2000 },
  broken: {
    title: 'Judged one by one',
    why: 'Each point alone may be real, so one good cluster is all that the generator needs.',
    settings: { packing: 1 },
  },
  mended: {
    title: 'Judged two at a time',
    why: 'Two points in one cluster are seldom real, so sameness betrays the forger.',
    settings: { packing: 2 },
  },
  keeps: 'both',
  rules: RING_RULES,
});
