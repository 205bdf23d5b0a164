// Resampling of [batch, height, width, channels] by tables, with its gradient. A table row says for one
// output index which two input indices it mixes: low (int32), high (int32), weight of high (float32);
// nearest neighbour is weight 0. The caller makes the tables, so every sampling convention is one kernel.
import { ARGS } from '../layout';
import { parallelFor } from '../pool';

// @ts-ignore: decorator
@inline const CTX: usize = ARGS;
// @ts-ignore: decorator
@inline const ENTRY: usize = 12;

// @ts-ignore: decorator
@inline function lerp(a: v128, b: v128, t: v128): v128 {
  return f32x4.add(a, f32x4.mul(f32x4.sub(b, a), t));
}

function resizeTask(task: i32, ctx: usize): void {
  const x = load<usize>(ctx);
  const rows = load<usize>(ctx, 8);
  const cols = load<usize>(ctx, 12);
  const inH = load<i32>(ctx, 16);
  const inW = load<i32>(ctx, 20);
  const outH = load<i32>(ctx, 24);
  const outW = load<i32>(ctx, 28);
  const channels = load<i32>(ctx, 32);
  const pixel = <usize>channels << 2;
  const b = task / outH;
  const row = rows + <usize>(task - b * outH) * ENTRY;
  const low = x + <usize>((b * inH + load<i32>(row)) * inW) * pixel;
  const high = x + <usize>((b * inH + load<i32>(row, 4)) * inW) * pixel;
  const u = load<f32>(row, 8);
  const tu = f32x4.splat(u);
  let out = load<usize>(ctx, 4) + <usize>(task * outW) * pixel;
  for (let c = 0; c < outW; c++) {
    const col = cols + <usize>c * ENTRY;
    const l = <usize>load<i32>(col) * pixel;
    const h = <usize>load<i32>(col, 4) * pixel;
    const v = load<f32>(col, 8);
    const tv = f32x4.splat(v);
    const copy = u == 0 && v == 0;
    let k = 0;
    for (; k + 4 <= channels; k += 4) {
      const at = <usize>k << 2;
      let value = v128.load(low + l + at);
      if (!copy) {
        const upper = lerp(value, v128.load(low + h + at), tv);
        value = lerp(upper, lerp(v128.load(high + l + at), v128.load(high + h + at), tv), tu);
      }
      v128.store(out + at, value);
    }
    for (; k < channels; k++) {
      const at = <usize>k << 2;
      let value = v128.load32_zero(low + l + at);
      if (!copy) {
        const upper = lerp(value, v128.load32_zero(low + h + at), tv);
        value = lerp(upper, lerp(v128.load32_zero(high + l + at), v128.load32_zero(high + h + at), tv), tu);
      }
      v128.store32_lane(out + at, value, 0);
    }
    out += pixel;
  }
}

// @ts-ignore: decorator
@inline function setArguments(
  x: usize, y: usize, rows: usize, cols: usize, inH: i32, inW: i32, outH: i32, outW: i32, channels: i32,
): void {
  store<usize>(CTX, x);
  store<usize>(CTX, y, 4);
  store<usize>(CTX, rows, 8);
  store<usize>(CTX, cols, 12);
  store<i32>(CTX, inH, 16);
  store<i32>(CTX, inW, 20);
  store<i32>(CTX, outH, 24);
  store<i32>(CTX, outW, 28);
  store<i32>(CTX, channels, 32);
}

export function resize2d(
  x: usize, y: usize, rows: usize, cols: usize,
  batch: i32, inH: i32, inW: i32, outH: i32, outW: i32, channels: i32,
): void {
  setArguments(x, y, rows, cols, inH, inW, outH, outW, channels);
  parallelFor(resizeTask, CTX, batch * outH);
}

