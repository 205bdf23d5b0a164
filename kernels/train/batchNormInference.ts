// Batch normalization by averages that were learnt, with a piecewise linear activation, over x [rows, channels]. Rounds as the
// operations do of which it consists: product and sum apart, never as one.
import { activate4 } from '../activation';
import { ARGS } from '../layout';
import { parallelFor } from '../pool';
import { loadTail, storeTail } from '../simd';
import { X, Y, ROWS, CHANNELS, PER_TASK, COEFFICIENTS, SLOPE, SEED, at, affine, prepare } from './batchNormJob';

/** Where the activation's code lies: no dropout here needs a seed. */
// @ts-ignore: decorator
@inline const ACTIVATION: usize = SEED;

function inferenceTask(task: i32, args: usize): void {
  const channels = load<i32>(args, CHANNELS);
  const per = load<i32>(args, PER_TASK);
  const first = task * per;
  const end = min(load<i32>(args, ROWS), first + per);
  const scale = load<usize>(args, COEFFICIENTS);
  const shift = at(scale, channels);
  const activation = load<i32>(args, ACTIVATION);
  const alpha = f32x4.splat(load<f32>(args, SLOPE));
  const whole = <usize>(channels & ~3) << 2;
  const tail = channels & 3;
  let p = at(load<usize>(args, X), first * channels), q = at(load<usize>(args, Y), first * channels);
  for (let r = first; r < end; r++) {
    for (let k: usize = 0; k < whole; k += 16) {
      const z = f32x4.add(f32x4.mul(v128.load(p + k), v128.load(scale + k)), v128.load(shift + k));
      v128.store(q + k, activate4(z, activation, alpha));
    }
    if (tail) {
      const product = f32x4.mul(loadTail(p + whole, tail), loadTail(scale + whole, tail));
      const z = f32x4.add(product, loadTail(shift + whole, tail));
      storeTail(q + whole, activate4(z, activation, alpha), tail);
    }
    p = at(p, channels);
    q = at(q, channels);
  }
}

/** y = act(gamma (x - mean) / sqrt(variance + epsilon) + beta); `work`: 2 * channels floats. */
export function batchNormInference(
  x: usize, gamma: usize, beta: usize, mean: usize, variance: usize, rows: i32, channels: i32, epsilon: f32,
  activation: i32, alpha: f32, y: usize, work: usize,
): void {
  const tasks = prepare(x, y, 0, rows, channels, work);
  store<i32>(ARGS, activation, ACTIVATION);
  store<f32>(ARGS, alpha, SLOPE);
  affine(gamma, beta, mean, variance, epsilon, channels, work);
  parallelFor(inferenceTask, ARGS, tasks);
}
