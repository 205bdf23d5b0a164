// Convolutions in plain float32 arithmetic, one loop per operation: slow and simple on purpose, nothing is shared with
// the kernels that are checked against them.
import type { NodeOf } from './graph';
import { paddingOf } from './windows';

export function conv2d(node: NodeOf<'conv2d'>, x: Float32Array, y: Float32Array): void {
  const [height, width, channels] = node.inputs[0];
  const [rows, columns, filters] = node.output;
  const { weights, bias } = node;
  const [tall, wide] = node.kernel;
  const [down, across] = node.stride;
  const { top, left } = paddingOf(node);
  let at = 0;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      for (let f = 0; f < filters; f++) {
        let sum = bias[f];
        for (let ky = 0; ky < tall; ky++) {
          const iy = row * down + ky - top;
          if (iy < 0 || iy >= height) continue;
          for (let kx = 0; kx < wide; kx++) {
            const ix = column * across + kx - left;
            if (ix < 0 || ix >= width) continue;
            const from = (iy * width + ix) * channels;
            const w = ((f * tall + ky) * wide + kx) * channels;
            for (let c = 0; c < channels; c++) sum += x[from + c] * weights[w + c];
          }
        }
        y[at++] = sum;
      }
    }
  }
}

export function depthwise(node: NodeOf<'depthwiseConv2d'>, x: Float32Array, y: Float32Array): void {
  const [height, width, channels] = node.inputs[0];
  const { weights, bias } = node;
  const [tall, wide] = node.kernel;
  const [down, across] = node.stride;
  const { top, left } = paddingOf(node);
  for (let at = 0; at < y.length; at++) {
    const c = at % channels;
    const column = Math.floor(at / channels) % node.output[1];
    const row = Math.floor(at / channels / node.output[1]);
    let sum = bias[c];
    for (let ky = 0; ky < tall; ky++) {
      const iy = row * down + ky - top;
      if (iy < 0 || iy >= height) continue;
      for (let kx = 0; kx < wide; kx++) {
        const ix = column * across + kx - left;
        if (ix < 0 || ix >= width) continue;
        sum += x[(iy * width + ix) * channels + c] * weights[(c * tall + ky) * wide + kx];
      }
    }
    y[at] = sum;
  }
}

export function conv2dTranspose(node: NodeOf<'conv2dTranspose'>, x: Float32Array, y: Float32Array): void {
  const [height, width, channels] = node.inputs[0];
  const [rows, columns, filters] = node.output;
  const { weights, bias } = node;
  const [tall, wide] = node.kernel;
  const [down, across] = node.stride;
  const { top, left } = paddingOf(node);
  const sums = new Float64Array(y.length);
  for (let i = 0; i < sums.length; i++) sums[i] = bias[i % filters];
  for (let iy = 0; iy < height; iy++) {
    for (let ix = 0; ix < width; ix++) {
      const from = (iy * width + ix) * channels;
      for (let ky = 0; ky < tall; ky++) {
        const row = iy * down + ky - top;
        if (row < 0 || row >= rows) continue;
        for (let kx = 0; kx < wide; kx++) {
          const column = ix * across + kx - left;
          if (column < 0 || column >= columns) continue;
          const to = (row * columns + column) * filters;
          for (let f = 0; f < filters; f++) {
            const w = ((f * tall + ky) * wide + kx) * channels;
            for (let c = 0; c < channels; c++) sums[to + f] += x[from + c] * weights[w + c];
          }
        }
      }
    }
  }
  y.set(sums);
}
