// Piecewise linear activation with dropout, forward and gradient, and the gradient of an activation from its output.
import { ARGS } from '../layout';
import { parallelFor } from '../pool';
import { keep, keepV } from './mask';

// @ts-ignore: decorator
@inline const CHUNK: i32 = 16384;

// y = mask * up * (choose > 0 ? value : slope * value) with choose = value = x forward, choose = x, value = dy backward.
function dropoutTask(task: i32, args: usize): void {
  const value = load<usize>(args);
  const choose = load<usize>(args, 4);
  const y = load<usize>(args, 8);
  const end = min(load<i32>(args, 12), (task + 1) * CHUNK);
  const slope = load<f32>(args, 16);
  const seed = load<i32>(args, 20);
  const threshold = load<i32>(args, 24);
  const up = load<f32>(args, 28);
  const slopeV = f32x4.splat(slope), upV = f32x4.splat(up), zero = f32x4.splat(0);
  let i = task * CHUNK;
  for (; i + 4 <= end; i += 4) {
    const k = <usize>i << 2;
    const v = v128.load(value + k);
    const activated = v128.bitselect(v, f32x4.mul(v, slopeV), f32x4.gt(v128.load(choose + k), zero));
    v128.store(y + k, v128.and(f32x4.mul(activated, upV), keepV(i, seed, threshold)));
  }
  for (; i < end; i++) {
    const k = <usize>i << 2;
    const v = load<f32>(value + k);
    const activated = load<f32>(choose + k) > 0 ? v : v * slope;
    store<f32>(y + k, keep(i, seed, threshold) ? activated * up : <f32>0);
  }
}

/** Forward with value = choose = x; gradient with value = dy, choose = x. All of `size` floats. */
export function activationDropout(
  value: usize, choose: usize, y: usize, size: i32, slope: f32, seed: i32, threshold: i32, up: f32,
): void {
  store<usize>(ARGS, value);
  store<usize>(ARGS, choose, 4);
  store<usize>(ARGS, y, 8);
  store<i32>(ARGS, size, 12);
  store<f32>(ARGS, slope, 16);
  store<i32>(ARGS, seed, 20);
  store<i32>(ARGS, threshold, 24);
  store<f32>(ARGS, up, 28);
  parallelFor(dropoutTask, ARGS, (size + CHUNK - 1) / CHUNK);
}

/** 0: slope where y <= 0; 1: tanh; 2: sigmoid */
// @ts-ignore: decorator
@inline
function derivativeV(kind: i32, y: v128, dy: v128, slope: v128): v128 {
  if (kind == 1) return f32x4.sub(dy, f32x4.mul(dy, f32x4.mul(y, y)));
  if (kind == 2) return f32x4.mul(dy, f32x4.sub(y, f32x4.mul(y, y)));
  return v128.bitselect(dy, f32x4.mul(dy, slope), f32x4.gt(y, f32x4.splat(0)));
}

function gradientTask(task: i32, args: usize): void {
  const y = load<usize>(args);
  const dy = load<usize>(args, 4);
  const dz = load<usize>(args, 8);
  const end = min(load<i32>(args, 12), (task + 1) * CHUNK);
  const kind = load<i32>(args, 16);
  const slope = f32x4.splat(load<f32>(args, 20));
  let i = task * CHUNK;
  for (; i + 4 <= end; i += 4) {
    const k = <usize>i << 2;
    v128.store(dz + k, derivativeV(kind, v128.load(y + k), v128.load(dy + k), slope));
  }
  for (; i < end; i++) {
    const k = <usize>i << 2;
    const v = derivativeV(kind, f32x4.splat(load<f32>(y + k)), f32x4.splat(load<f32>(dy + k)), slope);
    store<f32>(dz + k, f32x4.extract_lane(v, 0));
  }
}

/** dz from the activation's output y and dy, `size` floats each; `kind` as in `derivativeV`. */
export function activationGradient(y: usize, dy: usize, dz: usize, size: i32, kind: i32, slope: f32): void {
  store<usize>(ARGS, y);
  store<usize>(ARGS, dy, 4);
  store<usize>(ARGS, dz, 8);
  store<i32>(ARGS, size, 12);
  store<i32>(ARGS, kind, 16);
  store<f32>(ARGS, slope, 20);
  parallelFor(gradientTask, ARGS, (size + CHUNK - 1) / CHUNK);
}
