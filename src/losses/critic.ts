// The Wasserstein distance as two losses: what the critic of either Wasserstein GAN estimates. Not a loss that can be
// chosen; how the critic's slope is bounded is what makes it one.
import { mean, neg, sub, type Scalar } from '@tensorflow/tfjs-core';
import type { LossDefinition } from './define';

export const critic: Pick<LossDefinition, 'comparesScores' | 'discriminator' | 'generator'> = {
  comparesScores: true,
  discriminator: (real, fake) => sub<Scalar>(mean(fake), mean(real)),
  generator: (fake) => neg<Scalar>(mean(fake)),
};
