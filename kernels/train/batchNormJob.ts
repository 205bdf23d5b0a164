// What the tasks of batch normalization read: addresses and numbers in the shared argument block, and the scale and shift
// per channel that forward pass and gradient begin with.
import { ARGS } from '../layout';
import { rowsPerTask, rowTasks } from './rows';

// Context block: addresses and numbers that the tasks read.
// @ts-ignore: decorator
@inline export const X: usize = 0;
// @ts-ignore: decorator
@inline export const Y: usize = 4;
// @ts-ignore: decorator
@inline export const PARTIAL: usize = 8;
// @ts-ignore: decorator
@inline export const ROWS: usize = 12;
// @ts-ignore: decorator
@inline export const CHANNELS: usize = 16;
// @ts-ignore: decorator
@inline export const PER_TASK: usize = 20;
// @ts-ignore: decorator
@inline export const COEFFICIENTS: usize = 24;
// @ts-ignore: decorator
@inline export const SLOPE: usize = 28;
// @ts-ignore: decorator
@inline export const SEED: usize = 32;
// @ts-ignore: decorator
@inline export const THRESHOLD: usize = 36;
// @ts-ignore: decorator
@inline export const SCALE: usize = 40;
// @ts-ignore: decorator
@inline export const DY: usize = 44;
// @ts-ignore: decorator
@inline export const MEAN: usize = 48;
// @ts-ignore: decorator
@inline export const INVERSE: usize = 52;
/** Dropout threshold that keeps everything. */
export const KEEP_ALL: i32 = 1 << 24;

// @ts-ignore: decorator
@inline
export function at(base: usize, element: i32): usize {
  return base + (<usize>element << 2);
}

export function prepare(x: usize, y: usize, partial: usize, rows: i32, channels: i32, coefficients: usize): i32 {
  store<usize>(ARGS, x, X);
  store<usize>(ARGS, y, Y);
  store<usize>(ARGS, partial, PARTIAL);
  store<i32>(ARGS, rows, ROWS);
  store<i32>(ARGS, channels, CHANNELS);
  store<i32>(ARGS, rowsPerTask(rows, channels), PER_TASK);
  store<usize>(ARGS, coefficients, COEFFICIENTS);
  return rowTasks(rows, channels);
}

export function prepareActivation(slope: f32, seed: i32, threshold: i32, up: f32): void {
  store<f32>(ARGS, slope, SLOPE);
  store<i32>(ARGS, seed, SEED);
  store<i32>(ARGS, threshold, THRESHOLD);
  store<f32>(ARGS, up, SCALE);
}

// scale = gamma / sqrt(var + eps), shift = beta - mean * scale
export function affine(
  gamma: usize, beta: usize, mean: usize, variance: usize, epsilon: f32, channels: i32, coefficients: usize,
): void {
  const shift = at(coefficients, channels);
  const epsilonV = f32x4.splat(epsilon);
  const whole = <usize>(channels & ~3) << 2;
  for (let k: usize = 0; k < whole; k += 16) {
    const scale = f32x4.div(v128.load(gamma + k), f32x4.sqrt(f32x4.add(v128.load(variance + k), epsilonV)));
    v128.store(coefficients + k, scale);
    v128.store(shift + k, f32x4.sub(v128.load(beta + k), f32x4.mul(v128.load(mean + k), scale)));
  }
  for (let k = whole; k < <usize>channels << 2; k += 4) {
    const scale = load<f32>(gamma + k) / Mathf.sqrt(load<f32>(variance + k) + epsilon);
    store<f32>(coefficients + k, scale);
    store<f32>(shift + k, load<f32>(beta + k) - load<f32>(mean + k) * scale);
  }
}
