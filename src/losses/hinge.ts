// The hinge loss (Lim & Ye 2017; Tran et al. 2017): the discriminator stops pushing beyond a margin of one.
import { add, mean, mul, neg, relu, sub, type Scalar } from '@tensorflow/tfjs-core';
import { defineLoss } from './define';

export const hinge = defineLoss({
  id: 'hinge',
  label: 'Hinge',
  help: 'The police stop arguing about pictures that they already judge rightly by a margin; goes well with spectral normalization.',
  paper: 'Lim, Ye 2017, https://arxiv.org/abs/1705.02894',
  params: [],
  discriminator: (real, fake) => mul<Scalar>(add(mean(relu(sub(1, real))), mean(relu(add(1, fake)))), 0.5),
  generator: (fake) => neg<Scalar>(mean(fake)),
});
