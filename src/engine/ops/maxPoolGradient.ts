// The second gradient of maximum pooling, which TensorFlow.js 4.22 has none of. The first is a choice of pixels, fixed by
// x; so its own gradient takes the chosen pixels of what arrives. Where the backend has no kernel, windows are walked tap
// by tap with stock operations.
import {
  backend_util,
  greater,
  pad,
  stridedSlice,
  where,
  zerosLike,
  type Tensor,
  type Tensor4D,
} from '@tensorflow/tfjs-core';
import { defineGradient, hasKernel, runKernel } from './kernel';
import { images } from './rank';

interface PoolAttrs {
  readonly filterSize: [number, number] | number;
  readonly strides: [number, number] | number;
  readonly pad: 'same' | 'valid' | number | backend_util.ExplicitPadding;
  readonly dimRoundingMode?: 'floor' | 'round' | 'ceil';
}

/** Below every float32 of an image: what lies beyond the border is never the largest. */
const LOWEST = -3.4028234663852886e38;

function composedPick(x: Tensor4D, values: Tensor4D, attrs: PoolAttrs): Tensor {
  const { filterSize, strides, dimRoundingMode } = attrs;
  const info = backend_util.computePool2DInfo(x.shape, filterSize, strides, 1, attrs.pad, dimRoundingMode);
  const { top, left } = info.padInfo;
  const height = (info.outHeight - 1) * info.strideHeight + info.filterHeight;
  const width = (info.outWidth - 1) * info.strideWidth + info.filterWidth;
  const grow = (t: Tensor4D, value: number): Tensor4D =>
    pad(
      t,
      [
        [0, 0],
        [top, Math.max(0, height - top - info.inHeight)],
        [left, Math.max(0, width - left - info.inWidth)],
        [0, 0],
      ],
      value,
    );
  const grown = { x: grow(x, LOWEST), values: grow(values, 0) };
  const tap = (t: Tensor4D, dy: number, dx: number): Tensor =>
    stridedSlice(
      t,
      [0, dy, dx, 0],
      [
        info.batchSize,
        dy + height - info.filterHeight + 1,
        dx + width - info.filterWidth + 1,
        info.inChannels,
      ],
      [1, info.strideHeight, info.strideWidth, 1],
    );
  let best = tap(grown.x, 0, 0);
  let picked = tap(grown.values, 0, 0);
  for (let index = 1; index < info.filterHeight * info.filterWidth; index++) {
    const [dy, dx] = [Math.floor(index / info.filterWidth), index % info.filterWidth];
    const candidate = tap(grown.x, dy, dx);
    const higher = greater(candidate, best);
    picked = where(higher, tap(grown.values, dy, dx), picked);
    best = where(higher, candidate, best);
  }
  return picked;
}

defineGradient<PoolAttrs>({
  kernelName: 'MaxPoolGrad',
  inputsToSave: ['input', 'output'],
  outputsToSave: [],
  gradient: ([ddx], [x, y], attrs) => ({
    dy: () =>
      hasKernel('GanvasMaxPoolPick')
        ? runKernel('GanvasMaxPoolPick', { x, values: ddx }, attrs)
        : composedPick(images(x), images(ddx), attrs),
    input: () => zerosLike(x),
    output: () => zerosLike(y),
  }),
});
