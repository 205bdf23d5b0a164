// Reductions over the middle of [outer, r, inner]: sum, product, maximum, minimum, arg-extrema.
// The work is cut by shape alone, so that every number of threads gives the same bits; long sums are
// taken over short float32 runs which are then added in double precision.
import { ARGS } from '../layout';
import { parallelFor } from '../pool';
import { ReduceOp } from './opcodes';

// @ts-ignore: decorator
@inline const CHUNK: i32 = 16384;
// @ts-ignore: decorator
@inline const CTX: usize = ARGS;
// @ts-ignore: decorator
@inline const RUN: i32 = 512; // elements per float32 run of a contiguous sum
// @ts-ignore: decorator
@inline const ROWS: i32 = 128; // rows per float32 run of a strided sum

// @ts-ignore: decorator
@inline function start(op: i32): f32 {
  if (op == ReduceOp.Sum) return 0.0;
  if (op == ReduceOp.Prod) return 1.0;
  return op == ReduceOp.Max ? -Infinity : Infinity;
}

// @ts-ignore: decorator
@inline function joinV(op: i32, a: v128, b: v128): v128 {
  if (op == ReduceOp.Sum) return f32x4.add(a, b);
  if (op == ReduceOp.Prod) return f32x4.mul(a, b);
  if (op == ReduceOp.Max) return f32x4.max(a, b);
  return f32x4.min(a, b);
}

// @ts-ignore: decorator
@inline function joinD(op: i32, a: f64, b: f64): f64 {
  if (op == ReduceOp.Sum) return a + b;
  if (op == ReduceOp.Prod) return a * b;
  if (op == ReduceOp.Max) return max(a, b);
  return min(a, b);
}

// @ts-ignore: decorator
@inline function run(op: i32, x: usize, n: i32): f64 {
  const init = f32x4.splat(start(op));
  let a = init;
  let b = init;
  let c = init;
  let d = init;
  let i = 0;
  for (; i + 16 <= n; i += 16) {
    const k = x + (<usize>i << 2);
    a = joinV(op, a, v128.load(k));
    b = joinV(op, b, v128.load(k, 16));
    c = joinV(op, c, v128.load(k, 32));
    d = joinV(op, d, v128.load(k, 48));
  }
  for (; i + 4 <= n; i += 4) a = joinV(op, a, v128.load(x + (<usize>i << 2)));
  a = joinV(op, joinV(op, a, b), joinV(op, c, d));
  let y = joinD(op, <f64>f32x4.extract_lane(a, 0), <f64>f32x4.extract_lane(a, 1));
  y = joinD(op, y, joinD(op, <f64>f32x4.extract_lane(a, 2), <f64>f32x4.extract_lane(a, 3)));
  for (; i < n; i++) y = joinD(op, y, <f64>load<f32>(x + (<usize>i << 2)));
  return y;
}

// @ts-ignore: decorator
@inline function segment(op: i32, x: usize, n: i32): f64 {
  let y = <f64>start(op);
  for (let i = 0; i < n; i += RUN) y = joinD(op, y, run(op, x + (<usize>i << 2), min(RUN, n - i)));
  return y;
}

// A contiguous row is cut into segments of CHUNK; units are (row, segment).
// @ts-ignore: decorator
@inline function rowUnits(op: i32, task: i32, ctx: usize): void {
  const x = load<usize>(ctx);
  const y = load<usize>(ctx, 4);
  const partial = load<usize>(ctx, 8);
  const scale = load<f64>(ctx, 40);
  const r = load<i32>(ctx, 16);
  const segments = load<i32>(ctx, 24);
  const perTask = load<i32>(ctx, 28);
  const units = load<i32>(ctx, 32);
  const end = min(units, (task + 1) * perTask);
  for (let u = task * perTask; u < end; u++) {
    const at = (u % segments) * CHUNK;
    const from = x + (<usize>((u / segments) * r + at) << 2);
    const v = segment(op, from, min(CHUNK, r - at));
    if (segments == 1) store<f32>(y + (<usize>u << 2), <f32>(v * scale));
    else store<f64>(partial + (<usize>u << 3), v);
  }
}

