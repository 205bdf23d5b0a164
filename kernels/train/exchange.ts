// Rows that lie in a list exchanged with new ones: what a pool of past images does in a step, of which most rows stay.
import { ARGS } from '../layout';
import { parallelFor } from '../pool';

/** Columns of a task. */
// @ts-ignore: decorator
@inline const COLUMNS: i32 = 2048;

/** Moves `bytes` of a row the whole way to another by its difference, as a moving average does: what is recorded repeats to the bit. */
function replace(target: usize, source: usize, bytes: usize): void {
  const end = target + bytes;
  for (; target + 16 <= end; target += 16) {
    const before = v128.load(target);
    v128.store(target, f32x4.add(f32x4.sub(v128.load(source), before), before));
    source += 16;
  }
  for (; target < end; target += 4) {
    const before = load<f32>(target);
    store<f32>(target, load<f32>(source) - before + before);
    source += 4;
  }
}

/** Some columns of all rows: what is shown is copied before anything is replaced. */
function exchangeTask(task: i32, args: usize): void {
  const held = load<usize>(args), fresh = load<usize>(args, 4), shown = load<usize>(args, 8);
  const placed = load<usize>(args, 12), out = load<usize>(args, 16);
  const rows = load<i32>(args, 20), batch = load<i32>(args, 24), columns = load<i32>(args, 28);
  const row = <usize>columns << 2;
  const start = <usize>(task * COLUMNS) << 2;
  const bytes = <usize>min(COLUMNS, columns - task * COLUMNS) << 2;
  for (let i = 0; i < batch; i++) {
    const place = <i32>load<f32>(shown + (<usize>i << 2));
    const from = place < 0 ? fresh + <usize>(-1 - place) * row : held + <usize>place * row;
    memory.copy(out + <usize>i * row + start, from + start, bytes);
  }
  for (let i = 0; i < rows; i++) {
    const place = <i32>load<f32>(placed + (<usize>i << 2));
    if (place >= 0) replace(held + <usize>i * row + start, fresh + <usize>place * row + start, bytes);
  }
}

/**
 * out[i] = shown[i] < 0 ? fresh[-1 - shown[i]] : held[shown[i]], then held[i] += fresh[placed[i]] - held[i] wherever placed[i] >= 0.
 * Rows of `columns` floats: `rows` held, `batch` of the others; indices are whole numbers in range, as floats.
 */
export function exchangeRows(
  held: usize, fresh: usize, shown: usize, placed: usize, out: usize, rows: i32, batch: i32, columns: i32,
): void {
  store<usize>(ARGS, held);
  store<usize>(ARGS, fresh, 4);
  store<usize>(ARGS, shown, 8);
  store<usize>(ARGS, placed, 12);
  store<usize>(ARGS, out, 16);
  store<i32>(ARGS, rows, 20);
  store<i32>(ARGS, batch, 24);
  store<i32>(ARGS, columns, 28);
  parallelFor(exchangeTask, ARGS, (columns + COLUMNS - 1) / COLUMNS);
}
