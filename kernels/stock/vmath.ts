// Single-precision transcendental functions on four lanes, without fused multiply-add, so that every
// build gives the same bits. Not a libm: sources are the Cephes single-precision polynomials (S. Moshier)
// and Kahan's log1p; the accuracy (at most 3 units in the last place) is asserted by the tests.

// @ts-ignore: decorator
@inline const LOG2E: f32 = 1.44269504088896341;
// @ts-ignore: decorator
@inline const LN2_HI: f32 = 0.693359375;
// @ts-ignore: decorator
@inline const LN2_LO: f32 = -2.12194440e-4;

// @ts-ignore: decorator
@inline function s(x: f32): v128 {
  return f32x4.splat(x);
}

// @ts-ignore: decorator
@inline function madd(a: v128, b: v128, c: v128): v128 {
  return f32x4.add(f32x4.mul(a, b), c);
}

// exp(r) - 1 on |r| <= 0.35
// @ts-ignore: decorator
@inline function expTail(r: v128): v128 {
  let p = madd(s(1.9875691500e-4), r, s(1.3981999507e-3));
  p = madd(p, r, s(8.3334519073e-3));
  p = madd(p, r, s(4.1665795894e-2));
  p = madd(p, r, s(1.6666665459e-1));
  p = madd(p, r, s(5.0000001201e-1));
  return madd(f32x4.mul(r, r), p, r);
}

// Adding 1.5 * 2^23 rounds to an integer (half to even) and leaves that integer in the low bits: on x64 much
// cheaper than nearest and the saturating conversion, and NaN passes through the sum that follows.
// @ts-ignore: decorator
@inline const ROUNDER: f32 = 12582912.0;
// @ts-ignore: decorator
@inline const ROUNDER_BITS: i32 = 0x4b400000;

/** e^x: 0 below -104, infinity above 88.73, NaN stays NaN. */
// @ts-ignore: decorator
@inline export function expV(x: v128): v128 {
  const c = f32x4.pmin(f32x4.pmax(x, s(-104.0)), s(89.0));
  const t = madd(c, s(LOG2E), s(ROUNDER));
  const n = f32x4.sub(t, s(ROUNDER));
  let r = f32x4.sub(c, f32x4.mul(n, s(LN2_HI)));
  r = f32x4.sub(r, f32x4.mul(n, s(LN2_LO)));
  const m = f32x4.add(expTail(r), s(1.0));
  // 2^n in two factors, so that subnormal results and the last binade come out right
  const k = i32x4.sub(t, i32x4.splat(ROUNDER_BITS));
  const k1 = i32x4.shr_s(k, 1);
  const k2 = i32x4.sub(k, k1);
  const bias = i32x4.splat(127);
  const f1 = i32x4.shl(i32x4.add(k1, bias), 23);
  const f2 = i32x4.shl(i32x4.add(k2, bias), 23);
  return f32x4.mul(f32x4.mul(m, f1), f2);
}

/** e^x - 1 without cancellation near zero: 2^n (e^r - 1) + (2^n - 1) while 2^n - 1 is exact. */
// @ts-ignore: decorator
@inline export function expm1V(x: v128): v128 {
  const near = f32x4.lt(f32x4.abs(x), s(10.0));
  const c = v128.and(x, near);
  const t = madd(c, s(LOG2E), s(ROUNDER));
  const n = f32x4.sub(t, s(ROUNDER));
  let r = f32x4.sub(c, f32x4.mul(n, s(LN2_HI)));
  r = f32x4.sub(r, f32x4.mul(n, s(LN2_LO)));
  const f = i32x4.shl(i32x4.add(t, i32x4.splat(127 - ROUNDER_BITS)), 23);
  const y = madd(expTail(r), f, f32x4.sub(f, s(1.0)));
  return v128.bitselect(y, f32x4.sub(expV(x), s(1.0)), near);
}

