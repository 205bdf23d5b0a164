// GanvasConv2d, its gradients, and GanvasConv2dTranspose: NHWC, bias and activation in the same pass.
import { conv2dForward, conv2dGradInput } from '../conv/conv2d';
import { conv2dGradFilter } from '../conv/filterGradient';
import { defineKernel, input } from '../stock/define';
import { activationAttr, optionalPointer, ownGeometry, shapeAttr } from './attributes';

export const conv2d = defineKernel('GanvasConv2d', (backend, inputs, attrs) => {
  const x = input(inputs, 'x');
  const filter = input(inputs, 'filter');
  const g = ownGeometry(x.shape, filter.shape, attrs);
  const out = backend.makeOutput([g.n, g.outH, g.outW, g.co], 'float32');
  conv2dForward(backend.module, g, {
    x: backend.pointer(x),
    filter: backend.pointer(filter),
    bias: optionalPointer(backend, inputs, 'bias'),
    out: backend.pointer(out),
    activation: activationAttr(attrs),
  });
  return out;
});

export const conv2dGradientOfInput = defineKernel('GanvasConv2dGradInput', (backend, inputs, attrs) => {
  const dy = input(inputs, 'dy');
  const filter = input(inputs, 'filter');
  const inputShape = shapeAttr(attrs, 'inputShape');
  const dx = backend.makeOutput(inputShape, 'float32');
  conv2dGradInput(backend.module, ownGeometry(inputShape, filter.shape, attrs), {
    dy: backend.pointer(dy),
    filter: backend.pointer(filter),
    dx: backend.pointer(dx),
  });
  return dx;
});

export const conv2dGradientOfFilter = defineKernel('GanvasConv2dGradFilter', (backend, inputs, attrs) => {
  const x = input(inputs, 'x');
  const filterShape = shapeAttr(attrs, 'filterShape');
  const dFilter = backend.makeOutput(filterShape, 'float32');
  conv2dGradFilter(backend.module, ownGeometry(x.shape, filterShape, attrs), {
    x: backend.pointer(x),
    dy: backend.pointer(input(inputs, 'dy')),
    dFilter: backend.pointer(dFilter),
  });
  return dFilter;
});

export const conv2dTranspose = defineKernel('GanvasConv2dTranspose', (backend, inputs, attrs) => {
  const x = input(inputs, 'x');
  const filter = input(inputs, 'filter');
  const outputShape = shapeAttr(attrs, 'outputShape');
  const out = backend.makeOutput(outputShape, 'float32');
  conv2dGradInput(backend.module, ownGeometry(outputShape, filter.shape, attrs), {
    dy: backend.pointer(x),
    filter: backend.pointer(filter),
    dx: backend.pointer(out),
    bias: optionalPointer(backend, inputs, 'bias'),
    activation: activationAttr(attrs),
  });
  return out;
});
