// Batch normalization with given moments (inference): one scale and shift per channel.
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { defineKernel, input, numberAttr, type SimdKernel } from './define';
import { runOnHost } from './fallback';
import { sizeOf } from './shapes';

/** tfjs' own default where the attribute is left out. */
const DEFAULT_EPSILON = 0.001;

const fusedBatchNorm = defineKernel('FusedBatchNorm', (backend, inputs, attrs) => {
  const x = input(inputs, 'x');
  const mean = input(inputs, 'mean');
  const variance = input(inputs, 'variance');
  const { scale, offset } = inputs;
  const channels = x.shape.at(-1) ?? 1;
  const perChannel = [mean, variance, scale, offset].every(
    (info) =>
      !info || (info.dtype === 'float32' && sizeOf(info.shape) === channels && info.shape.length <= 1),
  );
  if (!perChannel || x.dtype !== 'float32') return runOnHost('FusedBatchNorm', backend, inputs, attrs);
  const epsilon =
    attrs['varianceEpsilon'] === undefined ? DEFAULT_EPSILON : numberAttr(attrs, 'varianceEpsilon');
  const y = backend.makeOutput(x.shape, 'float32');
  const { module } = backend;
  const factors = module.scratch(channels * 8);
  const read = (info: TensorInfo | undefined) => (info ? backend.view(info) : null);
  const [means, variances, scales, offsets] = [mean, variance, scale, offset].map(read);
  const table = module.tableF32(factors, channels * 2);
  for (let c = 0; c < channels; c++) {
    const gain = (scales?.[c] ?? 1) / Math.sqrt((variances?.[c] ?? 1) + epsilon);
    table[c] = gain;
    table[channels + c] = (offsets?.[c] ?? 0) - (means?.[c] ?? 0) * gain;
  }
  const rows = channels === 0 ? 0 : sizeOf(x.shape) / channels;
  const pointers = [backend.pointer(x), backend.pointer(y), factors, factors + channels * 4];
  module.run('affineRows', ...pointers, rows, channels);
  return y;
});

export const normalizeKernels: readonly SimdKernel[] = [fusedBatchNorm];
