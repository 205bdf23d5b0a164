// Filter gradients by minimal filtering: for each product of a tile the sum over tiles of input data times output
// gradient, both transformed block by block. Stride 2 has three positions along a side (kernels/strideTwo.ts), stride 1
// the four of Winograd's F(2x2, 3x3) (kernels/winograd.ts). Sums run over fixed splits of the tiles, so results do not
// depend on the threads.
import { ConvJob } from './convJob';
import { neighbourhood } from './neighbourhood';
import { currentThread, parallelFor } from './pool';
import { FLAT, KINDS, NARROW, nextPlace, placeOfTile, tilesOfKind } from './squareTiles';
import { stridedOuterTile } from './stridedTiles';
import { columnsOfTaps, hasProduct, phasesWith, transformInputRow, transformOutputRow } from './strideTwoTransforms';
import { TileFilterJob, rowBytes } from './tileFilterJob';
import { MR, TILE_BYTES } from './tiles';
import { winogradInputRow, winogradOutputRow } from './winogradTransforms';

/** Scratch of one thread: a place and the targets of a tile, addresses of a block's tiles, sums, transformed blocks. */
const S_PLACE: usize = 0;
const S_X_TARGETS: usize = 16;
const S_Y_TARGETS: usize = 32;
const S_TABLES: usize = 64;
/** Addresses around a tile (6 x 6 at most) and of its outputs (2 x 2). */
const AROUND: usize = 144;
const TABLE: usize = 160;

/** Phases that take part in position `position` along a side. */
// @ts-ignore: decorator
@inline
function phasesAt(taps: i32, stride: i32, position: i32): i32 {
  return stride == 1 ? 1 : phasesWith(taps, stride, position);
}

/** Writes the addresses of `count` tiles from `first` on. */
function fillTables(
  job: TileFilterJob, map: ConvJob, kind: i32, first: i32, count: i32, dy: usize, place: usize, tables: usize,
): void {
  const top = load<i32>(map.tapList);
  const left = load<i32>(map.tapList, 4);
  const size = map.strideH == 1 ? 4 : 6;
  placeOfTile(map, kind, first, place);
  for (let m = 0; m < count; m++) {
    const image = load<i32>(place);
    const y = 2 * load<i32>(place, 4);
    const x = 2 * load<i32>(place, 8);
    const row = y * map.strideH + top;
    const column = x * map.strideW + left;
    neighbourhood(map.input, map.zero, image, map.h, map.w, map.c, row, column, size, tables);
    neighbourhood(dy, map.zero, image, map.gridH, map.gridW, job.columns, y, x, 2, tables + AROUND);
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
  const firstColumn = (columnGroup * job.columnGroupPanels) << 3;
  const columns = min(job.columns - firstColumn, job.columnGroupPanels << 3);
  const columnPanels = (columns + 7) >> 3;
  const stride = map.strideH;
  const winograd = stride == 1;
  const positions = winograd ? 4 : 3;
  const tapColumns = columnsOfTaps(map);
  const tapRows = map.taps / tapColumns;
  const most = stride * stride * rows;
  const sumBytes = <usize>((most + MR - 1) / MR * columnPanels) * TILE_BYTES;
  const scratch = map.scratch + <usize>currentThread() * map.scratchStride;
  const place = scratch + S_PLACE;
  const xTargets = scratch + S_X_TARGETS;
  const yTargets = scratch + S_Y_TARGETS;
  const tables = scratch + S_TABLES;
  const sums = (tables + <usize>job.blockTiles * TABLE + 63) & ~63;
  const xs = sums + <usize>(positions * positions) * sumBytes;
  const xBytes = rowBytes(most);
  const xData = <usize>job.blockTiles * xBytes;
  const ys = xs + <usize>positions * xData;
  const yBytes = rowBytes(columns);
  const yData = <usize>job.blockTiles * yBytes;
  memory.fill(sums, 0, <usize>(positions * positions) * sumBytes + <usize>positions * (xData + yData));
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
      for (let r = 0; r < positions; r++) {
        const rowPhases = phasesAt(tapRows, stride, r);
        if (!rowPhases || (!winograd && !hasProduct(flat, r))) continue;
        for (let m = 0; m < count; m++) {
          const table = tables + <usize>m * TABLE;
          for (let s: usize = 0; s < <usize>positions; s++) {
            store<usize>(xTargets + (s << 2), xs + s * xData + <usize>m * xBytes);
            store<usize>(yTargets + (s << 2), ys + s * yData + <usize>m * yBytes);
          }
          if (winograd) {
            winogradInputRow(table, r, xStart, rows, xTargets);
            winogradOutputRow(table + AROUND, r, columns, yTargets);
          } else {
            transformInputRow(table, 6, r, tapRows, tapColumns, stride, stride, xStart, rows, xTargets);
            transformOutputRow(table + AROUND, r, columns, yTargets);
          }
        }
        for (let s = 0; s < positions; s++) {
          if (!winograd && !hasProduct(narrow, s)) continue;
          const lines = rowPhases * phasesAt(tapColumns, stride, s) * rows;
          const a = xs + <usize>s * xData;
          const b = ys + <usize>s * yData;
          let sum = sums + <usize>(positions * r + s) * sumBytes;
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
  const all = winograd ? 16 : (tapRows + stride) * (tapColumns + stride);
  const line = <usize>job.columns << 2;
  let out = job.out + <usize>(split * all * map.c + firstRow) * line + (<usize>firstColumn << 2);
  for (let r = 0; r < positions; r++) {
    for (let s = 0; s < positions; s++) {
      const phases = phasesAt(tapRows, stride, r) * phasesAt(tapColumns, stride, s);
      const from = sums + <usize>(positions * r + s) * sumBytes;
      for (let phase = 0; phase < phases; phase++) {
        writeRows(from, phase * rows, rows, columnPanels, columns, out, line);
        out += <usize>map.c * line;
      }
    }
  }
}

/** Writes `rows` rows from row `first` of stored tiles on. */
function writeRows(
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

/** Gradients of the products' filters; `strideTwoUnfoldFilter` or `winogradUnfoldFilter` makes the filter's of them. */
export function minimalGradProducts(args: usize): void {
  const job = changetype<TileFilterJob>(args);
  parallelFor(filterTask, args, job.groups * job.columnGroups * job.splits);
}