// @ts-ignore: decorator
@inline function addScaled(to: usize, from: usize, weight: f32, channels: i32): void {
  const w = f32x4.splat(weight);
  let k = 0;
  for (; k + 4 <= channels; k += 4) {
    const at = <usize>k << 2;
    v128.store(to + at, f32x4.add(v128.load(to + at), f32x4.mul(v128.load(from + at), w)));
  }
  for (; k < channels; k++) {
    const at = <usize>k << 2;
    store<f32>(to + at, load<f32>(to + at) + load<f32>(from + at) * weight);
  }
}

// One row of the input's gradient: collects every output row that read it.
function resizeBackTask(task: i32, ctx: usize): void {
  const rows = load<usize>(ctx, 8);
  const cols = load<usize>(ctx, 12);
  const inH = load<i32>(ctx, 16);
  const inW = load<i32>(ctx, 20);
  const outH = load<i32>(ctx, 24);
  const outW = load<i32>(ctx, 28);
  const channels = load<i32>(ctx, 32);
  const pixel = <usize>channels << 2;
  const b = task / inH;
  const r = task - b * inH;
  const dx = load<usize>(ctx, 4) + <usize>(task * inW) * pixel;
  memory.fill(dx, 0, <usize>inW * pixel);
  for (let o = 0; o < outH; o++) {
    const row = rows + <usize>o * ENTRY;
    const u = load<f32>(row, 8);
    let weight: f32 = 0;
    if (load<i32>(row) == r) weight += <f32>1.0 - u;
    if (load<i32>(row, 4) == r) weight += u;
    if (weight == 0) continue;
    let dy = load<usize>(ctx) + <usize>((b * outH + o) * outW) * pixel;
    for (let c = 0; c < outW; c++) {
      const col = cols + <usize>c * ENTRY;
      const v = load<f32>(col, 8);
      addScaled(dx + <usize>load<i32>(col) * pixel, dy, weight * (<f32>1.0 - v), channels);
      if (v != 0) addScaled(dx + <usize>load<i32>(col, 4) * pixel, dy, weight * v, channels);
      dy += pixel;
    }
  }
}

/** dx of resize2d; sizes and tables are those of the forward call. */
export function resize2dGrad(
  dy: usize, dx: usize, rows: usize, cols: usize,
  batch: i32, inH: i32, inW: i32, outH: i32, outW: i32, channels: i32,
): void {
  setArguments(dy, dx, rows, cols, inH, inW, outH, outW, channels);
  parallelFor(resizeBackTask, CTX, batch * inH);
}

// @ts-ignore: decorator
@inline const CHUNK: i32 = 16384;

function affineTask(task: i32, ctx: usize): void {
  const scale = load<usize>(ctx, 8);
  const shift = load<usize>(ctx, 12);
  const rows = load<i32>(ctx, 16);
  const n = load<i32>(ctx, 20);
  const perTask = load<i32>(ctx, 24);
  const end = min(rows, (task + 1) * perTask);
  for (let r = task * perTask; r < end; r++) {
    const at = <usize>r * <usize>n << 2;
    const x = load<usize>(ctx) + at;
    const y = load<usize>(ctx, 4) + at;
    let i = 0;
    for (; i + 4 <= n; i += 4) {
      const k = <usize>i << 2;
      v128.store(y + k, f32x4.add(f32x4.mul(v128.load(x + k), v128.load(scale + k)), v128.load(shift + k)));
    }
    for (; i < n; i++) {
      const k = <usize>i << 2;
      store<f32>(y + k, load<f32>(x + k) * load<f32>(scale + k) + load<f32>(shift + k));
    }
  }
}

/** y[r, c] = x[r, c] * scale[c] + shift[c]. */
export function affineRows(x: usize, y: usize, scale: usize, shift: usize, rows: i32, n: i32): void {
  const perTask = max(1, CHUNK / max(1, n));
  store<usize>(CTX, x);
  store<usize>(CTX, y, 4);
  store<usize>(CTX, scale, 8);
  store<usize>(CTX, shift, 12);
  store<i32>(CTX, rows, 16);
  store<i32>(CTX, n, 20);
  store<i32>(CTX, perTask, 24);
  parallelFor(affineTask, CTX, (rows + perTask - 1) / perTask);
}
