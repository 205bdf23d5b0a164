// Nodes that move numbers and compute none: one loop each, for floats and for integers.
import type { NodeOf } from './graph';

type Values = Float32Array | Int8Array;

/** Copies an image into a larger one; what lies outside stays as it is. */
export function padImage<T extends Values>(node: NodeOf<'zeroPad'>, x: T, y: T): void {
  const [height, width, channels] = node.inputs[0];
  const row = width * channels;
  const wide = node.output[1] * node.output[2];
  for (let i = 0; i < height; i++) {
    y.set(x.subarray(i * row, (i + 1) * row), (i + node.top) * wide + node.left * channels);
  }
}

/** Doubles both sides of an image by copying. */
export function doubleImage<T extends Values>(node: NodeOf<'upsample'>, x: T, y: T): void {
  const [rows, columns, channels] = node.output;
  const width = node.inputs[0][1];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const from = ((row >> 1) * width + (column >> 1)) * channels;
      y.set(x.subarray(from, from + channels), (row * columns + column) * channels);
    }
  }
}
