// Activation with dropout in one pass, its gradient, and the gradient of an activation from its output.
import type { NamedAttrMap, TensorInfo } from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../backend';
import { defineKernel, input, stringAttr } from '../stock/define';
import { dropoutOf, slopeOf } from './activation';

const sizeOf = (shape: readonly number[]): number => shape.reduce((product, side) => product * side, 1);

/** mask * (choose > 0 ? value : slope * value) */
function masked(
  backend: SimdBackend,
  value: TensorInfo,
  choose: TensorInfo,
  attrs: NamedAttrMap,
): TensorInfo {
  const y = backend.makeOutput(value.shape, 'float32');
  backend.module.run(
    'activationDropout',
    backend.pointer(value),
    backend.pointer(choose),
    backend.pointer(y),
    sizeOf(value.shape),
    slopeOf(attrs),
    ...dropoutOf(attrs),
  );
  return y;
}

export const activationDropout = defineKernel('GanvasActivationDropout', (backend, inputs, attrs) => {
  const x = input(inputs, 'x');
  return masked(backend, x, x, attrs);
});

export const activationDropoutGrad = defineKernel('GanvasActivationDropoutGrad', (backend, inputs, attrs) =>
  masked(backend, input(inputs, 'dy'), input(inputs, 'x'), attrs),
);

const CURVED = new Map([
  ['tanh', 1],
  ['sigmoid', 2],
]);

export const activationGrad = defineKernel('GanvasActivationGrad', (backend, inputs, attrs) => {
  const y = input(inputs, 'y');
  const dz = backend.makeOutput(y.shape, 'float32');
  const curved = CURVED.get(stringAttr(attrs, 'activation'));
  backend.module.run(
    'activationGradient',
    backend.pointer(y),
    backend.pointer(input(inputs, 'dy')),
    backend.pointer(dz),
    sizeOf(y.shape),
    curved ?? 0,
    curved === undefined ? slopeOf(attrs) : 0,
  );
  return dz;
});
