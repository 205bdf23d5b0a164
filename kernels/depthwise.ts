// Depthwise convolution (each input channel by its own `multiplier` filters) and its gradients, NHWC float32.
// SIMD over channels; several filters for each channel in depthwiseMany.ts. One task per row, or per filter tap.
import { DepthwiseJob, filterAt, xAt, yAt } from './depthwiseJob';
import { forwardRowOfMany, gradFilterOfMany, gradInputRowOfMany } from './depthwiseMany';
import { parallelFor } from './pool';
import { loadTail, madd, storeTail } from './simd';

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

/** First k >= 0 with at + k * step >= 0. */
// @ts-ignore: decorator
@inline
function firstTap(at: i32, step: i32): i32 {
  return at < 0 ? (step - 1 - at) / step : 0;
}

/** One past the last k < taps with at + k * step < size. */
// @ts-ignore: decorator
@inline
function endTap(at: i32, step: i32, size: i32, taps: i32): i32 {
  return at >= size ? 0 : min(taps, (size - 1 - at) / step + 1);
}

/**
 * Sum over a rectangle of taps of source times filter, for one pixel and all channels.
 * Addresses are those of the first tap; the strides, in bytes, lead to the next tap in y and in x.
 */
// @ts-ignore: decorator
@inline
function sumTaps(
  out: usize,
  source: usize,
  filter: usize,
  tapsY: i32,
  tapsX: i32,
  sourceY: isize,
  sourceX: isize,
  filterY: isize,
  filterX: isize,
  c: i32,
): void {
  let i = 0;
  for (; i + 8 <= c; i += 8) {
    let a = f32x4.splat(0);
    let b = f32x4.splat(0);
    for (let y = 0; y < tapsY; y++) {
      let s = source + (<usize>i << 2) + <usize>y * sourceY;
      let f = filter + (<usize>i << 2) + <usize>y * filterY;
      for (let x = 0; x < tapsX; x++) {
        a = madd(v128.load(s), v128.load(f), a);
        b = madd(v128.load(s, 16), v128.load(f, 16), b);
        s += sourceX;
        f += filterX;
      }
    }
    v128.store(out + (<usize>i << 2), a);
    v128.store(out + (<usize>i << 2), b, 16);
  }
  for (; i < c; i += 4) {
    const lanes = min(4, c - i);
    let a = f32x4.splat(0);
    for (let y = 0; y < tapsY; y++) {
      let s = source + (<usize>i << 2) + <usize>y * sourceY;
      let f = filter + (<usize>i << 2) + <usize>y * filterY;
      for (let x = 0; x < tapsX; x++) {
        a = madd(read(s, lanes), read(f, lanes), a);
        s += sourceX;
        f += filterX;
      }
    }
    write(out + (<usize>i << 2), a, lanes);
  }
}

function forwardTask(row: i32, args: usize): void {
  const job = changetype<DepthwiseJob>(args);
  if (job.multiplier != 1) {
    forwardRowOfMany(job, row);
    return;
  }
  const image = row / job.outH;
  const c = job.c;
  const pixel = <isize>c << 2;
  const oy = row % job.outH;
  const top = oy * job.strideH - job.padTop;
  const ky = firstTap(top, job.dilationH);
  const tapsY = endTap(top, job.dilationH, job.h, job.kh) - ky;
  for (let ox = 0; ox < job.outW; ox++) {
    const left = ox * job.strideW - job.padLeft;
    const kx = firstTap(left, job.dilationW);
    const tapsX = endTap(left, job.dilationW, job.w, job.kw) - kx;
    sumTaps(
      yAt(job, image, oy, ox),
      xAt(job, image, top + ky * job.dilationH, left + kx * job.dilationW),
      filterAt(job, ky, kx),
      tapsY,
      tapsX,
      pixel * job.w * job.dilationH,
      pixel * job.dilationW,
      pixel * job.kw,
      pixel,
      c,
    );
  }
}

/** Step from one tap that meets an output to the next: the stride, and 1 where the filter is dilated (never both). */
// @ts-ignore: decorator
@inline
function tapStep(stride: i32, dilation: i32): i32 {
  return dilation == 1 ? stride : 1;
}

/** First tap k whose output (from - k * dilation) / stride is whole and below `size`. */
// @ts-ignore: decorator
@inline
function firstMetTap(from: i32, stride: i32, dilation: i32, size: i32): i32 {
  const step = tapStep(stride, dilation);
  const least = from - (size - 1) * stride;
  const first = least > 0 ? (least + dilation - 1) / dilation : 0;
  // Dilated: step 1. Strided: the tap's output is whole when from - k is a multiple of the stride.
  return first + ((((from - first) % step) + step) % step);
}

/** How many taps from `first` on meet an output that is not negative. */
// @ts-ignore: decorator
@inline
function metTaps(first: i32, from: i32, stride: i32, dilation: i32, taps: i32): i32 {
  const end = min(taps, from / dilation + 1);
  return from < 0 || first >= end ? 0 : (end - 1 - first) / tapStep(stride, dilation) + 1;
}

