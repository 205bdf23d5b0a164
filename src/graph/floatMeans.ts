// Nodes in plain float32 arithmetic that weigh values against each other: resizing, softmax, normalization.
import { EXAMPLE_NORM_EPSILON, PIXEL_NORM_EPSILON } from '../core/network';
import type { NodeOf } from './graph';

/** The two pixels that an output lies between along one side, and how far it is on the way to the second. */
export function pixelBetween(at: number, from: number, to: number): readonly [number, number, number] {
  const centre = ((at + 0.5) * from) / to - 0.5;
  const low = Math.floor(centre);
  const inside = (place: number): number => Math.min(from - 1, Math.max(0, place));
  return [inside(low), inside(low + 1), centre - low];
}

export function resize({ inputs, output }: NodeOf<'resize'>, x: Float32Array, y: Float32Array): void {
  const [height, width, channels] = inputs[0];
  const [rows, columns] = output;
  for (let row = 0; row < rows; row++) {
    const [top, bottom, down] = pixelBetween(row, height, rows);
    for (let column = 0; column < columns; column++) {
      const [left, right, across] = pixelBetween(column, width, columns);
      for (let c = 0; c < channels; c++) {
        const at = (i: number, j: number): number => x[(i * width + j) * channels + c];
        const above = at(top, left) * (1 - across) + at(top, right) * across;
        const below = at(bottom, left) * (1 - across) + at(bottom, right) * across;
        y[(row * columns + column) * channels + c] = above * (1 - down) + below * down;
      }
    }
  }
}

export function softmax({ output }: NodeOf<'softmax'>, x: Float32Array, y: Float32Array): void {
  const count = output[output.length - 1];
  for (let at = 0; at < x.length; at += count) {
    const row = x.subarray(at, at + count);
    const most = row.reduce((a, b) => Math.max(a, b), -Infinity);
    const powers = Float64Array.from(row, (value) => Math.exp(value - most));
    const sum = powers.reduce((a, b) => a + b, 0);
    powers.forEach((power, i) => (y[at + i] = power / sum));
  }
}

/** Of values that share a mean: every channel by itself, or all; pixel after pixel, as they lie in memory. */
export function exampleNorm(node: NodeOf<'exampleNorm'>, x: Float32Array, y: Float32Array): void {
  const { gamma, beta } = node;
  const channels = gamma.length;
  const groups = node.over === 'layer' ? 1 : channels;
  const count = x.length / groups;
  const means = new Float64Array(groups);
  const deviations = new Float64Array(groups);
  for (let at = 0; at < x.length; at += groups)
    for (let group = 0; group < groups; group++) means[group] += x[at + group];
  for (let group = 0; group < groups; group++) means[group] /= count;
  for (let at = 0; at < x.length; at += groups)
    for (let group = 0; group < groups; group++) deviations[group] += (x[at + group] - means[group]) ** 2;
  for (let group = 0; group < groups; group++)
    deviations[group] = Math.sqrt(deviations[group] / count + EXAMPLE_NORM_EPSILON);
  for (let at = 0; at < x.length; at += channels)
    for (let channel = 0; channel < channels; channel++) {
      const group = groups === 1 ? 0 : channel;
      y[at + channel] =
        ((x[at + channel] - means[group]) / deviations[group]) * gamma[channel] + beta[channel];
    }
}

export function pixelNorm({ output }: NodeOf<'pixelNorm'>, x: Float32Array, y: Float32Array): void {
  const channels = output[output.length - 1];
  for (let at = 0; at < x.length; at += channels) {
    const pixel = x.subarray(at, at + channels);
    const squares = pixel.reduce((sum, value) => sum + value * value, 0);
    const size = Math.sqrt(squares / channels + PIXEL_NORM_EPSILON);
    pixel.forEach((value, i) => (y[at + i] = value / size));
  }
}
