// Instance normalization with an activation in one pass each way, where the backend has the kernel; else composed. Can be
// differentiated once; what is to be differentiated twice takes `exampleNorm`.
import type { Tensor, Tensor1D } from '@tensorflow/tfjs-core';
import { EXAMPLE_NORM_EPSILON } from '../../core/network';
import { LINEAR, type Activation } from '../plan';
import { activate, isPiecewiseLinear } from './activation';
import { exampleNorm } from './exampleNorm';
import { defineGradient, hasKernel, runKernelMulti } from './kernel';

interface Attrs extends Activation {
  readonly epsilon: number;
}

/** Sums of one channel or of one pixel go other ways through stock operations, whose numbers the kernel keeps to the bit. */
function isFusable({ shape, rank }: Tensor): boolean {
  const [, h = 1, w = 1, c = 1] = shape;
  return rank === 4 && h * w > 1 && c > 1;
}

/**
 * x [b, h, w, c] less its mean over height and width, over its standard deviation, times gamma [c] plus beta [c], then the
 * activation (Ulyanov et al. 2016, https://arxiv.org/abs/1607.08022). Intermediate tensors belong to the surrounding tidy.
 * @returns [b, h, w, c]
 */
export function instanceNorm(x: Tensor, gamma: Tensor1D, beta: Tensor1D, activation: Activation): Tensor {
  if (!hasKernel('GanvasInstanceNorm') || !isFusable(x))
    return activate(exampleNorm(x, gamma, beta, 'instance'), activation);
  if (!isPiecewiseLinear(activation)) return activate(instanceNorm(x, gamma, beta, LINEAR), activation);
  const attrs: Attrs = { epsilon: EXAMPLE_NORM_EPSILON, ...activation };
  return runKernelMulti('GanvasInstanceNorm', { x, gamma, beta }, attrs)[0];
}

defineGradient<Attrs>({
  kernelName: 'GanvasInstanceNorm',
  inputsToSave: ['x', 'gamma', 'beta'],
  outputsToSave: [false, true, true],
  gradient([dy], [x, gamma, beta, means, deviations], attrs) {
    const inputs = { dy, x, gamma, beta, means, deviations };
    const [dx, dGamma, dBeta] = runKernelMulti('GanvasInstanceNormGrad', inputs, attrs);
    return { x: () => dx, gamma: () => dGamma, beta: () => dBeta };
  },
});
