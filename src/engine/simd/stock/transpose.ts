// Transposition, and the kernels that are a transposition of a reshaped tensor.
import { backend_util, type TensorInfo } from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../backend';
import { defineKernel, input, numberAttr, numbersAttr, stringAttr, type SimdKernel } from './define';
import { runOnHost } from './fallback';
import { copyStrided } from './memory';
import { stridesOf } from './shapes';

/** y with dimension d being dimension order[d] of x, seen under `shape` (x's own unless given). */
export function transpose(
  backend: SimdBackend,
  x: TensorInfo,
  order: readonly number[],
  shape: readonly number[] = x.shape,
): TensorInfo {
  const result = order.map((d) => shape[d] ?? 1);
  const y = backend.makeOutput(result, x.dtype);
  const from = stridesOf(shape);
  const to = stridesOf(result);
  const dimensions = result.map((size, d) => ({ size, a: from[order[d] ?? 0] ?? 0, b: to[d] ?? 0 }));
  copyStrided(backend, x, 0, y, 0, dimensions);
  return y;
}

/** The same data under another shape; takes over the caller's reference. */
const reshaped = (info: TensorInfo, shape: readonly number[]): TensorInfo => ({ ...info, shape: [...shape] });

const transposeKernel = defineKernel('Transpose', (backend, inputs, attrs) => {
  const x = input(inputs, 'x');
  if (x.dtype === 'string') return runOnHost('Transpose', backend, inputs, attrs);
  return transpose(backend, x, numbersAttr(attrs, 'perm'));
});

const depthToSpace = defineKernel('DepthToSpace', (backend, inputs, attrs) => {
  const x = input(inputs, 'x');
  const block = numberAttr(attrs, 'blockSize');
  if (stringAttr(attrs, 'dataFormat') !== 'NHWC') return runOnHost('DepthToSpace', backend, inputs, attrs);
  const [b = 1, h = 1, w = 1, c = 1] = x.shape;
  const depth = c / (block * block);
  const y = transpose(backend, x, [0, 1, 3, 2, 4, 5], [b, h, w, block, block, depth]);
  return reshaped(y, [b, h * block, w * block, depth]);
});

const batchToSpace = defineKernel('BatchToSpaceND', (backend, inputs, attrs) => {
  const x = input(inputs, 'x');
  const block = numbersAttr(attrs, 'blockShape');
  const crops = attrs['crops'];
  const none = Array.isArray(crops) && crops.flat().every((one) => one === 0);
  if (!none || x.dtype === 'string') return runOnHost('BatchToSpaceND', backend, inputs, attrs);
  const product = block.reduce((a, b) => a * b, 1);
  const parts = backend_util.getReshaped(x.shape, block, product);
  const order = backend_util.getPermuted(parts.length, block.length);
  return reshaped(
    transpose(backend, x, order, parts),
    backend_util.getReshapedPermuted(x.shape, block, product),
  );
});

export const transposeKernels: readonly SimdKernel[] = [transposeKernel, depthToSpace, batchToSpace];
