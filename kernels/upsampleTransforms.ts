// The transforms around the products of upsampling + 3x3 convolution (kernels/upsample.ts, which derives them): of the
// filter and its gradient, of the input, and of the output gradient as each of the two gradients needs it. They read
// tables of addresses; in tiles that are one pixel wide or high some entries stand in for others, so that the sums are
// the same for all tiles. They work on whole vectors: rows have room for that, and up to three floats behind a pixel's
// channels are read and written over or never used.
import { repeatLine, summed, write } from './neighbourhood';
import { parallelFor } from './pool';

/** The five products of three weights, P, Q, R, T, U, `step` bytes apart. */
// @ts-ignore: decorator
@inline
function foldThree(a: v128, b: v128, c: v128, target: usize, step: usize): void {
  const half = f32x4.splat(0.5);
  const sum = f32x4.add(a, b);
  v128.store(target, f32x4.mul(half, f32x4.add(sum, c)));
  v128.store(target + step, f32x4.mul(half, f32x4.sub(f32x4.sub(a, b), c)));
  v128.store(target + 2 * step, f32x4.mul(half, f32x4.sub(sum, c)));
  v128.store(target + 3 * step, a);
  v128.store(target + 4 * step, c);
}

/** Folds a packed panel [3][3][inner][8] at `source` into the products' [25][inner][8] at `target`. */
export function foldPanel(source: usize, target: usize, inner: i32): void {
  const step = <usize>inner << 5;
  const half = f32x4.splat(0.5);
  for (let i: usize = 0; i < step; i += 16) {
    const s = source + i;
    const t = target + i;
    const a0 = v128.load(s), a1 = v128.load(s + step), a2 = v128.load(s + 2 * step);
    const b0 = v128.load(s + 3 * step), b1 = v128.load(s + 4 * step), b2 = v128.load(s + 5 * step);
    const c0 = v128.load(s + 6 * step), c1 = v128.load(s + 7 * step), c2 = v128.load(s + 8 * step);
    const s0 = f32x4.add(a0, b0), s1 = f32x4.add(a1, b1), s2 = f32x4.add(a2, b2);
    const d0 = f32x4.sub(a0, b0), d1 = f32x4.sub(a1, b1), d2 = f32x4.sub(a2, b2);
    foldThree(
      f32x4.mul(half, f32x4.add(s0, c0)), f32x4.mul(half, f32x4.add(s1, c1)), f32x4.mul(half, f32x4.add(s2, c2)), t, step,
    );
    foldThree(
      f32x4.mul(half, f32x4.sub(d0, c0)), f32x4.mul(half, f32x4.sub(d1, c1)), f32x4.mul(half, f32x4.sub(d2, c2)),
      t + 5 * step, step,
    );
    foldThree(
      f32x4.mul(half, f32x4.sub(s0, c0)), f32x4.mul(half, f32x4.sub(s1, c1)), f32x4.mul(half, f32x4.sub(s2, c2)),
      t + 10 * step, step,
    );
    foldThree(a0, a1, a2, t + 15 * step, step);
    foldThree(c0, c1, c2, t + 20 * step, step);
  }
}

