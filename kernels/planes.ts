// Convolution jobs of stride 1 to one, two or three output channels on wide maps: the last layer of generators, the input
// gradient of a network's first layer. A panel of 8 outputs would mostly multiply zeros, and dot products along the channels
// (kernels/dot.ts) load two vectors per product. Here the input is laid out as planes, a line of pixels after another, so that
// vectors are neighbouring pixels, and a weight is one number for all of them. Sixteen channels at a time.
import { activateRow } from './activation';
import { ConvJob, CONV_JOB_BYTES } from './convJob';
import { transpose4 } from './pack';
import { currentThread, parallelFor } from './pool';
import { madd } from './simd';

/** Channels that lie as planes at a time; src/engine/simd/conv/planes.ts knows it, too. */
const CHANNELS: i32 = 16;

/** Pixels of a tile by output channels: 8 vectors of one, 4 of two, 3 of three. */
// @ts-ignore: decorator
@inline
function tilePixels(outC: i32): i32 {
  return outC == 1 ? 32 : outC == 2 ? 16 : 12;
}

/** Adds the products of `channels` planes to 32 pixels of one output. */
function tile1(data: usize, plane: usize, channels: i32, offsets: usize, end: usize, w: usize, sums: usize): void {
  let s0 = v128.load(sums), s1 = v128.load(sums, 16), s2 = v128.load(sums, 32), s3 = v128.load(sums, 48);
  let s4 = v128.load(sums, 64), s5 = v128.load(sums, 80), s6 = v128.load(sums, 96), s7 = v128.load(sums, 112);
  for (let c = 0; c < channels; c++) {
    for (let o = offsets; o < end; o += 4) {
      const p = data + load<usize>(o);
      const weight = v128.load32_splat(w);
      w += 4;
      s0 = madd(v128.load(p), weight, s0);
      s1 = madd(v128.load(p, 16), weight, s1);
      s2 = madd(v128.load(p, 32), weight, s2);
      s3 = madd(v128.load(p, 48), weight, s3);
      s4 = madd(v128.load(p, 64), weight, s4);
      s5 = madd(v128.load(p, 80), weight, s5);
      s6 = madd(v128.load(p, 96), weight, s6);
      s7 = madd(v128.load(p, 112), weight, s7);
    }
    data += plane;
  }
  v128.store(sums, s0);
  v128.store(sums, s1, 16);
  v128.store(sums, s2, 32);
  v128.store(sums, s3, 48);
  v128.store(sums, s4, 64);
  v128.store(sums, s5, 80);
  v128.store(sums, s6, 96);
  v128.store(sums, s7, 112);
}

/** The same to 16 pixels of two outputs, whose sums lie `step` bytes apart. */
function tile2(
  data: usize, plane: usize, channels: i32, offsets: usize, end: usize, w: usize, sums: usize, step: usize,
): void {
  const more = sums + step;
  let a0 = v128.load(sums), a1 = v128.load(sums, 16), a2 = v128.load(sums, 32), a3 = v128.load(sums, 48);
  let b0 = v128.load(more), b1 = v128.load(more, 16), b2 = v128.load(more, 32), b3 = v128.load(more, 48);
  for (let c = 0; c < channels; c++) {
    for (let o = offsets; o < end; o += 4) {
      const p = data + load<usize>(o);
      const a = v128.load32_splat(w), b = v128.load32_splat(w, 4);
      w += 8;
      let x = v128.load(p);
      a0 = madd(x, a, a0);
      b0 = madd(x, b, b0);
      x = v128.load(p, 16);
      a1 = madd(x, a, a1);
      b1 = madd(x, b, b1);
      x = v128.load(p, 32);
      a2 = madd(x, a, a2);
      b2 = madd(x, b, b2);
      x = v128.load(p, 48);
      a3 = madd(x, a, a3);
      b3 = madd(x, b, b3);
    }
    data += plane;
  }
  v128.store(sums, a0);
  v128.store(sums, a1, 16);
  v128.store(sums, a2, 32);
  v128.store(sums, a3, 48);
  v128.store(more, b0);
  v128.store(more, b1, 16);
  v128.store(more, b2, 32);
  v128.store(more, b3, 48);
}

