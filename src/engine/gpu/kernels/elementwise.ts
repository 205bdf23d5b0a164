// GanvasActivationGrad, GanvasActivationDropout and its gradient: one pass over all elements.
import type { NamedAttrMap, TensorInfo } from '@tensorflow/tfjs-core';
import { activateText, activationKey, activationOf, dropoutText, slopeText } from '../activation';
import { input, sizeOf } from '../arguments';
import type { GanvasGpuBackend } from '../backend';
import { defineKernel, type GpuKernel } from '../define';
import { elementGroups, forEach } from '../program';

interface Pass {
  readonly name: string;
  readonly reads: readonly string[];
  /** Value of element i. */
  readonly value: string;
}

function onePass(
  backend: GanvasGpuBackend,
  { name, reads, value }: Pass,
  tensors: readonly TensorInfo[],
  attrs: NamedAttrMap,
): TensorInfo {
  const size = sizeOf(tensors[0].shape);
  const result = backend.newTensor(tensors[0].shape);
  const activation = activationOf(attrs);
  const dropout = dropoutText({ dropoutRate: 0, ...attrs });
  backend.run(
    {
      key: `${name}|${size}|${activationKey(activation)}|${dropout.key}`,
      reads,
      writes: ['result'],
      numbers: dropout.numbers,
      threads: 256,
      workgroups: elementGroups(size),
      text: () => ({
        declarations: activateText(activation) + dropout.declarations,
        main: forEach(size, `result[i] = ${value};`),
      }),
    },
    [...tensors, result],
  );
  return result;
}

const activationGrad = defineKernel('GanvasActivationGrad', (backend, inputs, attrs) => {
  const value = `dy[i] * ${slopeText(activationOf(attrs), 'y[i]')}`;
  const pass = { name: 'activationGrad', reads: ['y', 'dy'], value };
  return onePass(backend, pass, [input(inputs, 'y'), input(inputs, 'dy')], attrs);
});

const activationDropout = defineKernel('GanvasActivationDropout', (backend, inputs, attrs) => {
  const pass = { name: 'activationDropout', reads: ['x'], value: 'mask(i) * activate(x[i])' };
  return onePass(backend, pass, [input(inputs, 'x')], attrs);
});

const activationDropoutGrad = defineKernel('GanvasActivationDropoutGrad', (backend, inputs, attrs) => {
  const value = `dy[i] * mask(i) * ${slopeText(activationOf(attrs), 'x[i]')}`;
  const pass = { name: 'activationDropoutGrad', reads: ['dy', 'x'], value };
  return onePass(backend, pass, [input(inputs, 'dy'), input(inputs, 'x')], attrs);
});

export const elementwiseKernels: readonly GpuKernel[] = [
  activationGrad,
  activationDropout,
  activationDropoutGrad,
];