/** Gradients of the products' filters [splits][25][count] to the gradient of the filter [3][3][count]. */
function unfoldFilterTask(index: i32, args: usize): void {
  const source = load<usize>(args);
  const target = load<usize>(args, 4);
  const count = load<i32>(args, 8);
  const splits = load<i32>(args, 12);
  const last = min(count, (index + 1) * 1024);
  const step = <usize>count << 2;
  const splitBytes = <usize>25 * step;
  const half = f32x4.splat(0.5);
  for (let i = index * 1024; i < last; i += 4) {
    const lanes = min(4, last - i);
    const s = source + (<usize>i << 2);
    const t = target + (<usize>i << 2);
    for (let row: usize = 0; row < 3; row++) {
      // Weights of the row in the vertical products: first row T and + + +, second + - +, third U and + - -.
      let r0 = f32x4.splat(0), r1 = r0, r2 = r0;
      for (let column: usize = 0; column < 5; column++) {
        const at = s + column * step;
        const p = summed(at, splits, splitBytes, lanes);
        const q = summed(at + 5 * step, splits, splitBytes, lanes);
        const r = summed(at + 10 * step, splits, splitBytes, lanes);
        let v = row == 0 ? f32x4.add(f32x4.add(p, q), r) : f32x4.sub(p, q);
        if (row == 1) v = f32x4.add(v, r);
        if (row == 2) v = f32x4.sub(v, r);
        v = f32x4.mul(v, half);
        if (row == 0) v = f32x4.add(v, summed(at + 15 * step, splits, splitBytes, lanes));
        if (row == 2) v = f32x4.add(v, summed(at + 20 * step, splits, splitBytes, lanes));
        const h = f32x4.mul(v, half);
        if (column == 0) {
          r0 = h;
          r1 = h;
          r2 = h;
        } else if (column == 1) {
          r0 = f32x4.add(r0, h);
          r1 = f32x4.sub(r1, h);
          r2 = f32x4.sub(r2, h);
        } else if (column == 2) {
          r0 = f32x4.add(r0, h);
          r1 = f32x4.add(r1, h);
          r2 = f32x4.sub(r2, h);
        } else if (column == 3) r0 = f32x4.add(r0, v);
        else r2 = f32x4.add(r2, v);
      }
      const out = t + 3 * row * step;
      write(out, r0, lanes);
      write(out + step, r1, lanes);
      write(out + 2 * step, r2, lanes);
    }
  }
}

/** Runs the unfolding on all threads; `args`: 16 bytes of room. */
export function upsampleUnfoldFilter(args: usize, source: usize, target: usize, count: i32, splits: i32): void {
  store<usize>(args, source);
  store<usize>(args, target, 4);
  store<i32>(args, count, 8);
  store<i32>(args, splits, 12);
  parallelFor(unfoldFilterTask, args, (count + 1023) / 1024);
}

/** Address of row `row`, column `column` in a table `wide` addresses wide. */
// @ts-ignore: decorator
@inline
function cell(table: usize, wide: usize, row: usize, column: usize): usize {
  return load<usize>(table + ((row * wide + column) << 2));
}

/** Row `row` minus row `other` of a column (or their sum). */
// @ts-ignore: decorator
@inline
function pair(p: usize, wide: usize, row: usize, other: usize, column: usize, at: usize, plus: bool): v128 {
  const a = v128.load(cell(p, wide, row, column) + at);
  const b = v128.load(cell(p, wide, other, column) + at);
  return plus ? f32x4.add(a, b) : f32x4.sub(a, b);
}

/** Horizontal input data of four channels, from the vertical data of columns x-1, x0, x1, x2. */
// @ts-ignore: decorator
@inline
function storeInput(v0: v128, v1: v128, v2: v128, v3: v128, target: usize, step: usize): void {
  v128.store(target, f32x4.add(v1, v2));
  v128.store(target + step, f32x4.sub(v2, v1));
  v128.store(target + 2 * step, f32x4.sub(v0, v2));
  v128.store(target + 3 * step, f32x4.sub(v3, v1));
}

/**
 * The input data of one tile with vertical data `k` (0 P, 1 Q and R, 2 T, 3 U): four rows of `c` floats, `step` bytes
 * apart.
 * @param p addresses of the 4 x 4 pixels around the tile, from `inputTable`
 * @param offset bytes to the first channel
 */
