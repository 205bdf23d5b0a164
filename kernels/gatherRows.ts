// Inputs with few channels: the taps of a block's pixels side by side, as rows of one matrix (im2col of the block). What
// the block reads of an image is copied with its zero border first, into cache: no tap is then checked against the
// edges, and taps next to each other are one run of floats. Copies are whole vectors; what one writes too much, the
// next overwrites. Long runs need no second copy: products may read them where they lie in the first, by address, and add the same
// numbers in the same order. Used by the convolution (conv.ts) and by filter gradients; no part of it knows weights.
import { ConvJob } from './convJob';

/** Floats of a run of taps from which it is read where it lies. */
const LONG_RUN: i32 = 12;
/** Bytes that a copy in whole vectors may read or write beyond its end. */
const BEYOND: usize = 16;

/** Whether tap `t` reads the pixel to the right of the one before it. */
// @ts-ignore: decorator
@inline
function follows(tapList: usize, t: i32): bool {
  const tap = tapList + <usize>(t * 12);
  return load<i32>(tap) == load<i32>(tap - 12) && load<i32>(tap, 4) == load<i32>(tap - 12, 4) + 1;
}

/** Taps per run: how many follow each other along a row, when all runs are equally long; else 1. */
function runLength(job: ConvJob): i32 {
  const taps = job.taps;
  let run = 1;
  while (run < taps && follows(job.tapList, run)) run++;
  if (taps % run) return 1;
  for (let t = 0; t < taps; t++) if (t % run && !follows(job.tapList, t)) return 1;
  return run;
}

/** Runs of taps that may be read in place, one below the other; 0 where they are copied into rows. */
export function runsInPlace(job: ConvJob): i32 {
  const run = runLength(job);
  const runs = job.taps / run;
  if (run * job.c < LONG_RUN || job.strideH > runs || job.strideW > run) return 0;
  const top = load<i32>(job.tapList), left = load<i32>(job.tapList, 4);
  for (let r = 1; r < runs; r++) {
    const tap = job.tapList + <usize>(r * run * 12);
    if (load<i32>(tap) != top + r || load<i32>(tap, 4) != left) return 0;
  }
  return runs;
}

// @ts-ignore: decorator
@inline
function wholeVectors(bytes: usize): usize {
  return (bytes + 15) & ~15;
}

/** Bytes between the rows that `gatherRows` writes: room for what the copy of the last run writes too much. */
export function gatheredBytes(job: ConvJob): usize {
  const runBytes = <usize>(runLength(job) * job.c) << 2;
  return wholeVectors((<usize>(job.taps * job.c) << 2) + wholeVectors(runBytes) - runBytes);
}

// @ts-ignore: decorator
@inline
function copy(target: usize, source: usize, bytes: usize): void {
  for (let i: usize = 0; i < bytes; i += 16) v128.store(target + i, v128.load(source + i));
}

// @ts-ignore: decorator
@inline
function clear(target: usize, bytes: usize): void {
  for (let i: usize = 0; i < bytes; i += 16) v128.store(target + i, f32x4.splat(0));
}

/** Copies `lines` x `columns` pixels of an image from (top, left), zero outside of it. */
function copyBand(job: ConvJob, image: i32, top: i32, left: i32, lines: i32, columns: i32, target: usize): void {
  const pixel = <usize>job.c << 2;
  const before = min(max(-left, 0), columns);
  const inside = max(0, min(left + columns, job.w) - max(left, 0));
  const insideBytes = <usize>inside * pixel;
  const beforeBytes = <usize>before * pixel;
  const afterBytes = <usize>(columns - before - inside) * pixel;
  const all = <usize>columns * pixel;
  for (let y = top; y < top + lines; y++) {
    if (inside > 0 && <u32>y < <u32>job.h) {
      const source = job.input + <usize>((image * job.h + y) * job.w + left + before) * pixel;
      clear(target, beforeBytes);
      copy(target + beforeBytes, source, insideBytes);
      clear(target + beforeBytes + insideBytes, afterBytes);
    } else clear(target, all);
    target += all;
  }
}

/** Copies `vectors`, at most six, for each of `count` pixels. `vectors` is a number where it is called, so that no loop is left. */
// @ts-ignore: decorator
@inline
function copyVectors(source: usize, step: usize, count: i32, vectors: i32, target: usize, rowBytes: usize): void {
  for (let m = 0; m < count; m++) {
    v128.store(target, v128.load(source));
    if (vectors > 1) v128.store(target, v128.load(source, 16), 16);
    if (vectors > 2) v128.store(target, v128.load(source, 32), 32);
    if (vectors > 3) v128.store(target, v128.load(source, 48), 48);
    if (vectors > 4) v128.store(target, v128.load(source, 64), 64);
    if (vectors > 5) v128.store(target, v128.load(source, 80), 80);
    source += step;
    target += rowBytes;
  }
}

