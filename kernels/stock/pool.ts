// Maximum and average pooling over [batch, height, width, channels] with their gradients.
// The average counts elements inside the image only, forward and backward. No dilation.
import { ARGS } from '../layout';
import { parallelFor } from '../pool';

// @ts-ignore: decorator
@inline const CTX: usize = ARGS;
// @ts-ignore: decorator
@inline const BLOCK: i32 = 32;

// The geometry that the caller describes, as int32 at ctx + 16.
// @ts-ignore: decorator
@inline function geometry(ctx: usize, index: i32): i32 {
  return load<i32>(load<usize>(ctx, 12) + (<usize>index << 2));
}
// @ts-ignore: decorator
@inline const BATCH: i32 = 0;
// @ts-ignore: decorator
@inline const IN_H: i32 = 1;
// @ts-ignore: decorator
@inline const IN_W: i32 = 2;
// @ts-ignore: decorator
@inline const CHANNELS: i32 = 3;
// @ts-ignore: decorator
@inline const OUT_H: i32 = 4;
// @ts-ignore: decorator
@inline const OUT_W: i32 = 5;
// @ts-ignore: decorator
@inline const KERNEL_H: i32 = 6;
// @ts-ignore: decorator
@inline const KERNEL_W: i32 = 7;
// @ts-ignore: decorator
@inline const STRIDE_H: i32 = 8;
// @ts-ignore: decorator
@inline const STRIDE_W: i32 = 9;
// @ts-ignore: decorator
@inline const PAD_TOP: i32 = 10;
// @ts-ignore: decorator
@inline const PAD_LEFT: i32 = 11;

// @ts-ignore: decorator
@inline function loadSome(from: usize, whole: bool): v128 {
  return whole ? v128.load(from) : v128.load32_zero(from);
}

// @ts-ignore: decorator
@inline function storeSome(to: usize, value: v128, whole: bool): void {
  if (whole) v128.store(to, value);
  else v128.store32_lane(to, value, 0);
}

// One output row, all columns and channels.
// @ts-ignore: decorator
@inline function poolRow(max: bool, task: i32, ctx: usize): void {
  const x = load<usize>(ctx);
  const inH = geometry(ctx, IN_H);
  const inW = geometry(ctx, IN_W);
  const channels = geometry(ctx, CHANNELS);
  const outH = geometry(ctx, OUT_H);
  const outW = geometry(ctx, OUT_W);
  const kernelH = geometry(ctx, KERNEL_H);
  const kernelW = geometry(ctx, KERNEL_W);
  const b = task / outH;
  const top = (task - b * outH) * geometry(ctx, STRIDE_H) - geometry(ctx, PAD_TOP);
  const rowBegin = i32Max(0, top);
  const rowEnd = i32Min(inH, top + kernelH);
  const pixel = <usize>channels << 2;
  let out = load<usize>(ctx, 8) + <usize>(task * outW) * pixel;
  for (let c = 0; c < outW; c++) {
    const left = c * geometry(ctx, STRIDE_W) - geometry(ctx, PAD_LEFT);
    const colBegin = i32Max(0, left);
    const colEnd = i32Min(inW, left + kernelW);
    const share = f32x4.splat(<f32>((rowEnd - rowBegin) * (colEnd - colBegin)));
    let k = 0;
    while (k < channels) {
      const whole = k + 4 <= channels;
      let acc = f32x4.splat(max ? -Infinity : 0.0);
      for (let r = rowBegin; r < rowEnd; r++) {
        let from = x + <usize>((b * inH + r) * inW + colBegin) * pixel + (<usize>k << 2);
        for (let q = colBegin; q < colEnd; q++) {
          const v = loadSome(from, whole);
          acc = max ? f32x4.pmax(acc, v) : f32x4.add(acc, v);
          from += pixel;
        }
      }
      storeSome(out + (<usize>k << 2), max ? acc : f32x4.div(acc, share), whole);
      k += whole ? 4 : 1;
    }
    out += pixel;
  }
}

// @ts-ignore: decorator
@inline function i32Max(a: i32, b: i32): i32 {
  return a > b ? a : b;
}
// @ts-ignore: decorator
@inline function i32Min(a: i32, b: i32): i32 {
  return a < b ? a : b;
}

function maxTask(task: i32, ctx: usize): void {
  poolRow(true, task, ctx);
}

function avgTask(task: i32, ctx: usize): void {
  poolRow(false, task, ctx);
}

/** kind 0 average, 1 maximum. desc: the 12 numbers of the geometry, in the order of the constants above. */
export function pool2d(kind: i32, x: usize, y: usize, desc: usize): void {
  store<usize>(CTX, x);
  store<usize>(CTX, y, 8);
  store<usize>(CTX, desc, 12);
  const rows = geometry(CTX, BATCH) * geometry(CTX, OUT_H);
  if (kind == 1) parallelFor(maxTask, CTX, rows);
  else parallelFor(avgTask, CTX, rows);
}

