// Elementwise kernels of two broadcast tensors (arithmetic, comparison, logic) and sums of many.
// The caller merges dimensions; a description in memory holds, as int32: shape, strides of a, strides
// of b, each `rank` long. The last strides are 0 or 1; strides count elements.
import { ARGS } from '../layout';
import { parallelFor } from '../pool';
import { BinaryOp, CompareOp } from './opcodes';

// @ts-ignore: decorator
@inline const CHUNK: i32 = 16384;

// @ts-ignore: decorator
@inline const CTX: usize = ARGS;

// ---- one element or four -----------------------------------------------------------------------

// @ts-ignore: decorator
@inline function vectorF32(op: i32, a: v128, b: v128): v128 {
  if (op == BinaryOp.Add) return f32x4.add(a, b);
  if (op == BinaryOp.Sub) return f32x4.sub(a, b);
  if (op == BinaryOp.Mul) return f32x4.mul(a, b);
  if (op == BinaryOp.Div) return f32x4.div(a, b);
  if (op == BinaryOp.Max) return f32x4.max(a, b);
  if (op == BinaryOp.Min) return f32x4.min(a, b);
  if (op == BinaryOp.SquaredDifference) {
    const d = f32x4.sub(a, b);
    return f32x4.mul(d, d);
  }
  const zero = f32x4.splat(0.0);
  if (op == BinaryOp.Prelu) return v128.bitselect(f32x4.mul(a, b), a, f32x4.lt(a, zero));
  // EluGrad: a is dy, b is the output of elu
  const slope = f32x4.add(b, f32x4.splat(1.0));
  return v128.bitselect(a, f32x4.mul(a, slope), f32x4.ge(b, zero));
}

// @ts-ignore: decorator
@inline function scalarF32(op: i32, a: f32, b: f32): f32 {
  if (op == BinaryOp.FloorDiv) return <f32>Math.floor(<f64>a / <f64>b);
  if (op == BinaryOp.Mod) {
    const r = Mathf.mod(a, b);
    if ((a < 0 && b < 0) || (a >= 0 && b >= 0)) return r;
    return Mathf.mod(r + b, b);
  }
  if (op == BinaryOp.Pow) {
    if (b == 2.0) return a * a;
    return Mathf.pow(a, b);
  }
  return Mathf.atan2(a, b);
}

// @ts-ignore: decorator
@inline function vectorI32(op: i32, a: v128, b: v128): v128 {
  if (op == BinaryOp.Add) return i32x4.add(a, b);
  if (op == BinaryOp.Sub) return i32x4.sub(a, b);
  if (op == BinaryOp.Mul) return i32x4.mul(a, b);
  if (op == BinaryOp.Max) return i32x4.max_s(a, b);
  if (op == BinaryOp.Min) return i32x4.min_s(a, b);
  const d = i32x4.sub(a, b);
  return i32x4.mul(d, d);
}

// ---- one row -----------------------------------------------------------------------------------

// @ts-ignore: decorator
@inline function rowVector<T>(op: i32, a: usize, sa: i32, b: usize, sb: i32, y: usize, n: i32): void {
  let i = 0;
  if (sa == 1 && sb == 1) {
    for (; i + 4 <= n; i += 4) {
      const k = <usize>i << 2;
      const u = v128.load(a + k);
      const v = v128.load(b + k);
      v128.store(y + k, isFloat<T>() ? vectorF32(op, u, v) : vectorI32(op, u, v));
    }
  } else if (sa == 1) {
    const v = v128.load32_splat(b);
    for (; i + 4 <= n; i += 4) {
      const k = <usize>i << 2;
      const u = v128.load(a + k);
      v128.store(y + k, isFloat<T>() ? vectorF32(op, u, v) : vectorI32(op, u, v));
    }
  } else {
    const u = v128.load32_splat(a);
    for (; i + 4 <= n; i += 4) {
      const k = <usize>i << 2;
      const v = v128.load(b + k);
      v128.store(y + k, isFloat<T>() ? vectorF32(op, u, v) : vectorI32(op, u, v));
    }
  }
  for (; i < n; i++) {
    const u = v128.load32_zero(a + (<usize>(i * sa) << 2));
    const v = v128.load32_zero(b + (<usize>(i * sb) << 2));
    const r = isFloat<T>() ? vectorF32(op, u, v) : vectorI32(op, u, v);
    v128.store32_lane(y + (<usize>i << 2), r, 0);
  }
}

