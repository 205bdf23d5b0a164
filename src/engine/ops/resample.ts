// Images resampled along height and width: every output row is one input row or a mixture of two, columns alike. Linear,
// so the gradient is the transposed map and has a gradient of its own. Resizing and mirrored borders are made of it.
import { matMul, reshape, tensor2d, type Tensor4D } from '@tensorflow/tfjs-core';
import { axisMatrix, samplingAxis, type Sampling } from '../resampleAxis';
import { defineGradient, hasKernel, runKernel } from './kernel';

export interface ResampleAttrs {
  readonly sampling: Sampling;
  /** [b, h, w, c] before and after. */
  readonly inputShape: readonly number[];
  readonly outputShape: readonly number[];
  /** Rows and columns mirrored in front of the first; `reflect` only. */
  readonly before: readonly [top: number, left: number];
}

/** Products with one matrix per side: right everywhere, and differentiable as often as wanted. */
function composed(x: Tensor4D, { sampling, outputShape, before }: ResampleAttrs): Tensor4D {
  const [b, h, w, c] = x.shape;
  const [, height, width] = outputShape;
  const along = (side: number, size: number, first: number) =>
    tensor2d(axisMatrix(samplingAxis(sampling, side, size, first), side), [size, side]);
  const rows = matMul(along(h, height, before[0]), reshape(x, [b, h, w * c]));
  const columns = matMul(along(w, width, before[1]), reshape(rows, [b * height, w, c]));
  return reshape(columns, [b, height, width, c]);
}

/** x [b, h, w, c] resampled to height and width. @returns [b, height, width, c] */
export function resample(
  x: Tensor4D,
  sampling: Sampling,
  [height, width]: readonly [number, number],
  before: readonly [top: number, left: number] = [0, 0],
): Tensor4D {
  const [b, h, w, c] = x.shape;
  if (sampling !== 'reflect' && h === height && w === width) return x.clone();
  const attrs: ResampleAttrs = {
    sampling,
    inputShape: [b, h, w, c],
    outputShape: [b, height, width, c],
    before,
  };
  return hasKernel('GanvasResample') ? runKernel('GanvasResample', { x }, attrs) : composed(x, attrs);
}

defineGradient<ResampleAttrs>({
  kernelName: 'GanvasResample',
  inputsToSave: [],
  outputsToSave: [],
  gradient: ([dy], _, attrs) => ({ x: () => runKernel('GanvasResampleGrad', { dy }, attrs) }),
});

defineGradient<ResampleAttrs>({
  kernelName: 'GanvasResampleGrad',
  inputsToSave: [],
  outputsToSave: [],
  gradient: ([ddx], _, attrs) => ({ dy: () => runKernel('GanvasResample', { x: ddx }, attrs) }),
});
