// Elementwise kernels of one tensor: float32 functions, predicates, casts, fill.
// Tails are done on one lane, so that nothing past the tensor's end is read or written.
import { ARGS } from '../layout';
import { parallelFor } from '../pool';
import { CastKind, TestOp, UnaryOp } from './opcodes';
import { erfV, expV, expm1V, log1pV, logV, sigmoidV, softplusV, tanhV } from './vmath';

// @ts-ignore: decorator
@inline const CHUNK: i32 = 16384;

// Arguments of the running kernel lie in the shared block, so that every thread reads the same.
// @ts-ignore: decorator
@inline const CTX: usize = ARGS;

// @ts-ignore: decorator
@inline function scalarOp(op: i32, x: f32): f32 {
  if (op == UnaryOp.Sin) return Mathf.sin(x);
  if (op == UnaryOp.Cos) return Mathf.cos(x);
  if (op == UnaryOp.Tan) return Mathf.tan(x);
  if (op == UnaryOp.Asin) return Mathf.asin(x);
  if (op == UnaryOp.Acos) return Mathf.acos(x);
  if (op == UnaryOp.Atan) return Mathf.atan(x);
  if (op == UnaryOp.Sinh) return Mathf.sinh(x);
  if (op == UnaryOp.Cosh) return Mathf.cosh(x);
  if (op == UnaryOp.Asinh) return Mathf.asinh(x);
  if (op == UnaryOp.Acosh) return Mathf.acosh(x);
  return Mathf.atanh(x);
}

// @ts-ignore: decorator
@inline function vectorOp(op: i32, x: v128, p: v128, q: v128): v128 {
  const zero = f32x4.splat(0.0);
  const one = f32x4.splat(1.0);
  if (op == UnaryOp.Abs) return f32x4.abs(x);
  if (op == UnaryOp.Neg) return f32x4.neg(x);
  if (op == UnaryOp.Ceil) return f32x4.ceil(x);
  if (op == UnaryOp.Floor) return f32x4.floor(x);
  if (op == UnaryOp.Round) return f32x4.nearest(x);
  if (op == UnaryOp.Sign) {
    const above = v128.and(f32x4.gt(x, zero), one);
    return f32x4.sub(above, v128.and(f32x4.lt(x, zero), one));
  }
  if (op == UnaryOp.Square) return f32x4.mul(x, x);
  if (op == UnaryOp.Sqrt) return f32x4.sqrt(x);
  if (op == UnaryOp.Rsqrt) return f32x4.div(one, f32x4.sqrt(x));
  if (op == UnaryOp.Reciprocal) return f32x4.div(one, x);
  if (op == UnaryOp.Relu) return f32x4.max(x, zero);
  if (op == UnaryOp.Relu6) return f32x4.min(f32x4.max(x, zero), f32x4.splat(6.0));
  if (op == UnaryOp.LeakyRelu) return v128.bitselect(f32x4.mul(x, p), x, f32x4.lt(x, zero));
  if (op == UnaryOp.Step) {
    const y = v128.bitselect(one, p, f32x4.gt(x, zero));
    return v128.bitselect(y, x, f32x4.eq(x, x));
  }
  if (op == UnaryOp.Clip) return f32x4.min(f32x4.max(x, p), q);
  if (op == UnaryOp.Exp) return expV(x);
  if (op == UnaryOp.Expm1) return expm1V(x);
  if (op == UnaryOp.Log) return logV(x);
  if (op == UnaryOp.Log1p) return log1pV(x);
  if (op == UnaryOp.Sigmoid) return sigmoidV(x);
  if (op == UnaryOp.Softplus) return softplusV(x);
  if (op == UnaryOp.Tanh) return tanhV(x);
  if (op == UnaryOp.Elu) return v128.bitselect(x, expm1V(x), f32x4.ge(x, zero));
  if (op == UnaryOp.Selu) {
    const below = f32x4.mul(f32x4.splat(1.7580993408473768), expm1V(x));
    return v128.bitselect(f32x4.mul(f32x4.splat(1.0507009873554805), x), below, f32x4.ge(x, zero));
  }
  return erfV(x);
}

