// tfjs' own convolution kernels on the engine: Conv2D, FusedConv2D, their gradients, and the depthwise ones.
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { NO_ACTIVATION } from '../conv/activation';
import { conv2dForward, conv2dGradInput } from '../conv/conv2d';
import { depthwise } from '../conv/depthwise';
import { conv2dGradFilter } from '../conv/filterGradient';
import { defineKernel, input, KernelArgumentError } from '../stock/define';
import { activationAttr, optionalPointer, shapeAttr, stockGeometry } from './attributes';

export const stockConv2d = defineKernel('Conv2D', (backend, inputs, attrs) => {
  const x = input(inputs, 'x');
  const filter = input(inputs, 'filter');
  const g = stockGeometry(x.shape, filter.shape, attrs);
  const out = backend.makeOutput([g.n, g.outH, g.outW, g.co], 'float32');
  conv2dForward(backend.module, g, {
    x: backend.pointer(x),
    filter: backend.pointer(filter),
    bias: 0,
    out: backend.pointer(out),
    activation: NO_ACTIVATION,
  });
  return out;
});

export const stockFusedConv2d = defineKernel('FusedConv2D', (backend, inputs, attrs) => {
  const x = input(inputs, 'x');
  const filter = input(inputs, 'filter');
  const g = stockGeometry(x.shape, filter.shape, attrs);
  const bias: TensorInfo | undefined = inputs.bias;
  if (bias && bias.shape.reduce((size, side) => size * side, 1) !== g.co)
    throw new KernelArgumentError(`a bias of ${g.co} values`, `[${bias.shape.join(', ')}]`);
  const activation = activationAttr(attrs, 'leakyreluAlpha');
  const out = backend.makeOutput([g.n, g.outH, g.outW, g.co], 'float32');
  conv2dForward(backend.module, g, {
    x: backend.pointer(x),
    filter: backend.pointer(filter),
    bias: optionalPointer(backend, inputs, 'bias'),
    out: backend.pointer(out),
    activation,
  });
  return out;
});

export const stockConv2dBackpropInput = defineKernel('Conv2DBackpropInput', (backend, inputs, attrs) => {
  const filter = input(inputs, 'filter');
  const inputShape = shapeAttr(attrs, 'inputShape');
  const g = stockGeometry(inputShape, filter.shape, attrs);
  const dx = backend.makeOutput(inputShape, 'float32');
  conv2dGradInput(backend.module, g, {
    dy: backend.pointer(input(inputs, 'dy')),
    filter: backend.pointer(filter),
    dx: backend.pointer(dx),
  });
  return dx;
});

export const stockConv2dBackpropFilter = defineKernel('Conv2DBackpropFilter', (backend, inputs, attrs) => {
  const x = input(inputs, 'x');
  const filterShape = shapeAttr(attrs, 'filterShape');
  const g = stockGeometry(x.shape, filterShape, attrs);
  const dFilter = backend.makeOutput(filterShape, 'float32');
  conv2dGradFilter(backend.module, g, {
    x: backend.pointer(x),
    dy: backend.pointer(input(inputs, 'dy')),
    dFilter: backend.pointer(dFilter),
  });
  return dFilter;
});

export const stockDepthwise = defineKernel('DepthwiseConv2dNative', (backend, inputs, attrs) => {
  const x = input(inputs, 'x');
  const filter = input(inputs, 'filter');
  const g = stockGeometry(x.shape, filter.shape, attrs, true);
  const out = backend.makeOutput([g.n, g.outH, g.outW, g.ci * g.co], 'float32');
  depthwise(backend.module, 'depthwiseForward', g, {
    x: backend.pointer(x),
    filter: backend.pointer(filter),
    y: backend.pointer(out),
  });
  return out;
});

export const stockDepthwiseBackpropInput = defineKernel(
  'DepthwiseConv2dNativeBackpropInput',
  (backend, inputs, attrs) => {
    const filter = input(inputs, 'filter');
    const inputShape = shapeAttr(attrs, 'inputShape');
    const g = stockGeometry(inputShape, filter.shape, attrs, true);
    const dx = backend.makeOutput(inputShape, 'float32');
    depthwise(backend.module, 'depthwiseGradInput', g, {
      x: backend.pointer(dx),
      filter: backend.pointer(filter),
      y: backend.pointer(input(inputs, 'dy')),
    });
    return dx;
  },
);

export const stockDepthwiseBackpropFilter = defineKernel(
  'DepthwiseConv2dNativeBackpropFilter',
  (backend, inputs, attrs) => {
    const x = input(inputs, 'x');
    const filterShape = shapeAttr(attrs, 'filterShape');
    const g = stockGeometry(x.shape, filterShape, attrs, true);
    const dFilter = backend.makeOutput(filterShape, 'float32');
    depthwise(backend.module, 'depthwiseGradFilter', g, {
      x: backend.pointer(x),
      filter: backend.pointer(dFilter),
      y: backend.pointer(input(inputs, 'dy')),
    });
    return dFilter;
  },
);
