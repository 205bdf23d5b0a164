// A full-integer graph, run with integers alone, bit for bit as TFLite's reference kernels and the generated C do.
// The oracle of every int8 export; it holds no floating-point arithmetic between input and output.
import { samePadding } from '../core/network';
import { multiplyFixed } from './fixedPoint';
import { doubleImage, padBefore, padImage } from './floatReference';
import { volume, type Conv2dNode, type ConvTransposeNode, type DepthwiseNode } from './graph';
import { isInt8Table, isInt8Weighted, type Int8Graph, type Int8Node, type Int8Weighted } from './int8Graph';
import type { Affine } from './calibration';

const clamp = (value: number, low: number): number => (value < low ? low : value > 127 ? 127 : value);

/** Real numbers as int8. */
export const quantizeValues = (values: Float32Array, { scale, zeroPoint }: Affine): Int8Array<ArrayBuffer> =>
  Int8Array.from(values, (v) => {
    const steps = Math.fround(v / scale);
    return clamp(Math.sign(steps) * Math.round(Math.abs(steps)) + zeroPoint, -128);
  });

/** The real numbers that int8 values stand for. */
export const dequantizeValues = (
  values: Int8Array,
  { scale, zeroPoint }: Affine,
): Float32Array<ArrayBuffer> => Float32Array.from(values, (v) => scale * (v - zeroPoint));

/** Writes sum of output element `at`, channel `channel`. */
type Emit = (at: number, channel: number, sum: number) => void;

function emitter(node: Int8Weighted, y: Int8Array): Emit {
  const low = node.node.relu ? node.output.zeroPoint : -128;
  const shared = node.factors.length === 1;
  return (at, channel, sum) => {
    const { mantissa, exponent } = node.factors[shared ? 0 : channel];
    y[at] = clamp(multiplyFixed(sum, mantissa, exponent) + node.output.zeroPoint, low);
  };
}

/** Sum of (x - offset) * weights over `count` values, in two halves so that neither waits for the other. */
function product(
  x: Int8Array,
  from: number,
  offset: number,
  weights: Int8Array,
  w: number,
  count: number,
): number {
  let even = 0;
  let odd = 0;
  let c = 0;
  for (; c + 1 < count; c += 2) {
    even = (even + Math.imul(x[from + c] - offset, weights[w + c])) | 0;
    odd = (odd + Math.imul(x[from + c + 1] - offset, weights[w + c + 1])) | 0;
  }
  if (c < count) even = (even + Math.imul(x[from + c] - offset, weights[w + c])) | 0;
  return even + odd;
}

/** The sums of every filter over one window, four filters at a time: each number is read once for the four. */
function emitFilters(
  q: Int8Weighted,
  window: Int16Array,
  filters: number,
  emit: (filter: number, sum: number) => void,
): void {
  const { weights, bias } = q;
  const size = window.length;
  let f = 0;
  for (; f + 3 < filters; f += 4) {
    const at = f * size;
    let [a, b, c, d] = [bias[f], bias[f + 1], bias[f + 2], bias[f + 3]];
    for (let i = 0; i < size; i++) {
      const x = window[i];
      a = (a + Math.imul(x, weights[at + i])) | 0;
      b = (b + Math.imul(x, weights[at + size + i])) | 0;
      c = (c + Math.imul(x, weights[at + 2 * size + i])) | 0;
      d = (d + Math.imul(x, weights[at + 3 * size + i])) | 0;
    }
    emit(f, a);
    emit(f + 1, b);
    emit(f + 2, c);
    emit(f + 3, d);
  }
  for (; f < filters; f++) {
    let sum = bias[f];
    for (let i = 0; i < size; i++) sum = (sum + Math.imul(window[i], weights[f * size + i])) | 0;
    emit(f, sum);
  }
}

function conv2d(q: Int8Weighted, node: Conv2dNode, x: Int8Array, emit: Emit): void {
  const [height, width, channels] = node.input;
  const [rows, columns, filters] = node.output;
  const { kernel, stride } = node;
  const offset = q.input.zeroPoint;
  const [top, left] = [padBefore(node, 0), padBefore(node, 1)];
  const window = new Int16Array(kernel * kernel * channels); // outside of the image it stays zero
  let at = 0;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, at += filters) {
      window.fill(0);
      for (let ky = 0; ky < kernel; ky++) {
        const iy = row * stride + ky - top;
        if (iy < 0 || iy >= height) continue;
        for (let kx = 0; kx < kernel; kx++) {
          const ix = column * stride + kx - left;
          if (ix < 0 || ix >= width) continue;
          const from = (iy * width + ix) * channels;
          const to = (ky * kernel + kx) * channels;
          for (let c = 0; c < channels; c++) window[to + c] = x[from + c] - offset;
        }
      }
      emitFilters(q, window, filters, (f, sum) => emit(at + f, f, sum));
    }
  }
}