// @ts-ignore: decorator
@inline function run(op: i32, x: usize, y: usize, n: i32): void {
  const p = f32x4.splat(load<f32>(CTX, 16));
  const q = f32x4.splat(load<f32>(CTX, 20));
  let i = 0;
  for (; i + 4 <= n; i += 4) {
    v128.store(y + (<usize>i << 2), vectorOp(op, v128.load(x + (<usize>i << 2)), p, q));
  }
  for (; i < n; i++) {
    v128.store32_lane(y + (<usize>i << 2), vectorOp(op, v128.load32_zero(x + (<usize>i << 2)), p, q), 0);
  }
}

// @ts-ignore: decorator
@inline function runScalar(op: i32, x: usize, y: usize, n: i32): void {
  for (let i = 0; i < n; i++) {
    store<f32>(y + (<usize>i << 2), scalarOp(op, load<f32>(x + (<usize>i << 2))));
  }
}

function unaryTask(task: i32, ctx: usize): void {
  const begin = task * CHUNK;
  const n = min(CHUNK, load<i32>(ctx, 12) - begin);
  const x = load<usize>(ctx, 4) + (<usize>begin << 2);
  const y = load<usize>(ctx, 8) + (<usize>begin << 2);
  switch (load<i32>(ctx)) {
    case UnaryOp.Abs: run(UnaryOp.Abs, x, y, n); break;
    case UnaryOp.Neg: run(UnaryOp.Neg, x, y, n); break;
    case UnaryOp.Ceil: run(UnaryOp.Ceil, x, y, n); break;
    case UnaryOp.Floor: run(UnaryOp.Floor, x, y, n); break;
    case UnaryOp.Round: run(UnaryOp.Round, x, y, n); break;
    case UnaryOp.Sign: run(UnaryOp.Sign, x, y, n); break;
    case UnaryOp.Square: run(UnaryOp.Square, x, y, n); break;
    case UnaryOp.Sqrt: run(UnaryOp.Sqrt, x, y, n); break;
    case UnaryOp.Rsqrt: run(UnaryOp.Rsqrt, x, y, n); break;
    case UnaryOp.Reciprocal: run(UnaryOp.Reciprocal, x, y, n); break;
    case UnaryOp.Relu: run(UnaryOp.Relu, x, y, n); break;
    case UnaryOp.Relu6: run(UnaryOp.Relu6, x, y, n); break;
    case UnaryOp.LeakyRelu: run(UnaryOp.LeakyRelu, x, y, n); break;
    case UnaryOp.Step: run(UnaryOp.Step, x, y, n); break;
    case UnaryOp.Clip: run(UnaryOp.Clip, x, y, n); break;
    case UnaryOp.Exp: run(UnaryOp.Exp, x, y, n); break;
    case UnaryOp.Expm1: run(UnaryOp.Expm1, x, y, n); break;
    case UnaryOp.Log: run(UnaryOp.Log, x, y, n); break;
    case UnaryOp.Log1p: run(UnaryOp.Log1p, x, y, n); break;
    case UnaryOp.Sigmoid: run(UnaryOp.Sigmoid, x, y, n); break;
    case UnaryOp.Softplus: run(UnaryOp.Softplus, x, y, n); break;
    case UnaryOp.Tanh: run(UnaryOp.Tanh, x, y, n); break;
    case UnaryOp.Elu: run(UnaryOp.Elu, x, y, n); break;
    case UnaryOp.Selu: run(UnaryOp.Selu, x, y, n); break;
    case UnaryOp.Erf: run(UnaryOp.Erf, x, y, n); break;
    case UnaryOp.Sin: runScalar(UnaryOp.Sin, x, y, n); break;
    case UnaryOp.Cos: runScalar(UnaryOp.Cos, x, y, n); break;
    case UnaryOp.Tan: runScalar(UnaryOp.Tan, x, y, n); break;
    case UnaryOp.Asin: runScalar(UnaryOp.Asin, x, y, n); break;
    case UnaryOp.Acos: runScalar(UnaryOp.Acos, x, y, n); break;
    case UnaryOp.Atan: runScalar(UnaryOp.Atan, x, y, n); break;
    case UnaryOp.Sinh: runScalar(UnaryOp.Sinh, x, y, n); break;
    case UnaryOp.Cosh: runScalar(UnaryOp.Cosh, x, y, n); break;
    case UnaryOp.Asinh: runScalar(UnaryOp.Asinh, x, y, n); break;
    case UnaryOp.Acosh: runScalar(UnaryOp.Acosh, x, y, n); break;
    case UnaryOp.Atanh: runScalar(UnaryOp.Atanh, x, y, n); break;
    default: unreachable();
  }
}

