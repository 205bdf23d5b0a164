// Where the windows of convolutions and pools lie on an image. TensorFlow's `same` rule.
import { samePadding } from '../core/network';
import type { NodeOf } from './graph';

type Pool = NodeOf<'averagePool' | 'maxPool'>;
type Windowed = NodeOf<'conv2d' | 'depthwiseConv2d' | 'conv2dTranspose'> | Pool;

export interface Padding {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** Rows and columns of zeros around the image that a node's windows move over; of a transposed one, its output. */
export function paddingOf(node: Windowed): Padding {
  if ('padding' in node && node.padding === 'valid') return { top: 0, bottom: 0, left: 0, right: 0 };
  const image = node.kind === 'conv2dTranspose' ? node.output : node.inputs[0];
  const [[top, bottom], [left, right]] = [0, 1].map((axis) =>
    samePadding(image[axis], node.kernel[axis], node.stride[axis]),
  );
  return { top, bottom, left, right };
}

/**
 * Shows every window of a pool over [height, width, channels]: the place of the output, and those of the inputs that lie
 * inside of the image.
 */
export function eachWindow(node: Pool, visit: (at: number, from: readonly number[]) => void): void {
  const [height, width, channels] = node.inputs[0];
  const [rows, columns] = node.output;
  const [tall, wide] = node.kernel;
  const [down, across] = node.stride;
  const { top, left } = paddingOf(node);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const pixels: number[] = [];
      for (let ky = 0; ky < tall; ky++) {
        const y = row * down + ky - top;
        for (let kx = 0; kx < wide; kx++) {
          const x = column * across + kx - left;
          if (y >= 0 && y < height && x >= 0 && x < width) pixels.push((y * width + x) * channels);
        }
      }
      for (let c = 0; c < channels; c++) {
        visit(
          (row * columns + column) * channels + c,
          pixels.map((pixel) => pixel + c),
        );
      }
    }
  }
}
