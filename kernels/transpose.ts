// Transposition of a matrix, for products whose left side is transposed and cannot be read as it lies.
import { parallelFor } from './pool';

/** Rows of the result per task. */
const ROWS: i32 = 32;

function transposeTask(index: i32, args: usize): void {
  const source = load<usize>(args);
  const target = load<usize>(args, 4);
  const rows = load<i32>(args, 8);
  const columns = load<i32>(args, 12);
  const first = index * ROWS;
  const end = min(columns, first + ROWS);
  for (let i = 0; i < rows; i++) {
    const s = source + ((<usize>(i * columns)) << 2);
    for (let j = first; j < end; j++) {
      store<f32>(target + ((<usize>(j * rows + i)) << 2), load<f32>(s + ((<usize>j) << 2)));
    }
  }
}

/** target [columns, rows] = source [rows, columns] transposed; `args`: 16 bytes of room. */
export function transposeMatrix(args: usize, source: usize, target: usize, rows: i32, columns: i32): void {
  store<usize>(args, source);
  store<usize>(args, target, 4);
  store<i32>(args, rows, 8);
  store<i32>(args, columns, 12);
  parallelFor(transposeTask, args, (columns + ROWS - 1) / ROWS);
}
