// Resizing of images, NHWC. Stock TensorFlow.js ignores half-pixel centres in the gradient (4.22), hence ours.
import { pairOf, type Sides } from '../../core/network';
import type { Tensor4D } from '@tensorflow/tfjs-core';
import { InvalidValueError } from '../../core/errors';
import { resample } from './resample';

/**
 * Bilinear interpolation of x [b, h, w, c] with half-pixel centres, corners not aligned, without a filter before
 * downsampling: TensorFlow's `resize(antialias=False)`, PyTorch's `interpolate(mode="bilinear")`.
 * Intermediate tensors belong to the surrounding tidy.
 * @returns [b, height, width, c]
 */
export const bilinearResize = (x: Tensor4D, size: readonly [height: number, width: number]): Tensor4D =>
  resample(x, 'bilinear', size);

/**
 * Every pixel of x [b, h, w, c] repeated `factor` times along height and width.
 * Intermediate tensors belong to the surrounding tidy.
 * @returns [b, h * factor, w * factor, c]
 * @throws InvalidValueError for a factor that is not a whole number from 1 on
 */
export function nearestResize(x: Tensor4D, factor: Sides): Tensor4D {
  const [vertical, horizontal] = pairOf(factor);
  for (const times of [vertical, horizontal]) {
    if (!Number.isInteger(times) || times < 1)
      throw new InvalidValueError(
        `Pixels can be repeated a whole number of times, not ${times} times.`,
        'Choose whole factors, or resize with bilinear interpolation.',
      );
  }
  return resample(x, 'nearest', [x.shape[1] * vertical, x.shape[2] * horizontal]);
}
