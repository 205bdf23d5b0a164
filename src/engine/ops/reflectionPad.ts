// Borders filled with the mirrored image, the edge itself not repeated (PyTorch's ReflectionPad2d, TensorFlow's
// MirrorPad "REFLECT"). Stock TensorFlow.js drops what the borders add to the gradient (4.22), hence ours.
import type { Tensor4D } from '@tensorflow/tfjs-core';
import { InvalidValueError } from '../../core/errors';
import { resample } from './resample';
import { type Borders } from './sides';

/**
 * x [b, h, w, c] with mirrored borders. Intermediate tensors belong to the surrounding tidy.
 * @returns [b, top + h + bottom, left + w + right, c]
 * @throws InvalidValueError for a border that is not a whole number below the side that it mirrors
 */
export function reflectionPad(x: Tensor4D, [top, bottom, left, right]: Borders): Tensor4D {
  const [, h, w] = x.shape;
  const sides = [
    [top, h],
    [bottom, h],
    [left, w],
    [right, w],
  ] as const;
  for (const [border, side] of sides) {
    if (!Number.isInteger(border) || border < 0 || border >= side)
      throw new InvalidValueError(
        `A side of ${side} pixels cannot be mirrored ${border} pixels wide.`,
        `Choose a border from 0 to ${side - 1}.`,
      );
  }
  return resample(x, 'reflect', [top + h + bottom, left + w + right], [top, left]);
}
