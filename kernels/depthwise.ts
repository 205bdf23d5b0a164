// Depthwise convolution (each input channel by its own `multiplier` filters) and its gradients, NHWC float32.
// SIMD over channels where the multiplier is 1, plain loops otherwise. One task per output row or filter tap.
import { parallelFor } from './pool';
import { loadTail, madd, storeTail } from './simd';

/** Fields as the host fills them, 4 bytes each (src/engine/simd/conv/depthwise.ts). */
@unmanaged
class DepthwiseJob {
  /** [n, h, w, c], its gradient in `depthwiseGradInput`. */
  x: usize;
  /** [kh, kw, c, multiplier], its gradient in `depthwiseGradFilter`. */
  filter: usize;
  /** [n, outH, outW, c * multiplier], its gradient in the gradients. */
  y: usize;
  n: i32;
  h: i32;
  w: i32;
  c: i32;
  multiplier: i32;
  kh: i32;
  kw: i32;
  outH: i32;
  outW: i32;
  strideH: i32;
  strideW: i32;
  dilationH: i32;
  dilationW: i32;
  padTop: i32;
  padLeft: i32;
}

// @ts-ignore: decorator
@inline
function read(address: usize, lanes: i32): v128 {
  return lanes == 4 ? v128.load(address) : loadTail(address, lanes);
}

// @ts-ignore: decorator
@inline
function write(address: usize, value: v128, lanes: i32): void {
  if (lanes == 4) v128.store(address, value);
  else storeTail(address, value, lanes);
}

// @ts-ignore: decorator
@inline
function xAt(job: DepthwiseJob, image: i32, y: i32, x: i32): usize {
  return job.x + (<usize>((image * job.h + y) * job.w + x) * <usize>job.c << 2);
}

// @ts-ignore: decorator
@inline
function yAt(job: DepthwiseJob, image: i32, y: i32, x: i32): usize {
  return job.y + (<usize>((image * job.outH + y) * job.outW + x) * <usize>(job.c * job.multiplier) << 2);
}

// @ts-ignore: decorator
@inline
function filterAt(job: DepthwiseJob, ky: i32, kx: i32): usize {
  return job.filter + (<usize>((ky * job.kw + kx) * job.c * job.multiplier) << 2);
}

function forwardTask(row: i32, args: usize): void {
  const job = changetype<DepthwiseJob>(args);
  const image = row / job.outH;
  const oy = row % job.outH;
  const c = job.c;
  const multiplier = job.multiplier;
  for (let ox = 0; ox < job.outW; ox++) {
    const out = yAt(job, image, oy, ox);
    const left = ox * job.strideW - job.padLeft;
    for (let i = 0; i < c; i += multiplier == 1 ? 4 : 1) {
      const lanes = min(4, c - i);
      let sum = f32x4.splat(0);
      for (let q = 0; q < multiplier; q++) {
        let scalar: f32 = 0;
        for (let ky = 0; ky < job.kh; ky++) {
          const iy = oy * job.strideH - job.padTop + ky * job.dilationH;
          if (<u32>iy >= <u32>job.h) continue;
          for (let kx = 0; kx < job.kw; kx++) {
            const ix = left + kx * job.dilationW;
            if (<u32>ix >= <u32>job.w) continue;
            const s = xAt(job, image, iy, ix) + (<usize>i << 2);
            const f = filterAt(job, ky, kx) + (<usize>(i * multiplier + q) << 2);
            if (multiplier == 1) sum = madd(read(s, lanes), read(f, lanes), sum);
            else scalar += load<f32>(s) * load<f32>(f);
          }
        }
        if (multiplier != 1) store<f32>(out + (<usize>(i * multiplier + q) << 2), scalar);
      }
      if (multiplier == 1) write(out + (<usize>i << 2), sum, lanes);
    }
  }
}