// One output row of `values` at the places of the maxima of x.
function pickTask(task: i32, ctx: usize): void {
  const inH = geometry(ctx, IN_H);
  const inW = geometry(ctx, IN_W);
  const channels = geometry(ctx, CHANNELS);
  const outH = geometry(ctx, OUT_H);
  const outW = geometry(ctx, OUT_W);
  const b = task / outH;
  const top = (task - b * outH) * geometry(ctx, STRIDE_H) - geometry(ctx, PAD_TOP);
  const rowBegin = i32Max(0, top);
  const rowEnd = i32Min(inH, top + geometry(ctx, KERNEL_H));
  const pixel = <usize>channels << 2;
  const toValues = load<usize>(ctx, 4) - load<usize>(ctx);
  let out = load<usize>(ctx, 8) + <usize>(task * outW) * pixel;
  for (let c = 0; c < outW; c++) {
    const left = c * geometry(ctx, STRIDE_W) - geometry(ctx, PAD_LEFT);
    const colBegin = i32Max(0, left);
    const colEnd = i32Min(inW, left + geometry(ctx, KERNEL_W));
    let k = 0;
    while (k < channels) {
      const whole = k + 4 <= channels;
      let best = f32x4.splat(-Infinity);
      let picked = f32x4.splat(0);
      for (let r = rowBegin; r < rowEnd; r++) {
        let from = load<usize>(ctx) + <usize>((b * inH + r) * inW + colBegin) * pixel + (<usize>k << 2);
        for (let q = colBegin; q < colEnd; q++) {
          const v = loadSome(from, whole);
          const higher = f32x4.gt(v, best);
          best = v128.bitselect(v, best, higher);
          picked = v128.bitselect(loadSome(from + toValues, whole), picked, higher);
          from += pixel;
        }
      }
      storeSome(out + (<usize>k << 2), picked, whole);
      k += whole ? 4 : 1;
    }
    out += pixel;
  }
}

/** What `values` (of x's shape) has where `pool2dGrad` sends the maximum's gradient: the transposed map of it. */
export function pool2dPick(x: usize, values: usize, y: usize, desc: usize): void {
  store<usize>(CTX, x);
  store<usize>(CTX, values, 4);
  store<usize>(CTX, y, 8);
  store<usize>(CTX, desc, 12);
  parallelFor(pickTask, CTX, geometry(CTX, BATCH) * geometry(CTX, OUT_H));
}

// Gradient of one image and one block of channels: windows in order, so that sums have one order.
// @ts-ignore: decorator
@inline function poolBack(max: bool, task: i32, ctx: usize): void {
  const inH = geometry(ctx, IN_H);
  const inW = geometry(ctx, IN_W);
  const channels = geometry(ctx, CHANNELS);
  const outH = geometry(ctx, OUT_H);
  const outW = geometry(ctx, OUT_W);
  const kernelH = geometry(ctx, KERNEL_H);
  const kernelW = geometry(ctx, KERNEL_W);
  const blocks = (channels + BLOCK - 1) / BLOCK;
  const b = task / blocks;
  const kBegin = (task - b * blocks) * BLOCK;
  const kEnd = i32Min(channels, kBegin + BLOCK);
  const pixel = <usize>channels << 2;
  const image = <usize>(b * inH * inW) * pixel;
  const x = load<usize>(ctx) + image;
  const dx = load<usize>(ctx, 8) + image;
  for (let p = 0; p < inH * inW; p++) {
    const to = dx + <usize>p * pixel;
    for (let k = kBegin; k < kEnd; k++) store<f32>(to + (<usize>k << 2), 0);
  }
  let dy = load<usize>(ctx, 4) + <usize>(b * outH * outW) * pixel;
  for (let r = 0; r < outH; r++) {
    const top = r * geometry(ctx, STRIDE_H) - geometry(ctx, PAD_TOP);
    const rowBegin = i32Max(0, top);
    const rowEnd = i32Min(inH, top + kernelH);
    for (let c = 0; c < outW; c++) {
      const left = c * geometry(ctx, STRIDE_W) - geometry(ctx, PAD_LEFT);
      const colBegin = i32Max(0, left);
      const colEnd = i32Min(inW, left + kernelW);
      const share = f32x4.splat(<f32>((rowEnd - rowBegin) * (colEnd - colBegin)));
      let k = kBegin;
      while (k < kEnd) {
        const whole = k + 4 <= kEnd;
        let g = loadSome(dy + (<usize>k << 2), whole);
        let best = f32x4.splat(-Infinity);
        let at = i32x4.splat(-1);
        if (max) {
          for (let i = rowBegin; i < rowEnd; i++) {
            for (let j = colBegin; j < colEnd; j++) {
              const v = loadSome(x + <usize>(i * inW + j) * pixel + (<usize>k << 2), whole);
              const higher = f32x4.gt(v, best);
              best = v128.bitselect(v, best, higher);
              at = v128.bitselect(i32x4.splat(i * inW + j), at, higher);
            }
          }
        } else {
          g = f32x4.div(g, share);
        }
        for (let i = rowBegin; i < rowEnd; i++) {
          for (let j = colBegin; j < colEnd; j++) {
            const to = dx + <usize>(i * inW + j) * pixel + (<usize>k << 2);
            const add = max ? v128.and(g, i32x4.eq(at, i32x4.splat(i * inW + j))) : g;
            storeSome(to, f32x4.add(loadSome(to, whole), add), whole);
          }
        }
        k += whole ? 4 : 1;
      }
      dy += pixel;
    }
  }
}

function maxBackTask(task: i32, ctx: usize): void {
  poolBack(true, task, ctx);
}

function avgBackTask(task: i32, ctx: usize): void {
  poolBack(false, task, ctx);
}

/** dx of pool2d; the maximum's gradient goes to the first largest element. x is read by the maximum only. */
export function pool2dGrad(kind: i32, x: usize, dy: usize, dx: usize, desc: usize): void {
  store<usize>(CTX, x);
  store<usize>(CTX, dy, 4);
  store<usize>(CTX, dx, 8);
  store<usize>(CTX, desc, 12);
  const tasks = geometry(CTX, BATCH) * ((geometry(CTX, CHANNELS) + BLOCK - 1) / BLOCK);
  if (kind == 1) parallelFor(maxBackTask, CTX, tasks);
  else parallelFor(avgBackTask, CTX, tasks);
}