function gradInputTask(row: i32, args: usize): void {
  const job = changetype<DepthwiseJob>(args);
  if (job.multiplier != 1) {
    gradInputRowOfMany(job, row);
    return;
  }
  const image = row / job.h;
  const c = job.c;
  const pixel = <isize>c << 2;
  const iy = row % job.h;
  const fromY = iy + job.padTop;
  const ky = firstMetTap(fromY, job.strideH, job.dilationH, job.outH);
  const tapsY = metTaps(ky, fromY, job.strideH, job.dilationH, job.kh);
  const stepY = tapStep(job.strideH, job.dilationH);
  const stepX = tapStep(job.strideW, job.dilationW);
  for (let ix = 0; ix < job.w; ix++) {
    const fromX = ix + job.padLeft;
    const kx = firstMetTap(fromX, job.strideW, job.dilationW, job.outW);
    const tapsX = metTaps(kx, fromX, job.strideW, job.dilationW, job.kw);
    sumTaps(
      xAt(job, image, iy, ix),
      yAt(job, image, (fromY - ky * job.dilationH) / job.strideH, (fromX - kx * job.dilationW) / job.strideW),
      filterAt(job, ky, kx),
      tapsY,
      tapsX,
      -pixel * job.outW * job.dilationH,
      -pixel * job.dilationW,
      pixel * job.kw * stepY,
      pixel * stepX,
      c,
    );
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
  const first = (index / taps) * CHANNELS;
  const channels = min(job.c - first, CHANNELS);
  if (job.multiplier != 1) gradFilterOfMany(job, ky, kx, first, first + channels);
  else if (channels == CHANNELS) gradFilterOf16(job, ky, kx, first);
  else {
    for (let i = 0; i < channels; i += 4) gradFilterOf4(job, ky, kx, first + i, min(4, channels - i));
  }
}

/** First output of a row whose tap kx lies in the image. */
// @ts-ignore: decorator
@inline
function firstMet(job: DepthwiseJob, kx: i32): i32 {
  return firstTap(kx * job.dilationW - job.padLeft, job.strideW);
}

/** One past the last such output. */
// @ts-ignore: decorator
@inline
function endMet(job: DepthwiseJob, kx: i32): i32 {
  return endTap(kx * job.dilationW - job.padLeft, job.strideW, job.w, job.outW);
}

function gradFilterOf16(job: DepthwiseJob, ky: i32, kx: i32, first: i32): void {
  const pixel = <usize>job.c << 2;
  const across = pixel * job.strideW;
  const ox = firstMet(job, kx);
  const end = endMet(job, kx);
  const ix = ox * job.strideW - job.padLeft + kx * job.dilationW;
  let total0 = f32x4.splat(0);
  let total1 = total0;
  let total2 = total0;
  let total3 = total0;
  const rows = ox < end ? job.n * job.outH : 0;
  for (let row = 0; row < rows; row++) {
    const iy = (row % job.outH) * job.strideH - job.padTop + ky * job.dilationH;
    if (<u32>iy >= <u32>job.h) continue;
    let s = xAt(job, row / job.outH, iy, ix) + (<usize>first << 2);
    let d = job.y + (<usize>(row * job.outW + ox) * pixel) + (<usize>first << 2);
    let sum0 = f32x4.splat(0);
    let sum1 = sum0;
    let sum2 = sum0;
    let sum3 = sum0;
    for (let o = ox; o < end; o++) {
      sum0 = madd(v128.load(s), v128.load(d), sum0);
      sum1 = madd(v128.load(s, 16), v128.load(d, 16), sum1);
      sum2 = madd(v128.load(s, 32), v128.load(d, 32), sum2);
      sum3 = madd(v128.load(s, 48), v128.load(d, 48), sum3);
      s += across;
      d += pixel;
    }
    total0 = f32x4.add(total0, sum0);
    total1 = f32x4.add(total1, sum1);
    total2 = f32x4.add(total2, sum2);
    total3 = f32x4.add(total3, sum3);
  }
  const out = filterAt(job, ky, kx) + (<usize>first << 2);
  v128.store(out, total0);
  v128.store(out, total1, 16);
  v128.store(out, total2, 32);
  v128.store(out, total3, 48);
}

function gradFilterOf4(job: DepthwiseJob, ky: i32, kx: i32, first: i32, lanes: i32): void {
  const pixel = <usize>job.c << 2;
  const across = pixel * job.strideW;
  const ox = firstMet(job, kx);
  const end = endMet(job, kx);
  const ix = ox * job.strideW - job.padLeft + kx * job.dilationW;
  let total = f32x4.splat(0);
  const rows = ox < end ? job.n * job.outH : 0;
  for (let row = 0; row < rows; row++) {
    const iy = (row % job.outH) * job.strideH - job.padTop + ky * job.dilationH;
    if (<u32>iy >= <u32>job.h) continue;
    let s = xAt(job, row / job.outH, iy, ix) + (<usize>first << 2);
    let d = job.y + (<usize>(row * job.outW + ox) * pixel) + (<usize>first << 2);
    let sum = f32x4.splat(0);
    for (let o = ox; o < end; o++) {
      sum = madd(read(s, lanes), read(d, lanes), sum);
      s += across;
      d += pixel;
    }
    total = f32x4.add(total, sum);
  }
  write(filterAt(job, ky, kx) + (<usize>first << 2), total, lanes);
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
