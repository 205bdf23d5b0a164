// GanvasBatchNormTrain and its gradient: normalization over all axes but the last, activation, dropout. And the same by averages
// that were learnt, GanvasBatchNormInference.
import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../backend';
import { activationCode } from '../conv/activation';
import { activationAttr } from '../fused/attributes';
import { defineKernel, input, numberAttr } from '../stock/define';
import { dropoutOf, slopeOf } from './activation';

/** Most tasks of one kernel (kernels/train/rows.ts), two partial sums each, and five vectors of coefficients. */
const WORK_VECTORS = 2 * 64 + 5;

const sizeOf = (shape: readonly number[]): number => shape.reduce((product, side) => product * side, 1);

function rowsAndChannels({ shape }: TensorInfo): [rows: number, channels: number] {
  const channels = shape[shape.length - 1];
  return [sizeOf(shape) / channels, channels];
}

const work = (backend: SimdBackend, channels: number): number =>
  backend.module.scratch(4 * WORK_VECTORS * channels);

export const batchNormTrain = defineKernel('GanvasBatchNormTrain', (backend, inputs, attrs) => {
  const x = input(inputs, 'x');
  const [rows, channels] = rowsAndChannels(x);
  const y = backend.makeOutput(x.shape, 'float32');
  const mean = backend.makeOutput([channels], 'float32');
  const variance = backend.makeOutput([channels], 'float32');
  const scratch = work(backend, channels);
  backend.module.run(
    'batchNormForward',
    backend.pointer(x),
    backend.pointer(input(inputs, 'gamma')),
    backend.pointer(input(inputs, 'beta')),
    rows,
    channels,
    numberAttr(attrs, 'epsilon'),
    slopeOf(attrs),
    ...dropoutOf(attrs),
    backend.pointer(y),
    backend.pointer(mean),
    backend.pointer(variance),
    scratch,
  );
  return [y, mean, variance];
});

export const batchNormInference = defineKernel('GanvasBatchNormInference', (backend, inputs, attrs) => {
  const x = input(inputs, 'x');
  const [rows, channels] = rowsAndChannels(x);
  const y = backend.makeOutput(x.shape, 'float32');
  const { activation, alpha } = activationAttr(attrs);
  const scratch = backend.module.scratch(8 * channels);
  backend.module.run(
    'batchNormInference',
    backend.pointer(x),
    backend.pointer(input(inputs, 'gamma')),
    backend.pointer(input(inputs, 'beta')),
    backend.pointer(input(inputs, 'movingMean')),
    backend.pointer(input(inputs, 'movingVariance')),
    rows,
    channels,
    numberAttr(attrs, 'epsilon'),
    activationCode(activation),
    alpha,
    backend.pointer(y),
    scratch,
  );
  return y;
});

export const batchNormTrainGrad = defineKernel('GanvasBatchNormTrainGrad', (backend, inputs, attrs) => {
  const x = input(inputs, 'x');
  const [rows, channels] = rowsAndChannels(x);
  const dx = backend.makeOutput(x.shape, 'float32');
  const dGamma = backend.makeOutput([channels], 'float32');
  const dBeta = backend.makeOutput([channels], 'float32');
  const scratch = work(backend, channels);
  backend.module.run(
    'batchNormGradient',
    backend.pointer(input(inputs, 'dy')),
    backend.pointer(x),
    backend.pointer(input(inputs, 'gamma')),
    backend.pointer(input(inputs, 'beta')),
    backend.pointer(input(inputs, 'mean')),
    backend.pointer(input(inputs, 'variance')),
    rows,
    channels,
    numberAttr(attrs, 'epsilon'),
    slopeOf(attrs),
    ...dropoutOf(attrs),
    backend.pointer(dx),
    backend.pointer(dGamma),
    backend.pointer(dBeta),
    scratch,
  );
  return [dx, dGamma, dBeta];
});

export const biasGrad = defineKernel('GanvasBiasGrad', (backend, inputs) => {
  const dz = input(inputs, 'dz');
  const [rows, channels] = rowsAndChannels(dz);
  const sums = backend.makeOutput([channels], 'float32');
  const scratch = work(backend, channels);
  backend.module.run('columnSums', backend.pointer(dz), rows, channels, backend.pointer(sums), scratch);
  return sums;
});
