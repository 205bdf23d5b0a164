// Finds the pixels of a job: where each output pixel is written and where each of its taps reads, as addresses.
// The indirection of XNNPACK, but built per block in cache instead of kept per geometry.
import { ConvJob } from './convJob';

/** Address of grid pixel `m` of the output. */
// @ts-ignore: decorator
@inline
function outputAddress(job: ConvJob, image: i32, y: i32, x: i32): usize {
  const row = (image * job.outH + y * job.outStepH + job.outStartH) * job.outW + x * job.outStepW + job.outStartW;
  return job.out + (<usize>row * <usize>job.outC << 2);
}

/** Writes the output addresses of pixels first .. first + count, padded with `dummy` to `padded`. */
export function outputPointers(job: ConvJob, first: i32, count: i32, padded: i32, dummy: usize, target: usize): void {
  let x = first % job.gridW;
  let y = (first / job.gridW) % job.gridH;
  let image = first / (job.gridW * job.gridH);
  for (let m = 0; m < count; m++) {
    store<usize>(target + (<usize>m << 2), outputAddress(job, image, y, x));
    if (++x == job.gridW) {
      x = 0;
      if (++y == job.gridH) {
        y = 0;
        image++;
      }
    }
  }
  for (let m = count; m < padded; m++) store<usize>(target + (<usize>m << 2), dummy);
}

/**
 * Writes the input addresses of pixels first .. first + count for all taps: [tile][tap][rows], `rows` pixels per
 * tile; taps outside of the input and pixels beyond `count` point at the row of zeros.
 */
export function inputPointers(job: ConvJob, first: i32, count: i32, rows: i32, target: usize): void {
  const taps = job.taps;
  const h = job.h;
  const w = job.w;
  const rowBytes = <usize>job.c << 2;
  const tapBytes = <usize>rows << 2;
  const tileBytes = tapBytes * <usize>taps;
  let x = first % job.gridW;
  let y = (first / job.gridW) % job.gridH;
  let image = first / (job.gridW * job.gridH);
  let row = 0;
  for (let m = 0; m < count; m++) {
    const baseY = y * job.strideH;
    const baseX = x * job.strideW;
    let slot = target + (<usize>row << 2);
    let tap = job.tapList;
    for (let t = 0; t < taps; t++) {
      const iy = baseY + load<i32>(tap);
      const ix = baseX + load<i32>(tap, 4);
      const inside = <u32>iy < <u32>h && <u32>ix < <u32>w;
      const address = job.input + <usize>((image * h + iy) * w + ix) * rowBytes;
      store<usize>(slot, inside ? address : job.zero);
      slot += tapBytes;
      tap += 12;
    }
    if (++row == rows) {
      row = 0;
      target += tileBytes;
    }
    if (++x == job.gridW) {
      x = 0;
      if (++y == job.gridH) {
        y = 0;
        image++;
      }
    }
  }
  if (row > 0) {
    for (; row < rows; row++) {
      let slot = target + (<usize>row << 2);
      for (let t = 0; t < taps; t++) {
        store<usize>(slot, job.zero);
        slot += tapBytes;
      }
    }
  }
}

/** Writes the input addresses of one tap (dy, dx) for pixels first .. first + count. */
export function tapPointers(job: ConvJob, first: i32, count: i32, dy: i32, dx: i32, target: usize): void {
  if (count == 0) return;
  const h = job.h;
  const w = job.w;
  const rowBytes = <usize>job.c << 2;
  let x = first % job.gridW;
  let y = (first / job.gridW) % job.gridH;
  let image = first / (job.gridW * job.gridH);
  for (let m = 0; m < count; m++) {
    const iy = y * job.strideH + dy;
    const ix = x * job.strideW + dx;
    const inside = <u32>iy < <u32>h && <u32>ix < <u32>w;
    store<usize>(target, inside ? job.input + <usize>((image * h + iy) * w + ix) * rowBytes : job.zero);
    target += 4;
    if (++x == job.gridW) {
      x = 0;
      if (++y == job.gridH) {
        y = 0;
        image++;
      }
    }
  }
}
