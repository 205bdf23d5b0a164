// Convolutions with stride 2 and three or four taps along a side, and their input gradients, by minimal filtering.
// Even and odd pixels of a side are two maps of half the size (phases), of which an output sees at most two neighbours.
// Two outputs of two taps g0, g1 over d0, d1, d2 need three products instead of four:
//   M0 = (d0-d1) g0, M1 = d1 (g0+g1), M2 = (d2-d1) g1, outputs M0+M1 and M1+M2
// and of a single tap two: M0 = d0 g, M2 = d1 g. Products of all phases add up before the outputs are formed, so phases
// are channels of one product. In two dimensions 36 products do where 4x4 filters have 64, and 25 where 3x3 filters
// have 36. The input gradient is four such jobs with stride 1, one per phase of its result. A last tile of one pixel
// (odd sides) goes without M2.
import { activateRow } from './activation';
import { ConvJob, CONV_JOB_BYTES, panelsOf } from './convJob';
import { neighbourhood, write } from './neighbourhood';
import { packPanel } from './pack';
import { currentThread, parallelFor } from './pool';
import {
  FLAT, NARROW, S_AROUND, S_BIAS, S_OUTS, S_PLACE, S_ZERO, dataStride, firstOfBlock, kindOfBlock, nextPlace,
  placeOfTile, tilesOfKind,
} from './squareTiles';
import { stridedTile } from './stridedTiles';
import { columnsOfTaps, foldPanel, hasProduct, positionLengths, transformInputRow } from './strideTwoTransforms';
import { MR, TILE_BYTES } from './tiles';

/** Output 0 or 1 of a column from its three stored products, M1 where there is one. */
// @ts-ignore: decorator
@inline
function outputOf(at: usize, second: bool, middle: bool): v128 {
  const outer = second ? v128.load(at, 6 * TILE_BYTES) : v128.load(at);
  return middle ? f32x4.add(outer, v128.load(at, 3 * TILE_BYTES)) : outer;
}

/** Writes one row of a tile's outputs, `lanes` channels: one pixel or two. */
// @ts-ignore: decorator
@inline
function writeRow(
  at: usize, second: bool, middleRow: bool, middleColumn: bool, columns: i32, bias: v128, out: usize, pixel: usize,
  lanes: i32,
): void {
  let left = f32x4.add(bias, outputOf(at, second, middleRow));
  let right = bias;
  if (middleColumn) {
    const middle = outputOf(at + TILE_BYTES, second, middleRow);
    left = f32x4.add(left, middle);
    right = f32x4.add(right, middle);
  }
  write(out, left, lanes);
  if (columns < 2) return;
  write(out + pixel, f32x4.add(right, outputOf(at + 2 * TILE_BYTES, second, middleRow)), lanes);
}

/** Writes the outputs of one tile, `lanes` channels, from nine stored tiles at `at`. */
// @ts-ignore: decorator
@inline
function writeTile(
  at: usize, middleRow: bool, middleColumn: bool, sides: i32, bias: v128, out: usize, pixel: usize, line: usize,
  lanes: i32,
): void {
  const columns = sides & 255;
  writeRow(at, false, middleRow, middleColumn, columns, bias, out, pixel, lanes);
  if (sides >> 8 > 1) writeRow(at, true, middleRow, middleColumn, columns, bias, out + line, pixel, lanes);
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
  const middleRow = tapRows > strideH;
  const middleColumn = tapColumns > strideW;
  const size = max(tapRows + strideH, tapColumns + strideW);
  const outs = scratch + S_OUTS;
  const targets = outs + <usize>(8 * groups * MR);
  const lengths = targets + 36;
  const stored = (lengths + 36 + 63) & ~63;
  const rows = stored + 9 * TILE_BYTES;
  const pixel = <usize>(job.outC * job.outStepW) << 2;
  const line = <usize>(job.outC * job.outW * job.outStepH) << 2;
  const all = positionLengths(tapRows, tapColumns, strideH, strideW, job.c, lengths);
  v128.store(scratch + S_ZERO, f32x4.splat(0));
  v128.store(scratch + S_ZERO, f32x4.splat(0), 16);
  let data = rows;
  for (let position: usize = 0; position < 36; position += 4) {
    store<usize>(targets + position, data);
    data += dataStride(groups, <usize>load<i32>(lengths + position) << 2);
  }
  placeOfTile(job, kind, first, scratch + S_PLACE);
  const top = load<i32>(job.tapList);
  const left = load<i32>(job.tapList, 4);
  for (let m = 0; m < count; m++) {
    const image = load<i32>(scratch + S_PLACE);
    const y = 2 * load<i32>(scratch + S_PLACE, 4);
    const x = 2 * load<i32>(scratch + S_PLACE, 8);
    const around = scratch + S_AROUND;
    neighbourhood(
      job.input, job.zero, image, job.h, job.w, job.c, y * strideH + top, x * strideW + left, size, around,
    );
    for (let r = 0; r < 3; r++) {
      const at = targets + <usize>(12 * r);
      transformInputRow(around, size, r, tapRows, tapColumns, strideH, strideW, 0, job.c, at);
    }
    for (let position: usize = 0; position < 36; position += 4) {
      const at = targets + position;
      store<usize>(at, load<usize>(at) + (<usize>load<i32>(lengths + position) << 2));
    }
    const o = outs + (<usize>m << 3);
    const outRow = (image * job.outH + y * job.outStepH + job.outStartH) * job.outW;
    store<usize>(o, job.out + (<usize>((outRow + x * job.outStepW + job.outStartW) * job.outC) << 2));
    store<i32>(o, (min(2, job.gridH - y) << 8) | min(2, job.gridW - x), 4);
    nextPlace(job, kind, scratch + S_PLACE);
  }
  const panels = panelsOf(job);
  const panelBytes = <usize>all << 5;
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
      for (let r = 0; r < 3; r++) {
        for (let s = 0; s < 3; s++) {
          const kBytes = <usize>load<i32>(lengths + (<usize>(3 * r + s) << 2)) << 2;
          if (kBytes && hasProduct(flat, r) && hasProduct(narrow, s)) {
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
        writeTile(at, middleRow, middleColumn, sides, lowBias, out, pixel, line, min(4, width));
        if (more) writeTile(at + 16, middleRow, middleColumn, sides, highBias, out + 16, pixel, line, width - 4);
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
  const rows = job.taps / columns;
  const scratch = job.scratch + <usize>currentThread() * job.scratchStride;
  packPanel(job, index, scratch);
  const weights = (rows + job.strideH) * (columns + job.strideW) * job.c;
  const target = job.packed + <usize>index * (<usize>weights << 5);
  foldPanel(scratch, target, rows, columns, job.strideH, job.strideW, job.c);
}

/**
 * out = act(conv(input) + bias) for each of `count` jobs, one after the other at `jobs`. Taps go up along both sides;
 * there are `stride` to `2 * stride` of them along each, from the first one's place. h, w are the sides of the input,
 * the grid counts output pixels; scratch takes the packed taps of a panel.
 */
export function strideTwoConv(jobs: usize, count: i32): void {
  let panels = 0;
  let blocks = 0;
  for (let i = 0; i < count; i++) {
    const job = changetype<ConvJob>(jobs + <usize>i * CONV_JOB_BYTES);
    panels += panelsOf(job);
    blocks += job.pixelBlocks * job.panelBlocks;
  }
  parallelFor(packTask, jobs, panels);
  parallelFor(tileTask, jobs, blocks);
}
