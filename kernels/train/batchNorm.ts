// Batch normalization in training with a piecewise linear activation and dropout, over x [rows, channels]:
// forward, and the gradient. The statistics are taken about the first row, so that a large mean costs no digits.
import { ARGS } from '../layout';
import { parallelFor } from '../pool';
import { madd } from '../simd';
import { addPartials } from './columnSums';
import { keep, keepV } from './mask';
import { rowsPerTask, rowTasks } from './rows';

// Context block: addresses and numbers that the tasks read.
// @ts-ignore: decorator
@inline const X: usize = 0;
// @ts-ignore: decorator
@inline const Y: usize = 4;
// @ts-ignore: decorator
@inline const PARTIAL: usize = 8;
// @ts-ignore: decorator
@inline const ROWS: usize = 12;
// @ts-ignore: decorator
@inline const CHANNELS: usize = 16;
// @ts-ignore: decorator
@inline const PER_TASK: usize = 20;
// @ts-ignore: decorator
@inline const COEFFICIENTS: usize = 24;
// @ts-ignore: decorator
@inline const SLOPE: usize = 28;
// @ts-ignore: decorator
@inline const SEED: usize = 32;
// @ts-ignore: decorator
@inline const THRESHOLD: usize = 36;
// @ts-ignore: decorator
@inline const SCALE: usize = 40;
// @ts-ignore: decorator
@inline const DY: usize = 44;
// @ts-ignore: decorator
@inline const MEAN: usize = 48;
// @ts-ignore: decorator
@inline const INVERSE: usize = 52;
/** Dropout threshold that keeps everything. */
const KEEP_ALL: i32 = 1 << 24;

// @ts-ignore: decorator
@inline
function at(base: usize, element: i32): usize {
  return base + (<usize>element << 2);
}

// Partial sums of x - x[0] and of its square.
function momentsTask(task: i32, args: usize): void {
  const x = load<usize>(args, X);
  const channels = load<i32>(args, CHANNELS);
  const per = load<i32>(args, PER_TASK);
  const first = task * per;
  const count = min(per, load<i32>(args, ROWS) - first);
  const stride = <usize>channels << 2;
  const from = x + <usize>first * stride;
  const to = load<usize>(args, PARTIAL) + <usize>task * stride;
  const squares = to + <usize>rowTasks(load<i32>(args, ROWS), channels) * stride;
  let c = 0;
  for (; c + 8 <= channels; c += 8) {
    const k = <usize>c << 2;
    const shift0 = v128.load(x + k), shift1 = v128.load(x + k, 16);
    let p = from + k;
    let s0 = f32x4.splat(0), s1 = s0, q0 = s0, q1 = s0;
    for (let r = 0; r < count; r++) {
      const a = f32x4.sub(v128.load(p), shift0), b = f32x4.sub(v128.load(p, 16), shift1);
      s0 = f32x4.add(s0, a);
      s1 = f32x4.add(s1, b);
      q0 = madd(a, a, q0);
      q1 = madd(b, b, q1);
      p += stride;
    }
    v128.store(to + k, s0);
    v128.store(to + k, s1, 16);
    v128.store(squares + k, q0);
    v128.store(squares + k, q1, 16);
  }
  for (; c < channels; c++) {
    const k = <usize>c << 2;
    const shift = load<f32>(x + k);
    let p = from + k;
    let s: f32 = 0, q: f32 = 0;
    for (let r = 0; r < count; r++) {
      const a = load<f32>(p) - shift;
      s += a;
      q += a * a;
      p += stride;
    }
    store<f32>(to + k, s);
    store<f32>(squares + k, q);
  }
}

// y = dropout(activation(scale[c] * x + shift[c])), coefficients [2, channels].
function normalizeTask(task: i32, args: usize): void {
  const channels = load<i32>(args, CHANNELS);
  const per = load<i32>(args, PER_TASK);
  const first = task * per;
  const end = min(load<i32>(args, ROWS), first + per);
  const scale = load<usize>(args, COEFFICIENTS);
  const shift = at(scale, channels);
  const slope = load<f32>(args, SLOPE);
  const seed = load<i32>(args, SEED);
  const threshold = load<i32>(args, THRESHOLD);
  const up = load<f32>(args, SCALE);
  const slopeV = f32x4.splat(slope), upV = f32x4.splat(up), zero = f32x4.splat(0);
  const drops = threshold < KEEP_ALL;
  for (let r = first; r < end; r++) {
    const row = r * channels;
    const p = at(load<usize>(args, X), row), q = at(load<usize>(args, Y), row);
    let c = 0;
    for (; c + 4 <= channels; c += 4) {
      const k = <usize>c << 2;
      const z = madd(v128.load(p + k), v128.load(scale + k), v128.load(shift + k));
      let v = v128.bitselect(z, f32x4.mul(z, slopeV), f32x4.gt(z, zero));
      if (drops) v = v128.and(f32x4.mul(v, upV), keepV(row + c, seed, threshold));
      v128.store(q + k, v);
    }
    for (; c < channels; c++) {
      const k = <usize>c << 2;
      const z = load<f32>(p + k) * load<f32>(scale + k) + load<f32>(shift + k);
      let v = z > 0 ? z : z * slope;
      if (drops) v = keep(row + c, seed, threshold) ? v * up : <f32>0;
      store<f32>(q + k, v);
    }
  }
}

