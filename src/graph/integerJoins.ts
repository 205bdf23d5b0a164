// Nodes without weights that compute, in integers: sums of two values, joined channels, learned slopes, means, resizing,
// softmax. As TFLite's reference kernels, but softmax, which sums whole powers instead of floats.
import { joinChannels } from './copies';
import { multiplyFixed, type FixedFactor } from './fixedPoint';
import { volume, type NodeOf } from './graph';
import { ADD_SHIFT, type Int8Add, type Int8Concat, type Int8Prelu, type Int8Softmax } from './int8Nodes';
import { eachWindow } from './windows';

type Integers = Int8Array<ArrayBuffer>;

const clamp = (value: number): number => Math.max(-128, Math.min(127, value));
const times = (value: number, { mantissa, exponent }: FixedFactor): number =>
  multiplyFixed(value, mantissa, exponent);

export function addValues(q: Int8Add, inputs: readonly Integers[]): Integers {
  const brought = (i: number, at: number): number =>
    times((inputs[i][at] - q.inputs[i].zeroPoint) * 2 ** ADD_SHIFT, q.shares[i]);
  return Int8Array.from(inputs[0], (_, at) =>
    clamp(times(brought(0, at) + brought(1, at), q.sum) + q.output.zeroPoint),
  );
}

export function concatValues(q: Int8Concat, inputs: readonly Integers[]): Integers {
  const brought = inputs.map((x, i) => {
    const factor = q.factors[i];
    if (!factor) return x;
    return x.map((v) => clamp(times(v - q.inputs[i].zeroPoint, factor) + q.output.zeroPoint));
  });
  const y = new Int8Array(volume(q.node.output));
  joinChannels(q.node, brought, y);
  return y;
}

export function preluValues(q: Int8Prelu, x: Integers): Integers {
  const channels = q.slopes.length;
  return x.map((v, at) => {
    const value = v - q.input.zeroPoint;
    const made = value >= 0 ? times(value, q.positive) : times(value * q.slopes[at % channels], q.negative);
    return clamp(made + q.output.zeroPoint);
  });
}

export function softmaxValues(q: Int8Softmax, x: Integers): Integers {
  const count = q.node.output[q.node.output.length - 1];
  const y = new Int8Array(x.length);
  for (let at = 0; at < x.length; at += count) {
    const row = x.subarray(at, at + count);
    const most = row.reduce((a, b) => Math.max(a, b), -128);
    const powers = Array.from(row, (v) => q.powers[most - v]);
    const sum = powers.reduce((a, b) => a + b, 0);
    powers.forEach((power, i) => (y[at + i] = clamp(Math.floor((power * 256 + sum / 2) / sum) - 128)));
  }
  return y;
}

/** Rounds halves away from zero. */
export function averageImage(node: NodeOf<'averagePool'>, x: Integers, y: Integers): void {
  eachWindow(node, (at, from) => {
    const sum = from.reduce((all, place) => all + x[place], 0);
    const half = Math.floor(from.length / 2);
    y[at] = Math.trunc((sum > 0 ? sum + half : sum - half) / from.length);
  });
}

export function largestOfImage(node: NodeOf<'maxPool'>, x: Integers, y: Integers): void {
  eachWindow(node, (at, from) => {
    y[at] = from.reduce((most, place) => Math.max(most, x[place]), -128);
  });
}

const RESIZE_ONE = 1024;

/** The two pixels that an output lies between along one side, and how far it is on the way, in 1024ths. */
function between(at: number, from: number, to: number): readonly [number, number, number] {
  const step = Math.trunc((RESIZE_ONE * from + Math.trunc(to / 2)) / to);
  const place = at * step + Math.trunc(step / 2) - RESIZE_ONE / 2;
  const low = Math.max(Math.trunc(place / RESIZE_ONE), 0);
  const high = Math.min(Math.trunc((place + RESIZE_ONE - 1) / RESIZE_ONE), from - 1);
  return [low, high, place - RESIZE_ONE * low];
}

export function resizeImage(node: NodeOf<'resize'>, x: Integers, y: Integers): void {
  const [height, width, channels] = node.inputs[0];
  const [rows, columns] = node.output;
  for (let row = 0; row < rows; row++) {
    const [top, bottom, down] = between(row, height, rows);
    for (let column = 0; column < columns; column++) {
      const [left, right, across] = between(column, width, columns);
      for (let c = 0; c < channels; c++) {
        const at = (i: number, j: number): number => x[(i * width + j) * channels + c];
        const above = at(top, left) * (RESIZE_ONE - across) + at(top, right) * across;
        const below = at(bottom, left) * (RESIZE_ONE - across) + at(bottom, right) * across;
        const sum = above * (RESIZE_ONE - down) + below * down;
        const half = sum > 0 ? RESIZE_ONE ** 2 / 2 : -(RESIZE_ONE ** 2) / 2;
        y[(row * columns + column) * channels + c] = Math.trunc((sum + half) / RESIZE_ONE ** 2);
      }
    }
  }
}
