// Filter gradients: dW[tap][i][j] = sum over pixels of x(pixel, tap)[i] * dy(pixel)[j], as products of packed blocks.
// Pixels are summed in blocks of a fixed length and in fixed splits, so results do not depend on the threads.
import { ConvJob } from './convJob';
import {
  BLOCK,
  PANEL_STRIDE,
  GATHERED,
  FilterJob,
  panelRows,
  rowsPerTapOf,
  packColumns,
  packRowsOf,
} from './filterPacking';
import { tapPointers } from './gather';
import { gatheredBytes, gatherRows } from './gatherRows';
import { currentThread, parallelFor } from './pool';
import { stridedOuterTile } from './stridedTiles';
import { MR, TILE_BYTES, outerTile } from './tiles';

/** Columns of dy up to which rows of them are read as they lie: further apart, they would share few cache sets. */
const FEW_COLUMNS: i32 = 32;

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
  const tiles = job.partial + <usize>(split * job.panels) * lineBytes + <usize>firstColumn * TILE_BYTES;
  const ownBytes = TILE_BYTES * <usize>(endColumn - firstColumn);
  for (let p = firstPanel; p < endPanel; p++) memory.fill(tiles + <usize>p * lineBytes, 0, ownBytes);
  const scratch = geometry.scratch + <usize>currentThread() * geometry.scratchStride;
  const columns = scratch;
  const pointers = columns + <usize>(endColumn - firstColumn) * PANEL_STRIDE;
  const rows = pointers + BLOCK * 4;
  // Few columns are read as they lie.
  const dyBytes = <usize>job.columns << 2;
  const inPlace = job.kind == GATHERED && (job.columns & 7) == 0 && job.columns <= FEW_COLUMNS;
  const columnStep: usize = inPlace ? 32 : PANEL_STRIDE;
  const columnBytes: usize = inPlace ? dyBytes : 32;
  for (let pixel = start; pixel < end; pixel += BLOCK) {
    const count = min(BLOCK, end - pixel);
    let dy = columns;
    if (inPlace) dy = job.dy + <usize>pixel * dyBytes + (<usize>firstColumn << 5);
    else packColumns(job, pixel, count, firstColumn, endColumn, columns);
    if (job.kind == GATHERED) {
      gatherRows(geometry, pixel, count, pointers);
      const gathered = gatheredBytes(geometry);
      for (let p = firstPanel; p < endPanel; p++) {
        const panel = pointers + (<usize>(p * MR) << 2);
        let target = tiles + <usize>p * lineBytes;
        let b = dy;
        for (let j = firstColumn; j < endColumn; j++) {
          stridedOuterTile(panel, gathered, b, columnBytes, count, target);
          target += TILE_BYTES;
          b += columnStep;
        }
      }
      continue;
    }
    let tap = -1;
    for (let p = firstPanel; p < endPanel; p++) {
      const own = p / job.panelsPerTap;
      if (own != tap) {
        tap = own;
        const entry = geometry.tapList + <usize>(tap * 12);
        tapPointers(geometry, pixel, count, load<i32>(entry), load<i32>(entry, 4), pointers);
      }
      const offset = <usize>((p % job.panelsPerTap) * MR) << 2;
      packRowsOf(pointers, count, offset, panelRows(job, rowsPerTap, p), rows);
      let target = tiles + <usize>p * lineBytes;
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
      let source = tileAt + ((<usize>r) << 5);
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
        target += (<usize>(tap * job.tapStride + (row % geometry.c) * job.rowStride)) << 2;
      } else {
        const tap = load<i32>(geometry.tapList + <usize>((panel / job.panelsPerTap) * 12), 8);
        target += (<usize>(tap * job.tapStride + (firstRow + r) * job.rowStride)) << 2;
      }
      if (width == 8 && job.columnStride == 1) {
        v128.store(target + ((<usize>j) << 5), low);
        v128.store(target + ((<usize>j) << 5), high, 16);
      } else {
        v128.store(own, low);
        v128.store(own, high, 16);
        for (let i = 0; i < width; i++) {
          store<f32>(
            target + ((<usize>((j * 8 + i) * job.columnStride)) << 2),
            load<f32>(own + ((<usize>i) << 2)),
          );
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