export function transformInput(p: usize, offset: usize, c: i32, k: i32, target: usize, step: usize): void {
  // Rows whose sum (P) or difference is the vertical data; kept apart from the loop, which must not look them up.
  const first = p + (k == 0 ? 16 : k == 1 ? 32 : k == 2 ? 0 : 48);
  const second = p + (k == 1 || k == 3 ? 16 : 32);
  const a0 = load<usize>(first) + offset, a1 = load<usize>(first, 4) + offset;
  const a2 = load<usize>(first, 8) + offset, a3 = load<usize>(first, 12) + offset;
  const b0 = load<usize>(second) + offset, b1 = load<usize>(second, 4) + offset;
  const b2 = load<usize>(second, 8) + offset, b3 = load<usize>(second, 12) + offset;
  const end = <usize>c << 2;
  if (k == 0) {
    for (let at: usize = 0; at < end; at += 16) {
      const v0 = f32x4.add(v128.load(a0 + at), v128.load(b0 + at));
      const v1 = f32x4.add(v128.load(a1 + at), v128.load(b1 + at));
      const v2 = f32x4.add(v128.load(a2 + at), v128.load(b2 + at));
      const v3 = f32x4.add(v128.load(a3 + at), v128.load(b3 + at));
      storeInput(v0, v1, v2, v3, target + at, step);
    }
    return;
  }
  for (let at: usize = 0; at < end; at += 16) {
    const v0 = f32x4.sub(v128.load(a0 + at), v128.load(b0 + at));
    const v1 = f32x4.sub(v128.load(a1 + at), v128.load(b1 + at));
    const v2 = f32x4.sub(v128.load(a2 + at), v128.load(b2 + at));
    const v3 = f32x4.sub(v128.load(a3 + at), v128.load(b3 + at));
    storeInput(v0, v1, v2, v3, target + at, step);
  }
}

/** In a tile of one pixel P is twice x0 and T takes off x0: x0 stands in for x1. */
export function inputTable(p: usize, flat: bool, narrow: bool): void {
  if (flat) repeatLine(p, 4, 1, 2, false);
  if (narrow) repeatLine(p, 4, 1, 2, true);
}

/** Column `column` of the output gradient around a tile (6 rows, from one before it) for product `k`. */
// @ts-ignore: decorator
@inline
function gradientColumn(p: usize, column: usize, at: usize, k: i32): v128 {
  if (k == 1) return pair(p, 6, 1, 3, column, at, false);
  if (k == 2) return pair(p, 6, 4, 2, column, at, false);
  if (k == 3) return pair(p, 6, 5, 1, column, at, false);
  if (k == 4) return pair(p, 6, 0, 4, column, at, false);
  return f32x4.add(pair(p, 6, 1, 2, column, at, true), pair(p, 6, 3, 4, column, at, true));
}

// @ts-ignore: decorator
@inline
function gradientLanes(p: usize, at: usize, k: i32, target: usize, step: usize): void {
  const v0 = gradientColumn(p, 0, at, k), v1 = gradientColumn(p, 1, at, k);
  const v2 = gradientColumn(p, 2, at, k), v3 = gradientColumn(p, 3, at, k);
  const v4 = gradientColumn(p, 4, at, k), v5 = gradientColumn(p, 5, at, k);
  v128.store(target, f32x4.add(f32x4.add(v1, v2), f32x4.add(v3, v4)));
  v128.store(target + step, f32x4.sub(v1, v3));
  v128.store(target + 2 * step, f32x4.sub(v4, v2));
  v128.store(target + 3 * step, f32x4.sub(v5, v1));
  v128.store(target + 4 * step, f32x4.sub(v0, v4));
}

// @ts-ignore: decorator
@inline
function gradientRows(p: usize, c: i32, k: i32, target: usize, step: usize): void {
  const end = <usize>c << 2;
  for (let at: usize = 0; at < end; at += 16) gradientLanes(p, at, k, target + at, step);
}

/**
 * The output gradient around a tile as the gradient of the input needs it, what the tile's own pixels receive: 25 rows
 * of `c` floats, `step` bytes apart.
 * @param p addresses of the 6 x 6 outputs around the tile, from `gradientTable`
 */
export function transformGradient(p: usize, c: i32, flat: bool, target: usize, step: usize): void {
  gradientRows(p, c, 0, target, step);
  if (!flat) {
    gradientRows(p, c, 1, target + 5 * step, step);
    gradientRows(p, c, 2, target + 10 * step, step);
  }
  gradientRows(p, c, 3, target + 15 * step, step);
  gradientRows(p, c, 4, target + 20 * step, step);
}

