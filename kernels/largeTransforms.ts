// The transforms of minimal filtering with tiles of 4 x 4 outputs for 3 x 3 taps (kernels/largeTiles.ts). Along a side, six
// products M0 .. M5 belong to the points 0, a, -a, b, -b and infinity of Toom and Cook's interpolation (Lavin & Gray 2016,
// https://arxiv.org/abs/1509.09308); a = 5/8 and b = 3/2 round half as much as the usual 1 and 2, and all their products below
// are exact. Channels are whole vectors.
import { madd } from './simd';

/** Positions along a side, and all of them. */
export const LARGE_POSITIONS: i32 = 6;
export const LARGE_PRODUCTS: i32 = 36;
/** Outputs along a side of tiles for 3 x 3 taps. */
export const LARGE_SIDE: i32 = 4;
/** Bytes of a transformed vector of all positions. */
export const LARGE_TEMPORARY: usize = 16 * 36;

const A: f32 = 0.625;
const A2: f32 = 0.390625;
const A3: f32 = 0.244140625;
const B: f32 = 1.5;
const B2: f32 = 2.25;
const B3: f32 = 3.375;
/** a² b², and a² + b². */
const BOTH: f32 = 0.87890625;
const SUM: f32 = 2.640625;
/** Half of 1 / (a² (a² - b²)), and of 1 / (b² (b² - a²)). */
const SHARE_A: f32 = <f32>(0.5 / (0.390625 * (0.390625 - 2.25)));
const SHARE_B: f32 = <f32>(0.5 / (2.25 * (2.25 - 0.390625)));
const SHARE_0: f32 = <f32>(1.0 / 0.87890625);

/** Writes what `d0` .. `d5` of a side become at six places `step` bytes apart. */
// @ts-ignore: decorator
@inline
function spreadInput(d0: v128, d1: v128, d2: v128, d3: v128, d4: v128, d5: v128, to: usize, step: usize): void {
  v128.store(to, madd(f32x4.splat(BOTH), d0, madd(f32x4.splat(-SUM), d2, d4)));
  const evenA = madd(f32x4.splat(-B2), d2, d4), oddA = madd(f32x4.splat(-B2), d1, d3);
  v128.store(to + step, madd(f32x4.splat(A), oddA, evenA));
  v128.store(to + 2 * step, madd(f32x4.splat(-A), oddA, evenA));
  const evenB = madd(f32x4.splat(-A2), d2, d4), oddB = madd(f32x4.splat(-A2), d1, d3);
  v128.store(to + 3 * step, madd(f32x4.splat(B), oddB, evenB));
  v128.store(to + 4 * step, madd(f32x4.splat(-B), oddB, evenB));
  v128.store(to + 5 * step, madd(f32x4.splat(BOTH), d1, madd(f32x4.splat(-SUM), d3, d5)));
}

/**
 * Transforms 6 x 6 pixels of `bytes` bytes of channels.
 * @param around their addresses, rows one after the other; `offset` is added to each
 * @param to position 0; the others follow `stride` bytes apart
 * @param temporary LARGE_TEMPORARY bytes
 */
export function largeInput(
  around: usize, offset: usize, bytes: usize, to: usize, stride: usize, temporary: usize,
): void {
  for (let k: usize = 0; k < bytes; k += 16) {
    const at = offset + k;
    for (let x: usize = 0; x < 24; x += 4) {
      const p = around + x;
      spreadInput(
        v128.load(load<usize>(p) + at), v128.load(load<usize>(p, 24) + at), v128.load(load<usize>(p, 48) + at),
        v128.load(load<usize>(p, 72) + at), v128.load(load<usize>(p, 96) + at), v128.load(load<usize>(p, 120) + at),
        temporary + (x << 2), 96,
      );
    }
    let target = to + k;
    for (let row = temporary; row < temporary + LARGE_TEMPORARY; row += 96) {
      spreadInput(
        v128.load(row), v128.load(row, 16), v128.load(row, 32), v128.load(row, 48), v128.load(row, 64),
        v128.load(row, 80), target, stride,
      );
      target += 6 * stride;
    }
  }
}

