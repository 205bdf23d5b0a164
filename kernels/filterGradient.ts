// Filter gradients: dW[tap][i][j] = sum over pixels of x(pixel, tap)[i] * dy(pixel)[j], as products of packed blocks.
// Pixels are summed in blocks of a fixed length and in fixed splits, so results do not depend on the threads.
import { ConvJob } from './convJob';
import { gatherRows, tapPointers } from './gather';
import { currentThread, parallelFor } from './pool';
import { MR, TILE_BYTES, outerTile } from './tiles';

/** Pixels per packed block: a block of x (6 KB per panel) stays in L1, one of dy in L2. */
export const BLOCK: i32 = 256;
/** Bytes between the panels of a packed block of dy; the extra line keeps panels out of one cache set. */
const PANEL_STRIDE: usize = 8192 + 64;

/** x by taps as it lies. */
const DIRECT: i32 = 0;
/** x gathered into rows of taps * c first (few channels). */
const GATHERED: i32 = 1;
/** x and dy transformed for upsampling + 3x3 convolution; the taps are the nine products (kernels/upsample.ts). */
const UPSAMPLED: i32 = 2;

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
function panelRows(job: FilterJob, rowsPerTap: i32, panel: i32): i32 {
  return min(MR, rowsPerTap - (panel % job.panelsPerTap) * MR);
}

/** Rows that belong to one tap. */
// @ts-ignore: decorator
@inline
function rowsPerTapOf(job: FilterJob, geometry: ConvJob): i32 {
  return job.kind == GATHERED ? geometry.c * geometry.taps : geometry.c;
}