/** In a tile of one pixel P counts its two outputs twice and U ends with the second: they stand in for the next two. */
export function gradientTable(p: usize, flat: bool, narrow: bool): void {
  if (flat) {
    repeatLine(p, 6, 1, 3, false);
    repeatLine(p, 6, 2, 4, false);
  }
  if (narrow) {
    repeatLine(p, 6, 1, 3, true);
    repeatLine(p, 6, 2, 4, true);
  }
}

/** Horizontal products' gradients of four channels, from the vertical ones of the tile's four columns. */
// @ts-ignore: decorator
@inline
function storeOutput(v0: v128, v1: v128, v2: v128, v3: v128, target: usize, step: usize): void {
  v128.store(target, f32x4.add(f32x4.add(v0, v1), f32x4.add(v2, v3)));
  v128.store(target + step, f32x4.sub(v0, v2));
  v128.store(target + 2 * step, f32x4.sub(v3, v1));
  v128.store(target + 3 * step, v0);
  v128.store(target + 4 * step, v3);
}

/** The sum of the four outputs of column `column`. */
// @ts-ignore: decorator
@inline
function columnSum(p: usize, column: usize, at: usize): v128 {
  return f32x4.add(pair(p, 4, 0, 1, column, at, true), pair(p, 4, 2, 3, column, at, true));
}

/**
 * A tile's output gradient with vertical product `k`: five rows of `c` floats, `step` bytes apart.
 * @param p addresses of the tile's 4 x 4 outputs, from `outputTable`
 */
export function transformOutput(p: usize, c: i32, k: i32, target: usize, step: usize): void {
  const end = <usize>c << 2;
  if (k == 0) {
    for (let at: usize = 0; at < end; at += 16) {
      const v0 = columnSum(p, 0, at), v1 = columnSum(p, 1, at), v2 = columnSum(p, 2, at), v3 = columnSum(p, 3, at);
      storeOutput(v0, v1, v2, v3, target + at, step);
    }
    return;
  }
  // Q: row 0 - 2, R: row 3 - 1, T: row 0, U: row 3.
  const first = p + (k == 1 || k == 3 ? 0 : 48);
  const a0 = load<usize>(first), a1 = load<usize>(first, 4);
  const a2 = load<usize>(first, 8), a3 = load<usize>(first, 12);
  if (k > 2) {
    for (let at: usize = 0; at < end; at += 16) {
      const v0 = v128.load(a0 + at), v1 = v128.load(a1 + at), v2 = v128.load(a2 + at), v3 = v128.load(a3 + at);
      storeOutput(v0, v1, v2, v3, target + at, step);
    }
    return;
  }
  const second = p + (k == 1 ? 32 : 16);
  const b0 = load<usize>(second), b1 = load<usize>(second, 4);
  const b2 = load<usize>(second, 8), b3 = load<usize>(second, 12);
  for (let at: usize = 0; at < end; at += 16) {
    const v0 = f32x4.sub(v128.load(a0 + at), v128.load(b0 + at));
    const v1 = f32x4.sub(v128.load(a1 + at), v128.load(b1 + at));
    const v2 = f32x4.sub(v128.load(a2 + at), v128.load(b2 + at));
    const v3 = f32x4.sub(v128.load(a3 + at), v128.load(b3 + at));
    storeOutput(v0, v1, v2, v3, target + at, step);
  }
}

/** In a tile of one pixel U is its second output: that takes the place of the fourth, which is outside, and back. */
export function outputTable(p: usize, flat: bool, narrow: bool, zero: usize): void {
  if (flat) {
    repeatLine(p, 4, 1, 3, false);
    for (let column: usize = 0; column < 4; column++) store<usize>(p + 16 + (column << 2), zero);
  }
  if (narrow) {
    repeatLine(p, 4, 1, 3, true);
    for (let row: usize = 0; row < 4; row++) store<usize>(p + 4 + (row << 4), zero);
  }
}