// @ts-ignore: decorator
@inline function rowScalar(op: i32, a: usize, sa: i32, b: usize, sb: i32, y: usize, n: i32): void {
  for (let i = 0; i < n; i++) {
    const u = load<f32>(a + (<usize>(i * sa) << 2));
    const v = load<f32>(b + (<usize>(i * sb) << 2));
    store<f32>(y + (<usize>i << 2), scalarF32(op, u, v));
  }
}

function rowF32(op: i32, a: usize, sa: i32, b: usize, sb: i32, y: usize, n: i32): void {
  switch (op) {
    case BinaryOp.Add: rowVector<f32>(BinaryOp.Add, a, sa, b, sb, y, n); break;
    case BinaryOp.Sub: rowVector<f32>(BinaryOp.Sub, a, sa, b, sb, y, n); break;
    case BinaryOp.Mul: rowVector<f32>(BinaryOp.Mul, a, sa, b, sb, y, n); break;
    case BinaryOp.Div: rowVector<f32>(BinaryOp.Div, a, sa, b, sb, y, n); break;
    case BinaryOp.Max: rowVector<f32>(BinaryOp.Max, a, sa, b, sb, y, n); break;
    case BinaryOp.Min: rowVector<f32>(BinaryOp.Min, a, sa, b, sb, y, n); break;
    case BinaryOp.SquaredDifference: rowVector<f32>(BinaryOp.SquaredDifference, a, sa, b, sb, y, n); break;
    case BinaryOp.Prelu: rowVector<f32>(BinaryOp.Prelu, a, sa, b, sb, y, n); break;
    case BinaryOp.EluGrad: rowVector<f32>(BinaryOp.EluGrad, a, sa, b, sb, y, n); break;
    case BinaryOp.FloorDiv: rowScalar(BinaryOp.FloorDiv, a, sa, b, sb, y, n); break;
    case BinaryOp.Mod: rowScalar(BinaryOp.Mod, a, sa, b, sb, y, n); break;
    case BinaryOp.Pow: rowScalar(BinaryOp.Pow, a, sa, b, sb, y, n); break;
    case BinaryOp.Atan2: rowScalar(BinaryOp.Atan2, a, sa, b, sb, y, n); break;
    default: unreachable();
  }
}

function rowI32(op: i32, a: usize, sa: i32, b: usize, sb: i32, y: usize, n: i32): void {
  switch (op) {
    case BinaryOp.Add: rowVector<i32>(BinaryOp.Add, a, sa, b, sb, y, n); break;
    case BinaryOp.Sub: rowVector<i32>(BinaryOp.Sub, a, sa, b, sb, y, n); break;
    case BinaryOp.Mul: rowVector<i32>(BinaryOp.Mul, a, sa, b, sb, y, n); break;
    case BinaryOp.Max: rowVector<i32>(BinaryOp.Max, a, sa, b, sb, y, n); break;
    case BinaryOp.Min: rowVector<i32>(BinaryOp.Min, a, sa, b, sb, y, n); break;
    case BinaryOp.SquaredDifference: rowVector<i32>(BinaryOp.SquaredDifference, a, sa, b, sb, y, n); break;
    default: unreachable();
  }
}

// @ts-ignore: decorator
@inline function holds<T>(op: i32, a: T, b: T): bool {
  if (op == CompareOp.Equal) return a == b;
  if (op == CompareOp.NotEqual) return a != b;
  if (op == CompareOp.Greater) return a > b;
  if (op == CompareOp.GreaterEqual) return a >= b;
  if (op == CompareOp.Less) return a < b;
  if (op == CompareOp.LessEqual) return a <= b;
  if (op == CompareOp.And) return bool(a != 0) & bool(b != 0);
  if (op == CompareOp.Or) return bool(a != 0) | bool(b != 0);
  return bool(a != 0) != bool(b != 0);
}