/** Packs `count` rows of dy, columns of panels [first, end), as they lie. */
function packColumns(job: FilterJob, pixel: i32, count: i32, first: i32, end: i32, target: usize): void {
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
function packPhases(
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
function packRowsOf(pointers: usize, count: i32, offset: usize, rows: i32, target: usize): void {
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
function packDifferences(pointers: usize, count: i32, offset: usize, rows: i32, both: bool, target: usize): void {
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
function prepareTap(job: FilterJob, geometry: ConvJob, tap: i32, pixel: i32, count: i32, pointers: usize): void {
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

/** One task: a group of row panels x a group of column panels over one split of the pixels. */
function productTask(index: i32, args: usize): void {
  const job = changetype<FilterJob>(args);
  const geometry = changetype<ConvJob>(job.geometry);
  const group = index % job.groups;
  const columnGroup = (index / job.groups) % job.columnGroups;
  const split = index / (job.groups * job.columnGroups);
  const firstPanel = group * job.groupPanels;
  const endPanel = min(job.panels, firstPanel + job.groupPanels);
  const firstColumn = columnGroup * job.columnGroupPanels;
  const endColumn = min(job.columnPanels, firstColumn + job.columnGroupPanels);
  const pixels = geometry.n * geometry.gridH * geometry.gridW;
  const start = split * job.splitPixels;
  const end = min(pixels, start + job.splitPixels);
  const rowsPerTap = rowsPerTapOf(job, geometry);
  const lineBytes = TILE_BYTES * <usize>job.columnPanels;
  const tiles = job.partial + <usize>(split * job.panels) * lineBytes;
  const ownBytes = TILE_BYTES * <usize>(endColumn - firstColumn);
  for (let p = firstPanel; p < endPanel; p++) {
    memory.fill(tiles + <usize>p * lineBytes + <usize>firstColumn * TILE_BYTES, 0, ownBytes);
  }
  const scratch = geometry.scratch + <usize>currentThread() * geometry.scratchStride;
  const pointers = scratch;
  const rows = pointers + BLOCK * 16;
  const columns = rows + BLOCK * MR * 4;
  const gathered = columns + <usize>(endColumn - firstColumn) * PANEL_STRIDE;
  for (let pixel = start; pixel < end; pixel += BLOCK) {
    const count = min(BLOCK, end - pixel);
    if (job.kind != UPSAMPLED) packColumns(job, pixel, count, firstColumn, endColumn, columns);
    if (job.kind == GATHERED) {
      gatherRows(geometry, pixel, count, gathered);
      for (let m = 0; m < count; m++) {
        store<usize>(pointers + (<usize>m << 2), gathered + (<usize>(m * rowsPerTap) << 2));
      }
    }
    let tap = -1;
    let terms = 0;
    for (let p = firstPanel; p < endPanel; p++) {
      const own = p / job.panelsPerTap;
      if (job.kind != GATHERED && own != tap) {
        tap = own;
        prepareTap(job, geometry, tap, pixel, count, pointers);
        if (job.kind == UPSAMPLED) {
          const entry = geometry.tapList + <usize>(tap * 12);
          const dy = load<i32>(entry);
          const dx = load<i32>(entry, 4);
          terms = i32(dy != 0) + i32(dx != 0);
          packPhases(job, geometry, pixel, count, dy, dx, firstColumn, endColumn, columns);
        }
      }
      const offset = <usize>((p % job.panelsPerTap) * MR) << 2;
      const valid = panelRows(job, rowsPerTap, p);
      if (terms == 0) packRowsOf(pointers, count, offset, valid, rows);
      else packDifferences(pointers, count, offset, valid, terms == 2, rows);
      let target = tiles + <usize>p * lineBytes + <usize>firstColumn * TILE_BYTES;
      let b = columns;
      for (let j = firstColumn; j < endColumn; j++) {
        outerTile(rows, b, count, target);
        target += TILE_BYTES;
        b += PANEL_STRIDE;
      }
    }
  }
}

/** Adds the splits of one row panel in order and writes its rows. */
function foldTask(panel: i32, args: usize): void {
  const job = changetype<FilterJob>(args);
  const geometry = changetype<ConvJob>(job.geometry);
  const rowsPerTap = rowsPerTapOf(job, geometry);
  const lineBytes = TILE_BYTES * <usize>job.columnPanels;
  const splitBytes = lineBytes * <usize>job.panels;
  const valid = panelRows(job, rowsPerTap, panel);
  const firstRow = (panel % job.panelsPerTap) * MR;
  for (let j = 0; j < job.columnPanels; j++) {
    const width = min(8, job.columns - (j << 3));
    const tileAt = job.partial + <usize>panel * lineBytes + <usize>j * TILE_BYTES;
    for (let r = 0; r < valid; r++) {
      let source = tileAt + (<usize>r << 5);
      let low = v128.load(source);
      let high = v128.load(source, 16);
      const own = source;
      for (let s = 1; s < job.splits; s++) {
        source += splitBytes;
        low = f32x4.add(low, v128.load(source));
        high = f32x4.add(high, v128.load(source, 16));
      }
      let target = job.out;
      if (job.kind == GATHERED) {
        const row = firstRow + r;
        const tap = load<i32>(geometry.tapList + <usize>((row / geometry.c) * 12), 8);
        target += <usize>(tap * job.tapStride + (row % geometry.c) * job.rowStride) << 2;
      } else {
        const tap = load<i32>(geometry.tapList + <usize>((panel / job.panelsPerTap) * 12), 8);
        target += <usize>(tap * job.tapStride + (firstRow + r) * job.rowStride) << 2;
      }
      if (width == 8 && job.columnStride == 1) {
        v128.store(target + (<usize>j << 5), low);
        v128.store(target + (<usize>j << 5), high, 16);
      } else {
        v128.store(own, low);
        v128.store(own, high, 16);
        for (let i = 0; i < width; i++) {
          store<f32>(target + (<usize>((j * 8 + i) * job.columnStride) << 2), load<f32>(own + (<usize>i << 2)));
        }
      }
    }
  }
}

/** Runs one filter-gradient job. */
export function filterGradient(job: usize): void {
  const j = changetype<FilterJob>(job);
  parallelFor(productTask, job, j.splits * j.groups * j.columnGroups);
  parallelFor(foldTask, job, j.panels);
}
