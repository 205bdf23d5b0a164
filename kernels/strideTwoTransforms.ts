// The transforms around the products of kernels/strideTwo.ts, which derives them. Along a side a tile has positions 0, 1
// and 2 (M0, M1, M2); position 1 belongs to the phases of two taps alone, and these come first. The data of a position
// (row, column) are its phases' channels side by side: [row phase][column phase][channel]. Transforms work on whole
// vectors: up to three floats behind a pixel's channels are read, and written where later ones follow.
import { ConvJob } from './convJob';

/** Phases along a side of `taps` taps that take part in position `position`. */
// @ts-ignore: decorator
@inline
export function phasesWith(taps: i32, stride: i32, position: i32): i32 {
  return position == 1 ? taps - stride : stride;
}

/** Whether a side of two pixels, or of a single one, needs position `position`. */
// @ts-ignore: decorator
@inline
export function hasProduct(single: bool, position: i32): bool {
  return !single || position < 2;
}

/** Taps of a job along a row. */
export function columnsOfTaps(job: ConvJob): i32 {
  const first = load<i32>(job.tapList);
  let columns = 1;
  while (columns < job.taps && load<i32>(job.tapList + <usize>(columns * 12)) == first) columns++;
  return columns;
}

/** Writes the floats that each of the nine positions has per tile, c channels, to `table`; returns their sum. */
export function positionLengths(
  tapRows: i32, tapColumns: i32, strideH: i32, strideW: i32, c: i32, table: usize,
): i32 {
  for (let r = 0; r < 3; r++) {
    for (let s = 0; s < 3; s++) {
      const phases = phasesWith(tapRows, strideH, r) * phasesWith(tapColumns, strideW, s);
      store<i32>(table + (<usize>(3 * r + s) << 2), phases * c);
    }
  }
  return (tapRows + strideH) * (tapColumns + strideW) * c;
}

/** Folds a packed panel [tapRows][tapColumns][inner][8] into those of the positions, one after the other. */
export function foldPanel(
  source: usize, target: usize, tapRows: i32, tapColumns: i32, strideH: i32, strideW: i32, inner: i32,
): void {
  const step = <usize>inner << 5;
  for (let r = 0; r < 3; r++) {
    for (let s = 0; s < 3; s++) {
      for (let pr = 0; pr < phasesWith(tapRows, strideH, r); pr++) {
        for (let pc = 0; pc < phasesWith(tapColumns, strideW, s); pc++) {
          // The second tap of a phase takes part in positions 1 and 2, the first in 0 and 1; a single tap in 0 and 2.
          const row = r == 2 && pr + strideH < tapRows ? pr + strideH : pr;
          const column = s == 2 && pc + strideW < tapColumns ? pc + strideW : pc;
          const from = source + <usize>(row * tapColumns + column) * step;
          const right = s == 1 ? <usize>strideW * step : 0;
          const down = r == 1 ? <usize>(strideH * tapColumns) * step : 0;
          for (let i: usize = 0; i < step; i += 16) {
            let sum = v128.load(from + i);
            if (right) sum = f32x4.add(sum, v128.load(from + right + i));
            if (down) sum = f32x4.add(sum, v128.load(from + down + i));
            if (right && down) sum = f32x4.add(sum, v128.load(from + right + down + i));
            v128.store(target + i, sum);
          }
          target += step;
        }
      }
    }
  }
}

/** One row of three transformed values, or of two untransformed ones for positions 0 and 2. */
// @ts-ignore: decorator
@inline
function storeRow(v0: v128, v1: v128, v2: v128, t0: usize, t1: usize, t2: usize): void {
  v128.store(t0, f32x4.sub(v0, v1));
  v128.store(t1, v1);
  v128.store(t2, f32x4.sub(v2, v1));
}

/**
 * The data of one phase for row position `r`, `c` channels from byte `offset` of each pixel.
 * @param p the phase's first entry in a table of addresses, `down` and `across` bytes between its neighbours
 * @param t0 where the data go in positions (r, 0), (r, 1) and (r, 2)
 */