// @ts-ignore: decorator
@inline function maskF32(op: i32, a: v128, b: v128): v128 {
  if (op == CompareOp.Equal) return f32x4.eq(a, b);
  if (op == CompareOp.NotEqual) return f32x4.ne(a, b);
  if (op == CompareOp.Greater) return f32x4.gt(a, b);
  if (op == CompareOp.GreaterEqual) return f32x4.ge(a, b);
  if (op == CompareOp.Less) return f32x4.lt(a, b);
  return f32x4.le(a, b);
}

// @ts-ignore: decorator
@inline function rowCompare<T>(op: i32, a: usize, sa: i32, b: usize, sb: i32, y: usize, n: i32): void {
  let i = 0;
  if (isFloat<T>() && op < CompareOp.And) {
    const ua = v128.load32_splat(a);
    const vb = v128.load32_splat(b);
    for (; i + 4 <= n; i += 4) {
      const u = sa == 1 ? v128.load(a + (<usize>i << 2)) : ua;
      const v = sb == 1 ? v128.load(b + (<usize>i << 2)) : vb;
      // four lanes to four bytes: spread the four mask bits with one multiplication
      const bits = <u32>i32x4.bitmask(maskF32(op, u, v));
      store<u32>(y + i, (bits * 0x00204081) & 0x01010101);
    }
  }
  for (; i < n; i++) {
    const u = load<T>(a + <usize>(i * sa) * sizeof<T>());
    const v = load<T>(b + <usize>(i * sb) * sizeof<T>());
    store<u8>(y + i, <u8>holds<T>(op, u, v));
  }
}

function rowPredicate<T>(op: i32, a: usize, sa: i32, b: usize, sb: i32, y: usize, n: i32): void {
  switch (op) {
    case CompareOp.Equal: rowCompare<T>(CompareOp.Equal, a, sa, b, sb, y, n); break;
    case CompareOp.NotEqual: rowCompare<T>(CompareOp.NotEqual, a, sa, b, sb, y, n); break;
    case CompareOp.Greater: rowCompare<T>(CompareOp.Greater, a, sa, b, sb, y, n); break;
    case CompareOp.GreaterEqual: rowCompare<T>(CompareOp.GreaterEqual, a, sa, b, sb, y, n); break;
    case CompareOp.Less: rowCompare<T>(CompareOp.Less, a, sa, b, sb, y, n); break;
    case CompareOp.LessEqual: rowCompare<T>(CompareOp.LessEqual, a, sa, b, sb, y, n); break;
    case CompareOp.And: rowCompare<T>(CompareOp.And, a, sa, b, sb, y, n); break;
    case CompareOp.Or: rowCompare<T>(CompareOp.Or, a, sa, b, sb, y, n); break;
    case CompareOp.Xor: rowCompare<T>(CompareOp.Xor, a, sa, b, sb, y, n); break;
    default: unreachable();
  }
}

// ---- all rows ----------------------------------------------------------------------------------

// @ts-ignore: decorator
@inline const ARITHMETIC_F32: i32 = 0;
// @ts-ignore: decorator
@inline const ARITHMETIC_I32: i32 = 1;
// @ts-ignore: decorator
@inline const COMPARE_F32: i32 = 2;
// @ts-ignore: decorator
@inline const COMPARE_I32: i32 = 3;
// @ts-ignore: decorator
@inline const COMPARE_U8: i32 = 4;

function row(kind: i32, op: i32, a: usize, sa: i32, b: usize, sb: i32, y: usize, n: i32): void {
  if (kind == ARITHMETIC_F32) rowF32(op, a, sa, b, sb, y, n);
  else if (kind == ARITHMETIC_I32) rowI32(op, a, sa, b, sb, y, n);
  else if (kind == COMPARE_F32) rowPredicate<f32>(op, a, sa, b, sb, y, n);
  else if (kind == COMPARE_I32) rowPredicate<i32>(op, a, sa, b, sb, y, n);
  else rowPredicate<u8>(op, a, sa, b, sb, y, n);
}

