// Rows and columns cut off at the borders of images, NHWC.
import { slice, type Tensor4D } from '@tensorflow/tfjs-core';
import { InvalidValueError } from '../../core/errors';
import { type Borders } from './sides';

/**
 * x [b, h, w, c] without its borders.
 * @returns [b, h - top - bottom, w - left - right, c]
 * @throws InvalidValueError for borders that are negative, not whole, or leave nothing
 */
export function crop(x: Tensor4D, borders: Borders): Tensor4D {
  const [top, bottom, left, right] = borders;
  const [b, h, w, c] = x.shape;
  const [height, width] = [h - top - bottom, w - left - right];
  if (borders.some((border) => !Number.isInteger(border) || border < 0) || height < 1 || width < 1)
    throw new InvalidValueError(
      `Borders of ${borders.join(', ')} pixels cannot be cut from an image of ${h} x ${w}.`,
      'Choose whole numbers from 0 on that leave at least one pixel.',
    );
  return slice(x, [0, top, left, 0], [b, height, width, c]);
}
