// One row times a matrix as it lies, [inner, columns]: a dense layer of a single example whose weights nobody packed. Packing
// would read and write every weight to use it once; here eight rows of the matrix stream by at a time. The sums are those of a
// packed product to the bit: from the bias on, in the order of the inner index.
import { activateRow } from './activation';
import { ARGS } from './layout';
import { parallelFor } from './pool';
import { loadTail, madd, storeTail } from './simd';

/** Columns of a task: their sums stay in the nearest cache, and less work is not worth another thread. */
// @ts-ignore: decorator
@inline const COLUMNS: i32 = 256;

/** Eight rows of the matrix upon four sums. */
// @ts-ignore: decorator
@inline
function eightRows(
  sum: v128, w: usize, row: usize,
  x0: v128, x1: v128, x2: v128, x3: v128, x4: v128, x5: v128, x6: v128, x7: v128,
): v128 {
  sum = madd(x0, v128.load(w), sum);
  sum = madd(x1, v128.load(w + row), sum);
  sum = madd(x2, v128.load(w + 2 * row), sum);
  sum = madd(x3, v128.load(w + 3 * row), sum);
  sum = madd(x4, v128.load(w + 4 * row), sum);
  sum = madd(x5, v128.load(w + 5 * row), sum);
  sum = madd(x6, v128.load(w + 6 * row), sum);
  return madd(x7, v128.load(w + 7 * row), sum);
}

/** Adds x[k] * w[k][0..count] to `out`, for the whole vectors and the tail of one row after the other. */
function addRows(x: usize, inner: i32, w: usize, row: usize, out: usize, whole: usize, tail: i32): void {
  for (let k = 0; k < inner; k++) {
    const v = v128.load32_splat(x + (<usize>k << 2));
    for (let c: usize = 0; c < whole; c += 16) v128.store(out + c, madd(v, v128.load(w + c), v128.load(out + c)));
    if (tail) {
      const sum = madd(v, loadTail(w + whole, tail), loadTail(out + whole, tail));
      storeTail(out + whole, sum, tail);
    }
    w += row;
  }
}

function rowTask(task: i32, args: usize): void {
  const x = load<usize>(args);
  const inner = load<i32>(args, 16);
  const columns = load<i32>(args, 20);
  const first = <usize>(task * COLUMNS) << 2;
  const count = min(COLUMNS, columns - task * COLUMNS);
  const bias = load<usize>(args, 8);
  const out = load<usize>(args, 12) + first;
  if (bias) memory.copy(out, bias + first, <usize>count << 2);
  else memory.fill(out, 0, <usize>count << 2);
  const row = <usize>columns << 2;
  const whole = <usize>(count & ~3) << 2;
  let w = load<usize>(args, 4) + first;
  let k = 0;
  for (; k + 8 <= inner; k += 8) {
    const p = x + (<usize>k << 2);
    const x0 = v128.load32_splat(p), x1 = v128.load32_splat(p, 4), x2 = v128.load32_splat(p, 8);
    const x3 = v128.load32_splat(p, 12), x4 = v128.load32_splat(p, 16), x5 = v128.load32_splat(p, 20);
    const x6 = v128.load32_splat(p, 24), x7 = v128.load32_splat(p, 28);
    for (let c: usize = 0; c < whole; c += 16) {
      v128.store(out + c, eightRows(v128.load(out + c), w + c, row, x0, x1, x2, x3, x4, x5, x6, x7));
    }
    if (count & 3) addRows(p, 8, w + whole, row, out + whole, 0, count & 3);
    w += 8 * row;
  }
  addRows(x + (<usize>k << 2), inner - k, w, row, out, whole, count & 3);
  activateRow(out, count, load<i32>(args, 24), load<f32>(args, 28));
}

/** out [columns] = act(x [inner] * w [inner, columns] + bias); `bias` 0 for none. */
export function rowProduct(
  x: usize, w: usize, bias: usize, out: usize, inner: i32, columns: i32, activation: i32, alpha: f32,
): void {
  store<usize>(ARGS, x);
  store<usize>(ARGS, w, 4);
  store<usize>(ARGS, bias, 8);
  store<usize>(ARGS, out, 12);
  store<i32>(ARGS, inner, 16);
  store<i32>(ARGS, columns, 20);
  store<i32>(ARGS, activation, 24);
  store<f32>(ARGS, alpha, 28);
  parallelFor(rowTask, ARGS, (columns + COLUMNS - 1) / COLUMNS);
}
