// Fully connected layer with bias and activation in one kernel.
import { add, matMul, zerosLike, type Tensor1D, type Tensor2D } from '@tensorflow/tfjs-core';
import type { Activation } from '../plan';
import { activate, activationGradient } from './activation';
import { defineGradient, hasKernel, pairOfGradients, runKernel, runKernelMulti } from './kernel';
import { matrix } from './rank';

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

defineGradient<Activation>({
  kernelName: 'GanvasDense',
  inputsToSave: ['x', 'w'],
  outputsToSave: [true],
  gradient([dy], [x, w, y], attrs) {
    const dz = matrix(activationGradient(y, dy, attrs));
    if (hasKernel('GanvasDenseGradInput')) {
      const weights = () => runKernelMulti('GanvasDenseGradWeights', { x, dy: dz }, {});
      const [dW, dBias] = pairOfGradients(weights);
      return { x: () => runKernel('GanvasDenseGradInput', { dy: dz, w }, {}), w: dW, bias: dBias };
    }
    return {
      x: () => matMul(dz, matrix(w), false, true),
      w: () => matMul(matrix(x), dz, true, false),
      bias: () => runKernel('GanvasBiasGrad', { dz }, {}),
    };
  },
});

defineGradient({
  kernelName: 'GanvasDenseGradInput',
  inputsToSave: ['dy', 'w'],
  outputsToSave: [],
  gradient: ([ddx], [dy, w]) => ({
    dy: () => matMul(matrix(ddx), matrix(w)),
    w: () => matMul(matrix(ddx), matrix(dy), true, false),
  }),
});

defineGradient({
  kernelName: 'GanvasDenseGradWeights',
  inputsToSave: ['x', 'dy'],
  outputsToSave: [],
  gradient: ([ddW, ddBias], [x, dy]) => ({
    x: () => matMul(matrix(dy), matrix(ddW), false, true),
    dy: () => add(matMul(matrix(x), matrix(ddW)), ddBias),
  }),
});

defineGradient({
  kernelName: 'GanvasBiasGrad',
  inputsToSave: ['dz'],
  outputsToSave: [],
  gradient: ([ddBias], [dz]) => ({ dz: () => add(zerosLike(dz), ddBias) }),
});
