// The job of a filter gradient, and the packing of its two sides: blocks of x by rows, blocks of dy by columns.
import { ConvJob } from './convJob';
import { read } from './neighbourhood';
import { MR } from './tiles';

/** Pixels per packed block: a block of x (6 KB per panel) stays in L1, one of dy in L2. */
export const BLOCK: i32 = 256;
/** Bytes between the panels of a packed block of dy; the extra line keeps panels out of one cache set. */
export const PANEL_STRIDE: usize = 8192 + 64;

/** x gathered into rows of taps * c first (few channels). */
export const GATHERED: i32 = 1;
/** dy transformed for upsampling + 3x3 convolution; the taps are the nine products (kernels/upsample.ts). */
export const UPSAMPLED: i32 = 2;

/** Fields as the host fills them, 4 bytes each (src/engine/simd/conv/job.ts). */
@unmanaged
export class FilterJob {
  /** Geometry of x: input, sizes, grid, strides, taps, zero row, scratch. */
  geometry: usize;
  /** [pixels, columns] */
  dy: usize;
  columns: i32;
  kind: i32;
  /** Row panels in all, and per tap (`GATHERED`: all of them belong to one). */
  panels: i32;
  panelsPerTap: i32;
  /** Row panels and column panels per task, and the counts of such groups. */
  groupPanels: i32;
  groups: i32;
  columnPanels: i32;
  columnGroupPanels: i32;
  columnGroups: i32;
  /** Fixed parts of the pixel range. */
  splits: i32;
  splitPixels: i32;
  /** Partial tiles: splits * panels * columnPanels * TILE_BYTES. */
  partial: usize;
  /** Gradient, and its strides in floats: element (tap, row i, column j). */
  out: usize;
  tapStride: i32;
  rowStride: i32;
  columnStride: i32;
}

/** Rows of x that a panel covers. */
// @ts-ignore: decorator
@inline
export function panelRows(job: FilterJob, rowsPerTap: i32, panel: i32): i32 {
  return min(MR, rowsPerTap - (panel % job.panelsPerTap) * MR);
}

/** Rows that belong to one tap. */
// @ts-ignore: decorator
@inline
export function rowsPerTapOf(job: FilterJob, geometry: ConvJob): i32 {
  return job.kind == GATHERED ? geometry.c * geometry.taps : geometry.c;
}

/** Packs `count` rows of dy, columns of panels [first, end), as they lie. */
export function packColumns(job: FilterJob, pixel: i32, count: i32, first: i32, end: i32, target: usize): void {
  const rowBytes = <usize>job.columns << 2;
  let row = job.dy + <usize>pixel * rowBytes + (<usize>first << 5);
  const tail = job.columns & 7;
  const whole = tail && end == job.columnPanels ? end - 1 : end;
  for (let m = 0; m < count; m++) {
    let s = row;
    let t = target + (<usize>m << 5);
    for (let p = first; p < whole; p++) {
      v128.store(t, v128.load(s));
      v128.store(t, v128.load(s, 16), 16);
      s += 32;
      t += PANEL_STRIDE;
    }
    if (whole < end) {
      for (let j = 0; j < 8; j++) store<f32>(t + (<usize>j << 2), j < tail ? load<f32>(s + (<usize>j << 2)) : 0);
    }
    row += rowBytes;
  }
}

/** a + q b + p (c + q d) of four floats each, p and q 1 or -1 in all lanes. */
// @ts-ignore: decorator
@inline
function combine(a: v128, b: v128, c: v128, d: v128, p: v128, q: v128): v128 {
  return f32x4.add(f32x4.add(a, f32x4.mul(q, b)), f32x4.mul(p, f32x4.add(c, f32x4.mul(q, d))));
}

/** Row (or column) of dy that the product with offset `d` adds, relative to twice the input's row. */
// @ts-ignore: decorator
@inline
function plus(d: i32): i32 {
  return d < 0 ? 2 : d > 0 ? -1 : 0;
}

