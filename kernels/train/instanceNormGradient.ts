// The gradient of instance normalization (instanceNorm.ts), activation included; rounds as the gradients of the stock
// operations do, one after the other.
import { ARGS } from '../layout';
import { parallelFor } from '../pool';
import {
  ACTIVATED, ALL_ROWS, BETA, CHANNELS, DEVIATION, DY, GAMMA, MEAN, PARTIAL, ROWS, RUN, SCRATCH, SLOPE, X, Y,
  addOne, addRun, at, sum, workOf,
} from './instanceNormJob';

// @ts-ignore: decorator
@inline
function scaled(x: v128, mean: v128, deviation: v128): v128 {
  return f32x4.div(f32x4.sub(x, mean), deviation);
}

/** The gradient before the activation, where n is the normalized value. */
// @ts-ignore: decorator
@inline
function beforeActivation(dy: v128, n: v128, gamma: v128, beta: v128, kind: i32, slope: v128): v128 {
  if (kind == 0) return dy;
  const z = f32x4.add(f32x4.mul(n, gamma), beta);
  const isPositive = f32x4.gt(z, f32x4.splat(0));
  return v128.bitselect(dy, f32x4.mul(dy, slope), isPositive);
}

// A run of rows, of whichever examples: sums of the gradients of beta and gamma; the gradient at the normalized values
// into y.
function runTask(task: i32, args: usize): void {
  const rows = load<i32>(args, ROWS), channels = load<i32>(args, CHANNELS);
  const row = <usize>channels << 2;
  const gamma = load<usize>(args, GAMMA), beta = load<usize>(args, BETA);
  const slope = f32x4.splat(load<f32>(args, SLOPE));
  const kind = load<i32>(args, ACTIVATED);
  const shifts = load<usize>(args, PARTIAL) + <usize>task * 2 * row;
  const scales = shifts + row;
  memory.fill(shifts, 0, 2 * row);
  let first = task * RUN;
  const last = min(load<i32>(args, ALL_ROWS), first + RUN);
  while (first < last) {
    // Rows of one example.
    const example = first / rows;
    const next = min(last, (example + 1) * rows);
    const means = at(load<usize>(args, MEAN), example * channels);
    const deviations = at(load<usize>(args, DEVIATION), example * channels);
    const x = load<usize>(args, X);
    const toGiven = load<usize>(args, DY) - x;
    const toOut = load<usize>(args, Y) - x;
    const from = x + <usize>first * row;
    const end = x + <usize>next * row;
    let k: usize = 0;
    for (; k + 16 <= row; k += 16) {
      const mean = v128.load(means + k), deviation = v128.load(deviations + k);
      const g = v128.load(gamma + k), b = v128.load(beta + k);
      let shift = v128.load(shifts + k), scale = v128.load(scales + k);
      for (let p = from + k; p < end; p += row) {
        const n = scaled(v128.load(p), mean, deviation);
        const d = beforeActivation(v128.load(p + toGiven), n, g, b, kind, slope);
        shift = f32x4.add(shift, d);
        scale = f32x4.add(scale, f32x4.mul(d, n));
        v128.store(p + toOut, f32x4.mul(d, g));
      }
      v128.store(shifts + k, shift);
      v128.store(scales + k, scale);
    }
    for (; k < row; k += 4) {
      const g = v128.load32_zero(gamma + k), b = v128.load32_zero(beta + k);
      for (let p = from + k; p < end; p += row) {
        const n = scaled(v128.load32_zero(p), v128.load32_zero(means + k), v128.load32_splat(deviations + k));
        const d = beforeActivation(v128.load32_zero(p + toGiven), n, g, b, kind, slope);
        v128.store32_lane(shifts + k, f32x4.add(v128.load32_zero(shifts + k), d), 0);
        v128.store32_lane(scales + k, f32x4.add(v128.load32_zero(scales + k), f32x4.mul(d, n)), 0);
        v128.store32_lane(p + toOut, f32x4.mul(d, g), 0);
      }
    }
    first = next;
  }
}

// Sums run down a few channels at a time, so that they stay in registers; each channel's are added in the order of its rows.

/** totals[c] += sum over rows of y (x - mean). */
function sumProducts(x: usize, y: usize, rows: i32, row: usize, means: usize, totals: usize): void {
  for (let first = 0; first < rows; first += RUN) {
    const from = x + <usize>first * row;
    const apart = y - x;
    const end = x + <usize>min(rows, first + RUN) * row;
    let k: usize = 0;
    for (; k + 32 <= row; k += 32) {
      const m0 = v128.load(means + k), m1 = v128.load(means + k, 16);
      let s0 = f32x4.splat(0), s1 = s0;
      for (let p = from + k; p < end; p += row) {
        const q = p + apart;
        s0 = f32x4.add(s0, f32x4.mul(v128.load(q), f32x4.sub(v128.load(p), m0)));
        s1 = f32x4.add(s1, f32x4.mul(v128.load(q, 16), f32x4.sub(v128.load(p, 16), m1)));
      }
      addRun(totals + (k << 1), s0);
      addRun(totals + (k << 1) + 32, s1);
    }
    for (; k + 16 <= row; k += 16) {
      const m = v128.load(means + k);
      let s = f32x4.splat(0);
      for (let p = from + k; p < end; p += row) {
        s = f32x4.add(s, f32x4.mul(v128.load(p + apart), f32x4.sub(v128.load(p), m)));
      }
      addRun(totals + (k << 1), s);
    }
    for (; k < row; k += 4) {
      const m = load<f32>(means + k);
      let s: f32 = 0;
      for (let p = from + k; p < end; p += row) s += load<f32>(p + apart) * (load<f32>(p) - m);
      addOne(totals + (k << 1), s);
    }
  }
}

