// Instance normalization (Ulyanov et al. 2016, https://arxiv.org/abs/1607.08022) with an activation that is a slope per sign:
// forward. Rounds as stock operations one after the other do (no fused multiply-add; sums in runs of 128 rows, added in
// double precision), so that runs of before these kernels go on to the last bit.
import { ARGS } from '../layout';
import { parallelFor } from '../pool';
import {
  ACTIVATED, BETA, CHANNELS, DEVIATION, EPSILON, GAMMA, MEAN, ROWS, RUN, SCRATCH, SLOPE, X, Y,
  addRun, addSum, at, clearSums, mean, workOf,
} from './instanceNormJob';

// @ts-ignore: decorator
@inline
function addDeviations(x: usize, means: usize, sums: usize, channels: i32): void {
  const end = <usize>channels << 2;
  let k: usize = 0;
  for (; k + 16 <= end; k += 16) {
    const d = f32x4.sub(v128.load(x + k), v128.load(means + k));
    v128.store(sums + k, f32x4.add(v128.load(sums + k), f32x4.mul(d, d)));
  }
  for (; k < end; k += 4) {
    const d = load<f32>(x + k) - load<f32>(means + k);
    store<f32>(sums + k, load<f32>(sums + k) + d * d);
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
  const sums = load<usize>(args, SCRATCH) + <usize>task * workOf(channels);
  const totals = at(sums, channels);
  const row = <usize>channels << 2;

  clearSums(sums, totals, channels);
  for (let first = 0; first < rows; first += RUN) {
    const end = min(rows, first + RUN);
    for (let r = first; r < end; r++) addSum(x + <usize>r * row, sums, channels);
    addRun(sums, totals, channels);
  }
  for (let c = 0; c < channels; c++) store<f32>(at(means, c), mean(totals, c, rows));

  clearSums(sums, totals, channels);
  for (let first = 0; first < rows; first += RUN) {
    const end = min(rows, first + RUN);
    for (let r = first; r < end; r++) addDeviations(x + <usize>r * row, means, sums, channels);
    addRun(sums, totals, channels);
  }
  const epsilon = load<f32>(args, EPSILON);
  for (let c = 0; c < channels; c++) {
    store<f32>(at(deviations, c), Mathf.sqrt(mean(totals, c, rows) + epsilon));
  }

  const slope = f32x4.splat(load<f32>(args, SLOPE));
  const kind = load<i32>(args, ACTIVATED);
  for (let r = 0; r < rows; r++) {
    const p = x + <usize>r * row, q = y + <usize>r * row;
    let k: usize = 0;
    for (; k + 16 <= row; k += 16) {
      const d = f32x4.sub(v128.load(p + k), v128.load(means + k));
      const n = f32x4.div(d, v128.load(deviations + k));
      const z = f32x4.add(f32x4.mul(n, v128.load(gamma + k)), v128.load(beta + k));
      v128.store(q + k, kind == 0 ? z : activateV(z, slope, kind == 1));
    }
    for (; k < row; k += 4) {
      const d = f32x4.sub(v128.load32_zero(p + k), v128.load32_zero(means + k));
      const n = f32x4.div(d, v128.load32_splat(deviations + k));
      const z = f32x4.add(f32x4.mul(n, v128.load32_zero(gamma + k)), v128.load32_zero(beta + k));
      v128.store32_lane(q + k, kind == 0 ? z : activateV(z, slope, kind == 1), 0);
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
