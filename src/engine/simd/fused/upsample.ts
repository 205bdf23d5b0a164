// GanvasUpsampleConv2d and its gradients: nearest 2x upsampling and a 3x3 'same' convolution in one.
import { upsampleConvForward, upsampleConvGradInput } from '../conv/upsample';
import { upsampleConvGradFilter } from '../conv/upsampleFilter';
import { defineKernel, input } from '../stock/define';
import { activationAttr, optionalPointer } from './attributes';

export const upsampleConv2d = defineKernel('GanvasUpsampleConv2d', (backend, inputs, attrs) => {
  const x = input(inputs, 'x');
  const filter = input(inputs, 'filter');
  const [n = 0, h = 0, w = 0, ci = 0] = x.shape;
  const co = filter.shape[3] ?? 0;
  const out = backend.makeOutput([n, 2 * h, 2 * w, co], 'float32');
  upsampleConvForward(
    backend.module,
    { n, h, w, ci, co },
    {
      x: backend.pointer(x),
      filter: backend.pointer(filter),
      bias: optionalPointer(backend, inputs, 'bias'),
      out: backend.pointer(out),
      activation: activationAttr(attrs),
    },
  );
  return out;
});

export const upsampleConv2dGradientOfInput = defineKernel(
  'GanvasUpsampleConv2dGradInput',
  (backend, inputs) => {
    const dy = input(inputs, 'dy');
    const filter = input(inputs, 'filter');
    const [n = 0, height = 0, width = 0, co = 0] = dy.shape;
    const ci = filter.shape[2] ?? 0;
    const shape = { n, h: height / 2, w: width / 2, ci, co };
    const dx = backend.makeOutput([n, shape.h, shape.w, ci], 'float32');
    upsampleConvGradInput(backend.module, shape, {
      dy: backend.pointer(dy),
      filter: backend.pointer(filter),
      dx: backend.pointer(dx),
    });
    return dx;
  },
);

export const upsampleConv2dGradientOfFilter = defineKernel(
  'GanvasUpsampleConv2dGradFilter',
  (backend, inputs) => {
    const x = input(inputs, 'x');
    const dy = input(inputs, 'dy');
    const [n = 0, h = 0, w = 0, ci = 0] = x.shape;
    const co = dy.shape[3] ?? 0;
    const dFilter = backend.makeOutput([3, 3, ci, co], 'float32');
    upsampleConvGradFilter(
      backend.module,
      { n, h, w, ci, co },
      { x: backend.pointer(x), dy: backend.pointer(dy), dFilter: backend.pointer(dFilter) },
    );
    return dFilter;
  },
);
