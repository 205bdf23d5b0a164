// The two register-tile kernels that all matrix-like work runs through, each MR rows by 8 columns.
// They know pointers and lengths, not shapes. MR is 6 where multiply-add is one instruction (12 accumulators, 2 panel
// vectors and a broadcast fill the 15 free registers of x64) and 4 in the plain build, where the product needs a
// register too. Loops are index-addressed and not unrolled on purpose: V8 spills accumulators otherwise.
import { madd } from './simd';

/** Rows of a register tile. */
export const MR: i32 = ASC_FEATURE_RELAXED_SIMD ? 6 : 4;
/** Bytes of a stored tile: MR rows of 8 floats. */
export const TILE_BYTES: usize = ASC_FEATURE_RELAXED_SIMD ? 192 : 128;

/** The 6-row form of \`tile\`. */
function tile6(pointers: usize, taps: i32, kBytes: usize, b: usize, init: usize, initStride: usize, outs: usize, outOffset: usize): void {
  let c00 = v128.load(init), c01 = v128.load(init, 16);
  init += initStride;
  let c10 = v128.load(init), c11 = v128.load(init, 16);
  init += initStride;
  let c20 = v128.load(init), c21 = v128.load(init, 16);
  init += initStride;
  let c30 = v128.load(init), c31 = v128.load(init, 16);
  init += initStride;
  let c40 = v128.load(init), c41 = v128.load(init, 16);
  init += initStride;
  let c50 = v128.load(init), c51 = v128.load(init, 16);
  let x: v128;
  for (let t = 0; t < taps; t++) {
    const p0 = load<usize>(pointers, 0), p1 = load<usize>(pointers, 4), p2 = load<usize>(pointers, 8), p3 = load<usize>(pointers, 12), p4 = load<usize>(pointers, 16), p5 = load<usize>(pointers, 20);
    pointers += 24;
    for (let k: usize = 0; k < kBytes; k += 4) {
      const bk = b + (k << 3);
      const b0 = v128.load(bk), b1 = v128.load(bk, 16);
      x = v128.load32_splat(p0 + k);
      c00 = madd(x, b0, c00);
      c01 = madd(x, b1, c01);
      x = v128.load32_splat(p1 + k);
      c10 = madd(x, b0, c10);
      c11 = madd(x, b1, c11);
      x = v128.load32_splat(p2 + k);
      c20 = madd(x, b0, c20);
      c21 = madd(x, b1, c21);
      x = v128.load32_splat(p3 + k);
      c30 = madd(x, b0, c30);
      c31 = madd(x, b1, c31);
      x = v128.load32_splat(p4 + k);
      c40 = madd(x, b0, c40);
      c41 = madd(x, b1, c41);
      x = v128.load32_splat(p5 + k);
      c50 = madd(x, b0, c50);
      c51 = madd(x, b1, c51);
    }
    b += kBytes << 3;
  }
  let o: usize;
  o = load<usize>(outs, 0) + outOffset;
  v128.store(o, c00);
  v128.store(o, c01, 16);
  o = load<usize>(outs, 4) + outOffset;
  v128.store(o, c10);
  v128.store(o, c11, 16);
  o = load<usize>(outs, 8) + outOffset;
  v128.store(o, c20);
  v128.store(o, c21, 16);
  o = load<usize>(outs, 12) + outOffset;
  v128.store(o, c30);
  v128.store(o, c31, 16);
  o = load<usize>(outs, 16) + outOffset;
  v128.store(o, c40);
  v128.store(o, c41, 16);
  o = load<usize>(outs, 20) + outOffset;
  v128.store(o, c50);
  v128.store(o, c51, 16);
}

/** The 4-row form of \`tile\`. */
function tile4(pointers: usize, taps: i32, kBytes: usize, b: usize, init: usize, initStride: usize, outs: usize, outOffset: usize): void {
  let c00 = v128.load(init), c01 = v128.load(init, 16);
  init += initStride;
  let c10 = v128.load(init), c11 = v128.load(init, 16);
  init += initStride;
  let c20 = v128.load(init), c21 = v128.load(init, 16);
  init += initStride;
  let c30 = v128.load(init), c31 = v128.load(init, 16);
  let x: v128;
  for (let t = 0; t < taps; t++) {
    const p0 = load<usize>(pointers, 0), p1 = load<usize>(pointers, 4), p2 = load<usize>(pointers, 8), p3 = load<usize>(pointers, 12);
    pointers += 16;
    for (let k: usize = 0; k < kBytes; k += 4) {
      const bk = b + (k << 3);
      const b0 = v128.load(bk), b1 = v128.load(bk, 16);
      x = v128.load32_splat(p0 + k);
      c00 = madd(x, b0, c00);
      c01 = madd(x, b1, c01);
      x = v128.load32_splat(p1 + k);
      c10 = madd(x, b0, c10);
      c11 = madd(x, b1, c11);
      x = v128.load32_splat(p2 + k);
      c20 = madd(x, b0, c20);
      c21 = madd(x, b1, c21);
      x = v128.load32_splat(p3 + k);
      c30 = madd(x, b0, c30);
      c31 = madd(x, b1, c31);
    }
    b += kBytes << 3;
  }
  let o: usize;
  o = load<usize>(outs, 0) + outOffset;
  v128.store(o, c00);
  v128.store(o, c01, 16);
  o = load<usize>(outs, 4) + outOffset;
  v128.store(o, c10);
  v128.store(o, c11, 16);
  o = load<usize>(outs, 8) + outOffset;
  v128.store(o, c20);
  v128.store(o, c21, 16);
  o = load<usize>(outs, 12) + outOffset;
  v128.store(o, c30);
  v128.store(o, c31, 16);
}

