import { definePair } from '../define';
import { RING, RING_RULES } from './ring';

/** Arjovsky and Bottou 2017, https://arxiv.org/abs/1701.04862, on what a discriminator that is too good teaches. */
export const strongDiscriminator = definePair({
  id: 'strong-discriminator',
  title: 'A discriminator too strong',
  summary:
    'A discriminator that learns 25 times as fast as the generator leaves it no way to the other clusters.',
  lookFor:
    'On the left the accuracy stays near 90 % and the points sit well inside a few clusters: good forgeries, few kinds. On the right the accuracy falls to one half and all eight clusters are held.',
  brokenWord: 'collapsed',
  seed: 1,
  shared: { ...RING, dSteps: 5, steps: 1500 },
  broken: {
    title: 'The discriminator learns 25 times as fast',
    why: 'Between two clusters every point is caught at once, so whoever sits in one cluster stays there.',
    settings: { learningRateG: 2e-4, learningRateD: 5e-3 },
  },
  mended: {
    title: 'The generator learns 4 times as fast',
    why: 'A discriminator that is sometimes fooled shows the way from each point to the nearest gap.',
    settings: { learningRateG: 2e-3, learningRateD: 5e-4 },
  },
  keeps: 'generator',
  rules: RING_RULES,
});
