// The transforms around the products of kernels/minimal.ts, which derives them. The data of a position (row, column)
// are its groups' channels side by side: [row group][column group][channel]. They work on whole vectors: up to three
// floats behind a pixel's channels are read, and written where later ones follow.
import { POSITIONS, firstTap, groupsAt, tapsOf } from './minimalSides';

/** How two rows of pixels become one row of data. */
const COPY: i32 = 0;
const MINUS: i32 = 1;
const PLUS: i32 = 2;

// @ts-ignore: decorator
@inline
function joined(a: usize, b: usize, join: i32): v128 {
  if (join == MINUS) return f32x4.sub(v128.load(a), v128.load(b));
  if (join == PLUS) return f32x4.add(v128.load(a), v128.load(b));
  return v128.load(a);
}

/** Columns of a group of three taps: d0-d2, d1+d2, d2-d1, d3-d1 to the four positions. */
// @ts-ignore: decorator
@inline
function threeTaps(a: usize, b: usize, across: usize, join: i32, offset: usize, c: i32, t: usize): void {
  const a0 = load<usize>(a) + offset, a1 = load<usize>(a + across) + offset;
  const a2 = load<usize>(a + 2 * across) + offset, a3 = load<usize>(a + 3 * across) + offset;
  const b0 = load<usize>(b) + offset, b1 = load<usize>(b + across) + offset;
  const b2 = load<usize>(b + 2 * across) + offset, b3 = load<usize>(b + 3 * across) + offset;
  const t0 = load<usize>(t), t1 = load<usize>(t, 4), t2 = load<usize>(t, 8), t3 = load<usize>(t, 12);
  const end = <usize>c << 2;
  for (let k: usize = 0; k < end; k += 16) {
    const v0 = joined(a0 + k, b0 + k, join), v1 = joined(a1 + k, b1 + k, join);
    const v2 = joined(a2 + k, b2 + k, join), v3 = joined(a3 + k, b3 + k, join);
    v128.store(t0 + k, f32x4.sub(v0, v2));
    v128.store(t1 + k, f32x4.add(v1, v2));
    v128.store(t2 + k, f32x4.sub(v2, v1));
    v128.store(t3 + k, f32x4.sub(v3, v1));
  }
}

/** Columns of a group of two taps: d0-d1, d1, d2-d1 to positions 0, 1, 3. */
// @ts-ignore: decorator
@inline
function twoTaps(a: usize, b: usize, across: usize, join: i32, offset: usize, c: i32, t: usize): void {
  const a0 = load<usize>(a) + offset, a1 = load<usize>(a + across) + offset, a2 = load<usize>(a + 2 * across) + offset;
  const b0 = load<usize>(b) + offset, b1 = load<usize>(b + across) + offset, b2 = load<usize>(b + 2 * across) + offset;
  const t0 = load<usize>(t), t1 = load<usize>(t, 4), t3 = load<usize>(t, 12);
  const end = <usize>c << 2;
  for (let k: usize = 0; k < end; k += 16) {
    const v0 = joined(a0 + k, b0 + k, join), v1 = joined(a1 + k, b1 + k, join), v2 = joined(a2 + k, b2 + k, join);
    v128.store(t0 + k, f32x4.sub(v0, v1));
    v128.store(t1 + k, v1);
    v128.store(t3 + k, f32x4.sub(v2, v1));
  }
}

/** Columns of a single tap: d0, d1 to positions 0, 3. */
// @ts-ignore: decorator
@inline
function oneTap(a: usize, b: usize, across: usize, join: i32, offset: usize, c: i32, t: usize): void {
  const a0 = load<usize>(a) + offset, a1 = load<usize>(a + across) + offset;
  const b0 = load<usize>(b) + offset, b1 = load<usize>(b + across) + offset;
  const t0 = load<usize>(t), t3 = load<usize>(t, 12);
  const end = <usize>c << 2;
  for (let k: usize = 0; k < end; k += 16) {
    v128.store(t0 + k, joined(a0 + k, b0 + k, join));
    v128.store(t3 + k, joined(a1 + k, b1 + k, join));
  }
}

// @ts-ignore: decorator
@inline
function columnsBy(
  taps: i32, a: usize, b: usize, across: usize, join: i32, offset: usize, c: i32, targets: usize,
): void {
  if (taps == 3) threeTaps(a, b, across, join, offset, c, targets);
  else if (taps == 2) twoTaps(a, b, across, join, offset, c, targets);
  else oneTap(a, b, across, join, offset, c, targets);
}

function minusColumns(taps: i32, a: usize, b: usize, across: usize, offset: usize, c: i32, targets: usize): void {
  columnsBy(taps, a, b, across, MINUS, offset, c, targets);
}

function plusColumns(taps: i32, a: usize, b: usize, across: usize, offset: usize, c: i32, targets: usize): void {
  columnsBy(taps, a, b, across, PLUS, offset, c, targets);
}

function copyColumns(taps: i32, a: usize, across: usize, offset: usize, c: i32, targets: usize): void {
  columnsBy(taps, a, a, across, COPY, offset, c, targets);
}