function binaryTask(task: i32, ctx: usize): void {
  const kind = load<i32>(ctx);
  const op = load<i32>(ctx, 4);
  const a = load<usize>(ctx, 8);
  const b = load<usize>(ctx, 12);
  const y = load<usize>(ctx, 16);
  const rank = load<i32>(ctx, 20);
  const shape = load<usize>(ctx, 24);
  const perTask = load<i32>(ctx, 28);
  const rows = load<i32>(ctx, 32);
  const la: usize = kind == COMPARE_U8 ? 0 : 2;
  const ly: usize = kind >= COMPARE_F32 ? 0 : 2;
  const stridesA = shape + (<usize>rank << 2);
  const stridesB = stridesA + (<usize>rank << 2);
  const last = <usize>(rank - 1) << 2;
  const n = load<i32>(shape + last);
  const sa = load<i32>(stridesA + last);
  const sb = load<i32>(stridesB + last);
  if (rows == 1) {
    const begin = task * CHUNK;
    const m = min(CHUNK, n - begin);
    const at = <usize>begin;
    row(kind, op, a + ((at * <usize>sa) << la), sa, b + ((at * <usize>sb) << la), sb, y + (at << ly), m);
    return;
  }
  const end = min(rows, (task + 1) * perTask);
  for (let r = task * perTask; r < end; r++) {
    let rest = r;
    let ia = 0;
    let ib = 0;
    for (let d = rank - 2; d >= 0; d--) {
      const size = load<i32>(shape + (<usize>d << 2));
      const index = d == 0 ? rest : rest % size;
      if (d > 0) rest /= size;
      ia += index * load<i32>(stridesA + (<usize>d << 2));
      ib += index * load<i32>(stridesB + (<usize>d << 2));
    }
    const out = <usize>r * <usize>n;
    row(kind, op, a + (<usize>ia << la), sa, b + (<usize>ib << la), sb, y + (out << ly), n);
  }
}

/**
 * y = op(a, b). kind: 0 float32, 1 int32 arithmetic; 2 float32, 3 int32, 4 byte comparison.
 * desc: int32 shape[rank], strides of a [rank], strides of b [rank].
 */
export function binary(kind: i32, op: i32, a: usize, b: usize, y: usize, rank: i32, desc: usize): void {
  let rows = 1;
  for (let d = 0; d < rank - 1; d++) rows *= load<i32>(desc + (<usize>d << 2));
  const n = load<i32>(desc + (<usize>(rank - 1) << 2));
  const perTask = max(1, CHUNK / max(1, n));
  store<i32>(CTX, kind);
  store<i32>(CTX, op, 4);
  store<usize>(CTX, a, 8);
  store<usize>(CTX, b, 12);
  store<usize>(CTX, y, 16);
  store<i32>(CTX, rank, 20);
  store<usize>(CTX, desc, 24);
  store<i32>(CTX, perTask, 28);
  store<i32>(CTX, rows, 32);
  parallelFor(binaryTask, CTX, rows == 1 ? (n + CHUNK - 1) / CHUNK : (rows + perTask - 1) / perTask);
}

function addNTask(task: i32, ctx: usize): void {
  const list = load<usize>(ctx);
  const count = load<i32>(ctx, 4);
  const begin = task * CHUNK;
  const n = min(CHUNK, load<i32>(ctx, 12) - begin);
  const at = <usize>begin << 2;
  const y = load<usize>(ctx, 8) + at;
  memory.copy(y, load<usize>(list) + at, <usize>n << 2);
  for (let j = 1; j < count; j++) {
    rowVector<f32>(BinaryOp.Add, y, 1, load<usize>(list + (<usize>j << 2)) + at, 1, y, n);
  }
}

/** y = sum of `count` float32 tensors of n elements; list holds their addresses. */
export function addN(list: usize, count: i32, y: usize, n: i32): void {
  store<usize>(CTX, list);
  store<i32>(CTX, count, 4);
  store<usize>(CTX, y, 8);
  store<i32>(CTX, n, 12);
  parallelFor(addNTask, CTX, (n + CHUNK - 1) / CHUNK);
}
