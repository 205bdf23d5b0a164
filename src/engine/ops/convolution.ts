// Convolutions with bias and activation in one kernel, NHWC: plain, after nearest upsampling, and transposed.
// Where the backend has no kernel of ours, stock operations give the same results.
import {
  add,
  concat,
  conv2d,
  conv2dTranspose,
  depthwiseConv2d,
  reshape,
  type Tensor,
  type Tensor1D,
  type Tensor4D,
} from '@tensorflow/tfjs-core';
import { pairOf, type Sides, type PaddingMode } from '../../core/network';
import { LINEAR, type Activation } from '../plan';
import { activate, activationGradient } from './activation';
import { defineGradient, hasKernel, pairOfGradients, runKernel, runKernelMulti } from './kernel';
import { bordersOf } from './sides';

interface ConvAttrs extends Activation {
  readonly strides: readonly [number, number];
  /** top, bottom, left, right */
  readonly pad: readonly [number, number, number, number];
}

interface TransposeAttrs extends ConvAttrs {
  readonly outputShape: readonly number[];
}

const withBias = (inputs: { x: Tensor4D; filter: Tensor4D }, bias: Tensor1D | null) =>
  bias ? { ...inputs, bias } : inputs;

/** Pairs every gradient thunk with the bias' column sums (tfjs asks for it only when a bias was given). */
const biasGradient = (dz: Tensor): Tensor => runKernel('GanvasBiasGrad', { dz }, {});

/** Gradients by filter and bias: in one kernel where the backend has `<name>Bias`, else each when it is asked for. */
function filterAndBias(name: string, inputs: { x: Tensor; dy: Tensor }, attrs: object) {
  if (!hasKernel(`${name}Bias`)) {
    return { filter: () => runKernel(name, inputs, attrs), bias: () => biasGradient(inputs.dy) };
  }
  const [filter, bias] = pairOfGradients(() => runKernelMulti(`${name}Bias`, inputs, attrs));
  return { filter, bias };
}

/**
 * Convolution of x [b, h, w, ci] with filter [kh, kw, ci, co] (+ bias [co], activation).
 * @returns [b, h', w', co]
 */
export function fusedConv2d(
  x: Tensor4D,
  filter: Tensor4D,
  bias: Tensor1D | null,
  { stride, padding, ...activation }: Activation & { readonly stride: Sides; readonly padding: PaddingMode },
): Tensor4D {
  const strides = pairOf(stride);
  if (!hasKernel('GanvasConv2d')) {
    const y = conv2d(x, filter, strides, padding);
    return activate(bias ? add<Tensor4D>(y, bias) : y, activation);
  }
  const [kh, kw] = filter.shape;
  return runKernel('GanvasConv2d', withBias({ x, filter }, bias), {
    strides,
    pad: bordersOf(x.shape, [kh, kw], strides, padding),
    activation: activation.activation,
    alpha: activation.alpha,
  });
}

defineGradient<ConvAttrs>({
  kernelName: 'GanvasConv2d',
  inputsToSave: ['x', 'filter'],
  outputsToSave: [true],
  gradient([dy], [x, filter, y], attrs) {
    const { strides, pad } = attrs;
    const dz = activationGradient(y, dy, attrs);
    return {
      x: () => runKernel('GanvasConv2dGradInput', { dy: dz, filter }, { inputShape: x.shape, strides, pad }),
      ...filterAndBias('GanvasConv2dGradFilter', { x, dy: dz }, { filterShape: filter.shape, strides, pad }),
    };
  },
});

// The input gradient is linear in dy and in the filter; its own gradients are the kernels above.
defineGradient<Omit<ConvAttrs, keyof Activation>>({
  kernelName: 'GanvasConv2dGradInput',
  inputsToSave: ['dy', 'filter'],
  outputsToSave: [],
  gradient: ([ddx], [dy, filter], { strides, pad }) => ({
    dy: () => runKernel('GanvasConv2d', { x: ddx, filter }, { strides, pad, ...LINEAR }),
    filter: () =>
      runKernel('GanvasConv2dGradFilter', { x: ddx, dy }, { filterShape: filter.shape, strides, pad }),
  }),
});

