// Convolution jobs with few output channels (1 to 4): dot products along the input channels, where an 8-wide panel
// would mostly multiply zeros.
import { activateRow } from './activation';
import { ConvJob } from './convJob';
import { inputPointers, outputPointers } from './gather';
import { horizontalSum, loadTail, madd } from './simd';

/** Pixels that share the loads of the weights. */
const ROWS: i32 = 4;

/** Dot products of four rows per tap with one output channel's weights; the sums go to outs[r] + offset. */
function dotTile(
  pointers: usize,
  taps: i32,
  c: i32,
  weights: usize,
  bias: f32,
  outs: usize,
  offset: usize,
): void {
  let s0 = f32x4.splat(0),
    s1 = s0,
    s2 = s0,
    s3 = s0;
  const whole = (<usize>(c & ~3)) << 2;
  const tail = c & 3;
  for (let t = 0; t < taps; t++) {
    const p0 = load<usize>(pointers),
      p1 = load<usize>(pointers, 4);
    const p2 = load<usize>(pointers, 8),
      p3 = load<usize>(pointers, 12);
    pointers += 16;
    for (let k: usize = 0; k < whole; k += 16) {
      const w = v128.load(weights + k);
      s0 = madd(v128.load(p0 + k), w, s0);
      s1 = madd(v128.load(p1 + k), w, s1);
      s2 = madd(v128.load(p2 + k), w, s2);
      s3 = madd(v128.load(p3 + k), w, s3);
    }
    if (tail) {
      const w = loadTail(weights + whole, tail);
      s0 = madd(loadTail(p0 + whole, tail), w, s0);
      s1 = madd(loadTail(p1 + whole, tail), w, s1);
      s2 = madd(loadTail(p2 + whole, tail), w, s2);
      s3 = madd(loadTail(p3 + whole, tail), w, s3);
    }
    weights += (<usize>c) << 2;
  }
  store<f32>(load<usize>(outs) + offset, horizontalSum(s0) + bias);
  store<f32>(load<usize>(outs, 4) + offset, horizontalSum(s1) + bias);
  store<f32>(load<usize>(outs, 8) + offset, horizontalSum(s2) + bias);
  store<f32>(load<usize>(outs, 12) + offset, horizontalSum(s3) + bias);
}

/** All output channels of one block of pixels; `job.packed` holds the filter as rows. */
export function dotBlock(job: ConvJob, first: i32, count: i32, scratch: usize): void {
  const tiles = (count + ROWS - 1) / ROWS;
  const padded = tiles * ROWS;
  const dummy = scratch;
  const outs = scratch + 32;
  const pointers = outs + ((<usize>padded) << 2);
  outputPointers(job, first, count, padded, dummy, outs);
  inputPointers(job, first, count, ROWS, pointers);
  const rowBytes = (<usize>(job.taps * job.c)) << 2;
  for (let i = 0; i < tiles; i++) {
    const from = pointers + ((<usize>(i * job.taps * ROWS)) << 2);
    const rows = outs + ((<usize>(i * ROWS)) << 2);
    for (let j = 0; j < job.outC; j++) {
      const bias: f32 = job.bias ? load<f32>(job.bias + ((<usize>j) << 2)) : 0;
      dotTile(from, job.taps, job.c, job.packed + <usize>j * rowBytes, bias, rows, (<usize>j) << 2);
    }
  }
  if (job.activation) {
    for (let m = 0; m < count; m++) {
      activateRow(load<usize>(outs + ((<usize>m) << 2)), job.outC, job.activation, job.alpha);
    }
  }
}