function gradInputTask(row: i32, args: usize): void {
  const job = changetype<DepthwiseJob>(args);
  const image = row / job.h;
  const iy = row % job.h;
  const c = job.c;
  const multiplier = job.multiplier;
  for (let ix = 0; ix < job.w; ix++) {
    const out = xAt(job, image, iy, ix);
    for (let i = 0; i < c; i += multiplier == 1 ? 4 : 1) {
      const lanes = min(4, c - i);
      let sum = f32x4.splat(0);
      let scalar: f32 = 0;
      for (let ky = 0; ky < job.kh; ky++) {
        const fromY = iy + job.padTop - ky * job.dilationH;
        const oy = fromY / job.strideH;
        if (fromY < 0 || fromY % job.strideH != 0 || oy >= job.outH) continue;
        for (let kx = 0; kx < job.kw; kx++) {
          const fromX = ix + job.padLeft - kx * job.dilationW;
          const ox = fromX / job.strideW;
          if (fromX < 0 || fromX % job.strideW != 0 || ox >= job.outW) continue;
          const d = yAt(job, image, oy, ox) + (<usize>(i * multiplier) << 2);
          const f = filterAt(job, ky, kx) + (<usize>(i * multiplier) << 2);
          if (multiplier == 1) sum = madd(read(d, lanes), read(f, lanes), sum);
          else {
            for (let q = 0; q < multiplier; q++) {
              scalar += load<f32>(d + (<usize>q << 2)) * load<f32>(f + (<usize>q << 2));
            }
          }
        }
      }
      if (multiplier == 1) write(out + (<usize>i << 2), sum, lanes);
      else store<f32>(out + (<usize>i << 2), scalar);
    }
  }
}

/** Channels of one filter-gradient task. */
const CHANNELS: i32 = 16;

/** One tap, up to 16 input channels: sums over each output row first, then over rows, so that errors stay small. */
function gradFilterTask(index: i32, args: usize): void {
  const job = changetype<DepthwiseJob>(args);
  const taps = job.kh * job.kw;
  const ky = (index % taps) / job.kw;
  const kx = index % job.kw;
  const firstChannel = (index / taps) * CHANNELS;
  const end = min(job.c, firstChannel + CHANNELS);
  const multiplier = job.multiplier;
  const rows = job.n * job.outH;
  const out = filterAt(job, ky, kx);
  for (let i = firstChannel; i < end; i += multiplier == 1 ? 4 : 1) {
    const lanes = min(4, end - i);
    for (let q = 0; q < multiplier; q++) {
      let total = f32x4.splat(0);
      let scalarTotal: f32 = 0;
      for (let row = 0; row < rows; row++) {
        const iy = (row % job.outH) * job.strideH - job.padTop + ky * job.dilationH;
        if (<u32>iy >= <u32>job.h) continue;
        const image = row / job.outH;
        let sum = f32x4.splat(0);
        let scalar: f32 = 0;
        for (let ox = 0; ox < job.outW; ox++) {
          const ix = ox * job.strideW - job.padLeft + kx * job.dilationW;
          if (<u32>ix >= <u32>job.w) continue;
          const s = xAt(job, image, iy, ix) + (<usize>i << 2);
          const d = yAt(job, image, row % job.outH, ox) + (<usize>(i * multiplier + q) << 2);
          if (multiplier == 1) sum = madd(read(s, lanes), read(d, lanes), sum);
          else scalar += load<f32>(s) * load<f32>(d);
        }
        total = f32x4.add(total, sum);
        scalarTotal += scalar;
      }
      if (multiplier == 1) write(out + (<usize>i << 2), total, lanes);
      else store<f32>(out + (<usize>(i * multiplier + q) << 2), scalarTotal);
    }
  }
}

/** y from x and the filter. */
export function depthwiseForward(args: usize): void {
  const job = changetype<DepthwiseJob>(args);
  parallelFor(forwardTask, args, job.n * job.outH);
}

/** Writes the gradient of x to `job.x` from the gradient of y at `job.y`. */
export function depthwiseGradInput(args: usize): void {
  const job = changetype<DepthwiseJob>(args);
  parallelFor(gradInputTask, args, job.n * job.h);
}

/** Writes the gradient of the filter to `job.filter` from x and the gradient of y at `job.y`. */
export function depthwiseGradFilter(args: usize): void {
  const job = changetype<DepthwiseJob>(args);
  parallelFor(gradFilterTask, args, job.kh * job.kw * ((job.c + CHANNELS - 1) / CHANNELS));
}
