// Penalties on how steep the discriminator is, shared by the losses that have one. Not a loss.
import {
  add,
  mean,
  mul,
  reshape,
  sqrt,
  square,
  sub,
  sum,
  type Scalar,
  type Tensor,
} from '@tensorflow/tfjs-core';
import type { PenaltyContext } from './define';

/** Keeps the root's own slope finite where the discriminator is flat. */
const EPSILON = 1e-12;

/** Squared length of each image's gradient [b, ...]: [b]. */
const squaredLengths = (gradient: Tensor): Tensor => {
  const [batch] = gradient.shape;
  return sum(square(reshape(gradient, [batch, gradient.size / batch])), 1);
};

/** Mean squared length of the discriminator's gradient at `images` (Mescheder et al. 2018, https://arxiv.org/abs/1801.04406). */
export const zeroCentredPenalty = (context: PenaltyContext, images: Tensor): Scalar =>
  mean(squaredLengths(context.inputGradient(images)));

/** Mean squared distance to 1 of the gradient's length between real and fake (Gulrajani et al. 2017, algorithm 1). */
export function oneCentredPenalty(context: PenaltyContext): Scalar {
  const { real, fake } = context;
  const between = add(real, mul(sub(fake, real), context.uniform()));
  const lengths = sqrt(add(squaredLengths(context.inputGradient(between)), EPSILON));
  return mean(square(sub(lengths, 1)));
}
