// Convolutions and their input gradients by minimal filtering (Winograd 1980; Lavin & Gray 2016): strides 1 and 2, up
// to seven taps along a side. A side's taps fall into groups of up to three at the stride (kernels/minimalSides.ts).
// Over the pixels d0, d1, .. that a group of taps g0, g1, .. sees, two outputs take one product more than there are
// taps:
//   3 taps: M0 = (d0-d2) g0, M1 = (d1+d2) (g0+g1+g2)/2, M2 = (d2-d1) (g0-g1+g2)/2, M3 = (d3-d1) g2
//   2 taps: M0 = (d0-d1) g0, M1 = d1 (g0+g1),                                       M3 = (d2-d1) g1
//   1 tap:  M0 = d0 g0,                                                             M3 = d1 g0
//   outputs M0+M1+M2 and M1-M2+M3
// Groups add up before the outputs are formed, so they are channels of one product. In two dimensions 16 products do
// where a 3x3 filter has 36 (stride 2: 25), 36 where 4x4 has 64, 49 where 5x5 has 100. The input gradient is a job with
// stride 1 per phase of its result. A last tile of one pixel (odd sides) goes without M3.
import { activateRow } from './activation';
import { ConvJob, CONV_JOB_BYTES, panelsOf } from './convJob';
import { POSITIONS, SIDE_BYTES, hasPosition, writeBlocks, writeSide } from './minimalSides';
import { foldPanel, transformInput } from './minimalTransforms';
import { neighbourhood, write } from './neighbourhood';
import { packPanel } from './pack';
import { currentThread, parallelFor } from './pool';
import {
  FLAT, NARROW, S_BIAS, S_OUTS, S_PLACE, S_ZERO, dataStride, firstOfBlock, kindOfBlock, nextPlace,
  placeOfTile, tilesOfKind,
} from './squareTiles';
import { stridedTile } from './stridedTiles';
import { MR, TILE_BYTES } from './tiles';

/** Taps of a job along a row. */
// @ts-ignore: decorator
@inline
export function columnsOfTaps(job: ConvJob): i32 {
  const first = load<i32>(job.tapList);
  let columns = 1;
  while (columns < job.taps && load<i32>(job.tapList + <usize>(columns * 12)) == first) columns++;
  return columns;
}

/** Output 0 or 1 of a column of stored products; `most` is the number of taps of its largest group. */
// @ts-ignore: decorator
@inline
function outputOf(at: usize, second: bool, most: i32): v128 {
  let sum = second ? v128.load(at, 12 * TILE_BYTES) : v128.load(at);
  if (most > 1) sum = f32x4.add(sum, v128.load(at, 4 * TILE_BYTES));
  if (most < 3) return sum;
  const third = v128.load(at, 8 * TILE_BYTES);
  return second ? f32x4.sub(sum, third) : f32x4.add(sum, third);
}

/** Writes one row of a tile's outputs, `lanes` channels: one pixel or two. */
// @ts-ignore: decorator
@inline
function writeRow(
  at: usize, second: bool, mostRows: i32, mostColumns: i32, columns: i32, bias: v128, out: usize, pixel: usize,
  lanes: i32,
): void {
  let left = f32x4.add(bias, outputOf(at, second, mostRows));
  let right = bias;
  if (mostColumns > 1) {
    const middle = outputOf(at + TILE_BYTES, second, mostRows);
    left = f32x4.add(left, middle);
    right = f32x4.add(right, middle);
  }
  if (mostColumns > 2) {
    const third = outputOf(at + 2 * TILE_BYTES, second, mostRows);
    left = f32x4.add(left, third);
    right = f32x4.sub(right, third);
  }
  write(out, left, lanes);
  if (columns < 2) return;
  write(out + pixel, f32x4.add(right, outputOf(at + 3 * TILE_BYTES, second, mostRows)), lanes);
}

/** Writes the outputs of one tile, `lanes` channels, from sixteen stored tiles at `at`. */
// @ts-ignore: decorator
@inline
function writeTileOf(
  at: usize, mostRows: i32, mostColumns: i32, sides: i32, bias: v128, out: usize, pixel: usize, line: usize, lanes: i32,
): void {
  const columns = sides & 255;
  writeRow(at, false, mostRows, mostColumns, columns, bias, out, pixel, lanes);
  if (sides >> 8 > 1) writeRow(at, true, mostRows, mostColumns, columns, bias, out + line, pixel, lanes);
}