/** y = y / deviation + share * 2 (x - mean); totals[c] += sum over rows of it. */
function spreadGradient(
  x: usize, y: usize, rows: i32, row: usize, means: usize, deviations: usize, shares: usize, totals: usize,
): void {
  for (let first = 0; first < rows; first += RUN) {
    const from = x + <usize>first * row;
    const apart = y - x;
    const end = x + <usize>min(rows, first + RUN) * row;
    let k: usize = 0;
    for (; k + 16 <= row; k += 16) {
      const m = v128.load(means + k), deviation = v128.load(deviations + k), share = v128.load(shares + k);
      let s = f32x4.splat(0);
      for (let p = from + k; p < end; p += row) {
        const d = f32x4.sub(v128.load(p), m);
        const spread = f32x4.mul(share, f32x4.add(d, d));
        const g = f32x4.add(f32x4.div(v128.load(p + apart), deviation), spread);
        v128.store(p + apart, g);
        s = f32x4.add(s, g);
      }
      addRun(totals + (k << 1), s);
    }
    for (; k < row; k += 4) {
      const m = load<f32>(means + k), deviation = load<f32>(deviations + k), share = load<f32>(shares + k);
      let s: f32 = 0;
      for (let p = from + k; p < end; p += row) {
        const d = load<f32>(p) - m;
        const g = load<f32>(p + apart) / deviation + share * (d + d);
        store<f32>(p + apart, g);
        s += g;
      }
      addOne(totals + (k << 1), s);
    }
  }
}

// One example: from the gradient at the normalized values to that of x, both in y.
function exampleTask(task: i32, args: usize): void {
  const rows = load<i32>(args, ROWS), channels = load<i32>(args, CHANNELS);
  const row = <usize>channels << 2;
  const x = at(load<usize>(args, X), task * rows * channels);
  const y = at(load<usize>(args, Y), task * rows * channels);
  const means = at(load<usize>(args, MEAN), task * channels);
  const deviations = at(load<usize>(args, DEVIATION), task * channels);
  const totals = load<usize>(args, SCRATCH) + <usize>task * workOf(channels);

  memory.fill(totals, 0, <usize>channels << 3);
  sumProducts(x, y, rows, row, means, totals);
  // What each squared distance from the mean gets, in the place of the sums.
  const count = <f32>rows;
  const shares = at(load<usize>(args, PARTIAL), task * channels);
  for (let c = 0; c < channels; c++) {
    const deviation = load<f32>(at(deviations, c));
    const slope = -(sum(totals, c) / (deviation * deviation));
    store<f32>(at(shares, c), slope / (deviation * 2) / count);
  }

  memory.fill(totals, 0, <usize>channels << 3);
  spreadGradient(x, y, rows, row, means, deviations, shares, totals);
  for (let c = 0; c < channels; c++) store<f32>(at(shares, c), -sum(totals, c) / count);

  for (let r = 0; r < rows; r++) {
    const q = y + <usize>r * row;
    let k: usize = 0;
    for (; k + 16 <= row; k += 16) v128.store(q + k, f32x4.add(v128.load(q + k), v128.load(shares + k)));
    for (; k < row; k += 4) store<f32>(q + k, load<f32>(q + k) + load<f32>(shares + k));
  }
}

/**
 * dx, dgamma, dbeta of `instanceNormForward`, with the same numbers. `work`: 12 bytes for each example and channel;
 * `partial`: 8 bytes for each channel and run of 128 rows, at least one run per example.
 */
export function instanceNormGradient(
  dy: usize, x: usize, gamma: usize, beta: usize, means: usize, deviations: usize,
  examples: i32, rows: i32, channels: i32, kind: i32, slope: f32,
  dx: usize, dgamma: usize, dbeta: usize, work: usize, partial: usize,
): void {
  const all = examples * rows;
  const runs = (all + RUN - 1) / RUN;
  store<usize>(ARGS, x, X);
  store<usize>(ARGS, dx, Y);
  store<usize>(ARGS, dy, DY);
  store<usize>(ARGS, gamma, GAMMA);
  store<usize>(ARGS, beta, BETA);
  store<usize>(ARGS, means, MEAN);
  store<usize>(ARGS, deviations, DEVIATION);
  store<usize>(ARGS, work, SCRATCH);
  store<usize>(ARGS, partial, PARTIAL);
  store<i32>(ARGS, rows, ROWS);
  store<i32>(ARGS, all, ALL_ROWS);
  store<i32>(ARGS, channels, CHANNELS);
  store<i32>(ARGS, kind, ACTIVATED);
  store<f32>(ARGS, slope, SLOPE);
  parallelFor(runTask, ARGS, runs);
  for (let c = 0; c < channels; c++) {
    let shift: f64 = 0, scale: f64 = 0;
    for (let run = 0; run < runs; run++) {
      shift += <f64>load<f32>(at(partial, 2 * run * channels + c));
      scale += <f64>load<f32>(at(partial, (2 * run + 1) * channels + c));
    }
    store<f32>(at(dbeta, c), <f32>shift);
    store<f32>(at(dgamma, c), <f32>scale);
  }
  parallelFor(exampleTask, ARGS, examples);
}
