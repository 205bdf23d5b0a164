// Gradient of the filter of upsampling + 3x3 convolution: for each of the 25 products of kernels/upsample.ts the sum
// over tiles of input data times output gradient, both transformed block by block. Sums run over fixed splits of the
// tiles, so results do not depend on the threads.
import { ConvJob } from './convJob';
import { neighbourhood } from './neighbourhood';
import { currentThread, parallelFor } from './pool';
import { FLAT, KINDS, NARROW, nextPlace, placeOfTile, tilesOfKind } from './squareTiles';
import { stridedOuterTile } from './stridedTiles';
import { TileFilterJob, rowBytes } from './tileFilterJob';
import { MR, TILE_BYTES } from './tiles';
import { dataOf, hasProduct } from './upsampleProducts';
import { inputTable, outputTable, transformInput, transformOutput } from './upsampleTransforms';

/** Scratch of one thread: a place, addresses around the tiles of a block, then sums and transformed blocks. */
const S_PLACE: usize = 0;
const S_TABLES: usize = 16;
/** Addresses of the 4 x 4 pixels around a tile, and of its 4 x 4 outputs. */
const OUTPUTS: usize = 64;
const TABLE: usize = 128;

/** Writes the addresses of `count` tiles from `first` on, as the transforms read them. */
function fillTables(
  job: TileFilterJob, map: ConvJob, kind: i32, first: i32, count: i32, dy: usize, place: usize, tables: usize,
): void {
  const flat = (kind & FLAT) != 0;
  const narrow = (kind & NARROW) != 0;
  placeOfTile(map, kind, first, place);
  for (let m = 0; m < count; m++) {
    const image = load<i32>(place);
    const y = 2 * load<i32>(place, 4);
    const x = 2 * load<i32>(place, 8);
    neighbourhood(map.input, map.zero, image, map.h, map.w, map.c, y - 1, x - 1, 4, tables);
    inputTable(tables, flat, narrow);
    neighbourhood(dy, map.zero, image, 2 * map.h, 2 * map.w, job.columns, 2 * y, 2 * x, 4, tables + OUTPUTS);
    outputTable(tables + OUTPUTS, flat, narrow, map.zero);
    nextPlace(map, kind, place);
    tables += TABLE;
  }
}

/** One task: all products of a group of row panels and of column panels over one split of the tiles. */
function filterTask(index: i32, args: usize): void {
  const job = changetype<TileFilterJob>(args);
  const map = changetype<ConvJob>(job.geometry);
  const group = index % job.groups;
  const columnGroup = (index / job.groups) % job.columnGroups;
  const split = index / (job.groups * job.columnGroups);
  const firstRow = group * job.groupPanels * MR;
  const rows = min(map.c - firstRow, job.groupPanels * MR);
  const rowPanels = (rows + MR - 1) / MR;
  const firstColumn = (columnGroup * job.columnGroupPanels) << 3;
  const columns = min(job.columns - firstColumn, job.columnGroupPanels << 3);
  const columnPanels = (columns + 7) >> 3;
  const sumBytes = <usize>(rowPanels * columnPanels) * TILE_BYTES;
  const place = map.scratch + <usize>currentThread() * map.scratchStride + S_PLACE;
  const tables = place + S_TABLES;
  const sums = (tables + <usize>job.blockTiles * TABLE + 63) & ~63;
  const xs = sums + 25 * sumBytes;
  const xBytes = rowBytes(rowPanels * MR);
  const xData = <usize>job.blockTiles * xBytes;
  const ys = xs + 4 * xData;
  const yBytes = rowBytes(columns);
  const yData = <usize>job.blockTiles * yBytes;
  memory.fill(sums, 0, 25 * sumBytes + 4 * xData + 5 * yData);
  const xStart = <usize>firstRow << 2;
  const dy = job.dy + (<usize>firstColumn << 2);
  for (let kind = 0; kind < KINDS; kind++) {
    const flat = (kind & FLAT) != 0;
    const narrow = (kind & NARROW) != 0;
    const all = tilesOfKind(map, kind);
    const blocks = (all + job.blockTiles - 1) / job.blockTiles;
    for (let block = split; block < blocks; block += job.splits) {
      const first = block * job.blockTiles;
      const count = min(job.blockTiles, all - first);
      fillTables(job, map, kind, first, count, dy, place, tables);
      for (let i = 0; i < 5; i++) {
        if (!hasProduct(flat, i)) continue;
        for (let m: usize = 0; m < <usize>count; m++) {
          const table = tables + m * TABLE;
          // Q and R have the same input.
          if (i != 2) transformInput(table, xStart, rows, dataOf(i), xs + m * xBytes, xData);
          transformOutput(table + OUTPUTS, columns, i, ys + m * yBytes, yData);
        }
        for (let j = 0; j < 5; j++) {
          if (!hasProduct(narrow, j)) continue;
          const a = xs + <usize>dataOf(j) * xData;
          const b = ys + <usize>j * yData;
          let sum = sums + <usize>(5 * i + j) * sumBytes;
          for (let r = 0; r < rowPanels; r++) {
            for (let column = 0; column < columnPanels; column++) {
              stridedOuterTile(a + <usize>(r * MR) * 4, xBytes, b + (<usize>column << 5), yBytes, count, sum);
              sum += TILE_BYTES;
            }
          }
        }
      }
    }
  }
  const line = <usize>job.columns << 2;
  const width = <usize>columns << 2;
  const corner = <usize>(25 * split * map.c + firstRow) * line + (<usize>firstColumn << 2);
  for (let product = 0; product < 25; product++) {
    const out = job.out + corner + <usize>(product * map.c) * line;
    for (let r = 0; r < rows; r++) {
      const panel = <usize>(r / MR) * <usize>columnPanels * TILE_BYTES;
      let sum = sums + <usize>product * sumBytes + panel + (<usize>(r % MR) << 5);
      const row = out + <usize>r * line;
      for (let at: usize = 0; at < width; at += 32) {
        if (width - at >= 32) {
          v128.store(row + at, v128.load(sum));
          v128.store(row + at, v128.load(sum, 16), 16);
        } else memory.copy(row + at, sum, width - at);
        sum += TILE_BYTES;
      }
    }
  }
}

/** Gradients of the products' filters; `upsampleUnfoldFilter` makes the filter's gradient of them. */
export function upsampleGradProducts(args: usize): void {
  const job = changetype<TileFilterJob>(args);
  parallelFor(filterTask, args, job.groups * job.columnGroups * job.splits);
}
