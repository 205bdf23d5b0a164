// GanvasInstanceNorm and its gradient: normalization of each example and channel, and an activation.
import type { NamedAttrMap, TensorInfo } from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../backend';
import { defineKernel, input, numberAttr, stringAttr } from '../stock/define';
import { sizeOf } from '../stock/shapes';
import { slopeOf } from './activation';

/** Rows of one float32 sum (kernels/train/instanceNormJob.ts). */
const RUN = 128;
/** A float32 sum and a total in double precision. */
const SUM_BYTES = 12;

const KINDS = new Map([
  ['linear', 0],
  ['relu', 1],
]);

/** What the kernels call the activation, and its slope for negative values. */
const activationOf = (attrs: NamedAttrMap): [kind: number, slope: number] => [
  KINDS.get(stringAttr(attrs, 'activation')) ?? 2,
  slopeOf(attrs),
];

interface Sizes {
  readonly examples: number;
  readonly rows: number;
  readonly channels: number;
}

function sizesOf({ shape }: TensorInfo): Sizes {
  const [examples, channels] = [shape[0], shape[shape.length - 1]];
  return { examples, rows: sizeOf(shape) / (examples * channels), channels };
}

const pointers = (backend: SimdBackend, tensors: readonly TensorInfo[]): number[] =>
  tensors.map((one) => backend.pointer(one));

export const instanceNorm = defineKernel('GanvasInstanceNorm', (backend, inputs, attrs) => {
  const given = ['x', 'gamma', 'beta'].map((name) => input(inputs, name));
  const [x] = given;
  const { examples, rows, channels } = sizesOf(x);
  const outputs = [x.shape, [examples, channels], [examples, channels]].map((shape) =>
    backend.makeOutput(shape, 'float32'),
  );
  backend.module.run(
    'instanceNormForward',
    ...pointers(backend, given),
    ...[examples, rows, channels, numberAttr(attrs, 'epsilon')],
    ...activationOf(attrs),
    ...pointers(backend, outputs),
    backend.module.scratch(SUM_BYTES * examples * channels),
  );
  return outputs;
});

export const instanceNormGrad = defineKernel('GanvasInstanceNormGrad', (backend, inputs, attrs) => {
  const names = ['dy', 'x', 'gamma', 'beta', 'means', 'deviations'];
  const given = names.map((name) => input(inputs, name));
  const { examples, rows, channels } = sizesOf(given[1]);
  const outputs = [given[1].shape, [channels], [channels]].map((shape) =>
    backend.makeOutput(shape, 'float32'),
  );
  const runs = Math.max(examples, Math.ceil((examples * rows) / RUN));
  const sums = SUM_BYTES * examples * channels;
  const work = backend.module.scratch(sums + 8 * runs * channels);
  backend.module.run(
    'instanceNormGradient',
    ...pointers(backend, given),
    ...[examples, rows, channels],
    ...activationOf(attrs),
    ...pointers(backend, outputs),
    work,
    work + sums,
  );
  return outputs;
});
