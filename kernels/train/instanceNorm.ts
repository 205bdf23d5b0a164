// Instance normalization (Ulyanov et al. 2016, https://arxiv.org/abs/1607.08022) with an activation that is a slope per sign:
// forward. Rounds as stock operations one after the other do (no fused multiply-add; sums in runs of 128 rows, added in
// double precision), so that runs of before these kernels go on to the last bit.
import { ARGS } from '../layout';
import { parallelFor } from '../pool';
import {
  ACTIVATED, BETA, CHANNELS, DEVIATION, EPSILON, GAMMA, MEAN, ROWS, RUN, SCRATCH, SLOPE, X, Y,
  addOne, addRun, at, mean, workOf,
} from './instanceNormJob';

// Sums run down a few channels at a time, so that they stay in registers; each channel's are added in the order of its rows.

/** totals[c] += sum over rows of x. */
function sumRows(x: usize, rows: i32, row: usize, totals: usize): void {
  for (let first = 0; first < rows; first += RUN) {
    const from = x + <usize>first * row;
    const end = x + <usize>min(rows, first + RUN) * row;
    let k: usize = 0;
    for (; k + 64 <= row; k += 64) {
      let s0 = f32x4.splat(0), s1 = s0, s2 = s0, s3 = s0;
      for (let p = from + k; p < end; p += row) {
        s0 = f32x4.add(s0, v128.load(p));
        s1 = f32x4.add(s1, v128.load(p, 16));
        s2 = f32x4.add(s2, v128.load(p, 32));
        s3 = f32x4.add(s3, v128.load(p, 48));
      }
      addRun(totals + (k << 1), s0);
      addRun(totals + (k << 1) + 32, s1);
      addRun(totals + (k << 1) + 64, s2);
      addRun(totals + (k << 1) + 96, s3);
    }
    for (; k + 16 <= row; k += 16) {
      let s = f32x4.splat(0);
      for (let p = from + k; p < end; p += row) s = f32x4.add(s, v128.load(p));
      addRun(totals + (k << 1), s);
    }
    for (; k < row; k += 4) {
      let s: f32 = 0;
      for (let p = from + k; p < end; p += row) s += load<f32>(p);
      addOne(totals + (k << 1), s);
    }
  }
}

/** totals[c] += sum over rows of (x - mean)². */
function sumSquares(x: usize, rows: i32, row: usize, means: usize, totals: usize): void {
  for (let first = 0; first < rows; first += RUN) {
    const from = x + <usize>first * row;
    const end = x + <usize>min(rows, first + RUN) * row;
    let k: usize = 0;
    for (; k + 64 <= row; k += 64) {
      const m0 = v128.load(means + k), m1 = v128.load(means + k, 16);
      const m2 = v128.load(means + k, 32), m3 = v128.load(means + k, 48);
      let s0 = f32x4.splat(0), s1 = s0, s2 = s0, s3 = s0;
      for (let p = from + k; p < end; p += row) {
        const d0 = f32x4.sub(v128.load(p), m0), d1 = f32x4.sub(v128.load(p, 16), m1);
        const d2 = f32x4.sub(v128.load(p, 32), m2), d3 = f32x4.sub(v128.load(p, 48), m3);
        s0 = f32x4.add(s0, f32x4.mul(d0, d0));
        s1 = f32x4.add(s1, f32x4.mul(d1, d1));
        s2 = f32x4.add(s2, f32x4.mul(d2, d2));
        s3 = f32x4.add(s3, f32x4.mul(d3, d3));
      }
      addRun(totals + (k << 1), s0);
      addRun(totals + (k << 1) + 32, s1);
      addRun(totals + (k << 1) + 64, s2);
      addRun(totals + (k << 1) + 96, s3);
    }
    for (; k + 16 <= row; k += 16) {
      const m = v128.load(means + k);
      let s = f32x4.splat(0);
      for (let p = from + k; p < end; p += row) {
        const d = f32x4.sub(v128.load(p), m);
        s = f32x4.add(s, f32x4.mul(d, d));
      }
      addRun(totals + (k << 1), s);
    }
    for (; k < row; k += 4) {
      const m = load<f32>(means + k);
      let s: f32 = 0;
      for (let p = from + k; p < end; p += row) {
        const d = load<f32>(p) - m;
        s += d * d;
      }
      addOne(totals + (k << 1), s);
    }
  }
}

