// Rows picked by index, sums of rows by segment, one-hot rows.
import { util } from '@tensorflow/tfjs-core';
import { defineKernel, input, numberAttr, stringAttr, type SimdKernel } from './define';
import { runOnHost } from './fallback';
import { sizeOf } from './shapes';
import { fill } from './structure';

const gatherV2 = defineKernel('GatherV2', (backend, inputs, attrs) => {
  const x = input(inputs, 'x');
  const indices = input(inputs, 'indices');
  const words = x.dtype === 'float32' || x.dtype === 'int32';
  if (!words || indices.dtype !== 'int32') return runOnHost('GatherV2', backend, inputs, attrs);
  const axis = util.parseAxisParam(numberAttr(attrs, 'axis'), x.shape)[0] ?? 0;
  const batchDims = typeof attrs['batchDims'] === 'number' ? attrs['batchDims'] : 0;
  const depth = x.shape[axis] ?? 0;
  for (const index of backend.view(indices)) {
    util.assert(
      index >= 0 && index < depth,
      () => `GatherV2: the index value ${index} is not in [0, ${depth - 1}]`,
    );
  }
  const batches = x.shape.slice(0, batchDims);
  const outer = x.shape.slice(batchDims, axis);
  const inner = x.shape.slice(axis + 1);
  const shape = [...batches, ...outer, ...indices.shape.slice(batchDims), ...inner];
  const y = backend.makeOutput(shape, x.dtype);
  if (sizeOf(shape) === 0) return y;
  const count = sizeOf(indices.shape.slice(batchDims));
  const pointers = [x, indices, y].map((one) => backend.pointer(one));
  const layout = [sizeOf(batches), sizeOf(outer), depth, count, sizeOf(inner)];
  backend.module.run('gatherRows', ...pointers, ...layout);
  return y;
});

const unsortedSegmentSum = defineKernel('UnsortedSegmentSum', (backend, inputs, attrs) => {
  const x = input(inputs, 'x');
  const ids = input(inputs, 'segmentIds');
  if (x.dtype !== 'float32' || ids.dtype !== 'int32') {
    return runOnHost('UnsortedSegmentSum', backend, inputs, attrs);
  }
  const segments = numberAttr(attrs, 'numSegments');
  const rest = x.shape.slice(ids.shape.length);
  const y = fill(backend, [segments, ...rest], 'float32', 0);
  const pointers = [x, ids, y].map((one) => backend.pointer(one));
  backend.module.run('segmentSum', ...pointers, sizeOf(ids.shape), sizeOf(rest), segments);
  return y;
});

const oneHot = defineKernel('OneHot', (backend, inputs, attrs) => {
  const indices = input(inputs, 'indices');
  const depth = numberAttr(attrs, 'depth');
  const on = numberAttr(attrs, 'onValue');
  const name = stringAttr(attrs, 'dtype');
  if (name !== 'float32' && name !== 'int32') return runOnHost('OneHot', backend, inputs, attrs);
  const y = fill(backend, [...indices.shape, depth], name, numberAttr(attrs, 'offValue'));
  const values = backend.view(y);
  backend.view(indices).forEach((index, row) => {
    if (index >= 0 && index < depth) values[row * depth + index] = on;
  });
  return y;
});

export const gatherKernels: readonly SimdKernel[] = [gatherV2, unsortedSegmentSum, oneHot];