function depthwise(q: Int8Weighted, node: DepthwiseNode, x: Int8Array, emit: Emit): void {
  const [height, width, channels] = node.input;
  const [rows, columns] = node.output;
  const { kernel, stride } = node;
  const offset = q.input.zeroPoint;
  const [top, left] = [padBefore(node, 0), padBefore(node, 1)];
  for (let at = 0; at < rows * columns * channels; at++) {
    const c = at % channels;
    const column = Math.floor(at / channels) % columns;
    const row = Math.floor(at / channels / columns);
    let sum = q.bias[c];
    for (let ky = 0; ky < kernel; ky++) {
      const iy = row * stride + ky - top;
      if (iy < 0 || iy >= height) continue;
      for (let kx = 0; kx < kernel; kx++) {
        const ix = column * stride + kx - left;
        if (ix < 0 || ix >= width) continue;
        const value = x[(iy * width + ix) * channels + c] - offset;
        sum += value * q.weights[(c * kernel + ky) * kernel + kx];
      }
    }
    emit(at, c, sum);
  }
}

/** Gathers, so that no image of 32-bit sums is needed; sums are integers, so the order does not matter. */
function conv2dTranspose(q: Int8Weighted, node: ConvTransposeNode, x: Int8Array, emit: Emit): void {
  const [height, width, channels] = node.input;
  const [rows, columns, filters] = node.output;
  const { kernel, stride } = node;
  const { weights, bias } = q;
  const offset = q.input.zeroPoint;
  const top = samePadding(rows, kernel, stride)[0];
  const left = samePadding(columns, kernel, stride)[0];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      for (let f = 0; f < filters; f++) {
        let sum = bias[f];
        for (let ky = (row + top) % stride; ky < kernel; ky += stride) {
          const iy = (row + top - ky) / stride;
          if (iy < 0 || iy >= height) continue;
          for (let kx = (column + left) % stride; kx < kernel; kx += stride) {
            const ix = (column + left - kx) / stride;
            if (ix < 0 || ix >= width) continue;
            const from = (iy * width + ix) * channels;
            const w = ((f * kernel + ky) * kernel + kx) * channels;
            sum += product(x, from, offset, weights, w, channels);
          }
        }
        emit((row * columns + column) * filters + f, f, sum);
      }
    }
  }
}

function runWeighted(q: Int8Weighted, x: Int8Array): Int8Array<ArrayBuffer> {
  const { node } = q;
  const y = new Int8Array(volume(node.output));
  const emit = emitter(q, y);
  const offset = q.input.zeroPoint;
  switch (node.kind) {
    case 'dense':
      for (let o = 0; o < y.length; o++) {
        let sum = q.bias[o];
        sum += product(x, 0, offset, q.weights, o * x.length, x.length);
        emit(o, o, sum);
      }
      break;
    case 'conv2d':
      conv2d(q, node, x, emit);
      break;
    case 'depthwiseConv2d':
      depthwise(q, node, x, emit);
      break;
    case 'conv2dTranspose':
      conv2dTranspose(q, node, x, emit);
      break;
    case 'scaleShift':
      for (let i = 0; i < y.length; i++) {
        const c = i % q.bias.length;
        emit(i, c, (x[i] - offset) * q.weights[c] + q.bias[c]);
      }
      break;
  }
  return y;
}

/** The output of one node for one example. */
export function runInt8Node(q: Int8Node, x: Int8Array<ArrayBuffer>): Int8Array<ArrayBuffer> {
  if (isInt8Weighted(q)) return runWeighted(q, x);
  if (isInt8Table(q)) return x.map((v) => q.table[v + 128]);
  const { node } = q;
  if (node.kind === 'reshape') return x;
  const y = new Int8Array(volume(node.output));
  if (node.kind === 'upsample') doubleImage(node, x, y);
  else if (node.kind === 'zeroPad') padImage(node, x, y.fill(q.input.zeroPoint));
  return y;
}

/**
 * Runs the graph on `rows` examples of int8 inputs.
 * @returns [rows * volume(output)] int8
 */
export function runInt8Graph(
  q: Int8Graph,
  inputs: Int8Array<ArrayBuffer>,
  rows: number,
): Int8Array<ArrayBuffer> {
  const size = volume(q.graph.input);
  const outputs = new Int8Array(rows * volume(q.graph.output));
  for (let row = 0; row < rows; row++) {
    let value = inputs.slice(row * size, (row + 1) * size);
    for (const node of q.nodes) value = runInt8Node(node, value);
    outputs.set(value, row * value.length);
  }
  return outputs;
}
