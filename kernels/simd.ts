// The few vector primitives that differ between the relaxed and the plain build, and tail access.

/** a * b + c: one rounding where the machine fuses (relaxed build), two in the plain build. */
// @ts-ignore: decorator
@inline
export function madd(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f32x4.relaxed_madd(a, b, c);
  else return f32x4.add(f32x4.mul(a, b), c);
}

/** Loads `count` (1..3) floats, the remaining lanes are 0; reads no byte beyond them. */
export function loadTail(source: usize, count: i32): v128 {
  if (count == 1) return v128.load32_zero(source);
  const low = v128.load64_zero(source);
  if (count == 2) return low;
  return f32x4.replace_lane(low, 2, load<f32>(source, 8));
}

/** Stores the first `count` (1..3) lanes; writes no byte beyond them. */
export function storeTail(target: usize, value: v128, count: i32): void {
  if (count == 1) {
    v128.store_lane<f32>(target, value, 0);
    return;
  }
  v128.store_lane<i64>(target, value, 0);
  if (count == 3) v128.store_lane<f32>(target, value, 2, 8);
}

/** Sum of the four lanes, pairwise. */
// @ts-ignore: decorator
@inline
export function horizontalSum(v: v128): f32 {
  const pair = f32x4.add(v, v128.shuffle<i32>(v, v, 2, 3, 2, 3));
  return f32x4.extract_lane(pair, 0) + f32x4.extract_lane(pair, 1);
}
