// Softmax and log-softmax along contiguous rows, shifted by the row maximum.
import { ARGS } from '../layout';
import { parallelFor } from '../pool';
import { expV } from './vmath';

// @ts-ignore: decorator
@inline const CHUNK: i32 = 8192;
// @ts-ignore: decorator
@inline const CTX: usize = ARGS;

function softmaxRow(x: usize, y: usize, n: i32, log: bool): void {
  let i = 0;
  let tops = f32x4.splat(-f32.MAX_VALUE);
  for (; i + 4 <= n; i += 4) tops = f32x4.max(tops, v128.load(x + (<usize>i << 2)));
  let top = max(f32x4.extract_lane(tops, 0), f32x4.extract_lane(tops, 1));
  top = max(top, max(f32x4.extract_lane(tops, 2), f32x4.extract_lane(tops, 3)));
  for (; i < n; i++) top = max(top, load<f32>(x + (<usize>i << 2)));
  const shift = f32x4.splat(top);
  let sums = f32x4.splat(0.0);
  i = 0;
  for (; i + 4 <= n; i += 4) {
    const k = <usize>i << 2;
    const d = f32x4.sub(v128.load(x + k), shift);
    const e = expV(d);
    sums = f32x4.add(sums, e);
    v128.store(y + k, log ? d : e);
  }
  let sum = <f64>f32x4.extract_lane(sums, 0) + <f64>f32x4.extract_lane(sums, 1);
  sum += <f64>f32x4.extract_lane(sums, 2) + <f64>f32x4.extract_lane(sums, 3);
  for (; i < n; i++) {
    const k = <usize>i << 2;
    const d = f32x4.sub(v128.load32_zero(x + k), shift);
    const e = expV(d);
    sum += <f64>f32x4.extract_lane(e, 0);
    v128.store32_lane(y + k, log ? d : e, 0);
  }
  const lse = <f32>Math.log(sum);
  const scale = <f32>(1.0 / sum);
  for (i = 0; i + 4 <= n; i += 4) {
    const k = y + (<usize>i << 2);
    const v = v128.load(k);
    v128.store(k, log ? f32x4.sub(v, f32x4.splat(lse)) : f32x4.mul(v, f32x4.splat(scale)));
  }
  for (; i < n; i++) {
    const k = y + (<usize>i << 2);
    store<f32>(k, log ? load<f32>(k) - lse : load<f32>(k) * scale);
  }
}

function softmaxTask(task: i32, ctx: usize): void {
  const x = load<usize>(ctx);
  const y = load<usize>(ctx, 4);
  const rows = load<i32>(ctx, 8);
  const n = load<i32>(ctx, 12);
  const log = load<i32>(ctx, 16) != 0;
  const perTask = load<i32>(ctx, 20);
  const end = min(rows, (task + 1) * perTask);
  for (let r = task * perTask; r < end; r++) {
    const at = <usize>r * <usize>n << 2;
    softmaxRow(x + at, y + at, n, log);
  }
}

/** y[r, :] = softmax(x[r, :]), or its logarithm when log is not 0. */
export function softmaxF32(x: usize, y: usize, rows: i32, n: i32, log: i32): void {
  const perTask = max(1, CHUNK / max(1, n));
  store<usize>(CTX, x);
  store<usize>(CTX, y, 4);
  store<i32>(CTX, rows, 8);
  store<i32>(CTX, n, 12);
  store<i32>(CTX, log, 16);
  store<i32>(CTX, perTask, 20);
  parallelFor(softmaxTask, CTX, (rows + perTask - 1) / perTask);
}
