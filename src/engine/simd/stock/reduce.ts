// Reductions over any axes: sums and means, extrema and where they lie, softmax.
import type { NamedAttrMap, TensorInfo } from '@tensorflow/tfjs-core';
import { ReduceOp } from '../../../../kernels/stock/opcodes';
import type { SimdBackend } from '../backend';
import { defineKernel, flagAttr, input, numbersAttr, optionalNumbersAttr, type SimdKernel } from './define';
import { runOnHost } from './fallback';
import { reduction, sizeOf } from './shapes';
import { castTo, fill } from './structure';
import { transpose } from './transpose';

const EMPTY: Readonly<Record<ReduceOp, number>> = {
  [ReduceOp.Sum]: 0,
  [ReduceOp.Prod]: 1,
  [ReduceOp.Max]: -Infinity,
  [ReduceOp.Min]: Infinity,
};

/** No axes given means all of them. */
const axesOf = (attrs: NamedAttrMap, name: string, x: TensorInfo): number[] =>
  optionalNumbersAttr(attrs, name) ?? x.shape.map((_, d) => d);

/** scale * op over axes of a float32 or int32 tensor (int32: exact, scale ignored). */
export function reduce(
  backend: SimdBackend,
  op: ReduceOp,
  x: TensorInfo,
  axis: readonly number[],
  keepDims: boolean,
  mean = false,
): TensorInfo {
  const { shape, outer, reduced, inner, order } = reduction(x.shape, axis, keepDims);
  if (sizeOf(shape) === 0 || reduced === 0) return fill(backend, shape, x.dtype, mean ? NaN : EMPTY[op]);
  const source = order ? transpose(backend, x, order) : x;
  const y = backend.makeOutput(shape, x.dtype);
  const { module } = backend;
  const layout = [outer, reduced, inner];
  if (x.dtype === 'int32') {
    module.run('reduceI32', op, backend.pointer(source), backend.pointer(y), ...layout);
  } else {
    const scratch = module.scratch(module.run('reduceScratchBytes', ...layout));
    const scale = mean ? 1 / reduced : 1;
    module.run('reduceF32', op, backend.pointer(source), backend.pointer(y), scratch, ...layout, scale);
  }
  if (order) backend.release(source);
  return y;
}

const reduceKernel = (kernelName: string, op: ReduceOp): SimdKernel =>
  defineKernel(kernelName, (backend, inputs, attrs) => {
    const x = input(inputs, 'x');
    const axis = axesOf(attrs, kernelName === 'Max' ? 'reductionIndices' : 'axis', x);
    if (x.dtype === 'bool') {
      const whole = castTo(backend, x, 'int32');
      const y = reduce(backend, op, whole, axis, flagAttr(attrs, 'keepDims'));
      backend.release(whole);
      return y;
    }
    return reduce(backend, op, x, axis, flagAttr(attrs, 'keepDims'));
  });

const mean = defineKernel('Mean', (backend, inputs, attrs) => {
  const x = input(inputs, 'x');
  const values = castTo(backend, x, 'float32');
  const y = reduce(
    backend,
    ReduceOp.Sum,
    values,
    axesOf(attrs, 'axis', x),
    flagAttr(attrs, 'keepDims'),
    true,
  );
  backend.release(values);
  return y;
});

/** All and Any: extrema of truth values. */
const logicalKernel = (kernelName: string, op: ReduceOp): SimdKernel =>
  defineKernel(kernelName, (backend, inputs, attrs) => {
    const x = input(inputs, 'x');
    const whole = castTo(backend, x, 'int32');
    const extremum = reduce(backend, op, whole, axesOf(attrs, 'axis', x), flagAttr(attrs, 'keepDims'));
    const y = castTo(backend, extremum, 'bool');
    backend.release(whole);
    backend.release(extremum);
    return y;
  });

const argKernel = (kernelName: string, op: ReduceOp): SimdKernel =>
  defineKernel(kernelName, (backend, inputs, attrs) => {
    const x = input(inputs, 'x');
    if (x.dtype !== 'float32' || sizeOf(x.shape) === 0) return runOnHost(kernelName, backend, inputs, attrs);
    const { shape, outer, reduced, inner } = reduction(x.shape, numbersAttr(attrs, 'axis'), false);
    const y = backend.makeOutput(shape, 'int32');
    const pointers = [backend.pointer(x), backend.pointer(y)];
    backend.module.run('argExtremumF32', op, ...pointers, outer, reduced, inner);
    return y;
  });

const softmaxKernel = (kernelName: string, log: boolean): SimdKernel =>
  defineKernel(kernelName, (backend, inputs) => {
    const logits = input(inputs, 'logits');
    const y = backend.makeOutput(logits.shape, 'float32');
    const classes = logits.shape.at(-1) ?? 1;
    if (classes === 0) return y;
    const rows = sizeOf(logits.shape) / classes;
    const pointers = [backend.pointer(logits), backend.pointer(y)];
    backend.module.run('softmaxF32', ...pointers, rows, classes, log ? 1 : 0);
    return y;
  });

export const reduceKernels: readonly SimdKernel[] = [
  reduceKernel('Sum', ReduceOp.Sum),
  reduceKernel('Prod', ReduceOp.Prod),
  reduceKernel('Max', ReduceOp.Max),
  reduceKernel('Min', ReduceOp.Min),
  mean,
  logicalKernel('All', ReduceOp.Min),
  logicalKernel('Any', ReduceOp.Max),
  argKernel('ArgMax', ReduceOp.Max),
  argKernel('ArgMin', ReduceOp.Min),
  softmaxKernel('Softmax', false),
  softmaxKernel('LogSoftmax', true),
];
