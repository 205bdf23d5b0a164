// The filter's gradient from those of the folded filters of kernels/strideTwo.ts: the transpose of `foldPanel`. A tap
// that is the first of two in its phase takes part in positions 0 and 1 of its side, the second in 1 and 2, a single
// one in 0 and 2.
import { summed, write } from './neighbourhood';
import { parallelFor } from './pool';
import { positionLengths } from './strideTwoTransforms';

/** The stride along both sides. */
const STRIDE: i32 = 2;

/** Whether a tap is the second of its phase. */
// @ts-ignore: decorator
@inline
function isSecond(tap: i32): bool {
  return tap >= STRIDE;
}

/** Source offset in floats of (position r, s; phases pr, pc), given the positions' first rows in `starts`. */
function partAt(starts: usize, r: i32, s: i32, pr: i32, pc: i32, tapColumns: i32, count: i32): i32 {
  const columnPhases = s == 1 ? tapColumns - STRIDE : STRIDE;
  return load<i32>(starts + (<usize>(3 * r + s) << 2)) + (pr * columnPhases + pc) * count;
}

function unfoldTask(tap: i32, args: usize): void {
  const source = load<usize>(args);
  const target = load<usize>(args, 4);
  const tapRows = load<i32>(args, 8);
  const tapColumns = load<i32>(args, 12);
  const count = load<i32>(args, 16);
  const splits = load<i32>(args, 20);
  const starts = args + 24;
  const row = tap / tapColumns;
  const column = tap % tapColumns;
  const pr = row % STRIDE;
  const pc = column % STRIDE;
  const singleRow = pr + STRIDE >= tapRows;
  const singleColumn = pc + STRIDE >= tapColumns;
  // The two positions along each side.
  const r0 = isSecond(row) ? 1 : 0;
  const r1 = singleRow || isSecond(row) ? 2 : 1;
  const s0 = isSecond(column) ? 1 : 0;
  const s1 = singleColumn || isSecond(column) ? 2 : 1;
  const a = source + (<usize>partAt(starts, r0, s0, pr, pc, tapColumns, count) << 2);
  const b = source + (<usize>partAt(starts, r0, s1, pr, pc, tapColumns, count) << 2);
  const c = source + (<usize>partAt(starts, r1, s0, pr, pc, tapColumns, count) << 2);
  const d = source + (<usize>partAt(starts, r1, s1, pr, pc, tapColumns, count) << 2);
  const splitBytes = <usize>((tapRows + STRIDE) * (tapColumns + STRIDE) * count) << 2;
  const out = target + (<usize>(tap * count) << 2);
  for (let i = 0; i < count; i += 4) {
    const lanes = min(4, count - i);
    const at = <usize>i << 2;
    const upper = f32x4.add(summed(a + at, splits, splitBytes, lanes), summed(b + at, splits, splitBytes, lanes));
    const lower = f32x4.add(summed(c + at, splits, splitBytes, lanes), summed(d + at, splits, splitBytes, lanes));
    write(out + at, f32x4.add(upper, lower), lanes);
  }
}

/**
 * Gradients [splits][positions, phases][count] to the filter's [tapRows][tapColumns][count], `count` floats per tap.
 * @param args 64 bytes of room
 */
export function strideTwoUnfoldFilter(
  args: usize, source: usize, target: usize, tapRows: i32, tapColumns: i32, count: i32, splits: i32,
): void {
  store<usize>(args, source);
  store<usize>(args, target, 4);
  store<i32>(args, tapRows, 8);
  store<i32>(args, tapColumns, 12);
  store<i32>(args, count, 16);
  store<i32>(args, splits, 20);
  const starts = args + 24;
  positionLengths(tapRows, tapColumns, STRIDE, STRIDE, count, starts);
  let start = 0;
  for (let position: usize = 0; position < 36; position += 4) {
    const length = load<i32>(starts + position);
    store<i32>(starts + position, start);
    start += length;
  }
  parallelFor(unfoldTask, args, tapRows * tapColumns);
}