/** Copies a run of `bytes` for each of `count` pixels, `step` bytes apart, to rows `rowBytes` apart. */
function copyRuns(source: usize, step: usize, count: i32, bytes: usize, target: usize, rowBytes: usize): void {
  switch (<i32>((bytes + 15) >> 4)) {
    case 1: return copyVectors(source, step, count, 1, target, rowBytes);
    case 2: return copyVectors(source, step, count, 2, target, rowBytes);
    case 3: return copyVectors(source, step, count, 3, target, rowBytes);
    case 4: return copyVectors(source, step, count, 4, target, rowBytes);
    case 5: return copyVectors(source, step, count, 5, target, rowBytes);
    case 6: return copyVectors(source, step, count, 6, target, rowBytes);
  }
  for (let m = 0; m < count; m++) {
    copy(target, source, bytes);
    source += step;
    target += rowBytes;
  }
}

/** Writes the addresses of `runs` runs, `line` bytes apart, of pixel `m`: [tile][run][rows]. */
// @ts-ignore: decorator
@inline
function writePointers(pointers: usize, m: i32, runs: i32, rows: i32, corner: usize, line: usize): void {
  let slot = pointers + (<usize>(m / rows * runs * rows + m % rows) << 2);
  for (let r = 0; r < runs; r++) {
    store<usize>(slot, corner);
    slot += <usize>rows << 2;
    corner += line;
  }
}

/**
 * Copies the taps of pixels first .. first + count into rows of taps * c floats, `gatheredBytes` apart; behind the rows
 * lies room for the part of the input that they come from (src/engine/simd/conv/gather.ts says how much).
 */
export function gatherRows(job: ConvJob, first: i32, count: i32, target: usize): void {
  gather(job, first, count, target, 0, 0, 0);
}

/**
 * The addresses of the runs of pixels first .. first + count, where `runsInPlace` says that there are any: [tile][run][rows], those
 * beyond the last pixel like its own. The part of the input that they lie in is copied to `target`; it takes no more room there
 * than rows would, since runs overlap.
 */
export function gatherPointers(job: ConvJob, first: i32, count: i32, rows: i32, pointers: usize, target: usize): void {
  gather(job, first, count, target, runsInPlace(job), rows, pointers);
  const runs = runsInPlace(job);
  const last = pointers + (<usize>((count - 1) / rows * runs * rows + (count - 1) % rows) << 2);
  for (let m = count; m % rows; m++) {
    for (let r = 0; r < runs; r++) {
      const slot = <usize>(r * rows) << 2;
      store<usize>(last + slot + (<usize>(m - count + 1) << 2), load<usize>(last + slot));
    }
  }
}

/** Into rows where `runs` is 0; else parts of the input one after the other, and addresses. */
// @ts-ignore: decorator
@inline
function gather(
  job: ConvJob, first: i32, count: i32, target: usize, runs: i32, rowsOfTile: i32, pointers: usize,
): void {
  if (count == 0) return;
  const taps = job.taps;
  const run = runLength(job);
  const pixel = <usize>job.c << 2;
  const runBytes = <usize>run * pixel;
  const rowBytes = gatheredBytes(job);
  const step = <usize>job.strideW * pixel;
  const lastTap = job.tapList + <usize>(taps * 12);
  let top = load<i32>(job.tapList);
  let left = load<i32>(job.tapList, 4);
  let bottom = top;
  let right = left;
  for (let tap = job.tapList; tap < lastTap; tap += 12) {
    top = min(top, load<i32>(tap));
    bottom = max(bottom, load<i32>(tap));
    left = min(left, load<i32>(tap, 4));
    right = max(right, load<i32>(tap, 4));
  }
  let band = runs ? target : target + <usize>count * rowBytes + BEYOND;
  let pixelOfBlock = 0;
  const severalLines = job.gridW < count;
  let x = first % job.gridW;
  let y = (first / job.gridW) % job.gridH;
  let image = first / (job.gridW * job.gridH);
  while (count > 0) {
    // Either the rest of the image, or one row of it.
    const pixels = min(count, (severalLines ? job.gridH - y : 1) * job.gridW - x);
    const lines = (x + pixels - 1) / job.gridW;
    const from = lines > 0 ? 0 : x;
    const to = lines > 0 ? job.gridW - 1 : x + pixels - 1;
    const bandLines = lines * job.strideH + bottom - top + 1;
    const columns = (to - from) * job.strideW + right - left + 1;
    copyBand(job, image, y * job.strideH + top, from * job.strideW + left, bandLines, columns, band);
    const line = <usize>columns * pixel;
    let row = band;
    for (let rest = pixels; rest > 0; ) {
      const along = min(rest, job.gridW - x);
      let start = row + <usize>(x - from) * step;
      if (runs) {
        for (let end = pixelOfBlock + along; pixelOfBlock < end; pixelOfBlock++) {
          writePointers(pointers, pixelOfBlock, runs, rowsOfTile, start, line);
          start += step;
        }
      } else {
        let own = target;
        for (let tap = job.tapList; tap < lastTap; tap += 12 * run) {
          const corner = <usize>(load<i32>(tap) - top) * line + <usize>(load<i32>(tap, 4) - left) * pixel;
          copyRuns(start + corner, step, along, runBytes, own, rowBytes);
          own += runBytes;
        }
      }
      target += <usize>along * rowBytes;
      row += <usize>job.strideH * line;
      rest -= along;
      x += along;
      if (x == job.gridW) {
        x = 0;
        y++;
      }
    }
    if (y == job.gridH) {
      y = 0;
      image++;
    }
    if (runs) band += <usize>bandLines * line;
    count -= pixels;
  }
}