/** Natural logarithm: -infinity at 0, NaN below. */
// @ts-ignore: decorator
@inline export function logV(x: v128): v128 {
  const tiny = f32x4.lt(x, s(1.17549435e-38));
  const scaled = v128.bitselect(f32x4.mul(x, s(33554432.0)), x, tiny);
  const shift = v128.and(tiny, i32x4.splat(25));
  let e = i32x4.sub(i32x4.sub(i32x4.shr_s(scaled, 23), i32x4.splat(126)), shift);
  // mantissa in [0.5, 1)
  let m = v128.or(v128.and(scaled, i32x4.splat(0x007fffff)), i32x4.splat(0x3f000000));
  const low = f32x4.lt(m, s(0.707106781186547524));
  e = i32x4.add(e, low); // the mask is -1 where m < sqrt(1/2)
  m = f32x4.sub(f32x4.add(m, v128.and(m, low)), s(1.0));
  const z = f32x4.mul(m, m);
  let p = madd(s(7.0376836292e-2), m, s(-1.1514610310e-1));
  p = madd(p, m, s(1.1676998740e-1));
  p = madd(p, m, s(-1.2420140846e-1));
  p = madd(p, m, s(1.4249322787e-1));
  p = madd(p, m, s(-1.6668057665e-1));
  p = madd(p, m, s(2.0000714765e-1));
  p = madd(p, m, s(-2.4999993993e-1));
  p = madd(p, m, s(3.3333331174e-1));
  p = f32x4.mul(f32x4.mul(p, m), z);
  const fe = f32x4.convert_i32x4_s(e);
  p = madd(fe, s(LN2_LO), p);
  p = f32x4.sub(p, f32x4.mul(s(0.5), z));
  let y = f32x4.add(m, p);
  y = madd(fe, s(LN2_HI), y);
  y = v128.bitselect(s(-Infinity), y, f32x4.eq(x, s(0.0)));
  y = v128.bitselect(s(NaN), y, f32x4.lt(x, s(0.0)));
  // +infinity and NaN map to themselves
  return v128.bitselect(y, x, f32x4.lt(x, s(Infinity)));
}

/** log(1 + x), exact near zero (Kahan's correction of the rounded sum). */
// @ts-ignore: decorator
@inline export function log1pV(x: v128): v128 {
  const u = f32x4.add(x, s(1.0));
  const lost = f32x4.sub(x, f32x4.sub(u, s(1.0)));
  const fix = f32x4.div(lost, u);
  const usable = v128.and(f32x4.gt(u, s(0.0)), f32x4.lt(u, s(Infinity)));
  return f32x4.add(logV(u), v128.and(fix, usable));
}

// @ts-ignore: decorator
@inline export function sigmoidV(x: v128): v128 {
  const e = expV(f32x4.neg(f32x4.abs(x)));
  const num = v128.bitselect(e, s(1.0), f32x4.lt(x, s(0.0)));
  return f32x4.div(num, f32x4.add(e, s(1.0)));
}

/** log(1 + e^x) as max(x, 0) + log1p(e^-|x|): no overflow, e^x far below zero. */
// @ts-ignore: decorator
@inline export function softplusV(x: v128): v128 {
  return f32x4.add(f32x4.pmax(x, s(0.0)), log1pV(expV(f32x4.neg(f32x4.abs(x)))));
}

// @ts-ignore: decorator
@inline export function tanhV(x: v128): v128 {
  const a = f32x4.abs(x);
  const z = f32x4.mul(x, x);
  let p = madd(s(-5.70498872745e-3), z, s(2.06390887954e-2));
  p = madd(p, z, s(-5.37397155531e-2));
  p = madd(p, z, s(1.33314422036e-1));
  p = madd(p, z, s(-3.33332819422e-1));
  const small = madd(f32x4.mul(p, z), x, x);
  const e = expV(f32x4.add(a, a));
  const t = f32x4.sub(s(1.0), f32x4.div(s(2.0), f32x4.add(e, s(1.0))));
  const sign = v128.and(x, i32x4.splat(0x80000000));
  return v128.bitselect(small, v128.or(t, sign), f32x4.lt(a, s(0.625)));
}

/** Error function, Abramowitz and Stegun 7.1.26 (absolute error below 2e-7), as stock tfjs computes it. */
// @ts-ignore: decorator
@inline export function erfV(x: v128): v128 {
  const a = f32x4.abs(x);
  const t = f32x4.div(s(1.0), madd(s(0.3275911), a, s(1.0)));
  let p = madd(s(1.061405429), t, s(-1.453152027));
  p = madd(p, t, s(1.421413741));
  p = madd(p, t, s(-0.284496736));
  p = madd(p, t, s(0.254829592));
  const y = f32x4.sub(s(1.0), f32x4.mul(f32x4.mul(p, t), expV(f32x4.neg(f32x4.mul(a, a)))));
  return v128.xor(y, v128.and(x, i32x4.splat(0x80000000)));
}
