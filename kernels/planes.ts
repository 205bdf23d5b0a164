// Convolution jobs of stride 1 to one, two or three output channels on wide maps: the last layer of generators, the input
// gradient of a network's first layer. A panel of 8 outputs would mostly multiply zeros, and dot products along the channels
// (kernels/dot.ts) load two vectors per product. Here the input is laid out as planes, a line of pixels after another, so that
// vectors are neighbouring pixels, and a weight is one number for all of them. Sixteen channels at a time. The jobs of a call, the
// phases of a transposed convolution, read the same planes.
import { activateRow } from './activation';
import { ConvJob, CONV_JOB_BYTES } from './convJob';
import { transpose4 } from './pack';
import { addLine } from './planeTiles';
import { currentThread, parallelFor } from './pool';

/** Channels that lie as planes at a time; src/engine/simd/conv/planes.ts knows it, too. */
const CHANNELS: i32 = 16;

/** What the jobs of a call share, as the host fills it, 4 bytes each (src/engine/simd/conv/planes.ts). */
@unmanaged
class PlaneJobs {
  /** ConvJobs, one after the other, of one input and as many outputs. */
  jobs: usize;
  count: i32;
  /** Rows of the grids per task, and tasks per image. */
  rows: i32;
  blocks: i32;
  /** The least dy and dx of all taps, and the rows from the least dy to the greatest. */
  top: i32;
  left: i32;
  reach: i32;
  /** Pixels of a line of a plane, and of a line of sums. */
  width: i32;
  pitch: i32;
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

/** Writes the sums of `rows` rows, of each output `apart` bytes after the one before, to their pixels. */
function writeRows(job: ConvJob, image: i32, first: i32, rows: i32, apart: usize, pitch: i32, sums: usize): void {
  const outC = job.outC;
  const step = <usize>(job.outStepW * outC) << 2;
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

// @ts-ignore: decorator
@inline
function jobAt(jobs: PlaneJobs, index: i32): ConvJob {
  return changetype<ConvJob>(jobs.jobs + <usize>index * CONV_JOB_BYTES);
}

/** One task: rows of the grids of one image, of every job. */
function planeTask(index: i32, address: usize): void {
  const jobs = changetype<PlaneJobs>(address);
  const shared = jobAt(jobs, 0);
  const outC = shared.outC;
  const pitch = jobs.pitch;
  const width = jobs.width;
  const image = index / jobs.blocks;
  const first = (index % jobs.blocks) * jobs.rows;
  let rows = 0;
  const offsets = shared.scratch + <usize>currentThread() * shared.scratchStride;
  let end = offsets;
  for (let j = 0; j < jobs.count; j++) {
    const job = jobAt(jobs, j);
    rows = max(rows, min(jobs.rows, job.gridH - first));
    for (let t = 0; t < job.taps; t++) {
      const tap = job.tapList + <usize>(t * 12);
      const offset = (load<i32>(tap) - jobs.top) * width + load<i32>(tap, 4) - jobs.left;
      store<usize>(end, <usize>offset << 2);
      end += 4;
    }
  }
  const sums = (end + 15) & ~15;
  const apart = <usize>(rows * pitch) << 2;
  const ofJob = <usize>outC * apart;
  const planes = sums + <usize>jobs.count * ofJob;
  const lines = rows + jobs.reach;
  const plane = <usize>(lines * width) << 2;
  for (let o = 0; o < jobs.count * outC; o++) {
    const bias = f32x4.splat(shared.bias ? load<f32>(shared.bias + (<usize>(o % outC) << 2)) : 0);
    const start = sums + <usize>o * apart;
    for (let at = start; at < start + apart; at += 16) v128.store(at, bias);
  }
  for (let chunk = 0; chunk < shared.c; chunk += CHANNELS) {
    const channels = min(CHANNELS, shared.c - chunk);
    readPlanes(shared, image, first + jobs.top, jobs.left, lines, width, chunk, channels, planes);
    let taps = offsets;
    for (let j = 0; j < jobs.count; j++) {
      const job = jobAt(jobs, j);
      const tapsEnd = taps + (<usize>job.taps << 2);
      const weights = job.packed + (<usize>(chunk * job.taps * outC) << 2);
      const own = min(rows, job.gridH - first);
      for (let y = 0; y < own; y++) {
        const data = planes + (<usize>(y * width) << 2);
        const to = sums + <usize>j * ofJob + (<usize>(y * pitch) << 2);
        addLine(outC, data, plane, channels, taps, tapsEnd, weights, to, apart, pitch);
      }
      taps = tapsEnd;
    }
  }
  activateRow(sums, jobs.count * outC * rows * pitch, shared.activation, shared.alpha);
  for (let j = 0; j < jobs.count; j++) {
    const job = jobAt(jobs, j);
    writeRows(job, image, first, min(rows, job.gridH - first), apart, pitch, sums + <usize>j * ofJob);
  }
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
 * out = act(conv(input) + bias) for each of the ConvJobs of stride 1 that the PlaneJobs at `address` name: one to three output
 * channels, a multiple of four input channels, a tap at least. They read one input, and differ in taps, grid and the pixels that
 * they write. `packed` has room for the filter.
 */
export function planeConv(address: usize): void {
  const jobs = changetype<PlaneJobs>(address);
  for (let i = 0; i < jobs.count; i++) pack(jobAt(jobs, i));
  parallelFor(planeTask, address, jobAt(jobs, 0).n * jobs.blocks);
}
