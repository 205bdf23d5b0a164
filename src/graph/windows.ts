// Where the windows of convolutions and pools lie on an image. TensorFlow's `same` rule.
import { samePadding } from '../core/network';
import type { NodeOf } from './graph';

type Windowed = NodeOf<'conv2d' | 'depthwiseConv2d' | 'conv2dTranspose'>;

export interface Padding {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** Rows and columns of zeros around the image that a node's windows move over; of a transposed one, its output. */
export function paddingOf(node: Windowed): Padding {
  if (node.kind === 'conv2d' && node.padding === 'valid') return { top: 0, bottom: 0, left: 0, right: 0 };
  const image = node.kind === 'conv2dTranspose' ? node.output : node.inputs[0];
  const [[top, bottom], [left, right]] = [0, 1].map((axis) =>
    samePadding(image[axis], node.kernel[axis], node.stride[axis]),
  );
  return { top, bottom, left, right };
}
