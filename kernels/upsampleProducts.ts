// The five products of one dimension of upsampling + 3x3 convolution (kernels/upsample.ts): P, Q, R, T, U.

/** Whether product `p` (0 P, 1 Q, 2 R, 3 T, 4 U) is needed along a side of two pixels, or of a single one. */
// @ts-ignore: decorator
@inline
export function hasProduct(single: bool, p: i32): bool {
  return !single || (p != 1 && p != 2);
}

/** Input data of product `p` of one dimension: Q and R share theirs. */
// @ts-ignore: decorator
@inline
export function dataOf(p: i32): i32 {
  return p < 2 ? p : p - 1;
}
