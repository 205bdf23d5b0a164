// GanvasConv2d, GanvasConv2dTranspose, GanvasUpsampleConv2d and their gradients.
import type { NamedAttrMap, NamedTensorInfoMap, TensorInfo } from '@tensorflow/tfjs-core';
import { activationOf, LINEAR } from '../activation';
import { input, numbersAttr } from '../arguments';
import * as plain from '../convolution';
import { defineKernel, type GpuKernel } from '../define';
import { productProgram } from '../matrixProduct';
import * as upsampled from '../upsampleConvolution';

const withBias = (inputs: NamedTensorInfoMap, ...names: readonly string[]): [TensorInfo[], boolean] => {
  const found = names.map((name) => input(inputs, name));
  return inputs.bias ? [[...found, inputs.bias], true] : [found, false];
};

/** Sizes from the shapes of x, y and the filter [kh, kw, ci, co]. */
function sizesOf(
  x: readonly number[],
  y: readonly number[],
  [kernelHeight, kernelWidth, channels, filters]: readonly number[],
  attrs: NamedAttrMap,
): plain.ConvSizes {
  const [strideY, strideX] = numbersAttr(attrs, 'strides');
  const [padTop, , padLeft] = numbersAttr(attrs, 'pad');
  const [batch, height, width] = x;
  const [, outHeight, outWidth] = y;
  return {
    ...{ batch, height, width, channels, outHeight, outWidth, filters, kernelHeight, kernelWidth },
    ...{ strides: [strideY, strideX], padTop, padLeft },
  };
}

function outputShape(x: readonly number[], filter: readonly number[], attrs: NamedAttrMap): number[] {
  const [strideY, strideX] = numbersAttr(attrs, 'strides');
  const [top, bottom, left, right] = numbersAttr(attrs, 'pad');
  const height = Math.floor((x[1] + top + bottom - filter[0]) / strideY) + 1;
  const width = Math.floor((x[2] + left + right - filter[1]) / strideX) + 1;
  return [x[0], height, width, filter[3]];
}

const conv2d = defineKernel('GanvasConv2d', (backend, inputs, attrs) => {
  const [tensors, hasBias] = withBias(inputs, 'x', 'filter');
  const [x, filter] = tensors;
  const y = backend.newTensor(outputShape(x.shape, filter.shape, attrs));
  const product = plain.forwardProduct(
    sizesOf(x.shape, y.shape, filter.shape, attrs),
    hasBias,
    activationOf(attrs),
  );
  backend.run(productProgram(product), [...tensors, y]);
  return y;
});

const gradInput = defineKernel('GanvasConv2dGradInput', (backend, inputs, attrs) => {
  const [dy, filter] = [input(inputs, 'dy'), input(inputs, 'filter')];
  const dx = backend.newTensor(numbersAttr(attrs, 'inputShape'));
  const sizes = sizesOf(dx.shape, dy.shape, filter.shape, attrs);
  backend.run(productProgram(plain.inputGradientProduct(sizes, false, LINEAR)), [dy, filter, dx]);
  return dx;
});

const transpose = defineKernel('GanvasConv2dTranspose', (backend, inputs, attrs) => {
  const [tensors, hasBias] = withBias(inputs, 'x', 'filter');
  const [x, filter] = tensors;
  const y = backend.newTensor(numbersAttr(attrs, 'outputShape'));
  const sizes = sizesOf(y.shape, x.shape, filter.shape, attrs);
  const product = plain.inputGradientProduct(sizes, hasBias, activationOf(attrs));
  backend.run(productProgram(product), [...tensors, y]);
  return y;
});

/** One kernel returns the filter's gradient alone, its twin also the bias'. */
const gradFilter = (kernelName: string, bias: boolean): GpuKernel =>
  defineKernel(kernelName, (backend, inputs, attrs) => {
    const [x, dy] = [input(inputs, 'x'), input(inputs, 'dy')];
    const dFilter = backend.newTensor(numbersAttr(attrs, 'filterShape'));
    const results = bias ? [dFilter, backend.newTensor([dFilter.shape[3]])] : [dFilter];
    const sizes = sizesOf(x.shape, dy.shape, dFilter.shape, attrs);
    backend.run(productProgram(plain.filterGradientProduct(sizes, bias)), [x, dy, ...results]);
    return bias ? results : dFilter;
  });

const upsampleSizes = (
  [batch, height, width, channels]: readonly number[],
  filters: number,
): upsampled.UpsampleSizes => ({ batch, height, width, channels, filters });

const upsampleConv2d = defineKernel('GanvasUpsampleConv2d', (backend, inputs, attrs) => {
  const [tensors, hasBias] = withBias(inputs, 'x', 'filter');
  const [x, filter] = tensors;
  const sizes = upsampleSizes(x.shape, filter.shape[3]);
  const y = backend.newTensor([sizes.batch, 2 * sizes.height, 2 * sizes.width, sizes.filters]);
  const product = upsampled.forwardProduct(sizes, hasBias, activationOf(attrs));
  backend.run(productProgram(product), [...tensors, y]);
  return y;
});

const upsampleGradInput = defineKernel('GanvasUpsampleConv2dGradInput', (backend, inputs) => {
  const [dy, filter] = [input(inputs, 'dy'), input(inputs, 'filter')];
  const [batch, height, width, filters] = dy.shape;
  const sizes = upsampleSizes([batch, height / 2, width / 2, filter.shape[2]], filters);
  const dx = backend.newTensor([batch, sizes.height, sizes.width, sizes.channels]);
  backend.run(productProgram(upsampled.inputGradientProduct(sizes)), [dy, filter, dx]);
  return dx;
});

const upsampleGradFilter = (kernelName: string, bias: boolean): GpuKernel =>
  defineKernel(kernelName, (backend, inputs) => {
    const [x, dy] = [input(inputs, 'x'), input(inputs, 'dy')];
    const sizes = upsampleSizes(x.shape, dy.shape[3]);
    const dFilter = backend.newTensor([3, 3, sizes.channels, sizes.filters]);
    const results = bias ? [dFilter, backend.newTensor([sizes.filters])] : [dFilter];
    backend.run(productProgram(upsampled.filterGradientProduct(sizes, bias)), [x, dy, ...results]);
    return bias ? results : dFilter;
  });

export const convolutionKernels: readonly GpuKernel[] = [
  conv2d,
  gradInput,
  transpose,
  gradFilter('GanvasConv2dGradFilter', false),
  gradFilter('GanvasConv2dGradFilterBias', true),
  upsampleConv2d,
  upsampleGradInput,
  upsampleGradFilter('GanvasUpsampleConv2dGradFilter', false),
  upsampleGradFilter('GanvasUpsampleConv2dGradFilterBias', true),
];
