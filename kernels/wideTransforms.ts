// The transforms of minimal filtering with tiles of 3 x 3 outputs for 4 x 4 taps (kernels/largeTiles.ts): the same points and the same
// input as for 4 x 4 outputs of 3 x 3 taps (kernels/largeTransforms.ts), since a product of polynomials does not tell its factors apart.
// Weights and outputs change places: what spreads an output gradient there folds a filter here. Channels are whole vectors.
import { LARGE_TEMPORARY, foldSide, foldedStride, gathered, spreadOutput, unfolded } from './largeTransforms';

/** Outputs along a side. */
export const WIDE_SIDE: i32 = 3;
/** Taps of a filter. */
export const WIDE_TAPS: i32 = 16;

/** Folds packed taps [4][4][inner][8] into the filters of the positions [36][inner][8], `foldedStride` apart. */
export function wideFold(source: usize, target: usize, inner: i32, temporary: usize): void {
  const step = <usize>inner << 5;
  const stride = foldedStride(inner);
  for (let i: usize = 0; i < step; i += 16) {
    for (let x: usize = 0; x < 4; x++) {
      const w = source + x * step + i;
      spreadOutput(
        v128.load(w), v128.load(w + 4 * step), v128.load(w + 8 * step), v128.load(w + 12 * step),
        temporary + (x << 4), 96,
      );
    }
    let to = target + i;
    for (let row = temporary; row < temporary + LARGE_TEMPORARY; row += 96) {
      spreadOutput(v128.load(row), v128.load(row, 16), v128.load(row, 32), v128.load(row, 48), to, stride);
      to += 6 * stride;
    }
  }
}

/**
 * Writes the outputs of one tile, four channels: `rows` x `columns` of them.
 * @param at the product of position 0; the others follow `stride` bytes apart
 */
export function wideOutput(
  at: usize, stride: usize, bias: v128, out: usize, pixel: usize, line: usize, rows: i32, columns: i32,
  temporary: usize,
): void {
  for (let s: usize = 0; s < 6; s++) {
    const p = at + s * stride;
    const t = temporary + (s << 4);
    v128.store(t, unfolded(p, 6 * stride, 0));
    v128.store(t, unfolded(p, 6 * stride, 1), 96);
    v128.store(t, unfolded(p, 6 * stride, 2), 192);
  }
  for (let y = 0; y < rows; y++) {
    v128.store(out, f32x4.add(bias, unfolded(temporary, 16, 0)));
    if (columns > 1) v128.store(out + pixel, f32x4.add(bias, unfolded(temporary, 16, 1)));
    if (columns > 2) v128.store(out + 2 * pixel, f32x4.add(bias, unfolded(temporary, 16, 2)));
    out += line;
    temporary += 96;
  }
}

/**
 * The gradients of a tile's products from that of its 3 x 3 outputs.
 * @param around their addresses, rows one after the other; `offset` is added to each
 * @param to position 0; the others follow `stride` bytes apart
 */
export function wideOutputGradient(
  around: usize, offset: usize, bytes: usize, to: usize, stride: usize, temporary: usize,
): void {
  for (let k: usize = 0; k < bytes; k += 16) {
    const at = offset + k;
    for (let x: usize = 0; x < 12; x += 4) {
      const p = around + x;
      foldSide(
        v128.load(load<usize>(p) + at), v128.load(load<usize>(p, 12) + at), v128.load(load<usize>(p, 24) + at),
        temporary + (x << 2), 96,
      );
    }
    let target = to + k;
    for (let row = temporary; row < temporary + LARGE_TEMPORARY; row += 96) {
      foldSide(v128.load(row), v128.load(row, 16), v128.load(row, 32), target, stride);
      target += 6 * stride;
    }
  }
}

/**
 * The gradients of 4 x 4 weights, four at a time, from those of their products, which are used up.
 * @param at the products of position 0; the others follow `stride` bytes apart
 * @param to the gradient of the first tap; the others follow `tap` bytes apart
 */
export function wideUnfold(at: usize, stride: usize, to: usize, tap: usize): void {
  for (let s: usize = 0; s < 6; s++) {
    const p = at + s * stride;
    const first = gathered(p, 6 * stride, 0), second = gathered(p, 6 * stride, 1);
    const third = gathered(p, 6 * stride, 2), fourth = gathered(p, 6 * stride, 3);
    v128.store(p, first);
    v128.store(p + 6 * stride, second);
    v128.store(p + 12 * stride, third);
    v128.store(p + 18 * stride, fourth);
  }
  for (let y = 0; y < 4; y++) {
    v128.store(to, gathered(at, stride, 0));
    v128.store(to + tap, gathered(at, stride, 1));
    v128.store(to + 2 * tap, gathered(at, stride, 2));
    v128.store(to + 3 * tap, gathered(at, stride, 3));
    to += 4 * tap;
    at += 6 * stride;
  }
}
