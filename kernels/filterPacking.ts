// The job of a filter gradient, and the packing of its two sides: blocks of x by rows, blocks of dy by columns.
import { ConvJob } from './convJob';
import { tapPointers } from './gather';
import { MR } from './tiles';

/** Pixels per packed block: a block of x (6 KB per panel) stays in L1, one of dy in L2. */
export const BLOCK: i32 = 256;
/** Bytes between the panels of a packed block of dy; the extra line keeps panels out of one cache set. */
export const PANEL_STRIDE: usize = 8192 + 64;

/** x gathered into rows of taps * c first (few channels). */
export const GATHERED: i32 = 1;
/** x and dy transformed for upsampling + 3x3 convolution; the taps are the nine products (kernels/upsample.ts). */
export const UPSAMPLED: i32 = 2;

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

/** The sum of one, two or four rows, 4 floats each. */
// @ts-ignore: decorator
@inline
function sumOf(s: usize, right: usize, down: usize): v128 {
  let v = v128.load(s);
  if (right) v = f32x4.add(v, v128.load(s + right));
  if (down) {
    let d = v128.load(s + down);
    if (right) d = f32x4.add(d, v128.load(s + down + right));
    v = f32x4.add(v, d);
  }
  return v;
}

/**
 * Packs the output gradient of the upsampled map for the product with input offsets (dy, dx): phase 0 for -1,
 * phase 1 for +1, both summed for 0, in each direction.
 */
export function packPhases(
  job: FilterJob, geometry: ConvJob, pixel: i32, count: i32, dy: i32, dx: i32, first: i32, end: i32, target: usize,
): void {
  const rowBytes = <usize>job.columns << 2;
  const lineBytes = rowBytes * <usize>(2 * geometry.w);
  const right: usize = dx == 0 ? rowBytes : 0;
  const down: usize = dy == 0 ? lineBytes : 0;
  const start = job.dy + (dy == 1 ? lineBytes : 0) + (dx == 1 ? rowBytes : 0) + (<usize>first << 5);
  const tail = job.columns & 7;
  const whole = tail && end == job.columnPanels ? end - 1 : end;
  let x = pixel % geometry.w;
  let line = pixel / geometry.w;
  for (let m = 0; m < count; m++) {
    let s = start + <usize>line * 2 * lineBytes + <usize>(2 * x) * rowBytes;
    let t = target + (<usize>m << 5);
    for (let p = first; p < whole; p++) {
      v128.store(t, sumOf(s, right, down));
      v128.store(t, sumOf(s + 16, right, down), 16);
      s += 32;
      t += PANEL_STRIDE;
    }
    if (whole < end) {
      for (let j = 0; j < 8; j++) {
        let v: f32 = 0;
        if (j < tail) {
          const q = s + (<usize>j << 2);
          v = load<f32>(q);
          if (right) v += load<f32>(q + right);
          if (down) v += load<f32>(q + down) + (right ? load<f32>(q + down + right) : 0);
        }
        store<f32>(t + (<usize>j << 2), v);
      }
    }
    if (++x == geometry.w) {
      x = 0;
      line++;
    }
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

/** As `packRowsOf`, of the difference of two rows or of two differences (addresses `BLOCK` apart). */
export function packDifferences(pointers: usize, count: i32, offset: usize, rows: i32, both: bool, target: usize): void {
  for (let m = 0; m < count; m++) {
    const p = load<usize>(pointers, 0) + offset;
    const q = load<usize>(pointers, BLOCK * 4) + offset;
    const u = both ? load<usize>(pointers, BLOCK * 8) + offset : p;
    const v = both ? load<usize>(pointers, BLOCK * 12) + offset : p;
    if (rows == MR) {
      let d = f32x4.sub(v128.load(p), v128.load(q));
      if (both) d = f32x4.sub(d, f32x4.sub(v128.load(u), v128.load(v)));
      v128.store(target, d);
      if (MR == 6) {
        let e = f32x4.sub(v128.load(p, 8), v128.load(q, 8));
        if (both) e = f32x4.sub(e, f32x4.sub(v128.load(u, 8), v128.load(v, 8)));
        v128.store(target, e, 8);
      }
    } else {
      for (let r = 0; r < MR; r++) {
        const at = <usize>r << 2;
        let d: f32 = 0;
        if (r < rows) {
          d = load<f32>(p + at) - load<f32>(q + at);
          if (both) d -= load<f32>(u + at) - load<f32>(v + at);
        }
        store<f32>(target + at, d);
      }
    }
    target += MR << 2;
    pointers += 4;
  }
}

/** Addresses that a tap's panels are packed from. */
export function prepareTap(job: FilterJob, geometry: ConvJob, tap: i32, pixel: i32, count: i32, pointers: usize): void {
  const entry = geometry.tapList + <usize>(tap * 12);
  const dy = load<i32>(entry);
  const dx = load<i32>(entry, 4);
  tapPointers(geometry, pixel, count, dy, dx, pointers);
  if (job.kind != UPSAMPLED || (dy == 0 && dx == 0)) return;
  const next = pointers + BLOCK * 4;
  if (dy == 0 || dx == 0) tapPointers(geometry, pixel, count, 0, 0, next);
  else {
    tapPointers(geometry, pixel, count, 0, dx, next);
    tapPointers(geometry, pixel, count, dy, 0, next + BLOCK * 4);
    tapPointers(geometry, pixel, count, 0, 0, next + BLOCK * 8);
  }
}