// Gradient before dropout and activation into y (= dx), with its partial sums and those of its product with x-hat.
function gradientTask(task: i32, args: usize): void {
  const channels = load<i32>(args, CHANNELS);
  const rows = load<i32>(args, ROWS);
  const per = load<i32>(args, PER_TASK);
  const first = task * per;
  const count = min(per, rows - first);
  const stride = <usize>channels << 2;
  const scale = load<usize>(args, COEFFICIENTS);
  const shift = at(scale, channels);
  const mean = load<usize>(args, MEAN);
  const inverse = load<usize>(args, INVERSE);
  const slope = load<f32>(args, SLOPE);
  const seed = load<i32>(args, SEED);
  const threshold = load<i32>(args, THRESHOLD);
  const up = load<f32>(args, SCALE);
  const slopeV = f32x4.splat(slope), upV = f32x4.splat(up), zero = f32x4.splat(0);
  const drops = threshold < KEEP_ALL;
  const x = load<usize>(args, X) + <usize>first * stride;
  const dy = load<usize>(args, DY) + <usize>first * stride;
  const g = load<usize>(args, Y) + <usize>first * stride;
  const sums = load<usize>(args, PARTIAL) + <usize>task * stride;
  const products = sums + <usize>rowTasks(rows, channels) * stride;
  let c = 0;
  for (; c + 4 <= channels; c += 4) {
    const k = <usize>c << 2;
    const a = v128.load(scale + k), b = v128.load(shift + k);
    const m = v128.load(mean + k), i = v128.load(inverse + k);
    let s = zero, t = zero;
    let offset = k;
    let index = first * channels + c;
    for (let r = 0; r < count; r++) {
      const value = v128.load(x + offset);
      let d = v128.load(dy + offset);
      if (drops) d = v128.and(f32x4.mul(d, upV), keepV(index, seed, threshold));
      d = v128.bitselect(d, f32x4.mul(d, slopeV), f32x4.gt(madd(value, a, b), zero));
      v128.store(g + offset, d);
      s = f32x4.add(s, d);
      t = madd(d, f32x4.mul(f32x4.sub(value, m), i), t);
      offset += stride;
      index += channels;
    }
    v128.store(sums + k, s);
    v128.store(products + k, t);
  }
  for (; c < channels; c++) {
    const k = <usize>c << 2;
    let s: f32 = 0, t: f32 = 0;
    let offset = k;
    let index = first * channels + c;
    for (let r = 0; r < count; r++) {
      const value = load<f32>(x + offset);
      let d = load<f32>(dy + offset);
      if (drops) d = keep(index, seed, threshold) ? d * up : <f32>0;
      if (!(value * load<f32>(scale + k) + load<f32>(shift + k) > 0)) d *= slope;
      store<f32>(g + offset, d);
      s += d;
      t += d * ((value - load<f32>(mean + k)) * load<f32>(inverse + k));
      offset += stride;
      index += channels;
    }
    store<f32>(sums + k, s);
    store<f32>(products + k, t);
  }
}

// dx = scale * (g - mean(g) - x-hat * mean(g x-hat)), as three coefficients per channel: a g + b x + c.
function spreadTask(task: i32, args: usize): void {
  const channels = load<i32>(args, CHANNELS);
  const per = load<i32>(args, PER_TASK);
  const first = task * per;
  const end = min(load<i32>(args, ROWS), first + per);
  const a = load<usize>(args, COEFFICIENTS);
  const b = at(a, channels), d = at(b, channels);
  for (let r = first; r < end; r++) {
    const p = at(load<usize>(args, X), r * channels), q = at(load<usize>(args, Y), r * channels);
    let c = 0;
    for (; c + 4 <= channels; c += 4) {
      const k = <usize>c << 2;
      const v = madd(v128.load(p + k), v128.load(b + k), v128.load(d + k));
      v128.store(q + k, madd(v128.load(q + k), v128.load(a + k), v));
    }
    for (; c < channels; c++) {
      const k = <usize>c << 2;
      const v = load<f32>(p + k) * load<f32>(b + k) + load<f32>(d + k);
      store<f32>(q + k, load<f32>(q + k) * load<f32>(a + k) + v);
    }
  }
}

