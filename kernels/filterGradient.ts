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
/** Bytes between the rows of a stored tile. */
const TILE_ROW: usize = 32;

/** Address of row `row` of the gradient's tap `tap`, as the job's list counts them. */
// @ts-ignore: decorator
@inline
function gradientRow(job: FilterJob, geometry: ConvJob, tap: i32, row: i32): usize {
  const index = load<i32>(geometry.tapList + <usize>(tap * 12), 8);
  return job.out + (<usize>(index * job.tapStride + row * job.rowStride) << 2);
}

/** Whether whole tiles are summed where the gradient lies: no split has to be added, and 8 columns are one row. */
// @ts-ignore: decorator
@inline
function sumsInPlace(job: FilterJob): bool {
  return job.splits == 1 && job.columnStride == 1 && job.kind != GATHERED;
}

/**
 * Whether the products are those of a matrix with itself (a Gram matrix): both halves are then the same to the bit, since each adds
 * the same products in the same order.
 */
function isGram(job: FilterJob): bool {
  const map = changetype<ConvJob>(job.geometry);
  return (
    map.input == job.dy && map.c == job.columns && job.kind != GATHERED && map.taps == 1 &&
    map.h == map.gridH && map.w == map.gridW && load<i32>(map.tapList) == 0 && load<i32>(map.tapList, 4) == 0 &&
    map.strideH == 1 && map.strideW == 1 && job.columnStride == 1 && job.rowStride == job.columns
  );
}

/** The first column panel from which row `row` on has anything right of the diagonal; 0 where the halves differ. */
// @ts-ignore: decorator
@inline
function firstPanelOf(gram: bool, row: i32): i32 {
  return gram ? row >> 3 : 0;
}