/** The same; forms of their own for the most frequent groups. */
function writeTile(
  at: usize, mostRows: i32, mostColumns: i32, sides: i32, bias: v128, out: usize, pixel: usize, line: usize, lanes: i32,
): void {
  if (mostRows == 2 && mostColumns == 2) writeTileOf(at, 2, 2, sides, bias, out, pixel, line, lanes);
  else if (mostRows == 3 && mostColumns == 3) writeTileOf(at, 3, 3, sides, bias, out, pixel, line, lanes);
  else writeTileOf(at, mostRows, mostColumns, sides, bias, out, pixel, line, lanes);
}

/** Taps of the largest group of a side. */
// @ts-ignore: decorator
@inline
function mostTaps(side: usize): i32 {
  return load<i32>(side, 8) ? 3 : load<i32>(side, 4) ? 2 : 1;
}

function tileTask(index: i32, jobs: usize): void {
  let address = jobs;
  let job = changetype<ConvJob>(address);
  while (index >= job.pixelBlocks * job.panelBlocks) {
    index -= job.pixelBlocks * job.panelBlocks;
    address += CONV_JOB_BYTES;
    job = changetype<ConvJob>(address);
  }
  const block = index % job.pixelBlocks;
  const kind = kindOfBlock(job, block);
  const flat = (kind & FLAT) != 0;
  const narrow = (kind & NARROW) != 0;
  const first = firstOfBlock(job, block);
  const count = min(job.blockPixels, tilesOfKind(job, kind) - first);
  const groups = (count + MR - 1) / MR;
  const scratch = job.scratch + <usize>currentThread() * job.scratchStride;
  const tapColumns = columnsOfTaps(job);
  const tapRows = job.taps / tapColumns;
  const strideH = job.strideH;
  const strideW = job.strideW;
  const size = max(tapRows + strideH, tapColumns + strideW);
  const outs = scratch + S_OUTS;
  const rowSide = outs + <usize>(8 * groups * MR);
  const columnSide = rowSide + SIDE_BYTES;
  const blocks = columnSide + SIDE_BYTES;
  const targets = blocks + 64;
  const around = targets + 64;
  const stored = (around + <usize>(4 * size * size) + 63) & ~63;
  const rows = stored + 16 * TILE_BYTES;
  const pixel = <usize>(job.outC * job.outStepW) << 2;
  const line = <usize>(job.outC * job.outW * job.outStepH) << 2;
  const channel = <usize>job.c << 2;
  writeSide(tapRows, strideH, rowSide);
  writeSide(tapColumns, strideW, columnSide);
  const all = writeBlocks(rowSide, columnSide, blocks);
  const mostRows = mostTaps(rowSide);
  const mostColumns = mostTaps(columnSide);
  v128.store(scratch + S_ZERO, f32x4.splat(0));
  v128.store(scratch + S_ZERO, f32x4.splat(0), 16);
  let data = rows;
  for (let position: usize = 0; position < 64; position += 4) {
    store<usize>(targets + position, data);
    data += dataStride(groups, <usize>load<i32>(blocks + position) * channel);
  }
  placeOfTile(job, kind, first, scratch + S_PLACE);
  const top = load<i32>(job.tapList);
  const left = load<i32>(job.tapList, 4);
  for (let m = 0; m < count; m++) {
    const image = load<i32>(scratch + S_PLACE);
    const y = 2 * load<i32>(scratch + S_PLACE, 4);
    const x = 2 * load<i32>(scratch + S_PLACE, 8);
    neighbourhood(
      job.input, job.zero, image, job.h, job.w, job.c, y * strideH + top, x * strideW + left, size, around,
    );
    transformInput(around, size, rowSide, columnSide, strideH, strideW, job.c, targets);
    const o = outs + (<usize>m << 3);
    const outRow = (image * job.outH + y * job.outStepH + job.outStartH) * job.outW;
    store<usize>(o, job.out + (<usize>((outRow + x * job.outStepW + job.outStartW) * job.outC) << 2));
    store<i32>(o, (min(2, job.gridH - y) << 8) | min(2, job.gridW - x), 4);
    nextPlace(job, kind, scratch + S_PLACE);
  }
  const panels = panelsOf(job);
  const panelBytes = (<usize>all * channel) << 3;
  const firstPanel = (index / job.pixelBlocks) * job.blockPanels;
  const endPanel = min(panels, firstPanel + job.blockPanels);
  for (let panel = firstPanel; panel < endPanel; panel++) {
    const width = min(8, job.outC - (panel << 3));
    const more = width > 4;
    v128.store(scratch + S_BIAS, f32x4.splat(0));
    v128.store(scratch + S_BIAS, f32x4.splat(0), 16);
    if (job.bias) memory.copy(scratch + S_BIAS, job.bias + (<usize>panel << 5), <usize>width << 2);
    const lowBias = v128.load(scratch + S_BIAS);
    const highBias = v128.load(scratch + S_BIAS, 16);
    const offset = <usize>panel << 5;
    for (let i = 0; i < count; i += MR) {
      let weights = job.packed + <usize>panel * panelBytes;
      let from = rows;
      let tile = stored;
      for (let r = 0; r < POSITIONS; r++) {
        for (let s = 0; s < POSITIONS; s++) {
          const kBytes = <usize>load<i32>(blocks + (<usize>(POSITIONS * r + s) << 2)) * channel;
          if (kBytes && hasPosition(flat, r) && hasPosition(narrow, s)) {
            stridedTile(from + <usize>i * kBytes, kBytes, kBytes, weights, scratch + S_ZERO, 0, tile);
          }
          from += dataStride(groups, kBytes);
          weights += kBytes << 3;
          tile += TILE_BYTES;
        }
      }
      for (let m = 0; m < min(MR, count - i); m++) {
        const o = outs + (<usize>(i + m) << 3);
        const out = load<usize>(o) + offset;
        const sides = load<i32>(o, 4);
        const at = stored + (<usize>m << 5);
        writeTile(at, mostRows, mostColumns, sides, lowBias, out, pixel, line, min(4, width));
        if (more) writeTile(at + 16, mostRows, mostColumns, sides, highBias, out + 16, pixel, line, width - 4);
      }
    }
  }
  if (!job.activation) return;
  const start = <usize>firstPanel << 5;
  const channels = min(job.outC, endPanel << 3) - (firstPanel << 3);
  for (let m = 0; m < count; m++) {
    const sides = load<i32>(outs + (<usize>m << 3), 4);
    for (let y = 0; y < sides >> 8; y++) {
      const at = load<usize>(outs + (<usize>m << 3)) + start + <usize>y * line;
      for (let x = 0; x < (sides & 255); x++) {
        activateRow(at + <usize>x * pixel, channels, job.activation, job.alpha);
      }
    }
  }
}