function prepare(x: usize, y: usize, partial: usize, rows: i32, channels: i32, coefficients: usize): i32 {
  store<usize>(ARGS, x, X);
  store<usize>(ARGS, y, Y);
  store<usize>(ARGS, partial, PARTIAL);
  store<i32>(ARGS, rows, ROWS);
  store<i32>(ARGS, channels, CHANNELS);
  store<i32>(ARGS, rowsPerTask(rows, channels), PER_TASK);
  store<usize>(ARGS, coefficients, COEFFICIENTS);
  return rowTasks(rows, channels);
}

function prepareActivation(slope: f32, seed: i32, threshold: i32, up: f32): void {
  store<f32>(ARGS, slope, SLOPE);
  store<i32>(ARGS, seed, SEED);
  store<i32>(ARGS, threshold, THRESHOLD);
  store<f32>(ARGS, up, SCALE);
}

// scale = gamma / sqrt(var + eps), shift = beta - mean * scale
function affine(
  gamma: usize, beta: usize, mean: usize, variance: usize, epsilon: f32, channels: i32, coefficients: usize,
): void {
  for (let c = 0; c < channels; c++) {
    const k = <usize>c << 2;
    const scale = load<f32>(gamma + k) / Mathf.sqrt(load<f32>(variance + k) + epsilon);
    store<f32>(coefficients + k, scale);
    store<f32>(at(coefficients, channels + c), load<f32>(beta + k) - load<f32>(mean + k) * scale);
  }
}

/**
 * y, mean [channels] and biased variance [channels] of x [rows, channels].
 * `work`: (2 * 64 + 5) * channels floats. `threshold` 2^24 keeps everything.
 */
export function batchNormForward(
  x: usize, gamma: usize, beta: usize, rows: i32, channels: i32, epsilon: f32,
  slope: f32, seed: i32, threshold: i32, up: f32,
  y: usize, mean: usize, variance: usize, work: usize,
): void {
  const partial = at(work, 5 * channels);
  const tasks = prepare(x, y, partial, rows, channels, work);
  prepareActivation(slope, seed, threshold, up);
  parallelFor(momentsTask, ARGS, tasks);
  const squares = at(partial, tasks * channels);
  for (let c = 0; c < channels; c++) {
    const k = <usize>c << 2;
    const s = addPartials(partial, tasks, channels, c) / <f64>rows;
    const q = addPartials(squares, tasks, channels, c) / <f64>rows;
    store<f32>(mean + k, <f32>(<f64>load<f32>(x + k) + s));
    store<f32>(variance + k, <f32>max(0.0, q - s * s));
  }
  affine(gamma, beta, mean, variance, epsilon, channels, work);
  parallelFor(normalizeTask, ARGS, tasks);
}

/** dx, dgamma, dbeta of `batchNormForward`, with the same numbers; mean and variance are its outputs. */
export function batchNormGradient(
  dy: usize, x: usize, gamma: usize, beta: usize, mean: usize, variance: usize, rows: i32, channels: i32, epsilon: f32,
  slope: f32, seed: i32, threshold: i32, up: f32,
  dx: usize, dgamma: usize, dbeta: usize, work: usize,
): void {
  const inverse = at(work, 3 * channels);
  const partial = at(work, 5 * channels);
  const tasks = prepare(x, dx, partial, rows, channels, work);
  prepareActivation(slope, seed, threshold, up);
  store<usize>(ARGS, dy, DY);
  store<usize>(ARGS, mean, MEAN);
  store<usize>(ARGS, inverse, INVERSE);
  affine(gamma, beta, mean, variance, epsilon, channels, work);
  for (let c = 0; c < channels; c++) {
    store<f32>(at(inverse, c), <f32>1 / Mathf.sqrt(load<f32>(at(variance, c)) + epsilon));
  }
  parallelFor(gradientTask, ARGS, tasks);
  const products = at(partial, tasks * channels);
  for (let c = 0; c < channels; c++) {
    const k = <usize>c << 2;
    const sum = addPartials(partial, tasks, channels, c);
    const product = addPartials(products, tasks, channels, c);
    store<f32>(dbeta + k, <f32>sum);
    store<f32>(dgamma + k, <f32>product);
    const inv = <f64>load<f32>(inverse + k);
    const scale = <f64>load<f32>(gamma + k) * inv;
    const b = (-scale * inv * product) / <f64>rows;
    store<f32>(at(work, c), <f32>scale);
    store<f32>(at(work, channels + c), <f32>b);
    store<f32>(at(work, 2 * channels + c), <f32>((-scale * sum) / <f64>rows - b * <f64>load<f32>(mean + k)));
  }
  parallelFor(spreadTask, ARGS, tasks);
}
