// Activations on vectors and rows, and their derivatives from the output. The codes are shared with the host
// (src/engine/simd/conv/activation.ts).
import { loadTail, storeTail } from './simd';

export const LINEAR: i32 = 0;
export const RELU: i32 = 1;
export const LEAKY_RELU: i32 = 2;
export const TANH: i32 = 3;
export const SIGMOID: i32 = 4;

/** e^x, relative error below 2e-7 (Cephes expf); 0 below -87.3, saturates above 88. NaN stays NaN. */
export function exp4(x: v128): v128 {
  const clamped = f32x4.max(f32x4.min(x, f32x4.splat(88.3762626647949)), f32x4.splat(-87.3365447504019));
  const n = f32x4.floor(f32x4.add(f32x4.mul(clamped, f32x4.splat(1.44269504088896341)), f32x4.splat(0.5)));
  let r = f32x4.sub(clamped, f32x4.mul(n, f32x4.splat(0.693359375)));
  r = f32x4.sub(r, f32x4.mul(n, f32x4.splat(-2.12194440e-4)));
  let p = f32x4.splat(1.9875691500e-4);
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.3981999507e-3));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(8.3334519073e-3));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(4.1665795894e-2));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.6666665459e-1));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(5.0000001201e-1));
  p = f32x4.add(f32x4.add(f32x4.mul(f32x4.mul(p, r), r), r), f32x4.splat(1));
  const scale = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(n), i32x4.splat(127)), 23);
  const result = f32x4.mul(p, scale);
  return v128.andnot(result, f32x4.lt(x, f32x4.splat(-87.3365447504019)));
}

/** tanh x: Cephes' odd polynomial near 0, 1 - 2 / (e^2|x| + 1) beyond. */
export function tanh4(x: v128): v128 {
  const sign = v128.and(x, f32x4.splat(-0.0));
  const magnitude = f32x4.abs(x);
  const e = exp4(f32x4.add(magnitude, magnitude));
  const one = f32x4.splat(1);
  const far = f32x4.sub(one, f32x4.div(f32x4.splat(2), f32x4.add(e, one)));
  const z = f32x4.mul(x, x);
  let p = f32x4.splat(-5.70498872745e-3);
  p = f32x4.add(f32x4.mul(p, z), f32x4.splat(2.06390887954e-2));
  p = f32x4.add(f32x4.mul(p, z), f32x4.splat(-5.37397155531e-2));
  p = f32x4.add(f32x4.mul(p, z), f32x4.splat(1.33314422036e-1));
  p = f32x4.add(f32x4.mul(p, z), f32x4.splat(-3.33332819422e-1));
  const near = f32x4.add(f32x4.mul(f32x4.mul(p, z), x), x);
  return v128.bitselect(near, v128.or(far, sign), f32x4.lt(magnitude, f32x4.splat(0.625)));
}

/** 1 / (1 + e^-x) */
export function sigmoid4(x: v128): v128 {
  const one = f32x4.splat(1);
  return f32x4.div(one, f32x4.add(one, exp4(f32x4.neg(x))));
}

/** Activation of four values. NaN passes through. */
// @ts-ignore: decorator
@inline
export function activate4(x: v128, activation: i32, alpha: v128): v128 {
  if (activation == LINEAR) return x;
  if (activation == RELU) return f32x4.max(x, f32x4.splat(0));
  if (activation == LEAKY_RELU) return v128.bitselect(f32x4.mul(x, alpha), x, f32x4.lt(x, f32x4.splat(0)));
  if (activation == TANH) return tanh4(x);
  return sigmoid4(x);
}

/** dz of four values from the activation's output y and the gradient dy after it. */
// @ts-ignore: decorator
@inline
export function activationGradient4(y: v128, dy: v128, activation: i32, alpha: v128): v128 {
  if (activation == LINEAR) return dy;
  const zero = f32x4.splat(0);
  if (activation == RELU) return v128.and(dy, f32x4.gt(y, zero));
  // At exactly 0 the slope is alpha, as in tfjs' leakyRelu gradient (step of x > 0).
  if (activation == LEAKY_RELU) return v128.bitselect(dy, f32x4.mul(dy, alpha), f32x4.gt(y, zero));
  const one = f32x4.splat(1);
  if (activation == TANH) return f32x4.mul(dy, f32x4.sub(one, f32x4.mul(y, y)));
  return f32x4.mul(dy, f32x4.mul(y, f32x4.sub(one, y)));
}

/** Applies an activation in place to `count` floats. */
export function activateRow(row: usize, count: i32, activation: i32, alpha: f32): void {
  if (activation == LINEAR) return;
  const slope = f32x4.splat(alpha);
  const whole = count & ~3;
  const end = row + (<usize>whole << 2);
  for (; row < end; row += 16) v128.store(row, activate4(v128.load(row), activation, slope));
  const tail = count & 3;
  if (tail) storeTail(row, activate4(loadTail(row, tail), activation, slope), tail);
}
