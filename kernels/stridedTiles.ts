// The register tiles of kernels/tiles.ts for rows that lie a fixed distance apart, which transforms write themselves: no
// table of addresses and, for the outer product, no packing of either side.
import { madd } from './simd';

/** The 6-row form of `stridedTile`. */
function strided6(a: usize, stride: usize, kBytes: usize, b: usize, init: usize, initStride: usize, out: usize): void {
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
  const p1 = a + stride, p2 = p1 + stride, p3 = p2 + stride, p4 = p3 + stride, p5 = p4 + stride;
  let x: v128;
  for (let k: usize = 0; k < kBytes; k += 4) {
    const bk = b + (k << 3);
    const b0 = v128.load(bk), b1 = v128.load(bk, 16);
    x = v128.load32_splat(a + k);
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
  v128.store(out, c00, 0);
  v128.store(out, c01, 16);
  v128.store(out, c10, 32);
  v128.store(out, c11, 48);
  v128.store(out, c20, 64);
  v128.store(out, c21, 80);
  v128.store(out, c30, 96);
  v128.store(out, c31, 112);
  v128.store(out, c40, 128);
  v128.store(out, c41, 144);
  v128.store(out, c50, 160);
  v128.store(out, c51, 176);
}

/** The 4-row form of `stridedTile`. */
function strided4(a: usize, stride: usize, kBytes: usize, b: usize, init: usize, initStride: usize, out: usize): void {
  let c00 = v128.load(init), c01 = v128.load(init, 16);
  init += initStride;
  let c10 = v128.load(init), c11 = v128.load(init, 16);
  init += initStride;
  let c20 = v128.load(init), c21 = v128.load(init, 16);
  init += initStride;
  let c30 = v128.load(init), c31 = v128.load(init, 16);
  const p1 = a + stride, p2 = p1 + stride, p3 = p2 + stride;
  let x: v128;
  for (let k: usize = 0; k < kBytes; k += 4) {
    const bk = b + (k << 3);
    const b0 = v128.load(bk), b1 = v128.load(bk, 16);
    x = v128.load32_splat(a + k);
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
  v128.store(out, c00, 0);
  v128.store(out, c01, 16);
  v128.store(out, c10, 32);
  v128.store(out, c11, 48);
  v128.store(out, c20, 64);
  v128.store(out, c21, 80);
  v128.store(out, c30, 96);
  v128.store(out, c31, 112);
}

/**
 * out[r][0..8] = init[r][0..8] + sum over k of a[r][k] * b[k][0..8], for MR rows.
 * @param stride bytes between the rows of a
 * @param kBytes length of a row in bytes (4 per k)
 * @param b packed panel, 8 floats per k
 * @param init 8 floats per row, `initStride` bytes apart (0: the same for all rows)
 * @param out a stored tile: MR rows of 8 floats
 */
// @ts-ignore: decorator
@inline
export function stridedTile(a: usize, stride: usize, kBytes: usize, b: usize, init: usize, initStride: usize, out: usize): void {
  if (ASC_FEATURE_RELAXED_SIMD) strided6(a, stride, kBytes, b, init, initStride, out);
  else strided4(a, stride, kBytes, b, init, initStride, out);
}

/** The 6-row form of `stridedOuterTile`. */
function stridedOuter6(a: usize, aStride: usize, b: usize, bStride: usize, count: i32, c: usize): void {
  let c00 = v128.load(c, 0), c01 = v128.load(c, 16);
  let c10 = v128.load(c, 32), c11 = v128.load(c, 48);
  let c20 = v128.load(c, 64), c21 = v128.load(c, 80);
  let c30 = v128.load(c, 96), c31 = v128.load(c, 112);
  let c40 = v128.load(c, 128), c41 = v128.load(c, 144);
  let c50 = v128.load(c, 160), c51 = v128.load(c, 176);
  let x: v128;
  for (let k = 0; k < count; k++) {
    const b0 = v128.load(b), b1 = v128.load(b, 16);
    x = v128.load32_splat(a, 0);
    c00 = madd(x, b0, c00);
    c01 = madd(x, b1, c01);
    x = v128.load32_splat(a, 4);
    c10 = madd(x, b0, c10);
    c11 = madd(x, b1, c11);
    x = v128.load32_splat(a, 8);
    c20 = madd(x, b0, c20);
    c21 = madd(x, b1, c21);
    x = v128.load32_splat(a, 12);
    c30 = madd(x, b0, c30);
    c31 = madd(x, b1, c31);
    x = v128.load32_splat(a, 16);
    c40 = madd(x, b0, c40);
    c41 = madd(x, b1, c41);
    x = v128.load32_splat(a, 20);
    c50 = madd(x, b0, c50);
    c51 = madd(x, b1, c51);
    a += aStride;
    b += bStride;
  }
  v128.store(c, c00, 0);
  v128.store(c, c01, 16);
  v128.store(c, c10, 32);
  v128.store(c, c11, 48);
  v128.store(c, c20, 64);
  v128.store(c, c21, 80);
  v128.store(c, c30, 96);
  v128.store(c, c31, 112);
  v128.store(c, c40, 128);
  v128.store(c, c41, 144);
  v128.store(c, c50, 160);
  v128.store(c, c51, 176);
}

/** The 4-row form of `stridedOuterTile`. */
function stridedOuter4(a: usize, aStride: usize, b: usize, bStride: usize, count: i32, c: usize): void {
  let c00 = v128.load(c, 0), c01 = v128.load(c, 16);
  let c10 = v128.load(c, 32), c11 = v128.load(c, 48);
  let c20 = v128.load(c, 64), c21 = v128.load(c, 80);
  let c30 = v128.load(c, 96), c31 = v128.load(c, 112);
  let x: v128;
  for (let k = 0; k < count; k++) {
    const b0 = v128.load(b), b1 = v128.load(b, 16);
    x = v128.load32_splat(a, 0);
    c00 = madd(x, b0, c00);
    c01 = madd(x, b1, c01);
    x = v128.load32_splat(a, 4);
    c10 = madd(x, b0, c10);
    c11 = madd(x, b1, c11);
    x = v128.load32_splat(a, 8);
    c20 = madd(x, b0, c20);
    c21 = madd(x, b1, c21);
    x = v128.load32_splat(a, 12);
    c30 = madd(x, b0, c30);
    c31 = madd(x, b1, c31);
    a += aStride;
    b += bStride;
  }
  v128.store(c, c00, 0);
  v128.store(c, c01, 16);
  v128.store(c, c10, 32);
  v128.store(c, c11, 48);
  v128.store(c, c20, 64);
  v128.store(c, c21, 80);
  v128.store(c, c30, 96);
  v128.store(c, c31, 112);
}

/** c[r][0..8] += sum over k of a[k][r] * b[k][0..8], MR columns of a, both with rows a fixed distance apart; c is a stored tile. */
// @ts-ignore: decorator
@inline
export function stridedOuterTile(a: usize, aStride: usize, b: usize, bStride: usize, count: i32, c: usize): void {
  if (ASC_FEATURE_RELAXED_SIMD) stridedOuter6(a, aStride, b, bStride, count, c);
  else stridedOuter4(a, aStride, b, bStride, count, c);
}
