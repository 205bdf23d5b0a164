// The job of a filter gradient, and the packing of its two sides: blocks of x by rows, blocks of dy by columns.
import { ConvJob } from './convJob';
import { MR } from './tiles';

/** Pixels per packed block: a block of x (6 KB per panel) stays in L1, one of dy in L2. */
export const BLOCK: i32 = 256;
/** Bytes between the panels of a packed block of dy; the extra line keeps panels out of one cache set. */
export const PANEL_STRIDE: usize = 8192 + 64;

/** x gathered into rows of taps * c first (few channels). */
export const GATHERED: i32 = 1;

/** Fields as the host fills them, 4 bytes each (src/engine/simd/conv/job.ts). */
@unmanaged
export class FilterJob {
  /** Geometry of x: input, sizes, grid, strides, taps, zero row, scratch. */
  geometry: usize;
  /** [pixels, columns] */
  dy: usize;
  columns: i32;
  kind: i32;
  /** Row panels in all, and per tap (`GATHERED`: all of them belong to one). */
  panels: i32;
  panelsPerTap: i32;
  /** Row panels and column panels per task, and the counts of such groups. */
  groupPanels: i32;
  groups: i32;
  columnPanels: i32;
  columnGroupPanels: i32;
  columnGroups: i32;
  /** Fixed parts of the pixel range. */
  splits: i32;
  splitPixels: i32;
  /** Partial tiles: splits * panels * columnPanels * TILE_BYTES. */
  partial: usize;
  /** Gradient, and its strides in floats: element (tap, row i, column j). */
  out: usize;
  tapStride: i32;
  rowStride: i32;
  columnStride: i32;
}

/** Rows of x that a panel covers. */
// @ts-ignore: decorator
@inline
export function panelRows(job: FilterJob, rowsPerTap: i32, panel: i32): i32 {
  return min(MR, rowsPerTap - (panel % job.panelsPerTap) * MR);
}

/** Rows that belong to one tap. */
// @ts-ignore: decorator
@inline
export function rowsPerTapOf(job: FilterJob, geometry: ConvJob): i32 {
  return job.kind == GATHERED ? geometry.c * geometry.taps : geometry.c;
}

/** Packs `count` rows of dy, columns of panels [first, end), as they lie. */
export function packColumns(job: FilterJob, pixel: i32, count: i32, first: i32, end: i32, target: usize): void {
  const rowBytes = <usize>job.columns << 2;
  let row = job.dy + <usize>pixel * rowBytes + (<usize>first << 5);
  const tail = job.columns & 7;
  const whole = tail && end == job.columnPanels ? end - 1 : end;
  for (let m = 0; m < count; m++) {
    let s = row;
    let t = target + (<usize>m << 5);
    for (let p = first; p < whole; p++) {
      v128.store(t, v128.load(s));
      v128.store(t, v128.load(s, 16), 16);
      s += 32;
      t += PANEL_STRIDE;
    }
    if (whole < end) {
      for (let j = 0; j < 8; j++) store<f32>(t + (<usize>j << 2), j < tail ? load<f32>(s + (<usize>j << 2)) : 0);
    }
    row += rowBytes;
  }
}

/** Packs MR (or the last `rows`) floats at `offset` of each addressed row, side by side. */
export function packRowsOf(pointers: usize, count: i32, offset: usize, rows: i32, target: usize): void {
  const end = pointers + (<usize>count << 2);
  if (rows == MR) {
    for (; pointers < end; pointers += 4) {
      const s = load<usize>(pointers) + offset;
      v128.store(target, v128.load(s));
      if (MR == 6) v128.store(target, v128.load(s, 8), 8);
      target += MR << 2;
    }
    return;
  }
  for (; pointers < end; pointers += 4) {
    const s = load<usize>(pointers) + offset;
    for (let r = 0; r < MR; r++) store<f32>(target + (<usize>r << 2), r < rows ? load<f32>(s + (<usize>r << 2)) : 0);
    target += MR << 2;
  }
}
