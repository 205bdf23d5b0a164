// Batch normalization over all axes but the last (Ioffe & Szegedy 2015), joined with activation and dropout.
import {
  add,
  div,
  moments,
  mul,
  sqrt,
  sub,
  type Tensor,
  type Tensor1D,
  type Variable,
} from '@tensorflow/tfjs-core';
import { LINEAR, type Activation } from '../plan';
import { activate, isPiecewiseLinear } from './activation';
import { activationDropout, dropoutAttrs, NO_DROPOUT, type Dropout } from './dropout';
import { defineGradient, hasKernel, isUnderGradient, runKernel, runKernelMulti } from './kernel';
import { moveTowards } from './lerp';

export interface BatchNormResult {
  /** Same shape as the input. */
  readonly y: Tensor;
  /** Mean of the batch, [c]. */
  readonly mean: Tensor;
  /** Biased variance of the batch, [c]. */
  readonly variance: Tensor;
}

interface Attrs extends Activation {
  readonly epsilon: number;
  readonly dropoutRate: number;
  readonly dropoutSeed: number;
}

/** Moving averages that follow the batch's statistics: moving += share (statistic - moving). */
export interface MovingAverages {
  readonly mean: Variable;
  readonly variance: Variable;
  readonly share: number;
}

/**
 * Training mode: normalizes x [..., c] with its own statistics, then scales, shifts, activates and drops out.
 * Gradients flow to x, gamma and beta, not through the returned statistics. `moving` follows them in place; its variance
 * follows the population's estimate.
 */
export function batchNormTraining(
  x: Tensor,
  gamma: Tensor1D,
  beta: Tensor1D,
  epsilon: number,
  activation: Activation,
  dropout: Dropout,
  moving: MovingAverages | null = null,
): BatchNormResult {
  if (moving && !hasKernel('GanvasBatchNormTrainMoving')) {
    const result = batchNormTraining(x, gamma, beta, epsilon, activation, dropout);
    moveTowards([moving.mean], [result.mean], moving.share);
    moveTowards([moving.variance], [result.variance], moving.share, besselFactor(x));
    return result;
  }
  if (!hasKernel('GanvasBatchNormTrain')) {
    return composedBatchNorm(x, gamma, beta, epsilon, activation, dropout);
  }
  if (!isPiecewiseLinear(activation)) {
    const linear = batchNormTraining(x, gamma, beta, epsilon, LINEAR, NO_DROPOUT, moving);
    return { ...linear, y: activationDropout(linear.y, activation, dropout) };
  }
  const attrs = {
    epsilon,
    activation: activation.activation,
    alpha: activation.alpha,
    ...dropoutAttrs(dropout),
  };
  const inputs = { x, gamma, beta };
  const [y, batchMean, variance] = moving
    ? runKernelMulti(
        'GanvasBatchNormTrainMoving',
        { ...inputs, movingMean: moving.mean, movingVariance: moving.variance },
        { ...attrs, share: moving.share, varianceFactor: besselFactor(x) },
      )
    : runKernelMulti('GanvasBatchNormTrain', inputs, attrs);
  return { y, mean: batchMean, variance };
}

/** `batchNormTraining` from stock operations, which unlike the fused kernel can be differentiated twice. */
export function composedBatchNorm(
  x: Tensor,
  gamma: Tensor1D,
  beta: Tensor1D,
  epsilon: number,
  activation: Activation,
  dropout: Dropout,
): BatchNormResult {
  const axes = x.shape.slice(0, -1).map((_, axis) => axis);
  const batch = moments(x, axes);
  const normalized = div(sub(x, batch.mean), sqrt(add(batch.variance, epsilon)));
  const y = activationDropout(add(mul(normalized, gamma), beta), activation, dropout);
  return { y, mean: batch.mean, variance: batch.variance };
}

for (const kernelName of ['GanvasBatchNormTrain', 'GanvasBatchNormTrainMoving']) {
  defineGradient<Attrs>({
    kernelName,
    inputsToSave: ['x', 'gamma', 'beta'],
    outputsToSave: [false, true, true],
    gradient([dy], [x, gamma, beta, batchMean, variance], attrs) {
      const inputs = { dy, x, gamma, beta, mean: batchMean, variance };
      const [dx, dGamma, dBeta] = runKernelMulti('GanvasBatchNormTrainGrad', inputs, attrs);
      return { x: () => dx, gamma: () => dGamma, beta: () => dBeta };
    },
  });
}

/**
 * Inference mode: normalizes with the moving averages, then activates. Under a gradient it consists of stock operations, which
 * have theirs; the kernel rounds as they do.
 */
export function batchNormInference(
  x: Tensor,
  gamma: Tensor1D,
  beta: Tensor1D,
  movingMean: Tensor1D,
  movingVariance: Tensor1D,
  epsilon: number,
  activation: Activation,
): Tensor {
  if (!isUnderGradient() && isPiecewiseLinear(activation) && hasKernel('GanvasBatchNormInference')) {
    const inputs = { x, gamma, beta, movingMean, movingVariance };
    return runKernel('GanvasBatchNormInference', inputs, { epsilon, ...activation });
  }
  const scale = div(gamma, sqrt(add(movingVariance, epsilon)));
  return activate(add(mul(x, scale), sub(beta, mul(movingMean, scale))), activation);
}

/** Mean of the variance estimate's bias: n / (n - 1) turns a batch variance into the population's. */
export const besselFactor = (x: Tensor): number => {
  const n = x.size / (x.shape[x.rank - 1] || 1);
  return n > 1 ? n / (n - 1) : 1;
};
