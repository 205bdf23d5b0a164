// Filter gradients by minimal filtering: for each product of a tile the sum over tiles of input data times output
// gradient, both transformed block by block (kernels/minimal.ts). Sums run over fixed splits of the tiles, so results
// do not depend on the threads.
import { ConvJob } from './convJob';
import { columnsOfTaps } from './minimal';
import { POSITIONS, SIDE_BYTES, groupsAt, hasPosition, writeBlocks, writeSide } from './minimalSides';
import { transformInputRow, transformOutputRow } from './minimalTransforms';
import { neighbourhood } from './neighbourhood';
import { currentThread, parallelFor } from './pool';
import { FLAT, KINDS, NARROW, nextPlace, placeOfTile, tilesOfKind } from './squareTiles';
import { stridedOuterTile } from './stridedTiles';
import { TileFilterJob, rowBytes } from './tileFilterJob';
import { MR, TILE_BYTES } from './tiles';

/** Scratch of one thread: a place, targets of a tile, tables of sides, addresses of a block's tiles, then the rest. */
const S_PLACE: usize = 0;
const S_X_TARGETS: usize = 16;
const S_Y_TARGETS: usize = 32;
const S_ROWS: usize = 48;
const S_COLUMNS: usize = S_ROWS + SIDE_BYTES;
const S_BLOCKS: usize = S_COLUMNS + SIDE_BYTES;
const S_TABLES: usize = S_BLOCKS + 64;

/** Writes the addresses of `count` tiles from `first` on: of their 2 x 2 outputs, then of size x size pixels. */
function fillTables(
  job: TileFilterJob, map: ConvJob, kind: i32, first: i32, count: i32, dy: usize, size: i32, scratch: usize,
): void {
  const place = scratch + S_PLACE;
  const top = load<i32>(map.tapList);
  const left = load<i32>(map.tapList, 4);
  let table = scratch + S_TABLES;
  placeOfTile(map, kind, first, place);
  for (let m = 0; m < count; m++) {
    const image = load<i32>(place);
    const y = 2 * load<i32>(place, 4);
    const x = 2 * load<i32>(place, 8);
    const row = y * map.strideH + top;
    const column = x * map.strideW + left;
    neighbourhood(dy, map.zero, image, map.gridH, map.gridW, job.columns, y, x, 2, table);
    neighbourhood(map.input, map.zero, image, map.h, map.w, map.c, row, column, size, table + 16);
    nextPlace(map, kind, place);
    table += <usize>(16 + 4 * size * size);
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
  const firstColumn = (columnGroup * job.columnGroupPanels) << 3;
  const columns = min(job.columns - firstColumn, job.columnGroupPanels << 3);
  const columnPanels = (columns + 7) >> 3;
  const strideH = map.strideH;
  const strideW = map.strideW;
  const tapColumns = columnsOfTaps(map);
  const tapRows = map.taps / tapColumns;
  const size = max(tapRows + strideH, tapColumns + strideW);
  const scratch = map.scratch + <usize>currentThread() * map.scratchStride;
  const rowSide = scratch + S_ROWS;
  const columnSide = scratch + S_COLUMNS;
  const blocksAt = scratch + S_BLOCKS;
  writeSide(tapRows, strideH, rowSide);
  writeSide(tapColumns, strideW, columnSide);
  const allBlocks = writeBlocks(rowSide, columnSide, blocksAt);
  const most = load<i32>(blocksAt) * rows;
  const sumBytes = <usize>((most + MR - 1) / MR * columnPanels) * TILE_BYTES;
  const xTargets = scratch + S_X_TARGETS;
  const yTargets = scratch + S_Y_TARGETS;
  const tables = scratch + S_TABLES;
  const tableBytes = <usize>(16 + 4 * size * size);
  const sums = (tables + <usize>job.blockTiles * tableBytes + 63) & ~63;
  const xs = sums + 16 * sumBytes;
  const xBytes = rowBytes(most);
  const xData = <usize>job.blockTiles * xBytes;
  const ys = xs + 4 * xData;
  const yBytes = rowBytes(columns);
  const yData = <usize>job.blockTiles * yBytes;
  memory.fill(sums, 0, 16 * sumBytes + 4 * (xData + yData));
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
      fillTables(job, map, kind, first, count, dy, size, scratch);
      for (let r = 0; r < POSITIONS; r++) {
        if (!groupsAt(rowSide, r) || !hasPosition(flat, r)) continue;
        for (let m: usize = 0; m < <usize>count; m++) {
          const table = tables + m * tableBytes;
          for (let s: usize = 0; s < <usize>POSITIONS; s++) {
            store<usize>(xTargets + (s << 2), xs + s * xData + m * xBytes);
            store<usize>(yTargets + (s << 2), ys + s * yData + m * yBytes);
          }
          transformInputRow(table + 16, size, r, rowSide, columnSide, strideH, strideW, xStart, rows, xTargets);
          transformOutputRow(table, r, columns, yTargets);
        }
        for (let s = 0; s < POSITIONS; s++) {
          if (!hasPosition(narrow, s)) continue;
          const position = POSITIONS * r + s;
          const lines = load<i32>(blocksAt + (<usize>position << 2)) * rows;
          const a = xs + <usize>s * xData;
          const b = ys + <usize>s * yData;
          let sum = sums + <usize>position * sumBytes;
          for (let line = 0; line < lines; line += MR) {
            for (let column = 0; column < columnPanels; column++) {
              stridedOuterTile(a + (<usize>line << 2), xBytes, b + (<usize>column << 5), yBytes, count, sum);
              sum += TILE_BYTES;
            }
          }
        }
      }
    }
  }
  const line = <usize>job.columns << 2;
  let out = job.out + <usize>(split * allBlocks * map.c + firstRow) * line + (<usize>firstColumn << 2);
  for (let position = 0; position < 16; position++) {
    const from = sums + <usize>position * sumBytes;
    for (let block = 0; block < load<i32>(blocksAt + (<usize>position << 2)); block++) {
      writeRows(from, block * rows, rows, columnPanels, columns, out, line);
      out += <usize>map.c * line;
    }
  }
}

/** Writes `rows` rows from row `first` of stored tiles on. */
export function writeRows(
  sums: usize, first: i32, rows: i32, columnPanels: i32, columns: i32, out: usize, line: usize,
): void {
  const width = <usize>columns << 2;
  for (let r = first; r < first + rows; r++) {
    let sum = sums + <usize>(r / MR * columnPanels) * TILE_BYTES + (<usize>(r % MR) << 5);
    for (let at: usize = 0; at < width; at += 32) {
      if (width - at >= 32) {
        v128.store(out + at, v128.load(sum));
        v128.store(out + at, v128.load(sum, 16), 16);
      } else memory.copy(out + at, sum, width - at);
      sum += TILE_BYTES;
    }
    out += line;
  }
}

/** Gradients of the products' filters; `minimalUnfoldFilter` makes the filter's of them. */
export function minimalGradProducts(args: usize): void {
  const job = changetype<TileFilterJob>(args);
  parallelFor(filterTask, args, job.groups * job.columnGroups * job.splits);
}
