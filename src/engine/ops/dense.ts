// Fully connected layer with bias and activation in one kernel.
import { add, matMul, reshape, type Tensor, type Tensor1D, type Tensor2D } from '@tensorflow/tfjs-core';
import type { Activation } from '../plan';
import { activate, activationGradient } from './activation';
import { defineGradient, hasKernel, runKernel } from './kernel';

/** x [b, k] times w [k, n] (+ bias [n], activation). @returns [b, n] */
export function fusedDense(
  x: Tensor2D,
  w: Tensor2D,
  bias: Tensor1D | null,
  activation: Activation,
): Tensor2D {
  if (!hasKernel('GanvasDense')) {
    const y: Tensor2D = matMul(x, w);
    return activate(bias ? add<Tensor2D>(y, bias) : y, activation);
  }
  return runKernel('GanvasDense', bias ? { x, w, bias } : { x, w }, {
    activation: activation.activation,
    alpha: activation.alpha,
  });
}

const asMatrix = (t: Tensor): Tensor2D => reshape(t, [t.shape[0], t.shape[1]]);

defineGradient<Activation>({
  kernelName: 'GanvasDense',
  inputsToSave: ['x', 'w'],
  outputsToSave: [true],
  gradient([dy], [x, w, y], attrs) {
    const dz = asMatrix(activationGradient(y, dy, attrs));
    return {
      x: () => matMul(dz, asMatrix(w), false, true),
      w: () => matMul(asMatrix(x), dz, true, false),
      bias: () => runKernel('GanvasBiasGrad', { dz }, {}),
    };
  },
});
