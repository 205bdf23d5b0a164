// Choosing between two tensors of 32-bit elements by truth bytes, all of one shape.
import { ARGS } from '../layout';
import { parallelFor } from '../pool';

// @ts-ignore: decorator
@inline const CHUNK: i32 = 16384;
// @ts-ignore: decorator
@inline const CTX: usize = ARGS;

function selectTask(task: i32, ctx: usize): void {
  const begin = task * CHUNK;
  const n = min(CHUNK, load<i32>(ctx, 16) - begin);
  const at = <usize>begin << 2;
  const c = load<usize>(ctx) + begin;
  const t = load<usize>(ctx, 4) + at;
  const e = load<usize>(ctx, 8) + at;
  const y = load<usize>(ctx, 12) + at;
  const zero = i32x4.splat(0);
  let i = 0;
  for (; i + 4 <= n; i += 4) {
    const k = <usize>i << 2;
    const bytes = v128.load32_zero(c + i);
    const lanes = i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(bytes));
    v128.store(y + k, v128.bitselect(v128.load(t + k), v128.load(e + k), i32x4.ne(lanes, zero)));
  }
  for (; i < n; i++) {
    const k = <usize>i << 2;
    store<i32>(y + k, load<u8>(c + i) ? load<i32>(t + k) : load<i32>(e + k));
  }
}

/** y = c ? t : e over n elements of 32 bits with n truth bytes. */
export function select32(c: usize, t: usize, e: usize, y: usize, n: i32): void {
  store<usize>(CTX, c);
  store<usize>(CTX, t, 4);
  store<usize>(CTX, e, 8);
  store<usize>(CTX, y, 12);
  store<i32>(CTX, n, 16);
  parallelFor(selectTask, CTX, (n + CHUNK - 1) / CHUNK);
}
