// Activations by name, and the gradient of a fused activation from its own output.
import {
  leakyRelu,
  mean,
  mul,
  relu,
  sigmoid,
  softplus,
  sub,
  sum,
  tanh,
  zerosLike,
  type Scalar,
  type Tensor,
} from '@tensorflow/tfjs-core';
import type { Activation } from '../plan';
import { defineGradient, hasKernel, runKernel } from './kernel';
import './stockGradients';

/** The activation as a stock operation. */
export function activate<T extends Tensor>(x: T, { activation, alpha }: Activation): T {
  switch (activation) {
    case 'linear':
      return x;
    case 'relu':
      return relu(x);
    case 'leakyRelu':
      return leakyRelu(x, alpha);
    case 'tanh':
      return tanh(x);
    case 'sigmoid':
      return sigmoid(x);
  }
}

/** Whether a slope per sign is all there is to it; such activations are joined with normalization and dropout. */
export const isPiecewiseLinear = ({ activation }: Activation): boolean =>
  activation !== 'tanh' && activation !== 'sigmoid';

/** Gradient before the activation from its output y and the gradient dy after it, both of one shape. */
export function activationGradient(y: Tensor, dy: Tensor, fused: Activation): Tensor {
  if (fused.activation === 'linear') return dy;
  return runKernel('GanvasActivationGrad', { y, dy }, { activation: fused.activation, alpha: fused.alpha });
}

// Right where the activation is piecewise linear: there the output says only which slope holds. A pass that is to be
// differentiated twice therefore applies the others unfused.
defineGradient<Activation>({
  kernelName: 'GanvasActivationGrad',
  inputsToSave: ['y'],
  outputsToSave: [],
  gradient: ([ddz], [y], attrs) => ({ dy: () => activationGradient(y, ddz, attrs), y: () => zerosLike(y) }),
});

/** Binary cross-entropy of logits against a constant target in [0, 1], per element: softplus(x) - target x. */
export function sigmoidCrossEntropy(logits: Tensor, target: number): Tensor {
  return target === 0 ? softplus(logits) : sub(softplus(logits), mul(logits, target));
}

/** `weight` times the mean over all logits of their binary cross-entropy against `target`. */
export function meanCrossEntropy(logits: Tensor, target: number, weight = 1): Scalar {
  if (hasKernel('GanvasSigmoidCrossEntropy')) {
    return runKernel('GanvasSigmoidCrossEntropy', { logits }, { target, weight });
  }
  const plain: Scalar = mean(sigmoidCrossEntropy(logits, target));
  return weight === 1 ? plain : mul<Scalar>(plain, weight);
}

defineGradient<{ readonly target: number; readonly weight: number }>({
  kernelName: 'GanvasSigmoidCrossEntropy',
  inputsToSave: ['logits'],
  outputsToSave: [],
  gradient: ([dy], [logits], attrs) => ({
    logits: () => runKernel('GanvasSigmoidCrossEntropyGrad', { dy, logits }, attrs),
  }),
});

// target and weight are constants: dlogits = dy weight / n (sigmoid(logits) - target).
defineGradient<{ readonly target: number; readonly weight: number }>({
  kernelName: 'GanvasSigmoidCrossEntropyGrad',
  inputsToSave: ['dy', 'logits'],
  outputsToSave: [],
  gradient([ddLogits], [dy, logits], { target, weight }) {
    const share = weight / logits.size;
    return {
      dy: () => mul(sum(mul(ddLogits, sub(sigmoid(logits), target))), share),
      logits() {
        const y = sigmoid(logits);
        return mul(mul(mul(ddLogits, dy), share), mul(y, sub(1, y)));
      },
    };
  },
});