// @ts-ignore: decorator
@inline function columns(op: i32, x: usize, rows: i32, inner: i32, y: usize): void {
  const stride = <usize>inner << 2;
  const init = f32x4.splat(start(op));
  let k = 0;
  for (; k + 16 <= inner; k += 16) {
    let a = init;
    let b = init;
    let c = init;
    let d = init;
    let from = x + (<usize>k << 2);
    for (let i = 0; i < rows; i++) {
      a = joinV(op, a, v128.load(from));
      b = joinV(op, b, v128.load(from, 16));
      c = joinV(op, c, v128.load(from, 32));
      d = joinV(op, d, v128.load(from, 48));
      from += stride;
    }
    const to = y + (<usize>k << 2);
    v128.store(to, a);
    v128.store(to, b, 16);
    v128.store(to, c, 32);
    v128.store(to, d, 48);
  }
  for (; k + 4 <= inner; k += 4) {
    let a = init;
    let from = x + (<usize>k << 2);
    for (let i = 0; i < rows; i++) {
      a = joinV(op, a, v128.load(from));
      from += stride;
    }
    v128.store(y + (<usize>k << 2), a);
  }
  for (; k < inner; k++) {
    let a = init;
    let from = x + (<usize>k << 2);
    for (let i = 0; i < rows; i++) {
      a = joinV(op, a, v128.load32_zero(from));
      from += stride;
    }
    v128.store32_lane(y + (<usize>k << 2), a, 0);
  }
}

// Strided: r is cut into runs of ROWS rows; units are (outer, run), each an inner row of partials.
// @ts-ignore: decorator
@inline function columnUnits(op: i32, task: i32, ctx: usize): void {
  const x = load<usize>(ctx);
  const y = load<usize>(ctx, 4);
  const partial = load<usize>(ctx, 8);
  const scale = load<f64>(ctx, 40);
  const r = load<i32>(ctx, 16);
  const inner = load<i32>(ctx, 20);
  const runs = load<i32>(ctx, 24);
  const perTask = load<i32>(ctx, 28);
  const units = load<i32>(ctx, 32);
  const end = min(units, (task + 1) * perTask);
  for (let u = task * perTask; u < end; u++) {
    const at = (u % runs) * ROWS;
    const from = x + (<usize>((u / runs) * r + at) * <usize>inner << 2);
    const to = (runs == 1 ? y : partial) + (<usize>u * <usize>inner << 2);
    columns(op, from, min(ROWS, r - at), inner, to);
    if (runs > 1 || scale == 1.0) continue;
    for (let k: usize = 0; k < <usize>inner; k++) {
      store<f32>(to + (k << 2), <f32>(<f64>load<f32>(to + (k << 2)) * scale));
    }
  }
}

function rowTask(task: i32, ctx: usize): void {
  switch (load<i32>(ctx, 36)) {
    case ReduceOp.Sum: rowUnits(ReduceOp.Sum, task, ctx); break;
    case ReduceOp.Prod: rowUnits(ReduceOp.Prod, task, ctx); break;
    case ReduceOp.Max: rowUnits(ReduceOp.Max, task, ctx); break;
    default: rowUnits(ReduceOp.Min, task, ctx);
  }
}

function columnTask(task: i32, ctx: usize): void {
  switch (load<i32>(ctx, 36)) {
    case ReduceOp.Sum: columnUnits(ReduceOp.Sum, task, ctx); break;
    case ReduceOp.Prod: columnUnits(ReduceOp.Prod, task, ctx); break;
    case ReduceOp.Max: columnUnits(ReduceOp.Max, task, ctx); break;
    default: columnUnits(ReduceOp.Min, task, ctx);
  }
}

/** Bytes of scratch that `reduceF32` needs for this shape. */
export function reduceScratchBytes(outer: i32, r: i32, inner: i32): i32 {
  if (inner == 1) return outer * ((r + CHUNK - 1) / CHUNK) * 8;
  return outer * ((r + ROWS - 1) / ROWS) * inner * 4;
}