/**
 * out[r][0..8] = init[r][0..8] + sum over taps t and k of row(t, r)[k] * b[t][k][0..8].
 * @param pointers addresses of the rows: MR of them for tap 0, then for tap 1, ...
 * @param kBytes length of a row in bytes (4 per k)
 * @param b packed panel, 8 floats per (tap, k)
 * @param init 8 floats per row, `initStride` bytes apart (0: the same for all rows)
 * @param outs MR addresses, to each of which `outOffset` is added
 */
// @ts-ignore: decorator
@inline
export function tile(pointers: usize, taps: i32, kBytes: usize, b: usize, init: usize, initStride: usize, outs: usize, outOffset: usize): void {
  if (ASC_FEATURE_RELAXED_SIMD) tile6(pointers, taps, kBytes, b, init, initStride, outs, outOffset);
  else tile4(pointers, taps, kBytes, b, init, initStride, outs, outOffset);
}

/**
 * c[r][0..8] = init[r][0..8] + sum over k of a[k][r] * b[k][0..8]; a is packed MR floats per k, b 8 per k.
 * @param init 8 floats per row, `initStride` bytes apart (0: the same for all rows)
 * @param c 8 floats per row, `stride` bytes apart
 */
// @ts-ignore: decorator
@inline
export function outerTile(a: usize, b: usize, count: i32, init: usize, initStride: usize, c: usize, stride: usize): void {
  if (ASC_FEATURE_RELAXED_SIMD) outerTile6(a, b, count, init, initStride, c, stride);
  else outerTile4(a, b, count, init, initStride, c, stride);
}

/** The 6-row form of \`outerTile\`. */
function outerTile6(a: usize, b: usize, count: usize, init: usize, initStride: usize, c: usize, stride: usize): void {
  let c00 = v128.load(init), c01 = v128.load(init, 16);
  init += initStride;
  let c10 = v128.load(init), c11 = v128.load(init, 16);
  init += initStride;
  let c20 = v128.load(init), c21 = v128.load(init, 16);
  init += initStride;
  let c30 = v128.load(init), c31 = v128.load(init, 16);
  init += initStride;
  let c40 = v128.load(init), c41 = v128.load(init, 16);
  init += initStride;
  let c50 = v128.load(init), c51 = v128.load(init, 16);
  let x: v128;
  for (let k: usize = 0; k < count; k++) {
    const ak = a + k * 24, bk = b + (k << 5);
    const b0 = v128.load(bk), b1 = v128.load(bk, 16);
    x = v128.load32_splat(ak, 0);
    c00 = madd(x, b0, c00);
    c01 = madd(x, b1, c01);
    x = v128.load32_splat(ak, 4);
    c10 = madd(x, b0, c10);
    c11 = madd(x, b1, c11);
    x = v128.load32_splat(ak, 8);
    c20 = madd(x, b0, c20);
    c21 = madd(x, b1, c21);
    x = v128.load32_splat(ak, 12);
    c30 = madd(x, b0, c30);
    c31 = madd(x, b1, c31);
    x = v128.load32_splat(ak, 16);
    c40 = madd(x, b0, c40);
    c41 = madd(x, b1, c41);
    x = v128.load32_splat(ak, 20);
    c50 = madd(x, b0, c50);
    c51 = madd(x, b1, c51);
  }
  v128.store(c, c00);
  v128.store(c, c01, 16);
  c += stride;
  v128.store(c, c10);
  v128.store(c, c11, 16);
  c += stride;
  v128.store(c, c20);
  v128.store(c, c21, 16);
  c += stride;
  v128.store(c, c30);
  v128.store(c, c31, 16);
  c += stride;
  v128.store(c, c40);
  v128.store(c, c41, 16);
  c += stride;
  v128.store(c, c50);
  v128.store(c, c51, 16);
}

/** The 4-row form of \`outerTile\`. */
function outerTile4(a: usize, b: usize, count: usize, init: usize, initStride: usize, c: usize, stride: usize): void {
  let c00 = v128.load(init), c01 = v128.load(init, 16);
  init += initStride;
  let c10 = v128.load(init), c11 = v128.load(init, 16);
  init += initStride;
  let c20 = v128.load(init), c21 = v128.load(init, 16);
  init += initStride;
  let c30 = v128.load(init), c31 = v128.load(init, 16);
  let x: v128;
  for (let k: usize = 0; k < count; k++) {
    const ak = a + k * 16, bk = b + (k << 5);
    const b0 = v128.load(bk), b1 = v128.load(bk, 16);
    x = v128.load32_splat(ak, 0);
    c00 = madd(x, b0, c00);
    c01 = madd(x, b1, c01);
    x = v128.load32_splat(ak, 4);
    c10 = madd(x, b0, c10);
    c11 = madd(x, b1, c11);
    x = v128.load32_splat(ak, 8);
    c20 = madd(x, b0, c20);
    c21 = madd(x, b1, c21);
    x = v128.load32_splat(ak, 12);
    c30 = madd(x, b0, c30);
    c31 = madd(x, b1, c31);
  }
  v128.store(c, c00);
  v128.store(c, c01, 16);
  c += stride;
  v128.store(c, c10);
  v128.store(c, c11, 16);
  c += stride;
  v128.store(c, c20);
  v128.store(c, c21, 16);
  c += stride;
  v128.store(c, c30);
  v128.store(c, c31, 16);
}
