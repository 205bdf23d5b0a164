import { definePair } from '../define';
import { RING, RING_RULES } from './ring';

/** R3GAN, Huang et al. 2024, https://arxiv.org/abs/2501.05441 */
export const tinyWeights = definePair({
  id: 'tiny-weights',
  title: 'The classic collapse, and its modern cure',
  summary:
    'No normalization, tiny first weights and the standard loss, against relativistic pairing with R1 + R2.',
  lookFor:
    'On the left a clump wanders from cluster to cluster and never parts. On the right the points fan out over the whole ring and thicken at all eight clusters; with so few steps some two in five lie within a cluster, and the rest are on bridges between them.',
  brokenWord: 'collapsed',
  seed: 1,
  shared: { ...RING, learningRateG: 5e-4, learningRateD: 5e-4, steps: 2000 },
  broken: {
    title: 'Tiny weights, standard loss',
    why: 'Almost all noise is drawn as one point at first, and nothing in the loss asks for a second one.',
    settings: { initScale: 0.05, loss: 'non-saturating' },
  },
  mended: {
    title: 'Usual weights, pairing with R1 + R2',
    why: 'Every fake is compared with a real point beside it, and the penalties keep the discriminator smooth.',
    settings: {
      initScale: 1,
      loss: 'relativistic-r1-r2',
      'loss.gamma': 1,
      learningRateG: 1e-3,
      learningRateD: 1e-3,
    },
  },
  keeps: 'both',
  rules: RING_RULES,
});