/** The same to 12 pixels of three outputs. */
function tile3(
  data: usize, plane: usize, channels: i32, offsets: usize, end: usize, w: usize, sums: usize, step: usize,
): void {
  const second = sums + step;
  const third = second + step;
  let a0 = v128.load(sums), a1 = v128.load(sums, 16), a2 = v128.load(sums, 32);
  let b0 = v128.load(second), b1 = v128.load(second, 16), b2 = v128.load(second, 32);
  let c0 = v128.load(third), c1 = v128.load(third, 16), c2 = v128.load(third, 32);
  for (let i = 0; i < channels; i++) {
    for (let o = offsets; o < end; o += 4) {
      const p = data + load<usize>(o);
      const a = v128.load32_splat(w), b = v128.load32_splat(w, 4), c = v128.load32_splat(w, 8);
      w += 12;
      let x = v128.load(p);
      a0 = madd(x, a, a0);
      b0 = madd(x, b, b0);
      c0 = madd(x, c, c0);
      x = v128.load(p, 16);
      a1 = madd(x, a, a1);
      b1 = madd(x, b, b1);
      c1 = madd(x, c, c1);
      x = v128.load(p, 32);
      a2 = madd(x, a, a2);
      b2 = madd(x, b, b2);
      c2 = madd(x, c, c2);
    }
    data += plane;
  }
  v128.store(sums, a0);
  v128.store(sums, a1, 16);
  v128.store(sums, a2, 32);
  v128.store(second, b0);
  v128.store(second, b1, 16);
  v128.store(second, b2, 32);
  v128.store(third, c0);
  v128.store(third, c1, 16);
  v128.store(third, c2, 32);
}

/** Zeros, without the call that memory.fill is: there are few of them, and often. */
// @ts-ignore: decorator
@inline
function clear(at: usize, bytes: usize): void {
  const end = at + bytes;
  for (; at + 16 <= end; at += 16) v128.store(at, f32x4.splat(0));
  for (; at < end; at += 4) store<f32>(at, 0);
}

/** Lays `lines` x `width` pixels from (top, left) of `channels` channels out as planes, zero outside of the image. */
function readPlanes(
  job: ConvJob, image: i32, top: i32, left: i32, lines: i32, width: i32, first: i32, channels: i32, planes: usize,
): void {
  const pixel = <usize>job.c << 2;
  const lineBytes = <usize>width << 2;
  const plane = <usize>lines * lineBytes;
  const before = min(max(-left, 0), width);
  const inside = max(0, min(left + width, job.w) - max(left, 0));
  const beforeBytes = <usize>before << 2;
  const afterBytes = <usize>(width - before - inside) << 2;
  for (let l = 0; l < lines; l++) {
    const y = top + l;
    const line = planes + <usize>l * lineBytes;
    if (inside == 0 || <u32>y >= <u32>job.h) {
      for (let k = 0; k < channels; k++) clear(line + <usize>k * plane, lineBytes);
      continue;
    }
    const source = job.input + <usize>((image * job.h + y) * job.w + max(left, 0)) * pixel + (<usize>first << 2);
    for (let k = 0; k < channels; k += 4) {
      let from = source + (<usize>k << 2);
      let to = line + <usize>k * plane + beforeBytes;
      let x = 0;
      for (; x + 4 <= inside; x += 4) {
        const third = from + 2 * pixel;
        transpose4(
          v128.load(from), v128.load(from + pixel), v128.load(third), v128.load(third + pixel), to, plane,
        );
        from += 4 * pixel;
        to += 16;
      }
      for (; x < inside; x++) {
        for (let j: usize = 0; j < 4; j++) store<f32>(to + j * plane, load<f32>(from + (j << 2)));
        from += pixel;
        to += 4;
      }
    }
    for (let k = 0; k < channels; k++) {
      const own = line + <usize>k * plane;
      clear(own, beforeBytes);
      clear(own + lineBytes - afterBytes, afterBytes);
    }
  }
}

/** Writes the sums of `rows` rows to their pixels. */
function writeRows(job: ConvJob, image: i32, first: i32, rows: i32, pitch: i32, sums: usize): void {
  const outC = job.outC;
  const step = <usize>(job.outStepW * outC) << 2;
  const apart = <usize>(rows * pitch) << 2;
  for (let y = 0; y < rows; y++) {
    const line = (image * job.outH + (first + y) * job.outStepH + job.outStartH) * job.outW + job.outStartW;
    let out = job.out + (<usize>(line * outC) << 2);
    let from = sums + (<usize>(y * pitch) << 2);
    for (let x = 0; x < job.gridW; x++) {
      store<f32>(out, load<f32>(from));
      if (outC > 1) store<f32>(out, load<f32>(from + apart), 4);
      if (outC > 2) store<f32>(out, load<f32>(from + 2 * apart), 8);
      from += 4;
      out += step;
    }
  }
}