/** Writes what the output gradients `y0` .. `y3` of a side become at six places `step` bytes apart. */
// @ts-ignore: decorator
@inline
export function spreadOutput(y0: v128, y1: v128, y2: v128, y3: v128, to: usize, step: usize): void {
  v128.store(to, y0);
  const evenA = madd(f32x4.splat(A2), y2, y0), oddA = madd(f32x4.splat(A2), y3, y1);
  v128.store(to + step, madd(f32x4.splat(A), oddA, evenA));
  v128.store(to + 2 * step, madd(f32x4.splat(-A), oddA, evenA));
  const evenB = madd(f32x4.splat(B2), y2, y0), oddB = madd(f32x4.splat(B2), y3, y1);
  v128.store(to + 3 * step, madd(f32x4.splat(B), oddB, evenB));
  v128.store(to + 4 * step, madd(f32x4.splat(-B), oddB, evenB));
  v128.store(to + 5 * step, y3);
}

/** The gradients of a tile's products from that of its 4 x 4 outputs; as `largeInput`. */
export function largeOutputGradient(
  around: usize, offset: usize, bytes: usize, to: usize, stride: usize, temporary: usize,
): void {
  for (let k: usize = 0; k < bytes; k += 16) {
    const at = offset + k;
    for (let x: usize = 0; x < 16; x += 4) {
      const p = around + x;
      spreadOutput(
        v128.load(load<usize>(p) + at), v128.load(load<usize>(p, 16) + at), v128.load(load<usize>(p, 32) + at),
        v128.load(load<usize>(p, 48) + at), temporary + (x << 2), 96,
      );
    }
    let target = to + k;
    for (let row = temporary; row < temporary + LARGE_TEMPORARY; row += 96) {
      spreadOutput(
        v128.load(row), v128.load(row, 16), v128.load(row, 32), v128.load(row, 48), target, stride,
      );
      target += 6 * stride;
    }
  }
}

/** Output 0 .. 3 of a side from six stored products `step` bytes apart. */
// @ts-ignore: decorator
@inline
export function gathered(at: usize, step: usize, output: i32): v128 {
  const a = v128.load(at + step), b = v128.load(at + 2 * step);
  const c = v128.load(at + 3 * step), d = v128.load(at + 4 * step);
  if (output == 0) return f32x4.add(v128.load(at), f32x4.add(f32x4.add(a, b), f32x4.add(c, d)));
  if (output == 2) {
    return madd(f32x4.splat(B2), f32x4.add(c, d), f32x4.mul(f32x4.splat(A2), f32x4.add(a, b)));
  }
  const oddA = f32x4.sub(a, b), oddB = f32x4.sub(c, d);
  if (output == 1) return madd(f32x4.splat(B), oddB, f32x4.mul(f32x4.splat(A), oddA));
  return madd(f32x4.splat(B3), oddB, madd(f32x4.splat(A3), oddA, v128.load(at + 5 * step)));
}

/**
 * Writes the outputs of one tile, four channels: `rows` x `columns` of them.
 * @param at the product of position 0; the others follow `stride` bytes apart
 */
export function largeOutput(
  at: usize, stride: usize, bias: v128, out: usize, pixel: usize, line: usize, rows: i32, columns: i32,
  temporary: usize,
): void {
  for (let s: usize = 0; s < 6; s++) {
    const p = at + s * stride;
    const t = temporary + (s << 4);
    v128.store(t, gathered(p, 6 * stride, 0));
    v128.store(t, gathered(p, 6 * stride, 1), 96);
    v128.store(t, gathered(p, 6 * stride, 2), 192);
    v128.store(t, gathered(p, 6 * stride, 3), 288);
  }
  for (let y = 0; y < rows; y++) {
    v128.store(out, f32x4.add(bias, gathered(temporary, 16, 0)));
    if (columns > 1) v128.store(out + pixel, f32x4.add(bias, gathered(temporary, 16, 1)));
    if (columns > 2) v128.store(out + 2 * pixel, f32x4.add(bias, gathered(temporary, 16, 2)));
    if (columns > 3) v128.store(out + 3 * pixel, f32x4.add(bias, gathered(temporary, 16, 3)));
    out += line;
    temporary += 96;
  }
}