/** y = op(x) over n float32 values; p and q are the parameters of LeakyRelu, Step and Clip. */
export function unaryF32(op: i32, x: usize, y: usize, n: i32, p: f32, q: f32): void {
  store<i32>(CTX, op);
  store<usize>(CTX, x, 4);
  store<usize>(CTX, y, 8);
  store<i32>(CTX, n, 12);
  store<f32>(CTX, p, 16);
  store<f32>(CTX, q, 20);
  parallelFor(unaryTask, CTX, (n + CHUNK - 1) / CHUNK);
}

/** Bytes y = test(x) over n float32 values. */
export function testF32(op: i32, x: usize, y: usize, n: i32): void {
  for (let i = 0; i < n; i++) {
    const v = load<f32>(x + (<usize>i << 2));
    let r = isNaN(v);
    if (op == TestOp.IsInf) r = abs(v) == Infinity;
    if (op == TestOp.IsFinite) r = isFinite(v);
    store<u8>(y + i, <u8>r);
  }
}

/** Bytes y = 1 - x over n truth values. */
export function logicalNot(x: usize, y: usize, n: i32): void {
  for (let i = 0; i < n; i++) store<u8>(y + i, <u8>(load<u8>(x + i) == 0));
}


function castTask(task: i32, ctx: usize): void {
  const begin = task * CHUNK;
  const n = min(CHUNK, load<i32>(ctx, 12) - begin);
  const kind = load<i32>(ctx);
  let x = load<usize>(ctx, 4);
  let y = load<usize>(ctx, 8);
  x += kind == CastKind.BoolToFloat || kind == CastKind.BoolToInt ? <usize>begin : <usize>begin << 2;
  y += kind == CastKind.FloatToBool || kind == CastKind.IntToBool ? <usize>begin : <usize>begin << 2;
  if (kind == CastKind.FloatToInt) {
    for (let i: usize = 0; i < <usize>n; i++) {
      // infinities become 0, as in JavaScript's conversions; so does NaN
      const v = v128.load32_zero(x + (i << 2));
      const finite = f32x4.lt(f32x4.abs(v), f32x4.splat(Infinity));
      v128.store32_lane(y + (i << 2), v128.and(i32x4.trunc_sat_f32x4_s(v), finite), 0);
    }
  } else if (kind == CastKind.IntToFloat) {
    for (let i: usize = 0; i < <usize>n; i++) store<f32>(y + (i << 2), <f32>load<i32>(x + (i << 2)));
  } else if (kind == CastKind.BoolToFloat) {
    for (let i: usize = 0; i < <usize>n; i++) store<f32>(y + (i << 2), <f32>load<u8>(x + i));
  } else if (kind == CastKind.BoolToInt) {
    for (let i: usize = 0; i < <usize>n; i++) store<i32>(y + (i << 2), <i32>load<u8>(x + i));
  } else if (kind == CastKind.FloatToBool) {
    for (let i: usize = 0; i < <usize>n; i++) store<u8>(y + i, <u8>(load<f32>(x + (i << 2)) != 0));
  } else {
    for (let i: usize = 0; i < <usize>n; i++) store<u8>(y + i, <u8>(load<i32>(x + (i << 2)) != 0));
  }
}

export function cast(kind: i32, x: usize, y: usize, n: i32): void {
  store<i32>(CTX, kind);
  store<usize>(CTX, x, 4);
  store<usize>(CTX, y, 8);
  store<i32>(CTX, n, 12);
  parallelFor(castTask, CTX, (n + CHUNK - 1) / CHUNK);
}

function fillTask(task: i32, ctx: usize): void {
  const begin = task * CHUNK;
  const n = min(CHUNK, load<i32>(ctx, 12) - begin);
  const y = load<usize>(ctx, 8) + (<usize>begin << 2);
  const v = i32x4.splat(load<i32>(ctx));
  let i = 0;
  for (; i + 4 <= n; i += 4) v128.store(y + (<usize>i << 2), v);
  for (; i < n; i++) v128.store32_lane(y + (<usize>i << 2), v, 0);
}

/** Stores the same 32-bit pattern n times. */
export function fill32(pattern: i32, y: usize, n: i32): void {
  store<i32>(CTX, pattern);
  store<usize>(CTX, y, 8);
  store<i32>(CTX, n, 12);
  parallelFor(fillTask, CTX, (n + CHUNK - 1) / CHUNK);
}