/** One task: `blockPixels` rows of the grid of one image. */
function planeTask(index: i32, jobs: usize): void {
  let address = jobs;
  let job = changetype<ConvJob>(address);
  while (index >= job.n * job.pixelBlocks) {
    index -= job.n * job.pixelBlocks;
    address += CONV_JOB_BYTES;
    job = changetype<ConvJob>(address);
  }
  const outC = job.outC;
  const taps = job.taps;
  const image = index / job.pixelBlocks;
  const first = (index % job.pixelBlocks) * job.blockPixels;
  const rows = min(job.blockPixels, job.gridH - first);
  let top = load<i32>(job.tapList), left = load<i32>(job.tapList, 4);
  let bottom = top, right = left;
  for (let t = 1; t < taps; t++) {
    const tap = job.tapList + <usize>(t * 12);
    top = min(top, load<i32>(tap));
    bottom = max(bottom, load<i32>(tap));
    left = min(left, load<i32>(tap, 4));
    right = max(right, load<i32>(tap, 4));
  }
  const across = tilePixels(outC);
  const pitch = ((job.gridW + across - 1) / across) * across;
  const width = (pitch + right - left + 3) & ~3;
  const lines = rows + bottom - top;
  const plane = <usize>(lines * width) << 2;
  const offsets = job.scratch + <usize>currentThread() * job.scratchStride;
  const end = offsets + (<usize>taps << 2);
  const sums = (end + 15) & ~15;
  const apart = <usize>(rows * pitch) << 2;
  const planes = sums + <usize>outC * apart;
  for (let t = 0; t < taps; t++) {
    const tap = job.tapList + <usize>(t * 12);
    const offset = (load<i32>(tap) - top) * width + load<i32>(tap, 4) - left;
    store<usize>(offsets + (<usize>t << 2), <usize>offset << 2);
  }
  for (let o = 0; o < outC; o++) {
    const bias = f32x4.splat(job.bias ? load<f32>(job.bias + (<usize>o << 2)) : 0);
    const start = sums + <usize>o * apart;
    for (let at = start; at < start + apart; at += 16) v128.store(at, bias);
  }
  for (let chunk = 0; chunk < job.c; chunk += CHANNELS) {
    const channels = min(CHANNELS, job.c - chunk);
    readPlanes(job, image, first + top, left, lines, width, chunk, channels, planes);
    const weights = job.packed + (<usize>(chunk * taps * outC) << 2);
    for (let y = 0; y < rows; y++) {
      for (let x = 0; x < pitch; x += across) {
        const data = planes + (<usize>(y * width + x) << 2);
        const to = sums + (<usize>(y * pitch + x) << 2);
        if (outC == 1) tile1(data, plane, channels, offsets, end, weights, to);
        else if (outC == 2) tile2(data, plane, channels, offsets, end, weights, to, apart);
        else tile3(data, plane, channels, offsets, end, weights, to, apart);
      }
    }
  }
  activateRow(sums, outC * rows * pitch, job.activation, job.alpha);
  writeRows(job, image, first, rows, pitch, sums);
}

/** Lays a job's filter out as [inner][tap][outC]. */
function pack(job: ConvJob): void {
  let target = job.packed;
  for (let k = 0; k < job.c; k++) {
    for (let t = 0; t < job.taps; t++) {
      const tap = load<i32>(job.tapList + <usize>(t * 12), 8);
      for (let o = 0; o < job.outC; o++) {
        const at = tap * job.tapStride + k * job.innerStride + o * job.outerStride;
        store<f32>(target, load<f32>(job.filter + (<usize>at << 2)));
        target += 4;
      }
    }
  }
}

/**
 * out = act(conv(input) + bias) for each of `count` jobs of stride 1, one after the other at `jobs`: one to three output
 * channels, a multiple of four input channels, a tap at least. `blockPixels` counts rows of a task, `pixelBlocks` tasks of an
 * image; `packed` has room for the filter.
 */
export function planeConv(jobs: usize, count: i32): void {
  let tasks = 0;
  for (let i = 0; i < count; i++) {
    const job = changetype<ConvJob>(jobs + <usize>i * CONV_JOB_BYTES);
    pack(job);
    tasks += job.n * job.pixelBlocks;
  }
  parallelFor(planeTask, jobs, tasks);
}