function transformRow(
  p: usize, down: usize, across: usize, r: i32, twoRows: bool, twoColumns: bool, offset: usize, c: i32, t0: usize,
  t1: usize, t2: usize,
): void {
  const upper = p + (twoRows || r == 0 ? <usize>r : 1) * down;
  const middle = p + down;
  const end = <usize>c << 2;
  const a0 = load<usize>(upper) + offset, a1 = load<usize>(upper + across) + offset;
  const b0 = load<usize>(middle) + offset, b1 = load<usize>(middle + across) + offset;
  const differs = twoRows && r != 1;
  if (!twoColumns) {
    for (let k: usize = 0; k < end; k += 16) {
      const v0 = v128.load(a0 + k), v1 = v128.load(a1 + k);
      v128.store(t0 + k, differs ? f32x4.sub(v0, v128.load(b0 + k)) : v0);
      v128.store(t2 + k, differs ? f32x4.sub(v1, v128.load(b1 + k)) : v1);
    }
    return;
  }
  const a2 = load<usize>(upper + 2 * across) + offset;
  if (!differs) {
    for (let k: usize = 0; k < end; k += 16) {
      storeRow(v128.load(a0 + k), v128.load(a1 + k), v128.load(a2 + k), t0 + k, t1 + k, t2 + k);
    }
    return;
  }
  const b2 = load<usize>(middle + 2 * across) + offset;
  for (let k: usize = 0; k < end; k += 16) {
    const v0 = f32x4.sub(v128.load(a0 + k), v128.load(b0 + k));
    const v1 = f32x4.sub(v128.load(a1 + k), v128.load(b1 + k));
    const v2 = f32x4.sub(v128.load(a2 + k), v128.load(b2 + k));
    storeRow(v0, v1, v2, t0 + k, t1 + k, t2 + k);
  }
}

/**
 * The input data of one tile for row position `r`, all phases.
 * @param around addresses of size x size pixels from the tile's first tap
 * @param targets addresses for positions (r, 0), (r, 1), (r, 2)
 */
export function transformInputRow(
  around: usize, size: i32, r: i32, tapRows: i32, tapColumns: i32, strideH: i32, strideW: i32, offset: usize, c: i32,
  targets: usize,
): void {
  const t0 = load<usize>(targets), t1 = load<usize>(targets, 4), t2 = load<usize>(targets, 8);
  const across = <usize>strideW << 2;
  const down = <usize>(strideH * size) << 2;
  for (let pr = 0; pr < phasesWith(tapRows, strideH, r); pr++) {
    const twoRows = pr + strideH < tapRows;
    for (let pc = 0; pc < strideW; pc++) {
      const p = around + (<usize>(pr * size + pc) << 2);
      const outer = <usize>((pr * strideW + pc) * c) << 2;
      const inner = <usize>((pr * (tapColumns - strideW) + pc) * c) << 2;
      const twoColumns = pc + strideW < tapColumns;
      transformRow(p, down, across, r, twoRows, twoColumns, offset, c, t0 + outer, t1 + inner, t2 + outer);
    }
  }
}

/** The gradients of row position `r`'s products from the output gradient of a tile: 2 x 2 addresses, `c` channels. */
export function transformOutputRow(p: usize, r: i32, c: i32, targets: usize): void {
  const t0 = load<usize>(targets), t1 = load<usize>(targets, 4), t2 = load<usize>(targets, 8);
  const upper = r == 2 ? p + 8 : p;
  const a0 = load<usize>(upper), a1 = load<usize>(upper, 4);
  const b0 = load<usize>(p, 8), b1 = load<usize>(p, 12);
  const end = <usize>c << 2;
  for (let k: usize = 0; k < end; k += 16) {
    let v0 = v128.load(a0 + k), v1 = v128.load(a1 + k);
    if (r == 1) {
      v0 = f32x4.add(v0, v128.load(b0 + k));
      v1 = f32x4.add(v1, v128.load(b1 + k));
    }
    v128.store(t0 + k, v0);
    v128.store(t1 + k, f32x4.add(v0, v1));
    v128.store(t2 + k, v1);
  }
}