function packTask(index: i32, jobs: usize): void {
  let address = jobs;
  let job = changetype<ConvJob>(address);
  while (index >= panelsOf(job)) {
    index -= panelsOf(job);
    address += CONV_JOB_BYTES;
    job = changetype<ConvJob>(address);
  }
  const columns = columnsOfTaps(job);
  const scratch = job.scratch + <usize>currentThread() * job.scratchStride;
  const columnSide = scratch + SIDE_BYTES;
  const blocks = columnSide + SIDE_BYTES;
  const taps = blocks + 64;
  writeSide(job.taps / columns, job.strideH, scratch);
  writeSide(columns, job.strideW, columnSide);
  const panelBytes = <usize>(writeBlocks(scratch, columnSide, blocks) * job.c) << 5;
  packPanel(job, index, taps);
  const target = job.packed + <usize>index * panelBytes;
  foldPanel(taps, target, columns, scratch, columnSide, job.strideH, job.strideW, job.c);
}

/** Folds the filters of `count` jobs into their room; done once where filters stay the same. */
export function minimalPack(jobs: usize, count: i32): void {
  let panels = 0;
  for (let i = 0; i < count; i++) panels += panelsOf(changetype<ConvJob>(jobs + <usize>i * CONV_JOB_BYTES));
  parallelFor(packTask, jobs, panels);
}

/** The convolutions, once their filters are folded. */
export function minimalPacked(jobs: usize, count: i32): void {
  let blocks = 0;
  for (let i = 0; i < count; i++) {
    const job = changetype<ConvJob>(jobs + <usize>i * CONV_JOB_BYTES);
    blocks += job.pixelBlocks * job.panelBlocks;
  }
  parallelFor(tileTask, jobs, blocks);
}

/**
 * out = act(conv(input) + bias) for each of `count` jobs, one after the other at `jobs`. Taps go up along both sides,
 * without gaps, from the first one's place. h, w are the sides of the input, the grid counts output pixels; scratch
 * takes two tables of sides and the packed taps of a panel.
 */
export function minimalConv(jobs: usize, count: i32): void {
  minimalPack(jobs, count);
  minimalPacked(jobs, count);
}
