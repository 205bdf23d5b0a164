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

/** Cuts the borders off an image. */
export function cropImage<T extends Values>(node: NodeOf<'crop'>, x: T, y: T): void {
  const [, width, channels] = node.inputs[0];
  const row = node.output[1] * channels;
  for (let i = 0; i < node.output[0]; i++) {
    const from = ((i + node.top) * width + node.left) * channels;
    y.set(x.subarray(from, from + row), i * row);
  }
}

/** Where a place beyond the border lies in the mirrored side. */
const mirrored = (at: number, side: number): number => {
  const inside = Math.abs(at);
  return inside < side ? inside : 2 * (side - 1) - inside;
};

/** Mirrors an image around itself. */
export function reflectImage<T extends Values>(node: NodeOf<'reflectionPad'>, x: T, y: T): void {
  const [height, width, channels] = node.inputs[0];
  const [rows, columns] = node.output;
  const sides = Array.from({ length: columns }, (_, column) => column).filter(
    (column) => column < node.left || column >= node.left + width,
  );
  for (let row = 0; row < rows; row++) {
    const from = mirrored(row - node.top, height) * width;
    const to = row * columns;
    y.set(x.subarray(from * channels, (from + width) * channels), (to + node.left) * channels);
    for (const column of sides) {
      const pixel = (from + mirrored(column - node.left, width)) * channels;
      for (let channel = 0; channel < channels; channel++)
        y[(to + column) * channels + channel] = x[pixel + channel];
    }
  }
}

/** Puts values side by side in their last axis. */
export function joinChannels<T extends Values>(node: NodeOf<'concat'>, inputs: readonly T[], y: T): void {
  const all = node.output[node.output.length - 1];
  let first = 0;
  for (const [i, x] of inputs.entries()) {
    const own = node.inputs[i][node.inputs[i].length - 1];
    for (let pixel = 0; pixel * own < x.length; pixel++)
      y.set(x.subarray(pixel * own, (pixel + 1) * own), pixel * all + first);
    first += own;
  }
}
