// The filter's gradient from those of the folded filters of kernels/minimal.ts: the transpose of `foldPanel`.
import { POSITIONS, SIDE_BYTES, firstTap, groupsAt, tapsOf, weightOf, writeBlocks, writeSide } from './minimalSides';
import { summed, write } from './neighbourhood';
import { parallelFor } from './pool';

/** Arguments: addresses and counts, then the tables of both sides and the blocks of the positions. */
const A_ROWS: usize = 32;
const A_COLUMNS: usize = A_ROWS + SIDE_BYTES;
const A_BLOCKS: usize = A_COLUMNS + SIDE_BYTES;
/** Then for each tap up to nine positions that it takes part in. */
const A_TERMS: usize = A_BLOCKS + 64;
const TERMS_BYTES: usize = 72;

/** The group that tap `tap` of a side belongs to. */
function groupOf(side: usize, tap: i32, stride: i32): i32 {
  for (let group = 0; group < groupsAt(side, 0); group++) {
    const past = tap - firstTap(side, group);
    if (past >= 0 && past % stride == 0 && past / stride < tapsOf(side, group)) return group;
  }
  return 0;
}

/** One tap of the filter: the sum of all positions that it takes part in. */
function unfoldTask(tap: i32, args: usize): void {
  const target = load<usize>(args, 4);
  const tapColumns = load<i32>(args, 8);
  const strideH = load<i32>(args, 12);
  const strideW = load<i32>(args, 16);
  const count = load<i32>(args, 20);
  const splits = load<i32>(args, 24);
  const all = load<i32>(args, 28);
  const rowSide = args + A_ROWS;
  const columnSide = args + A_COLUMNS;
  const row = tap / tapColumns;
  const column = tap % tapColumns;
  const g = groupOf(rowSide, row, strideH);
  const h = groupOf(columnSide, column, strideW);
  const down = (row - firstTap(rowSide, g)) / strideH;
  const across = (column - firstTap(columnSide, h)) / strideW;
  const blockBytes = <usize>count << 2;
  const splitBytes = <usize>all * blockBytes;
  const out = target + <usize>tap * blockBytes;
  // The positions that the tap takes part in: where their gradients start, and their weights. All of them are summed while
  // four floats are in a register.
  const terms = args + A_TERMS + <usize>tap * TERMS_BYTES;
  let end = terms;
  let start = load<usize>(args);
  for (let r = 0; r < POSITIONS; r++) {
    for (let s = 0; s < POSITIONS; s++) {
      const weight = weightOf(tapsOf(rowSide, g), down, r) * weightOf(tapsOf(columnSide, h), across, s);
      if (weight != 0) {
        store<usize>(end, start + <usize>(g * groupsAt(columnSide, s) + h) * blockBytes);
        store<f32>(end, weight, 4);
        end += 8;
      }
      start += <usize>load<i32>(args + A_BLOCKS + (<usize>(POSITIONS * r + s) << 2)) * blockBytes;
    }
  }
  for (let i = 0; i < count; i += 4) {
    const lanes = min(4, count - i);
    const at = <usize>i << 2;
    let sum = f32x4.mul(v128.load32_splat(terms, 4), summed(load<usize>(terms) + at, splits, splitBytes, lanes));
    for (let term = terms + 8; term < end; term += 8) {
      const one = summed(load<usize>(term) + at, splits, splitBytes, lanes);
      sum = f32x4.add(f32x4.mul(v128.load32_splat(term, 4), one), sum);
    }
    write(out + at, sum, lanes);
  }
}

/**
 * Gradients [splits][blocks of the positions][count] to the filter's [tapRows][tapColumns][count], `count` floats per
 * tap.
 * @param args 256 bytes of room, and 72 for each tap
 */
export function minimalUnfoldFilter(
  args: usize, source: usize, target: usize, tapRows: i32, tapColumns: i32, strideH: i32, strideW: i32, count: i32,
  splits: i32,
): void {
  writeSide(tapRows, strideH, args + A_ROWS);
  writeSide(tapColumns, strideW, args + A_COLUMNS);
  store<usize>(args, source);
  store<usize>(args, target, 4);
  store<i32>(args, tapColumns, 8);
  store<i32>(args, strideH, 12);
  store<i32>(args, strideW, 16);
  store<i32>(args, count, 20);
  store<i32>(args, splits, 24);
  store<i32>(args, writeBlocks(args + A_ROWS, args + A_COLUMNS, args + A_BLOCKS), 28);
  parallelFor(unfoldTask, args, tapRows * tapColumns);
}