/** Row (or column) that it adds (d = 0) or takes off (else). */
// @ts-ignore: decorator
@inline
function other(d: i32): i32 {
  return d < 0 ? 0 : 1;
}

/**
 * Packs the output gradient of the upsampled map as product (dy, dx) sees it, at the input's pixels: with g0, g1 the
 * even and odd rows, g0[i+1] - g0[i] for -1, g0[i] + g1[i] for 0, g1[i-1] - g1[i] for +1; the same along columns.
 */
export function packPhases(
  job: FilterJob,
  geometry: ConvJob,
  pixel: i32,
  count: i32,
  dy: i32,
  dx: i32,
  first: i32,
  end: i32,
  target: usize,
): void {
  const height = 2 * geometry.h;
  const width = 2 * geometry.w;
  const rowBytes = <usize>job.columns << 2;
  const p = f32x4.splat(dy == 0 ? 1 : -1);
  const q = f32x4.splat(dx == 0 ? 1 : -1);
  const tail = job.columns & 7;
  const whole = tail && end == job.columnPanels ? end - 1 : end;
  const start = <usize>first << 5;
  const zero = geometry.zero + start;
  let x = pixel % geometry.w;
  let line = pixel / geometry.w;
  for (let m = 0; m < count; m++) {
    const y = 2 * (line % geometry.h);
    const image = job.dy + <usize>(line / geometry.h) * <usize>(height * width) * rowBytes + start;
    const y0 = y + plus(dy);
    const y1 = y + other(dy);
    const x0 = 2 * x + plus(dx);
    const x1 = 2 * x + other(dx);
    const rowIn = <u32>y0 < <u32>height;
    const columnIn = <u32>x0 < <u32>width;
    let a = rowIn && columnIn ? image + <usize>(y0 * width + x0) * rowBytes : zero;
    let b = rowIn ? image + <usize>(y0 * width + x1) * rowBytes : zero;
    let c = columnIn ? image + <usize>(y1 * width + x0) * rowBytes : zero;
    let d = image + <usize>(y1 * width + x1) * rowBytes;
    let t = target + (<usize>m << 5);
    for (let panel = first; panel < whole; panel++) {
      v128.store(t, combine(v128.load(a), v128.load(b), v128.load(c), v128.load(d), p, q));
      const high = combine(v128.load(a, 16), v128.load(b, 16), v128.load(c, 16), v128.load(d, 16), p, q);
      v128.store(t, high, 16);
      a += 32;
      b += 32;
      c += 32;
      d += 32;
      t += PANEL_STRIDE;
    }
    if (whole < end) {
      v128.store(t, f32x4.splat(0));
      v128.store(t, f32x4.splat(0), 16);
      for (let i: usize = 0; i < <usize>tail << 2; i += 16) {
        const lanes = min(4, tail - <i32>(i >> 2));
        const v = combine(read(a + i, lanes), read(b + i, lanes), read(c + i, lanes), read(d + i, lanes), p, q);
        v128.store(t + i, v);
      }
    }
    if (++x == geometry.w) {
      x = 0;
      line++;
    }
  }
}

/** Packs MR (or the last `rows`) floats at `offset` of each addressed row, side by side. */
export function packRowsOf(pointers: usize, count: i32, offset: usize, rows: i32, target: usize): void {
  const end = pointers + (<usize>count << 2);
  if (rows == MR) {
    for (; pointers < end; pointers += 4) {
      const s = load<usize>(pointers) + offset;
      v128.store(target, v128.load(s));
      if (MR == 6) v128.store(target, v128.load(s, 8), 8);
      target += MR << 2;
    }
    return;
  }
  for (; pointers < end; pointers += 4) {
    const s = load<usize>(pointers) + offset;
    for (let r = 0; r < MR; r++) store<f32>(target + (<usize>r << 2), r < rows ? load<f32>(s + (<usize>r << 2)) : 0);
    target += MR << 2;
  }
}
