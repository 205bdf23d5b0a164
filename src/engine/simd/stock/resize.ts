// Nearest and bilinear resampling of images with their gradients. Each axis becomes a table that says which
// two input indices an output index mixes; the kernel only reads tables.
import type { NamedAttrMap, TensorInfo } from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../backend';
import { defineKernel, flagAttr, input, numbersAttr, type KernelBody, type SimdKernel } from './define';
import { castTo } from './structure';
import { sizeOf } from './shapes';

/** Two indices and a weight, four bytes each. */
const ENTRY_WORDS = 3;

interface Axis {
  readonly low: number[];
  readonly high: number[];
  readonly weight: number[];
}

/** The conventions of TensorFlow's resize operations, along one axis. */
export function resizeAxis(
  inSize: number,
  outSize: number,
  kind: 'nearest' | 'bilinear',
  alignCorners: boolean,
  halfPixelCenters: boolean,
): Axis {
  const corners = alignCorners && outSize > 1 ? 1 : 0;
  const ratio = (inSize - corners) / (outSize - corners);
  const axis: Axis = { low: [], high: [], weight: [] };
  for (let o = 0; o < outSize; o++) {
    if (kind === 'nearest') {
      const at = halfPixelCenters ? ratio * (o + 0.5) : ratio * o;
      const index = Math.max(0, Math.min(inSize - 1, alignCorners ? Math.round(at) : Math.floor(at)));
      axis.low.push(index);
      axis.high.push(index);
      axis.weight.push(0);
    } else {
      const at = halfPixelCenters ? ratio * (o + 0.5) - 0.5 : ratio * o;
      const low = Math.max(0, Math.floor(at));
      axis.low.push(low);
      axis.high.push(Math.max(0, Math.min(inSize - 1, Math.ceil(at))));
      axis.weight.push(Math.max(0, at - low));
    }
  }
  return axis;
}

function writeAxis(backend: SimdBackend, pointer: number, { low, high, weight }: Axis): void {
  const words = backend.module.tableI32(pointer, low.length * ENTRY_WORDS);
  const floats = backend.module.tableF32(pointer, low.length * ENTRY_WORDS);
  low.forEach((index, o) => {
    words[o * ENTRY_WORDS] = index;
    words[o * ENTRY_WORDS + 1] = high[o] ?? index;
    floats[o * ENTRY_WORDS + 2] = weight[o] ?? 0;
  });
}

/** Runs `kernel` from one image tensor to another; `small` has the shape before resizing, `large` after. */
function run(
  backend: SimdBackend,
  kernel: 'resize2d' | 'resize2dGrad',
  kind: 'nearest' | 'bilinear',
  attrs: NamedAttrMap,
  before: readonly number[],
  after: readonly number[],
  from: TensorInfo,
  to: TensorInfo,
): void {
  const [batch = 0, inH = 1, inW = 1, channels = 1] = before;
  const [, outH = 1, outW = 1] = after;
  if (sizeOf(to.shape) === 0) return;
  const align = flagAttr(attrs, 'alignCorners');
  const half = flagAttr(attrs, 'halfPixelCenters');
  const rows = backend.module.scratch((outH + outW) * ENTRY_WORDS * 4);
  const cols = rows + outH * ENTRY_WORDS * 4;
  writeAxis(backend, rows, resizeAxis(inH, outH, kind, align, half));
  writeAxis(backend, cols, resizeAxis(inW, outW, kind, align, half));
  const pointers = [backend.pointer(from), backend.pointer(to), rows, cols];
  backend.module.run(kernel, ...pointers, batch, inH, inW, outH, outW, channels);
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
    run(backend, 'resize2d', kind, attrs, x.shape, y.shape, x, y);
    backend.release(x);
    return y;
  };

const backward =
  (kind: 'nearest' | 'bilinear'): KernelBody =>
  (backend, inputs, attrs) => {
    const images = input(inputs, 'images');
    const dy = input(inputs, 'dy');
    const dx = backend.makeOutput(images.shape, 'float32');
    run(backend, 'resize2dGrad', kind, attrs, images.shape, dy.shape, dy, dx);
    return dx;
  };

export const resizeKernels: readonly SimdKernel[] = [
  defineKernel('ResizeNearestNeighbor', forward('nearest')),
  defineKernel('ResizeBilinear', forward('bilinear')),
  defineKernel('ResizeNearestNeighborGrad', backward('nearest')),
  defineKernel('ResizeBilinearGrad', backward('bilinear')),
];
