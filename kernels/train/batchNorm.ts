// Batch normalization in training with a piecewise linear activation and dropout, over x [rows, channels]: the forward
// pass. The statistics are taken about the first row, so that a large mean costs no digits.
import { ARGS } from '../layout';
import { parallelFor } from '../pool';
import { madd } from '../simd';
import {
  X, Y, PARTIAL, ROWS, CHANNELS, PER_TASK, COEFFICIENTS, SLOPE, SEED, THRESHOLD, SCALE, KEEP_ALL,
  at, prepare, prepareActivation, affine,
} from './batchNormJob';
import { addPartials } from './columnSums';
import { keep, keepV } from './mask';
import { rowTasks } from './rows';

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