/** Convolution of each channel with a filter of its own; x [b, h, w, c], filter [kh, kw, c, 1]. @returns [b, h', w', c] */
export function depthwise(
  x: Tensor4D,
  filter: Tensor4D,
  bias: Tensor1D | null,
  { stride, ...activation }: Activation & { readonly stride: Sides },
): Tensor4D {
  const y = depthwiseConv2d(x, filter, pairOf(stride), 'same');
  return activate(bias ? add<Tensor4D>(y, bias) : y, activation);
}

/**
 * Nearest-neighbour upsampling of x [b, h, w, ci] to twice its sides, then a 3x3 `same` convolution with
 * filter [3, 3, ci, co]; the upsampled map is never stored.
 * @returns [b, 2h, 2w, co]
 */
export function upsampleConv2d(
  x: Tensor4D,
  filter: Tensor4D,
  bias: Tensor1D | null,
  activation: Activation,
): Tensor4D {
  if (!hasKernel('GanvasUpsampleConv2d')) {
    return fusedConv2d(upsample(x), filter, bias, { stride: 1, padding: 'same', ...activation });
  }
  return runKernel('GanvasUpsampleConv2d', withBias({ x, filter }, bias), {
    activation: activation.activation,
    alpha: activation.alpha,
  });
}

defineGradient<Activation>({
  kernelName: 'GanvasUpsampleConv2d',
  inputsToSave: ['x', 'filter'],
  outputsToSave: [true],
  gradient([dy], [x, filter, y], attrs) {
    const dz = activationGradient(y, dy, attrs);
    return {
      x: () => runKernel('GanvasUpsampleConv2dGradInput', { dy: dz, filter }, {}),
      ...filterAndBias('GanvasUpsampleConv2dGradFilter', { x, dy: dz }, {}),
    };
  },
});

/**
 * Nearest-neighbour upsampling of [b, h, w, c] to [b, 2h, 2w, c]. Written with concatenations, because the gradient of
 * TensorFlow.js' own resizing disagrees with finite differences on its CPU backend (4.22).
 */
export function upsample(x: Tensor4D): Tensor4D {
  const [b, h, w, c] = x.shape;
  const columns = reshape(concat([x, x], 3), [b, h, 2 * w * c]);
  return reshape(concat([columns, columns], 2), [b, 2 * h, 2 * w, c]);
}

/**
 * Transposed convolution of x [b, h, w, ci] with filter [kh, kw, co, ci]: the gradient of a `same` convolution
 * with these strides [sh, sw], as Keras' Conv2DTranspose.
 * @returns [b, h * sh, w * sw, co]
 */
export function fusedConv2dTranspose(
  x: Tensor4D,
  filter: Tensor4D,
  bias: Tensor1D | null,
  { stride, ...activation }: Activation & { readonly stride: Sides },
): Tensor4D {
  const [b, h, w] = x.shape;
  const [kh, kw, co] = filter.shape;
  const strides = pairOf(stride);
  const outputShape: [number, number, number, number] = [b, h * strides[0], w * strides[1], co];
  if (!hasKernel('GanvasConv2dTranspose')) {
    const y = conv2dTranspose(x, filter, outputShape, strides, 'same');
    return activate(bias ? add<Tensor4D>(y, bias) : y, activation);
  }
  return runKernel('GanvasConv2dTranspose', withBias({ x, filter }, bias), {
    outputShape,
    strides,
    pad: bordersOf(outputShape, [kh, kw], strides, 'same'),
    activation: activation.activation,
    alpha: activation.alpha,
  });
}

defineGradient<TransposeAttrs>({
  kernelName: 'GanvasConv2dTranspose',
  inputsToSave: ['x', 'filter'],
  outputsToSave: [true],
  gradient([dy], [x, filter, y], attrs) {
    const { strides, pad } = attrs;
    const dz = activationGradient(y, dy, attrs);
    return {
      // The gradient of a gradient-of-convolution is the convolution itself, and its roles swap for the filter.
      x: () => runKernel('GanvasConv2d', { x: dz, filter }, { strides, pad, ...LINEAR }),
      filter: () =>
        runKernel('GanvasConv2dGradFilter', { x: dz, dy: x }, { filterShape: filter.shape, strides, pad }),
      bias: () => biasGradient(dz),
    };
  },
});
