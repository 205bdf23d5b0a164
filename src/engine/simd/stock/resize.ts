// Nearest and bilinear resampling of images and mirrored borders, with their gradients. Each axis becomes a table that says which
// two input indices an output index mixes; the kernel only reads tables.
import type { NamedAttrMap, TensorInfo } from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../backend';
import { resizeAxis, SAMPLINGS, samplingAxis, type ResampleAxis, type Sampling } from '../../resampleAxis';
import {
  defineKernel,
  flagAttr,
  input,
  KernelArgumentError,
  numbersAttr,
  stringAttr,
  type KernelBody,
  type SimdKernel,
} from './define';
import { castTo } from './structure';
import { sizeOf } from './shapes';

/** Two indices and a weight, four bytes each. */
const ENTRY_WORDS = 3;

function writeAxis(backend: SimdBackend, pointer: number, { low, high, weight }: ResampleAxis): void {
  const words = backend.module.tableI32(pointer, low.length * ENTRY_WORDS);
  const floats = backend.module.tableF32(pointer, low.length * ENTRY_WORDS);
  low.forEach((index, o) => {
    words[o * ENTRY_WORDS] = index;
    words[o * ENTRY_WORDS + 1] = high[o] ?? index;
    floats[o * ENTRY_WORDS + 2] = weight[o] ?? 0;
  });
}

/** Runs `kernel` from one image tensor to another along two axes; `before` and `after` are the shapes of the map. */
function run(
  backend: SimdBackend,
  kernel: 'resize2d' | 'resize2dGrad',
  [vertical, horizontal]: readonly [ResampleAxis, ResampleAxis],
  before: readonly number[],
  after: readonly number[],
  from: TensorInfo,
  to: TensorInfo,
): void {
  const [batch = 0, inH = 1, inW = 1, channels = 1] = before;
  const [, outH = 1, outW = 1] = after;
  if (sizeOf(to.shape) === 0) return;
  const rows = backend.module.scratch((outH + outW) * ENTRY_WORDS * 4);
  const cols = rows + outH * ENTRY_WORDS * 4;
  writeAxis(backend, rows, vertical);
  writeAxis(backend, cols, horizontal);
  const pointers = [backend.pointer(from), backend.pointer(to), rows, cols];
  backend.module.run(kernel, ...pointers, batch, inH, inW, outH, outW, channels);
}

/** The axes of tfjs' own resizing. */
function stockAxes(
  kind: 'nearest' | 'bilinear',
  attrs: NamedAttrMap,
  [, inH = 1, inW = 1]: readonly number[],
  [, outH = 1, outW = 1]: readonly number[],
): readonly [ResampleAxis, ResampleAxis] {
  const align = flagAttr(attrs, 'alignCorners');
  const half = flagAttr(attrs, 'halfPixelCenters');
  return [resizeAxis(inH, outH, kind, align, half), resizeAxis(inW, outW, kind, align, half)];
}

const forward =
  (kind: 'nearest' | 'bilinear'): KernelBody =>
  (backend, inputs, attrs) => {
    const images = input(inputs, 'images');
    const [batch = 0, , , channels = 1] = images.shape;
    const [height = 1, width = 1] = numbersAttr(attrs, 'size');
    // nearest neighbour moves words and keeps the type, as stock tfjs does
    const keeps = kind === 'nearest' && images.dtype === 'int32';
    const x = keeps ? backend.share(images) : castTo(backend, images, 'float32');
    const y = backend.makeOutput([batch, height, width, channels], x.dtype);
    run(backend, 'resize2d', stockAxes(kind, attrs, x.shape, y.shape), x.shape, y.shape, x, y);
    backend.release(x);
    return y;
  };

const backward =
  (kind: 'nearest' | 'bilinear'): KernelBody =>
  (backend, inputs, attrs) => {
    const images = input(inputs, 'images');
    const dy = input(inputs, 'dy');
    const dx = backend.makeOutput(images.shape, 'float32');
    const axes = stockAxes(kind, attrs, images.shape, dy.shape);
    run(backend, 'resize2dGrad', axes, images.shape, dy.shape, dy, dx);
    return dx;
  };

function samplingAttr(attrs: NamedAttrMap): Sampling {
  const name = stringAttr(attrs, 'sampling');
  const found = SAMPLINGS.find((sampling) => sampling === name);
  if (!found) throw new KernelArgumentError('a known sampling', name);
  return found;
}

/** GanvasResample and its gradient: one shape before and one after, whichever way the kernel goes. */
const resample = (kernelName: string, inputName: 'x' | 'dy'): SimdKernel =>
  defineKernel(kernelName, (backend, inputs, attrs) => {
    const from = input(inputs, inputName);
    const [before, after] = [numbersAttr(attrs, 'inputShape'), numbersAttr(attrs, 'outputShape')];
    const [top = 0, left = 0] = numbersAttr(attrs, 'before');
    const sampling = samplingAttr(attrs);
    const axes = [
      samplingAxis(sampling, before[1] ?? 1, after[1] ?? 1, top),
      samplingAxis(sampling, before[2] ?? 1, after[2] ?? 1, left),
    ] as const;
    const to = backend.makeOutput(inputName === 'x' ? after : before, 'float32');
    run(backend, inputName === 'x' ? 'resize2d' : 'resize2dGrad', axes, before, after, from, to);
    return to;
  });

export const resizeKernels: readonly SimdKernel[] = [
  defineKernel('ResizeNearestNeighbor', forward('nearest')),
  defineKernel('ResizeBilinear', forward('bilinear')),
  defineKernel('ResizeNearestNeighborGrad', backward('nearest')),
  defineKernel('ResizeBilinearGrad', backward('bilinear')),
  resample('GanvasResample', 'x'),
  resample('GanvasResampleGrad', 'dy'),
];
