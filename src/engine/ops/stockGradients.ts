// Gradients of stock operations put right where TensorFlow.js 4.22 has none that can be differentiated again (leakyRelu,
// relu6, elu, selu, prelu, depthwise convolution) or silently wrong ones (tanh, sigmoid, softmax: they treat the stored
// output as a constant). First gradients stay what they were, to the last bit.
import {
  add,
  broadcast_util,
  depthwiseConv2d,
  elu,
  exp,
  mul,
  reshape,
  scalar,
  sigmoid,
  softmax,
  square,
  step,
  sub,
  sum,
  tanh,
  type Tensor,
} from '@tensorflow/tfjs-core';
import { defineGradient, runKernel } from './kernel';
import { images } from './rank';

defineGradient({
  kernelName: 'Tanh',
  inputsToSave: ['x'],
  outputsToSave: [],
  gradient: ([dy], [x]) => ({ x: () => mul(sub(scalar(1), square(tanh(x))), dy) }),
});

defineGradient({
  kernelName: 'Sigmoid',
  inputsToSave: ['x'],
  outputsToSave: [],
  gradient: ([dy], [x]) => ({
    x() {
      const y = sigmoid(x);
      return mul(dy, mul(y, sub(scalar(1), y)));
    },
  }),
});

defineGradient<{ readonly alpha: number }>({
  kernelName: 'LeakyRelu',
  inputsToSave: ['x'],
  outputsToSave: [],
  gradient: ([dy], [x], { alpha }) => ({ x: () => mul(dy, step(x, alpha)) }),
});

/** 1 where x is not above 0, else 0. */
const below = (x: Tensor): Tensor => sub(scalar(1), step(x));

defineGradient({
  kernelName: 'Relu6',
  inputsToSave: ['x'],
  outputsToSave: [],
  gradient: ([dy], [x]) => ({ x: () => mul(dy, mul(below(sub(x, 6)), step(x))) }),
});

defineGradient({
  kernelName: 'Elu',
  inputsToSave: ['x'],
  outputsToSave: [],
  gradient: ([dy], [x]) => ({ x: () => mul(dy, add(step(x), mul(below(x), add(elu(x), 1)))) }),
});

const SELU_SCALE = 1.0507009873554805;
const SELU_SCALE_ALPHA = 1.7580993408473768;

defineGradient({
  kernelName: 'Selu',
  inputsToSave: ['x'],
  outputsToSave: [],
  gradient: ([dy], [x]) => ({
    x() {
      const negative = below(x);
      // Of positive numbers the exponent is 0, so that it cannot overflow.
      const fading = mul(mul(dy, SELU_SCALE_ALPHA), exp(mul(x, negative)));
      return add(mul(mul(dy, SELU_SCALE), step(x)), mul(fading, negative));
    },
  }),
});

defineGradient({
  kernelName: 'Prelu',
  inputsToSave: ['x', 'alpha'],
  outputsToSave: [],
  gradient: ([dy], [x, alpha]) => ({
    x: () => mul(dy, add(step(x), mul(below(x), alpha))),
    alpha() {
      const share = mul(dy, mul(x, below(x)));
      const axes = broadcast_util.getReductionAxes(alpha.shape, dy.shape);
      return reshape(axes.length > 0 ? sum(share, axes) : share, alpha.shape);
    },
  }),
});

defineGradient<{ readonly dim: number }>({
  kernelName: 'Softmax',
  inputsToSave: ['logits'],
  outputsToSave: [],
  gradient: ([dy], [logits], { dim }) => ({
    logits() {
      const y = softmax(logits, dim);
      const weighted = mul(dy, y);
      return sub(weighted, mul(sum(weighted, [dim], true), y));
    },
  }),
});

interface DepthwiseAttrs {
  readonly strides: [number, number];
  readonly pad: 'same' | 'valid';
}

defineGradient<DepthwiseAttrs>({
  kernelName: 'DepthwiseConv2dNativeBackpropInput',
  inputsToSave: ['dy', 'filter'],
  outputsToSave: [],
  gradient([ddx], [dy, filter], { strides, pad }) {
    const [given, kernel] = [images(ddx), images(filter)];
    return {
      dy: () => depthwiseConv2d(given, kernel, strides, pad),
      filter: () =>
        runKernel(
          'DepthwiseConv2dNativeBackpropFilter',
          { x: ddx, dy },
          { strides, pad, dilations: [1, 1], filterShape: filter.shape },
        ),
    };
  },
});
