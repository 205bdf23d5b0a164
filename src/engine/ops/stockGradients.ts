// Gradients of stock operations put right where TensorFlow.js 4.22 has none that can be differentiated again (leakyRelu,
// depthwise convolution) or silently wrong ones (tanh, sigmoid: they treat the stored output as a constant). First
// gradients stay what they were, to the last bit.
import { depthwiseConv2d, mul, scalar, sigmoid, square, step, sub, tanh } from '@tensorflow/tfjs-core';
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
