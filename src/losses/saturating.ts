// The minimax game as first written: the generator descends on the probability of being caught. Goodfellow et al. 2014
// give it for the theory and advise against it, since its gradient vanishes when the discriminator is sure.
import { neg, type Scalar } from '@tensorflow/tfjs-core';
import { meanCrossEntropy } from '../engine/ops/activation';
import { defineLoss } from './define';
import { nonSaturating } from './nonSaturating';

export const saturating = defineLoss({
  id: 'saturating',
  label: 'Minimax (saturating)',
  help: 'The textbook game in its first form: a forger who is always caught learns nothing from it. Good for a lesson.',
  paper: 'Goodfellow et al. 2014, https://arxiv.org/abs/1406.2661',
  params: nonSaturating.params,
  discriminator: nonSaturating.discriminator.bind(nonSaturating),
  generator: (fake) => neg<Scalar>(meanCrossEntropy(fake, 0)),
});