/** Moves the targets of a row of positions behind the data of a group of `taps` columns. */
// @ts-ignore: decorator
@inline
function moveOn(targets: usize, taps: i32, bytes: usize): void {
  store<usize>(targets, load<usize>(targets) + bytes);
  if (taps > 1) store<usize>(targets, load<usize>(targets, 4) + bytes, 4);
  if (taps > 2) store<usize>(targets, load<usize>(targets, 8) + bytes, 8);
  store<usize>(targets, load<usize>(targets, 12) + bytes, 12);
}

/**
 * The input data of one group for row position `r`: d0-dl, d1 (+d2), d2-d1, dt-d1 down t taps, l = t-1.
 * @param p the group's first entry in a table of addresses, `down` and `across` bytes between its neighbours
 * @param targets addresses for positions (r, 0) .. (r, 3); moved behind what is written
 */
function transformGroup(
  p: usize, down: usize, across: usize, r: i32, taps: i32, columns: i32, offset: usize, c: i32, targets: usize,
): void {
  const a = p + <usize>(r == 3 ? taps : r) * down;
  const second = r == 0 ? taps - 1 : r == 1 ? 2 : 1;
  const b = p + <usize>second * down;
  if (taps == 1 || (taps == 2 && r == 1)) copyColumns(columns, a, across, offset, c, targets);
  else if (r == 1) plusColumns(columns, a, b, across, offset, c, targets);
  else minusColumns(columns, a, b, across, offset, c, targets);
  moveOn(targets, columns, <usize>c << 2);
}

/** All nine positions of a group of two by two taps at once: `transformGroup` for rows 0, 1 and 3. */
function transformPair(p: usize, down: usize, across: usize, c: i32, targets: usize): void {
  const q = p + down, o = q + down;
  const a0 = load<usize>(p), a1 = load<usize>(p + across), a2 = load<usize>(p + 2 * across);
  const b0 = load<usize>(q), b1 = load<usize>(q + across), b2 = load<usize>(q + 2 * across);
  const c0 = load<usize>(o), c1 = load<usize>(o + across), c2 = load<usize>(o + 2 * across);
  const end = <usize>c << 2;
  for (let k: usize = 0; k < end; k += 16) {
    const v0 = v128.load(b0 + k), v1 = v128.load(b1 + k), v2 = v128.load(b2 + k);
    v128.store(load<usize>(targets, 16) + k, f32x4.sub(v0, v1));
    v128.store(load<usize>(targets, 20) + k, v1);
    v128.store(load<usize>(targets, 28) + k, f32x4.sub(v2, v1));
    const u0 = f32x4.sub(v128.load(a0 + k), v0);
    const u1 = f32x4.sub(v128.load(a1 + k), v1);
    const u2 = f32x4.sub(v128.load(a2 + k), v2);
    v128.store(load<usize>(targets) + k, f32x4.sub(u0, u1));
    v128.store(load<usize>(targets, 4) + k, u1);
    v128.store(load<usize>(targets, 12) + k, f32x4.sub(u2, u1));
    const w0 = f32x4.sub(v128.load(c0 + k), v0);
    const w1 = f32x4.sub(v128.load(c1 + k), v1);
    const w2 = f32x4.sub(v128.load(c2 + k), v2);
    v128.store(load<usize>(targets, 48) + k, f32x4.sub(w0, w1));
    v128.store(load<usize>(targets, 52) + k, w1);
    v128.store(load<usize>(targets, 60) + k, f32x4.sub(w2, w1));
  }
  moveOn(targets, 2, end);
  moveOn(targets + 16, 2, end);
  moveOn(targets + 48, 2, end);
}

/**
 * The input data of one tile.
 * @param around addresses of size x size pixels from the tile's first tap on
 * @param targets addresses for all sixteen positions; moved behind what is written for this tile
 */
export function transformInput(
  around: usize, size: i32, rowSide: usize, columnSide: usize, strideH: i32, strideW: i32, c: i32, targets: usize,
): void {
  const across = <usize>strideW << 2;
  const down = <usize>(strideH * size) << 2;
  for (let g = 0; g < groupsAt(rowSide, 0); g++) {
    const taps = tapsOf(rowSide, g);
    for (let h = 0; h < groupsAt(columnSide, 0); h++) {
      const columns = tapsOf(columnSide, h);
      const p = around + (<usize>(firstTap(rowSide, g) * size + firstTap(columnSide, h)) << 2);
      if (taps == 2 && columns == 2) {
        transformPair(p, down, across, c, targets);
        continue;
      }
      transformGroup(p, down, across, 0, taps, columns, 0, c, targets);
      if (taps > 1) transformGroup(p, down, across, 1, taps, columns, 0, c, targets + 16);
      if (taps > 2) transformGroup(p, down, across, 2, taps, columns, 0, c, targets + 32);
      transformGroup(p, down, across, 3, taps, columns, 0, c, targets + 48);
    }
  }
}

/**
 * The same for row position `r` alone, `c` channels from byte `offset` of each pixel.
 * @param targets addresses for positions (r, 0) .. (r, 3)
 */