/** Writes what the weights `w0` .. `w2` of a side become at six places `step` bytes apart. */
// @ts-ignore: decorator
@inline
export function foldSide(w0: v128, w1: v128, w2: v128, to: usize, step: usize): void {
  v128.store(to, f32x4.mul(f32x4.splat(SHARE_0), w0));
  const evenA = f32x4.mul(f32x4.splat(SHARE_A), madd(f32x4.splat(A2), w2, w0));
  const oddA = f32x4.mul(f32x4.splat(SHARE_A * A), w1);
  v128.store(to + step, f32x4.add(evenA, oddA));
  v128.store(to + 2 * step, f32x4.sub(evenA, oddA));
  const evenB = f32x4.mul(f32x4.splat(SHARE_B), madd(f32x4.splat(B2), w2, w0));
  const oddB = f32x4.mul(f32x4.splat(SHARE_B * B), w1);
  v128.store(to + 3 * step, f32x4.add(evenB, oddB));
  v128.store(to + 4 * step, f32x4.sub(evenB, oddB));
  v128.store(to + 5 * step, w2);
}

/** Bytes between the folded filters of two positions; the extra line keeps them out of one cache set. */
// @ts-ignore: decorator
@inline
export function foldedStride(inner: i32): usize {
  return (<usize>inner << 5) + 64;
}

/** Folds packed taps [3][3][inner][8] into the filters of the positions [36][inner][8], `foldedStride` apart. */
export function largeFold(source: usize, target: usize, inner: i32, temporary: usize): void {
  const step = <usize>inner << 5;
  const stride = foldedStride(inner);
  for (let i: usize = 0; i < step; i += 16) {
    for (let x: usize = 0; x < 3; x++) {
      const w = source + x * step + i;
      foldSide(v128.load(w), v128.load(w + 3 * step), v128.load(w + 6 * step), temporary + (x << 4), 96);
    }
    let to = target + i;
    for (let row = temporary; row < temporary + LARGE_TEMPORARY; row += 96) {
      foldSide(v128.load(row), v128.load(row, 16), v128.load(row, 32), to, stride);
      to += 6 * stride;
    }
  }
}

/** The gradient of weight 0 .. 2 of a side from those of six products `step` bytes apart. */
// @ts-ignore: decorator
@inline
export function unfolded(at: usize, step: usize, tap: i32): v128 {
  const a = v128.load(at + step), b = v128.load(at + 2 * step);
  const c = v128.load(at + 3 * step), d = v128.load(at + 4 * step);
  if (tap == 1) {
    return madd(f32x4.splat(SHARE_B * B), f32x4.sub(c, d), f32x4.mul(f32x4.splat(SHARE_A * A), f32x4.sub(a, b)));
  }
  const evenA = f32x4.mul(f32x4.splat(SHARE_A), f32x4.add(a, b));
  const evenB = f32x4.mul(f32x4.splat(SHARE_B), f32x4.add(c, d));
  if (tap == 0) return madd(f32x4.splat(SHARE_0), v128.load(at), f32x4.add(evenA, evenB));
  return madd(f32x4.splat(B2), evenB, madd(f32x4.splat(A2), evenA, v128.load(at + 5 * step)));
}

/**
 * The gradients of 3 x 3 weights, four at a time, from those of their products, which are used up.
 * @param at the products of position 0; the others follow `stride` bytes apart
 * @param to the gradient of the first tap; the others follow `tap` bytes apart
 */
export function largeUnfold(at: usize, stride: usize, to: usize, tap: usize): void {
  for (let s: usize = 0; s < 6; s++) {
    const p = at + s * stride;
    const first = unfolded(p, 6 * stride, 0), second = unfolded(p, 6 * stride, 1), third = unfolded(p, 6 * stride, 2);
    v128.store(p, first);
    v128.store(p + 6 * stride, second);
    v128.store(p + 12 * stride, third);
  }
  for (let y = 0; y < 3; y++) {
    v128.store(to, unfolded(at, stride, 0));
    v128.store(to + tap, unfolded(at, stride, 1));
    v128.store(to + 2 * tap, unfolded(at, stride, 2));
    to += 3 * tap;
    at += 6 * stride;
  }
}
