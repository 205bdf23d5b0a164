// Average and maximum over windows of images, NHWC. The average counts pixels inside the image only, as TensorFlow and
// Keras do; stock TensorFlow.js divides by the whole window in its gradient and has no second gradients (4.22).
// Intermediate tensors belong to the surrounding tidy.
import {
  depthwiseConv2d,
  fill,
  maxPool as stockMaxPool,
  mean,
  mul,
  tensor4d,
  type Tensor2D,
  type Tensor4D,
} from '@tensorflow/tfjs-core';
import { pairOf, type Sides, type PaddingMode } from '../../core/network';
import './maxPoolGradient';
import { defineGradient, hasKernel, runKernel } from './kernel';
import { bordersOf } from './sides';
import './stockGradients';

interface AverageAttrs {
  readonly filterSize: readonly [number, number];
  readonly strides: readonly [number, number];
  readonly pad: PaddingMode;
  /** [b, h, w, c] */
  readonly inputShape: readonly number[];
}

/** Pixels of the image under each of `count` windows along one side. */
const pixelsUnder = (side: number, window: number, stride: number, before: number, count: number): number[] =>
  Array.from({ length: count }, (_, i) => {
    const first = i * stride - before;
    return Math.min(side, first + window) - Math.max(0, first);
  });

/** A depthwise convolution with equal weights, then what windows over the border were given too little. */
function composedAverage(x: Tensor4D, { filterSize, strides, pad }: AverageAttrs): Tensor4D {
  const [, h, w, c] = x.shape;
  const [windowHeight, windowWidth] = filterSize;
  const area = windowHeight * windowWidth;
  const weights: Tensor4D = fill([windowHeight, windowWidth, c, 1], 1 / area);
  const y = depthwiseConv2d(x, weights, [strides[0], strides[1]], pad);
  const [top, bottom, left, right] = bordersOf(x.shape, filterSize, strides, pad);
  if (top + bottom + left + right === 0) return y;
  const [, height, width] = y.shape;
  const rows = pixelsUnder(h, windowHeight, strides[0], top, height);
  const columns = pixelsUnder(w, windowWidth, strides[1], left, width);
  const raise = rows.flatMap((tall) => columns.map((wide) => area / (tall * wide)));
  return mul(y, tensor4d(raise, [1, height, width, 1]));
}

/** Mean over windows of x [b, h, w, c]; `same` leaves out what lies beyond the border. @returns [b, h', w', c] */
export function averagePool(x: Tensor4D, size: Sides, stride: Sides, padding: PaddingMode): Tensor4D {
  const attrs: AverageAttrs = {
    filterSize: pairOf(size),
    strides: pairOf(stride),
    pad: padding,
    inputShape: x.shape,
  };
  return hasKernel('GanvasAveragePool')
    ? runKernel('GanvasAveragePool', { x }, attrs)
    : composedAverage(x, attrs);
}

defineGradient<AverageAttrs>({
  kernelName: 'GanvasAveragePool',
  inputsToSave: [],
  outputsToSave: [],
  gradient: ([dy], _, attrs) => ({ x: () => runKernel('GanvasAveragePoolGrad', { dy }, attrs) }),
});

defineGradient<AverageAttrs>({
  kernelName: 'GanvasAveragePoolGrad',
  inputsToSave: [],
  outputsToSave: [],
  gradient: ([ddx], _, attrs) => ({ dy: () => runKernel('GanvasAveragePool', { x: ddx }, attrs) }),
});

/**
 * Largest value of each window of x [b, h, w, c]. The gradient goes to one of several that are equally large: on the CPU
 * engine, plain JavaScript and WebGPU the first, by rows.
 * @returns [b, h', w', c]
 */
export const maxPool = (x: Tensor4D, size: Sides, stride: Sides, padding: PaddingMode): Tensor4D =>
  stockMaxPool(x, pairOf(size), pairOf(stride), padding);

/** Mean over height and width of x [b, h, w, c]. @returns [b, c] */
export const globalAveragePool = (x: Tensor4D): Tensor2D => mean(x, [1, 2]);