/** Adds the products of one block, whose packed dy lies at `columns`, to the tiles of a task: tap by tap. */
function tapBlock(
  job: FilterJob, pixel: i32, count: i32, isFirst: bool,
  firstPanel: i32, endPanel: i32, firstColumn: i32, endColumn: i32, tiles: usize, columns: usize,
): void {
  const geometry = changetype<ConvJob>(job.geometry);
  const pointers = columns + <usize>(endColumn - firstColumn) * PANEL_STRIDE;
  const rows = pointers + BLOCK * 4;
  const gradientStride = <usize>job.rowStride << 2;
  const columnsInPlace = sumsInPlace(job) ? job.columns >> 3 : 0;
  const gram = isGram(job);
  let tap = -1;
  for (let p = firstPanel; p < endPanel; p++) {
    const own = p / job.panelsPerTap;
    if (own != tap) {
      tap = own;
      const entry = geometry.tapList + <usize>(tap * 12);
      tapPointers(geometry, pixel, count, load<i32>(entry), load<i32>(entry, 4), pointers);
    }
    const firstRow = (p % job.panelsPerTap) * MR;
    const start = max(firstColumn, firstPanelOf(gram, firstRow));
    if (start >= endColumn) continue;
    const valid = panelRows(job, geometry.c, p);
    packRowsOf(pointers, count, <usize>firstRow << 2, valid, rows);
    const gradient = gradientRow(job, geometry, tap, firstRow);
    const inPlace = valid == MR ? columnsInPlace : 0;
    const skipped = <usize>(start - firstColumn);
    let tile = tiles + (<usize>(p * job.columnPanels) + skipped) * TILE_BYTES;
    let b = columns + skipped * PANEL_STRIDE;
    for (let j = start; j < endColumn; j++) {
      const target = j < inPlace ? gradient + (<usize>j << 5) : tile;
      const stride = j < inPlace ? gradientStride : TILE_ROW;
      outerTile(rows, b, count, isFirst ? geometry.zero : target, isFirst ? 0 : stride, target, stride);
      tile += TILE_BYTES;
      b += PANEL_STRIDE;
    }
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
  const start = split * job.splitPixels;
  const end = min(geometry.n * geometry.gridH * geometry.gridW, start + job.splitPixels);
  const lineBytes = TILE_BYTES * <usize>job.columnPanels;
  const tiles = job.partial + <usize>(split * job.panels) * lineBytes + <usize>firstColumn * TILE_BYTES;
  const columns = geometry.scratch + <usize>currentThread() * geometry.scratchStride;
  const own = columns + <usize>(endColumn - firstColumn) * PANEL_STRIDE;
  // Once at least: a sum of nothing is 0.
  for (let pixel = start; pixel == start || pixel < end; pixel += BLOCK) {
    const count = min(BLOCK, end - pixel);
    const isFirst = pixel == start;
    if (job.kind == GATHERED) {
      const rowBytes = gatheredBytes(geometry);
      gatherRows(geometry, pixel, count, own);
      let dy = columns;
      let columnBytes: usize = 32;
      let columnStep: usize = PANEL_STRIDE;
      if ((job.columns & 7) == 0 && job.columns <= FEW_COLUMNS) {
        columnBytes = <usize>job.columns << 2;
        columnStep = 32;
        dy = job.dy + <usize>pixel * columnBytes + (<usize>firstColumn << 5);
      } else packColumns(job, pixel, count, firstColumn, endColumn, columns);
      for (let p = firstPanel; p < endPanel; p++) {
        let tile = tiles + <usize>p * lineBytes;
        let b = dy;
        for (let j = firstColumn; j < endColumn; j++) {
          if (isFirst) memory.fill(tile, 0, TILE_BYTES);
          stridedOuterTile(own + (<usize>(p * MR) << 2), rowBytes, b, columnBytes, count, tile);
          tile += TILE_BYTES;
          b += columnStep;
        }
      }
    } else {
      packColumns(job, pixel, count, firstColumn, endColumn, columns);
      tapBlock(job, pixel, count, isFirst, firstPanel, endPanel, firstColumn, endColumn, tiles, columns);
    }
  }
}

/** Adds the splits of one row panel in order and writes its rows, but those that lie there already. */
function foldTask(panel: i32, args: usize): void {
  const job = changetype<FilterJob>(args);
  const geometry = changetype<ConvJob>(job.geometry);
  const rowsPerTap = rowsPerTapOf(job, geometry);
  const lineBytes = TILE_BYTES * <usize>job.columnPanels;
  const splitBytes = lineBytes * <usize>job.panels;
  const valid = panelRows(job, rowsPerTap, panel);
  const firstRow = (panel % job.panelsPerTap) * MR;
  const done = valid == MR && sumsInPlace(job) ? job.columns >> 3 : 0;
  for (let j = max(done, firstPanelOf(isGram(job), firstRow)); j < job.columnPanels; j++) {
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
      const row = firstRow + r;
      const target =
        job.kind == GATHERED
          ? gradientRow(job, geometry, row / geometry.c, row % geometry.c)
          : gradientRow(job, geometry, panel / job.panelsPerTap, row);
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

/** Folds the last row panel of a tap, the only one that is not whole. */
function foldLastTask(tap: i32, args: usize): void {
  foldTask((tap + 1) * changetype<FilterJob>(args).panelsPerTap - 1, args);
}

/** Columns left of the diagonal of eight rows of a Gram matrix, from the rows above. */
function mirrorTask(block: i32, args: usize): void {
  const job = changetype<FilterJob>(args);
  const line = <usize>job.rowStride << 2;
  const end = min(job.columns, (block + 1) << 3);
  for (let r = block << 3; r < end; r++) {
    let from = job.out + (<usize>r << 2);
    const row = job.out + <usize>r * line;
    for (let to = row; to < row + (<usize>r << 2); to += 4) {
      store<f32>(to, load<f32>(from));
      from += line;
    }
  }
}

/** Runs one filter-gradient job. */
export function filterGradient(job: usize): void {
  const j = changetype<FilterJob>(job);
  const geometry = changetype<ConvJob>(j.geometry);
  parallelFor(productTask, job, j.splits * j.groups * j.columnGroups);
  if (!sumsInPlace(j) || j.columns & 7) parallelFor(foldTask, job, j.panels);
  else if (geometry.c % MR) parallelFor(foldLastTask, job, geometry.taps);
  if (isGram(j)) parallelFor(mirrorTask, job, (j.columns + 7) >> 3);
}