/** max(z, 0) for the slope 0, as stock relu has it; else z or slope times z. */
// @ts-ignore: decorator
@inline
function activateV(z: v128, slope: v128, isRelu: bool): v128 {
  const zero = f32x4.splat(0);
  if (isRelu) return f32x4.max(z, zero);
  return v128.bitselect(f32x4.mul(z, slope), z, f32x4.lt(z, zero));
}

// One example: mean, deviation, then every element.
function forwardTask(task: i32, args: usize): void {
  const rows = load<i32>(args, ROWS), channels = load<i32>(args, CHANNELS);
  const x = at(load<usize>(args, X), task * rows * channels);
  const y = at(load<usize>(args, Y), task * rows * channels);
  const means = at(load<usize>(args, MEAN), task * channels);
  const deviations = at(load<usize>(args, DEVIATION), task * channels);
  const gamma = load<usize>(args, GAMMA), beta = load<usize>(args, BETA);
  const totals = load<usize>(args, SCRATCH) + <usize>task * workOf(channels);
  const row = <usize>channels << 2;

  memory.fill(totals, 0, <usize>channels << 3);
  sumRows(x, rows, row, totals);
  for (let c = 0; c < channels; c++) store<f32>(at(means, c), mean(totals, c, rows));

  memory.fill(totals, 0, <usize>channels << 3);
  sumSquares(x, rows, row, means, totals);
  const epsilon = load<f32>(args, EPSILON);
  for (let c = 0; c < channels; c++) {
    store<f32>(at(deviations, c), Mathf.sqrt(mean(totals, c, rows) + epsilon));
  }

  const slope = f32x4.splat(load<f32>(args, SLOPE));
  const kind = load<i32>(args, ACTIVATED);
  const end = x + <usize>rows * row;
  const apart = y - x;
  let k: usize = 0;
  for (; k + 16 <= row; k += 16) {
    const m = v128.load(means + k), deviation = v128.load(deviations + k);
    const g = v128.load(gamma + k), b = v128.load(beta + k);
    for (let p = x + k; p < end; p += row) {
      const n = f32x4.div(f32x4.sub(v128.load(p), m), deviation);
      const z = f32x4.add(f32x4.mul(n, g), b);
      v128.store(p + apart, kind == 0 ? z : activateV(z, slope, kind == 1));
    }
  }
  for (; k < row; k += 4) {
    const g = v128.load32_zero(gamma + k), b = v128.load32_zero(beta + k);
    for (let p = x + k; p < end; p += row) {
      const d = f32x4.sub(v128.load32_zero(p), v128.load32_zero(means + k));
      const n = f32x4.div(d, v128.load32_splat(deviations + k));
      const z = f32x4.add(f32x4.mul(n, g), b);
      v128.store32_lane(p + apart, kind == 0 ? z : activateV(z, slope, kind == 1), 0);
    }
  }
}

/**
 * y, and mean and deviation [examples, channels], of x [examples, rows, channels]. `kind`: 0 no activation, 1 relu, 2 slope.
 * `work`: 12 bytes for each example and channel.
 */
export function instanceNormForward(
  x: usize, gamma: usize, beta: usize, examples: i32, rows: i32, channels: i32, epsilon: f32, kind: i32, slope: f32,
  y: usize, means: usize, deviations: usize, work: usize,
): void {
  store<usize>(ARGS, x, X);
  store<usize>(ARGS, y, Y);
  store<usize>(ARGS, gamma, GAMMA);
  store<usize>(ARGS, beta, BETA);
  store<usize>(ARGS, means, MEAN);
  store<usize>(ARGS, deviations, DEVIATION);
  store<usize>(ARGS, work, SCRATCH);
  store<i32>(ARGS, rows, ROWS);
  store<i32>(ARGS, channels, CHANNELS);
  store<f32>(ARGS, epsilon, EPSILON);
  store<i32>(ARGS, kind, ACTIVATED);
  store<f32>(ARGS, slope, SLOPE);
  parallelFor(forwardTask, ARGS, examples);
}
