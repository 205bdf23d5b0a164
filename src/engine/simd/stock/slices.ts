// Taking parts out of a tensor and joining tensors: slices, concatenation, stacking, splitting, reversal.
import { backend_util, slice_util, util, type TensorInfo } from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../backend';
import {
  defineKernel,
  input,
  inputList,
  numberAttr,
  numbersAttr,
  optionalNumbersAttr,
  type SimdKernel,
} from './define';
import { runOnHost } from './fallback';
import { copyBox } from './memory';
import { sizeOf } from './shapes';

/** The box of `size` elements at `begin`, one element in every `step` per dimension. */
export function slice(
  backend: SimdBackend,
  x: TensorInfo,
  begin: readonly number[],
  size: readonly number[],
  step?: readonly number[],
): TensorInfo {
  const y = backend.makeOutput(size, x.dtype);
  copyBox(backend, size, { info: x, begin, step }, { info: y });
  return y;
}

const sliceKernel = defineKernel('Slice', (backend, inputs, attrs) => {
  const x = input(inputs, 'x');
  if (x.dtype === 'string') return runOnHost('Slice', backend, inputs, attrs);
  const [begin, size] = slice_util.parseSliceParams(
    x,
    numbersAttr(attrs, 'begin'),
    optionalNumbersAttr(attrs, 'size'),
  );
  slice_util.assertParamsValid(x, begin, size);
  return slice(backend, x, begin, size);
});

const stridedSlice = defineKernel('StridedSlice', (backend, inputs, attrs) => {
  const x = input(inputs, 'x');
  if (x.dtype === 'string') return runOnHost('StridedSlice', backend, inputs, attrs);
  const info = slice_util.sliceInfo(
    x.shape,
    numbersAttr(attrs, 'begin'),
    numbersAttr(attrs, 'end'),
    numbersAttr(attrs, 'strides'),
    numberAttr(attrs, 'beginMask'),
    numberAttr(attrs, 'endMask'),
    numberAttr(attrs, 'ellipsisMask'),
    numberAttr(attrs, 'newAxisMask'),
    numberAttr(attrs, 'shrinkAxisMask'),
  );
  if (info.isIdentity) return backend.share(x, info.finalShape);
  const size = slice_util
    .computeOutShape(info.begin, info.end, info.strides)
    .map((extent) => Math.max(0, extent));
  const y = slice(backend, x, info.begin, size, info.strides);
  return { ...y, shape: info.finalShape };
});

/** Joins tensors that differ in one dimension only. */
export function concat(backend: SimdBackend, list: readonly TensorInfo[], axis: number): TensorInfo {
  const [first] = list;
  const shape = backend_util.computeOutShape(
    list.map((info) => info.shape),
    axis,
  );
  const y = backend.makeOutput(shape, first?.dtype ?? 'float32');
  let at = 0;
  for (const part of list) {
    copyBox(
      backend,
      part.shape,
      { info: part },
      { info: y, begin: shape.map((_, d) => (d === axis ? at : 0)) },
    );
    at += part.shape[axis] ?? 0;
  }
  return y;
}

const concatKernel = defineKernel('Concat', (backend, inputs, attrs) => {
  const list = inputList(inputs);
  const [first] = list;
  if (!first || list.some((info) => info.dtype !== first.dtype || info.dtype === 'string')) {
    return runOnHost('Concat', backend, inputs, attrs);
  }
  const axis = util.parseAxisParam(numberAttr(attrs, 'axis'), first.shape)[0] ?? 0;
  backend_util.assertParamsConsistent(
    list.map((info) => info.shape),
    axis,
  );
  const filled = list.filter((info) => sizeOf(info.shape) > 0);
  const [only] = filled;
  return filled.length === 1 && only
    ? backend.share(only)
    : concat(backend, filled.length > 0 ? filled : list, axis);
});

const pack = defineKernel('Pack', (backend, inputs, attrs) => {
  const list = inputList(inputs);
  const [first] = list;
  const axis = numberAttr(attrs, 'axis');
  if (!first || first.dtype === 'string') return runOnHost('Pack', backend, inputs, attrs);
  const expanded = list.map((info) => {
    util.assertShapesMatch(info.shape, first.shape, 'All tensors passed to stack must have matching shapes');
    const shape = [...info.shape];
    shape.splice(axis, 0, 1);
    return { ...info, shape };
  });
  return concat(backend, expanded, axis);
});

/** Parts along one dimension, of the given lengths. */
function split(backend: SimdBackend, x: TensorInfo, axis: number, lengths: readonly number[]): TensorInfo[] {
  let at = 0;
  return lengths.map((length) => {
    const begin = x.shape.map((_, d) => (d === axis ? at : 0));
    at += length;
    return slice(
      backend,
      x,
      begin,
      x.shape.map((extent, d) => (d === axis ? length : extent)),
    );
  });
}

const splitV = defineKernel('SplitV', (backend, inputs, attrs) => {
  const x = input(inputs, 'x');
  if (x.dtype === 'string') return runOnHost('SplitV', backend, inputs, attrs);
  const axis = util.parseAxisParam(numberAttr(attrs, 'axis'), x.shape)[0] ?? 0;
  const wanted = attrs['numOrSizeSplits'];
  const lengths =
    typeof wanted === 'number'
      ? new Array<number>(wanted).fill((x.shape[axis] ?? 0) / wanted)
      : withRest(numbersAttr(attrs, 'numOrSizeSplits'), x.shape[axis] ?? 0);
  return split(backend, x, axis, lengths);
});

/** A length of -1 is what the others leave. */
const withRest = (lengths: readonly number[], total: number): number[] => {
  const given = lengths.reduce((sum, length) => sum + Math.max(0, length), 0);
  return lengths.map((length) => (length < 0 ? total - given : length));
};

const unpack = defineKernel('Unpack', (backend, inputs, attrs) => {
  const value = input(inputs, 'value');
  if (value.dtype === 'string') return runOnHost('Unpack', backend, inputs, attrs);
  const asked = numberAttr(attrs, 'axis');
  const axis = asked < 0 ? asked + value.shape.length : asked;
  const parts = split(backend, value, axis, new Array<number>(value.shape[axis] ?? 0).fill(1));
  return parts.map((part) => ({ ...part, shape: part.shape.filter((_, d) => d !== axis) }));
});

const reverse = defineKernel('Reverse', (backend, inputs, attrs) => {
  const x = input(inputs, 'x');
  if (x.dtype === 'string') return runOnHost('Reverse', backend, inputs, attrs);
  const dims = new Set(
    util.parseAxisParam(optionalNumbersAttr(attrs, 'dims') ?? x.shape.map((_, d) => d), x.shape),
  );
  const begin = x.shape.map((extent, d) => (dims.has(d) ? extent - 1 : 0));
  return slice(
    backend,
    x,
    begin,
    x.shape,
    x.shape.map((_, d) => (dims.has(d) ? -1 : 1)),
  );
});

export const sliceKernels: readonly SimdKernel[] = [
  sliceKernel,
  stridedSlice,
  concatKernel,
  pack,
  splitV,
  unpack,
  reverse,
];
