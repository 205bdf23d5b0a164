// The Wasserstein GAN with a gradient penalty: a critic held softly to a slope of one (Gulrajani et al. 2017).
import { mul, type Scalar } from '@tensorflow/tfjs-core';
import { numberParam } from '../core/paramSpec';
import { critic } from './critic';
import { defineLoss } from './define';
import { oneCentredPenalty } from './slopes';

export const wganGp = defineLoss({
  id: 'wgan-gp',
  label: 'Wasserstein, gradient penalty',
  help: 'Measures how far the two sets of pictures lie apart; give the discriminator about five steps per generator step.',
  paper: 'Gulrajani et al. 2017, https://arxiv.org/abs/1704.00028',
  params: [
    {
      id: 'penalty',
      kind: 'number',
      label: 'Gradient penalty',
      min: 0,
      max: 100,
      default: 10,
      step: 0.5,
      help: 'How strongly the critic is held to a slope of one between real and fake; the paper takes 10.',
    },
  ],
  differentiatesTwice: true,
  ...critic,
  penalty: (context, params) => mul<Scalar>(oneCentredPenalty(context), numberParam(params, 'penalty')),
});