/** y[o, k] = scale * op over j of x[o, j, k], with r at least 1. */
export function reduceF32(
  op: i32, x: usize, y: usize, scratch: usize, outer: i32, r: i32, inner: i32, scale: f64,
): void {
  const parts = inner == 1 ? (r + CHUNK - 1) / CHUNK : (r + ROWS - 1) / ROWS;
  const units = outer * parts;
  const unitSize = inner == 1 ? min(r, CHUNK) : min(r, ROWS) * inner;
  const perTask = max(1, CHUNK / max(1, unitSize));
  store<usize>(CTX, x);
  store<usize>(CTX, y, 4);
  store<usize>(CTX, scratch, 8);
  store<f64>(CTX, scale, 40);
  store<i32>(CTX, r, 16);
  store<i32>(CTX, inner, 20);
  store<i32>(CTX, parts, 24);
  store<i32>(CTX, perTask, 28);
  store<i32>(CTX, units, 32);
  store<i32>(CTX, op, 36);
  const tasks = (units + perTask - 1) / perTask;
  if (inner == 1) parallelFor(rowTask, CTX, tasks);
  else parallelFor(columnTask, CTX, tasks);
  if (parts == 1) return;
  for (let o = 0; o < outer; o++) {
    for (let k = 0; k < inner; k++) {
      let v = <f64>start(op);
      for (let p = 0; p < parts; p++) {
        const at = <usize>((o * parts + p) * inner + k);
        v = joinD(op, v, inner == 1 ? load<f64>(scratch + (at << 3)) : <f64>load<f32>(scratch + (at << 2)));
      }
      store<f32>(y + (<usize>(o * inner + k) << 2), <f32>(v * scale));
    }
  }
}

/** The same over int32, exact modulo 2^32. */
export function reduceI32(op: i32, x: usize, y: usize, outer: i32, r: i32, inner: i32): void {
  for (let o = 0; o < outer; o++) {
    for (let k = 0; k < inner; k++) {
      let from = x + (<usize>(o * r * inner + k) << 2);
      let v = load<i32>(from);
      for (let j = 1; j < r; j++) {
        from += <usize>inner << 2;
        const w = load<i32>(from);
        if (op == ReduceOp.Sum) v += w;
        else if (op == ReduceOp.Prod) v *= w;
        else if (op == ReduceOp.Max) v = max(v, w);
        else v = min(v, w);
      }
      store<i32>(y + (<usize>(o * inner + k) << 2), v);
    }
  }
}

function argTask(task: i32, ctx: usize): void {
  const x = load<usize>(ctx);
  const y = load<usize>(ctx, 4);
  const outer = load<i32>(ctx, 8);
  const r = load<i32>(ctx, 12);
  const inner = load<i32>(ctx, 16);
  const sign: f32 = load<i32>(ctx, 20) == ReduceOp.Max ? 1.0 : -1.0;
  const perTask = load<i32>(ctx, 24);
  const end = min(outer * inner, (task + 1) * perTask);
  for (let u = task * perTask; u < end; u++) {
    const o = u / inner;
    const from = x + (<usize>(o * r * inner + (u - o * inner)) << 2);
    let best = sign * load<f32>(from);
    let at = 0;
    for (let j = 1; j < r; j++) {
      const v = sign * load<f32>(from + (<usize>(j * inner) << 2));
      if (v > best) {
        best = v;
        at = j;
      }
    }
    store<i32>(y + (<usize>u << 2), at);
  }
}

/** Index of the first largest (op Max) or smallest (op Min) value along r, as int32. */
export function argExtremumF32(op: i32, x: usize, y: usize, outer: i32, r: i32, inner: i32): void {
  const perTask = max(1, CHUNK / r);
  store<usize>(CTX, x);
  store<usize>(CTX, y, 4);
  store<i32>(CTX, outer, 8);
  store<i32>(CTX, r, 12);
  store<i32>(CTX, inner, 16);
  store<i32>(CTX, op, 20);
  store<i32>(CTX, perTask, 24);
  parallelFor(argTask, CTX, (outer * inner + perTask - 1) / perTask);
}
