import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { simdBackend } from '../register';
import { closeSimd, expectAgreement, openSimd, sample } from '../../../testing/simdAgreement';

beforeAll(async () => void (await openSimd()));
afterAll(closeSimd);

type Loss = (x: tf.Tensor, w: tf.Tensor) => tf.Scalar;
const logits = (x: tf.Tensor, w: tf.Tensor) => x.mul(w).sum(-1, true);
const normalized = (x: tf.Tensor) => {
  const { mean, variance } = tf.moments(x, [0]);
  return x.sub(mean).div(variance.add(1e-3).sqrt());
};

/** What losses, penalties and metrics of this project are made of. x is [4, 6], w is [6]. */
const LOSSES: Record<string, Loss> = {
  'non-saturating': (x, w) => tf.softplus(logits(x, w).neg()).mean().asScalar(),
  'sigmoid cross entropy': (x, w) =>
    tf.losses.sigmoidCrossEntropy(tf.onesLike(logits(x, w)), logits(x, w)).asScalar(),
  'softmax cross entropy': (x, w) =>
    tf.losses.softmaxCrossEntropy(tf.oneHot(tf.tensor1d([0, 3, 5, 1], 'int32'), 6), x.mul(w)).asScalar(),
  'least squares': (x, w) => tf.squaredDifference(logits(x, w), 1).mean().asScalar(),
  hinge: (x, w) =>
    tf
      .relu(tf.sub(1, logits(x, w)))
      .mean()
      .asScalar(),
  wasserstein: (x, w) => logits(x, w).mean().neg().asScalar(),
  'gradient penalty norm': (x, w) => x.mul(w).square().sum([1]).sqrt().sub(1).square().mean().asScalar(),
  'relativistic pairs': (x, w) =>
    tf
      .softplus(logits(x, w).sub(logits(x, w).reverse(0)))
      .mean()
      .asScalar(),
  'batch norm': (x, w) => normalized(x).mul(w).tanh().sum().asScalar(),
  'stock batch norm': (x, w) => {
    const { mean, variance } = tf.moments(x.reshape([2, 2, 1, 6]), [0, 1, 2]);
    return tf
      .batchNorm(x.reshape([2, 2, 1, 6]), mean.as1D(), variance.as1D(), tf.zeros([6]), w.as1D(), 1e-3)
      .sin()
      .sum()
      .asScalar();
  },
  'instance norm': (x, w) => {
    const image = x.mul(w).reshape([2, 2, 2, 3]);
    const { mean, variance } = tf.moments(image, [1, 2], true);
    return image.sub(mean).mul(variance.add(1e-3).rsqrt()).cos().sum().asScalar();
  },
  activations: (x, w) => {
    const y = x.mul(w);
    return tf
      .addN([tf.leakyRelu(y, 0.2), tf.elu(y), tf.selu(y), tf.sigmoid(y), tf.tanh(y), tf.relu6(y), tf.erf(y)])
      .sum()
      .asScalar();
  },
  'prelu and clips': (x, w) => tf.prelu(x, w).clipByValue(-1, 2).maximum(0.1).minimum(1.5).sum().asScalar(),
  'pairwise distances': (x, w) => {
    const y = x.mul(w);
    return y.expandDims(0).sub(y.expandDims(1)).square().sum(2).add(1e-4).sqrt().mean().asScalar();
  },
  'minibatch deviation': (x, w) => {
    const spread = tf.moments(x.mul(w), [0]).variance.add(1e-8).sqrt().mean();
    return tf
      .concat([x, tf.tile(spread.reshape([1, 1]), [4, 1])], 1)
      .square()
      .sum()
      .asScalar();
  },
  distillation: (x, w) => {
    const teacher = tf.softmax(x.reverse(1).div(4));
    return teacher
      .mul(teacher.log().sub(tf.logSoftmax(x.mul(w).div(4))))
      .sum(1)
      .mean()
      .asScalar();
  },
  quantization: (x, w) => {
    const fake = tf.customGrad((y: tf.Tensor | tf.GradSaveFunc) => {
      if (typeof y === 'function') throw new TypeError('a tensor');
      const scale = y.abs().max().div(127);
      return {
        value: y.div(scale).round().clipByValue(-127, 127).mul(scale),
        gradFunc: (dy: tf.Tensor) => dy,
      };
    });
    return fake(x.mul(w)).square().mean().asScalar();
  },
  'gathered classes': (x, w) =>
    tf
      .gather(x.mul(w), tf.tensor1d([0, 2, 2, 1, 3], 'int32'))
      .square()
      .sum()
      .asScalar(),
  'gathered columns': (x, w) =>
    tf
      .gather(x.mul(w), tf.tensor1d([5, 0, 0], 'int32'), 1)
      .square()
      .sum()
      .asScalar(),
  'padded slices': (x, w) =>
    tf
      .pad(x.mul(w).slice([1, 2], [2, 3]), [
        [1, 1],
        [2, 0],
      ])
      .mul(w.slice([1], [5]))
      .square()
      .sum()
      .asScalar(),
  'stacked and transposed': (x, w) =>
    tf
      .stack([x, x.mul(w)], 1)
      .transpose([2, 0, 1])
      .unstack(0)
      .reduce((a, b) => a.mul(b).add(a))
      .sum()
      .asScalar(),
  'split and joined': (x, w) =>
    tf
      .concat(tf.split(x.mul(w), [2, 1, 3], 1).reverse(), 1)
      .mul(x)
      .square()
      .sum()
      .asScalar(),
  'mirrored and resized': (x, w) => {
    const image = x.mul(w).as4D(1, 4, 6, 1);
    return tf.image
      .resizeNearestNeighbor(
        tf
          .mirrorPad(
            image.squeeze([0, 3]),
            [
              [0, 0],
              [0, 0],
            ],
            'reflect',
          )
          .as4D(1, 4, 6, 1),
        [8, 12],
      )
      .square()
      .sum()
      .asScalar();
  },
  'powers and logs': (x, w) =>
    tf.pow(x.abs().add(0.5), w).add(x.square().log1p()).add(x.exp().log()).add(x.expm1()).sum().asScalar(),
  'means and extrema': (x, w) =>
    x
      .mul(w)
      .max(0)
      .sum()
      .add(x.mul(w).min(1).sum())
      .add(x.mean([0, 1]))
      .asScalar(),
  'chosen by comparison': (x, w) =>
    tf
      .where(sample([4, 6], 8).greater(0), x.mul(w), x.square())
      .sum()
      .asScalar(),
};

describe('gradients agree with the stock cpu backend', () => {
  it.each(Object.keys(LOSSES))('%s', (name) => {
    const loss = LOSSES[name];
    if (!loss) throw new RangeError(name);
    const { fallbackCalls } = simdBackend();
    fallbackCalls.clear();
    expectAgreement(() => {
      const { value, grads } = tf.valueAndGrads((x: tf.Tensor, w: tf.Tensor) => loss(x, w))([
        sample([4, 6], 4),
        sample([6], 5),
      ]);
      return [value, ...grads];
    }, 2e-5);
    expect([...fallbackCalls.keys()], 'stock cpu kernels called').toEqual([]);
  });

  it('second gradients of a penalty', () => {
    expectAgreement(() => {
      const score = (x: tf.Tensor) =>
        x
          .mul(sample([6], 5))
          .softplus()
          .square()
          .sum();
      return tf.grad((x: tf.Tensor) => tf.grad(score)(x).square().sum(1).sqrt().sub(1).square().mean())(
        sample([4, 6]),
      );
    }, 2e-5);
  });
});
