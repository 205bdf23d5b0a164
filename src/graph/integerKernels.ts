// Weighted nodes in integers: sums of products, then requantization. Bit for bit what TFLite's reference kernels do.
import { multiplyFixed } from './fixedPoint';
import { applyRule, volume, type NodeOf, type Rules, type WeightedKind } from './graph';
import type { Int8Weighted } from './int8Nodes';
import { paddingOf } from './windows';

const clamp = (value: number, low: number): number => (value < low ? low : value > 127 ? 127 : value);

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

function conv2d(q: Int8Weighted, node: NodeOf<'conv2d'>, x: Int8Array, emit: Emit): void {
  const [height, width, channels] = node.inputs[0];
  const [rows, columns, filters] = node.output;
  const [tall, wide] = node.kernel;
  const [down, across] = node.stride;
  const offset = q.input.zeroPoint;
  const { top, left } = paddingOf(node);
  const window = new Int16Array(tall * wide * channels); // outside of the image it stays zero
  let at = 0;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, at += filters) {
      window.fill(0);
      for (let ky = 0; ky < tall; ky++) {
        const iy = row * down + ky - top;
        if (iy < 0 || iy >= height) continue;
        for (let kx = 0; kx < wide; kx++) {
          const ix = column * across + kx - left;
          if (ix < 0 || ix >= width) continue;
          const from = (iy * width + ix) * channels;
          const to = (ky * wide + kx) * channels;
          for (let c = 0; c < channels; c++) window[to + c] = x[from + c] - offset;
        }
      }
      emitFilters(q, window, filters, (f, sum) => emit(at + f, f, sum));
    }
  }
}

function depthwise(q: Int8Weighted, node: NodeOf<'depthwiseConv2d'>, x: Int8Array, emit: Emit): void {
  const [height, width, channels] = node.inputs[0];
  const [rows, columns] = node.output;
  const [tall, wide] = node.kernel;
  const [down, across] = node.stride;
  const offset = q.input.zeroPoint;
  const { top, left } = paddingOf(node);
  for (let at = 0; at < rows * columns * channels; at++) {
    const c = at % channels;
    const column = Math.floor(at / channels) % columns;
    const row = Math.floor(at / channels / columns);
    let sum = q.bias[c];
    for (let ky = 0; ky < tall; ky++) {
      const iy = row * down + ky - top;
      if (iy < 0 || iy >= height) continue;
      for (let kx = 0; kx < wide; kx++) {
        const ix = column * across + kx - left;
        if (ix < 0 || ix >= width) continue;
        const value = x[(iy * width + ix) * channels + c] - offset;
        sum += value * q.weights[(c * tall + ky) * wide + kx];
      }
    }
    emit(at, c, sum);
  }
}

/** Gathers, so that no image of 32-bit sums is needed; sums are integers, so the order does not matter. */
function conv2dTranspose(q: Int8Weighted, node: NodeOf<'conv2dTranspose'>, x: Int8Array, emit: Emit): void {
  const [height, width, channels] = node.inputs[0];
  const [rows, columns, filters] = node.output;
  const [tall, wide] = node.kernel;
  const [down, across] = node.stride;
  const { weights, bias } = q;
  const offset = q.input.zeroPoint;
  const { top, left } = paddingOf(node);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      for (let f = 0; f < filters; f++) {
        let sum = bias[f];
        for (let ky = (row + top) % down; ky < tall; ky += down) {
          const iy = (row + top - ky) / down;
          if (iy < 0 || iy >= height) continue;
          for (let kx = (column + left) % across; kx < wide; kx += across) {
            const ix = (column + left - kx) / across;
            if (ix < 0 || ix >= width) continue;
            const from = (iy * width + ix) * channels;
            const w = ((f * tall + ky) * wide + kx) * channels;
            sum += product(x, from, offset, weights, w, channels);
          }
        }
        emit((row * columns + column) * filters + f, f, sum);
      }
    }
  }
}

const RULES: Rules<WeightedKind, [q: Int8Weighted, x: Int8Array, emit: Emit], void> = {
  dense: ({ output: [units] }, q, x, emit) => {
    for (let o = 0; o < units; o++) {
      let sum = q.bias[o];
      sum += product(x, 0, q.input.zeroPoint, q.weights, o * x.length, x.length);
      emit(o, o, sum);
    }
  },
  conv2d: (node, q, x, emit) => conv2d(q, node, x, emit),
  depthwiseConv2d: (node, q, x, emit) => depthwise(q, node, x, emit),
  conv2dTranspose: (node, q, x, emit) => conv2dTranspose(q, node, x, emit),
  scaleShift: (_, q, x, emit) => {
    for (let i = 0; i < x.length; i++) {
      const c = i % q.bias.length;
      emit(i, c, (x[i] - q.input.zeroPoint) * q.weights[c] + q.bias[c]);
    }
  },
};

/** The output of a weighted node for one example. */
export function runInt8Weighted(q: Int8Weighted, x: Int8Array): Int8Array<ArrayBuffer> {
  const y = new Int8Array(volume(q.node.output));
  applyRule(RULES, q.node, q, x, emitter(q, y));
  return y;
}
