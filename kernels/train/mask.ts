// The dropout mask: element i is kept iff the upper 24 bits of hash(i xor seed) are below a threshold.
// Hash "lowbias32" (Chris Wellons); src/engine/ops/dropout.ts computes the same in JavaScript.

// @ts-ignore: decorator
@inline
function mixV(x: v128): v128 {
  x = v128.xor(x, i32x4.shr_u(x, 16));
  x = i32x4.mul(x, i32x4.splat(0x7feb352d));
  x = v128.xor(x, i32x4.shr_u(x, 15));
  x = i32x4.mul(x, i32x4.splat(<i32>0x846ca68b));
  return v128.xor(x, i32x4.shr_u(x, 16));
}

/** All bits set in the lanes of elements index .. index + 3 that are kept. */
// @ts-ignore: decorator
@inline
export function keepV(index: i32, seed: i32, threshold: i32): v128 {
  const lanes = i32x4.add(i32x4.splat(index), i32x4(0, 1, 2, 3));
  return i32x4.lt_s(i32x4.shr_u(mixV(v128.xor(lanes, i32x4.splat(seed))), 8), i32x4.splat(threshold));
}

/** Whether element `index` is kept. */
// @ts-ignore: decorator
@inline
export function keep(index: i32, seed: i32, threshold: i32): bool {
  let x: u32 = <u32>(index ^ seed);
  x ^= x >> 16;
  x *= 0x7feb352d;
  x ^= x >> 15;
  x *= 0x846ca68b;
  x ^= x >> 16;
  return <i32>(x >> 8) < threshold;
}
