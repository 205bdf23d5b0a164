// Least squares (Mao et al. 2017): mean squared distance of the logits to 1 for real and 0 for fake.
import { add, mean, mul, square, sub, type Scalar } from '@tensorflow/tfjs-core';
import { defineLoss } from './define';

export const leastSquares = defineLoss({
  id: 'least-squares',
  label: 'Least squares',
  help: 'Measures how far the score is from its target instead of a probability; gradients do not vanish when one side wins.',
  paper: 'Mao et al. 2017, https://arxiv.org/abs/1611.04076',
  params: [],
  boundary: 0.5,
  discriminator: (real, fake) => mul<Scalar>(add(mean(square(sub(real, 1))), mean(square(fake))), 0.5),
  generator: (fake) => mean(square(sub(fake, 1))),
});
