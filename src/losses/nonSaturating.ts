// The non-saturating logistic loss of Goodfellow et al. 2014, on logits.
import { add, type Scalar } from '@tensorflow/tfjs-core';
import { numberParam } from '../core/paramSpec';
import { meanCrossEntropy } from '../engine/ops/activation';
import { defineLoss } from './define';

export const nonSaturating = defineLoss({
  id: 'non-saturating',
  label: 'Non-saturating (standard)',
  help: 'The classic: the police learn to tell real from fake, the forger to be taken for real.',
  paper: 'Goodfellow et al. 2014, https://arxiv.org/abs/1406.2661',
  params: [
    {
      id: 'labelSmoothing',
      kind: 'number',
      label: 'Label smoothing',
      min: 0,
      max: 0.5,
      default: 0,
      step: 0.01,
      help: 'Real images count as 1 minus this for the discriminator, which keeps it from growing too sure.',
    },
  ],
  discriminator(real, fake, params) {
    const target = 1 - numberParam(params, 'labelSmoothing');
    return add<Scalar>(meanCrossEntropy(real, target, 0.5), meanCrossEntropy(fake, 0, 0.5));
  },
  generator: (fake) => meanCrossEntropy(fake, 1),
});