export function transformInputRow(
  around: usize, size: i32, r: i32, rowSide: usize, columnSide: usize, strideH: i32, strideW: i32, offset: usize,
  c: i32, targets: usize,
): void {
  const across = <usize>strideW << 2;
  const down = <usize>(strideH * size) << 2;
  for (let g = 0; g < groupsAt(rowSide, r); g++) {
    const taps = tapsOf(rowSide, g);
    for (let h = 0; h < groupsAt(columnSide, 0); h++) {
      const p = around + (<usize>(firstTap(rowSide, g) * size + firstTap(columnSide, h)) << 2);
      transformGroup(p, down, across, r, taps, tapsOf(columnSide, h), offset, c, targets);
    }
  }
}

/** The gradients of row position `r`'s products from the output gradient of a tile: 2 x 2 addresses, `c` channels. */
export function transformOutputRow(p: usize, r: i32, c: i32, targets: usize): void {
  // Along a side: y0, y0+y1, y0-y1, y1.
  const upper = r == 3 ? p + 8 : p;
  const a0 = load<usize>(upper), a1 = load<usize>(upper, 4);
  const b0 = load<usize>(p, 8), b1 = load<usize>(p, 12);
  const t0 = load<usize>(targets), t1 = load<usize>(targets, 4);
  const t2 = load<usize>(targets, 8), t3 = load<usize>(targets, 12);
  const end = <usize>c << 2;
  for (let k: usize = 0; k < end; k += 16) {
    let v0 = v128.load(a0 + k), v1 = v128.load(a1 + k);
    if (r == 1) {
      v0 = f32x4.add(v0, v128.load(b0 + k));
      v1 = f32x4.add(v1, v128.load(b1 + k));
    } else if (r == 2) {
      v0 = f32x4.sub(v0, v128.load(b0 + k));
      v1 = f32x4.sub(v1, v128.load(b1 + k));
    }
    v128.store(t0 + k, v0);
    v128.store(t1 + k, f32x4.add(v0, v1));
    v128.store(t2 + k, f32x4.sub(v0, v1));
    v128.store(t3 + k, v1);
  }
}

/** Row position `r` down a group of up to three weights. */
// @ts-ignore: decorator
@inline
function foldDown(w: usize, down: usize, taps: i32, r: i32): v128 {
  if (r == 0) return v128.load(w);
  if (r == 3) return v128.load(w + <usize>(taps - 1) * down);
  const middle = v128.load(w + down);
  if (taps == 2) return f32x4.add(v128.load(w), middle);
  const outer = f32x4.add(v128.load(w), v128.load(w + 2 * down));
  return f32x4.mul(f32x4.splat(0.5), r == 1 ? f32x4.add(outer, middle) : f32x4.sub(outer, middle));
}

/** Folds a packed panel [tapRows][tapColumns][inner][8] into those of the positions, one after the other. */
export function foldPanel(
  source: usize, target: usize, tapColumns: i32, rowSide: usize, columnSide: usize, strideH: i32, strideW: i32,
  inner: i32,
): void {
  const step = <usize>inner << 5;
  const half = f32x4.splat(0.5);
  const across = <usize>strideW * step;
  const down = <usize>(strideH * tapColumns) * step;
  const outer = groupsAt(columnSide, 0), second = groupsAt(columnSide, 1), third = groupsAt(columnSide, 2);
  for (let r = 0; r < POSITIONS; r++) {
    const rows = groupsAt(rowSide, r);
    const t1 = target + <usize>(rows * outer) * step;
    const t2 = t1 + <usize>(rows * second) * step;
    const t3 = t2 + <usize>(rows * third) * step;
    for (let g = 0; g < rows; g++) {
      const taps = tapsOf(rowSide, g);
      for (let h = 0; h < outer; h++) {
        const columns = tapsOf(columnSide, h);
        const w = source + <usize>(firstTap(rowSide, g) * tapColumns + firstTap(columnSide, h)) * step;
        const end = <usize>(g * outer + h) * step;
        for (let i: usize = 0; i < step; i += 16) {
          const v0 = foldDown(w + i, down, taps, r);
          v128.store(target + end + i, v0);
          if (columns == 1) {
            v128.store(t3 + end + i, v0);
            continue;
          }
          const v1 = foldDown(w + across + i, down, taps, r);
          const at1 = t1 + <usize>(g * second + h) * step + i;
          if (columns == 2) {
            v128.store(at1, f32x4.add(v0, v1));
            v128.store(t3 + end + i, v1);
            continue;
          }
          const v2 = foldDown(w + 2 * across + i, down, taps, r);
          const sum = f32x4.add(v0, v2);
          v128.store(at1, f32x4.mul(half, f32x4.add(sum, v1)));
          v128.store(t2 + <usize>(g * third + h) * step + i, f32x4.mul(half, f32x4.sub(sum, v1)));
          v128.store(t3 + end + i, v2);
        }
      }
    }
    target = t3 + <usize>(rows * outer) * step;
  }
}
