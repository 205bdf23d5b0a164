// Normalizations that look at one example at a time, and the one statistic that looks at the whole batch. Composed of
// stock operations, all of which can be differentiated twice.
import {
  add,
  concat,
  div,
  mean,
  mul,
  ones,
  reshape,
  sqrt,
  square,
  sub,
  type Tensor,
  type Tensor1D,
} from '@tensorflow/tfjs-core';
import { EXAMPLE_NORM_EPSILON, PIXEL_NORM_EPSILON } from '../../core/network';

const STD_EPSILON = 1e-8;

/**
 * x [b, ..., c] less its mean over its standard deviation, times gamma [c] plus beta [c]. Over all axes but the batch's
 * (layer normalization, Ba et al. 2016, https://arxiv.org/abs/1607.06450) or over height and width (instance
 * normalization, Ulyanov et al. 2016, https://arxiv.org/abs/1607.08022).
 */
export function exampleNorm(x: Tensor, gamma: Tensor1D, beta: Tensor1D, over: 'layer' | 'instance'): Tensor {
  const last = over === 'layer' ? x.rank : x.rank - 1;
  const axes = Array.from({ length: last - 1 }, (_, i) => i + 1);
  const centred = sub(x, mean(x, axes, true));
  const deviation = sqrt(add(mean(square(centred), axes, true), EXAMPLE_NORM_EPSILON));
  return add(mul(div(centred, deviation), gamma), beta);
}

/**
 * x [b, ..., c] over the root of the mean square of each c (Karras et al. 2018, https://arxiv.org/abs/1710.10196,
 * section 4.2).
 */
export const pixelNorm = (x: Tensor): Tensor =>
  div(x, sqrt(add(mean(square(x), -1, true), PIXEL_NORM_EPSILON)));

/**
 * Appends a channel to x [b, ..., c] whose value everywhere is the standard deviation over the batch, averaged over all
 * features (Karras et al. 2018, https://arxiv.org/abs/1710.10196, section 3).
 * @returns [b, ..., c + 1]
 */
export function minibatchStd(x: Tensor): Tensor {
  const centred = sub(x, mean(x, 0, true));
  const deviation = sqrt(add(mean(square(centred), 0), STD_EPSILON));
  const spread = reshape(
    mean(deviation),
    x.shape.map(() => 1),
  );
  return concat([x, mul(ones([...x.shape.slice(0, -1), 1]), spread)], x.rank - 1);
}
