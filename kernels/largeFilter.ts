// Filter gradients of 3 x 3 and 4 x 4 convolutions with stride 1 by minimal filtering with 36 products a tile: the transpose of
// kernels/largeTiles.ts. Sums run over fixed splits of the tiles, so results do not depend on the threads.
import { ConvJob } from './convJob';
import { tileSide, tilesAlong } from './largeTiles';
import {
  LARGE_PRODUCTS, LARGE_TEMPORARY, largeInput, largeOutputGradient, largeUnfold,
} from './largeTransforms';
import { writeRows } from './minimalFilter';
import { neighbourhood } from './neighbourhood';
import { currentThread, parallelFor } from './pool';
import { stridedOuterTile } from './stridedTiles';
import { TileFilterJob, rowBytes } from './tileFilterJob';
import { MR, TILE_BYTES } from './tiles';
import { WIDE_SIDE, wideOutputGradient, wideUnfold } from './wideTransforms';

/** Scratch of one thread: a temporary vector of all positions, addresses of a tile's pixels and outputs, then sums and data. */
const S_AROUND: usize = LARGE_TEMPORARY;
const S_OUTPUTS: usize = S_AROUND + 4 * 36;
const S_SUMS: usize = S_OUTPUTS + 4 * 16;
/** Floats of a filter that a task unfolds. */
const CHUNK: i32 = 1024;

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
  const scratch = map.scratch + <usize>currentThread() * map.scratchStride;
  const sumBytes = <usize>((rows + MR - 1) / MR * columnPanels) * TILE_BYTES;
  const sums = (scratch + S_SUMS + 63) & ~63;
  const xs = sums + <usize>LARGE_PRODUCTS * sumBytes;
  const xBytes = rowBytes(rows);
  const xData = <usize>job.blockTiles * xBytes;
  const ys = xs + <usize>LARGE_PRODUCTS * xData;
  const yBytes = rowBytes(columns);
  const yData = <usize>job.blockTiles * yBytes;
  memory.fill(sums, 0, <usize>LARGE_PRODUCTS * (sumBytes + xData + yData));
  const top = load<i32>(map.tapList);
  const left = load<i32>(map.tapList, 4);
  const side = tileSide(map);
  const across = tilesAlong(map.gridW, side);
  const down = tilesAlong(map.gridH, side);
  const all = map.n * across * down;
  const around = scratch + S_AROUND;
  const outputs = scratch + S_OUTPUTS;
  for (let first = split * job.blockTiles; first < all; first += job.splits * job.blockTiles) {
    const count = min(job.blockTiles, all - first);
    for (let m = 0; m < count; m++) {
      const line = (first + m) / across;
      const image = line / down;
      const y = side * (line % down);
      const x = side * ((first + m) % across);
      neighbourhood(map.input, map.zero, image, map.h, map.w, map.c, y + top, x + left, 6, around);
      neighbourhood(job.dy, map.zero, image, map.gridH, map.gridW, job.columns, y, x, side, outputs);
      largeInput(around, <usize>firstRow << 2, <usize>rows << 2, xs + <usize>m * xBytes, xData, scratch);
      const to = ys + <usize>m * yBytes;
      const offset = <usize>firstColumn << 2;
      if (side == WIDE_SIDE) wideOutputGradient(outputs, offset, <usize>columns << 2, to, yData, scratch);
      else largeOutputGradient(outputs, offset, <usize>columns << 2, to, yData, scratch);
    }
    let sum = sums;
    for (let position: usize = 0; position < <usize>LARGE_PRODUCTS; position++) {
      const a = xs + position * xData;
      const b = ys + position * yData;
      for (let line = 0; line < rows; line += MR) {
        for (let column = 0; column < columnPanels; column++) {
          stridedOuterTile(a + (<usize>line << 2), xBytes, b + (<usize>column << 5), yBytes, count, sum);
          sum += TILE_BYTES;
        }
      }
    }
  }
  const line = <usize>job.columns << 2;
  let out = job.out + <usize>(split * LARGE_PRODUCTS * map.c + firstRow) * line + (<usize>firstColumn << 2);
  for (let position: usize = 0; position < <usize>LARGE_PRODUCTS; position++) {
    writeRows(sums + position * sumBytes, 0, rows, columnPanels, columns, out, line);
    out += <usize>map.c * line;
  }
}

/** Gradients [splits][36][rows][columns] of the products' filters; `largeUnfoldFilter` makes the filter's of them. */
export function largeGradProducts(args: usize): void {
  const job = changetype<TileFilterJob>(args);
  parallelFor(filterTask, args, job.groups * job.columnGroups * job.splits);
}

function unfoldTask(index: i32, args: usize): void {
  const source = load<usize>(args);
  const target = load<usize>(args, 4);
  const count = load<i32>(args, 8);
  const splits = load<i32>(args, 12);
  const isWide = load<i32>(args, 16) == WIDE_SIDE;
  const bytes = <usize>count << 2;
  const splitBytes = <usize>LARGE_PRODUCTS * bytes;
  const end = <usize>min(count, (index + 1) * CHUNK) << 2;
  for (let position: usize = 0; position < <usize>LARGE_PRODUCTS; position++) {
    for (let i = <usize>(index * CHUNK) << 2; i < end; i += 16) {
      const at = source + position * bytes + i;
      let sum = v128.load(at);
      for (let s: usize = 1; s < <usize>splits; s++) sum = f32x4.add(sum, v128.load(at + s * splitBytes));
      v128.store(at, sum);
    }
  }
  for (let i = <usize>(index * CHUNK) << 2; i < end; i += 16) {
    if (isWide) wideUnfold(source + i, bytes, target + i, bytes);
    else largeUnfold(source + i, bytes, target + i, bytes);
  }
}

/**
 * Gradients [splits][36][count] to the filter's [3][3][count], or [4][4][count] where tiles are of 3 x 3 outputs, `count` a multiple
 * of four floats per tap, and uses the gradients up.
 * @param args 20 bytes of room
 * @param side outputs along a side of a tile
 */
export function largeUnfoldFilter(
  args: usize, source: usize, target: usize, count: i32, splits: i32, side: i32,
): void {
  store<usize>(args, source);
  store<usize>(args, target, 4);
  store<i32>(args, count, 8);
  store<i32>(args, splits, 12);
  store<i32>(args, side, 16);
  parallelFor(unfoldTask, args, (count + CHUNK - 1) / CHUNK);
}
