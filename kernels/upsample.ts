// Nearest 2x upsampling followed by a 3x3 'same' convolution, without the upsampled map, in 25 products per tile of
// 2x2 input pixels (4x4 outputs), where the definition has 144.
// In one dimension, with pixels x-1, x0, x1, x2 and weights a, b, c, the outputs of x0 and x1 are
//   a x-1 + (b+c) x0,  (a+b) x0 + c x1,  a x0 + (b+c) x1,  (a+b) x1 + c x2.
// The first and third, with x1 in place of x-1, are sum and difference of P and Q below, as are the second and fourth,
// with x0 in place of x2, of P and R; the sums are the same, so five products do:
//   P = (a+b+c)/2 (x0+x1), Q = (a-b-c)/2 (x1-x0), R = (a+b-c)/2 (x1-x0), T = a (x-1 - x1), U = c (x2 - x0)
//   outputs: P+Q+T, P-R, P-Q, P+R+U.
// A last tile of one pixel (odd sides): P = (a+b+c)/2 2x0, T = a (x-1 - x0), U = -c x0; outputs P+T, P+U.
// Two dimensions nest two of these. The input's gradient is the transposed map. Outside of the input x is 0.
import { activateRow } from './activation';
import { ConvJob, panelsOf } from './convJob';
import { packPanel } from './pack';
import { currentThread, parallelFor } from './pool';
import { neighbourhood, write } from './neighbourhood';
import {
  FLAT, NARROW, S_AROUND, S_BIAS, S_OUTS, S_PLACE, S_ZERO, dataStride, firstOfBlock, kindOfBlock, nextPlace,
  placeOfTile, tilesOfKind,
} from './squareTiles';
import { stridedTile } from './stridedTiles';
import { MR, TILE_BYTES } from './tiles';
import { dataOf, hasProduct } from './upsampleProducts';
import { foldPanel, inputTable, transformInput } from './upsampleTransforms';

/** Output row (or column) `row` from the five products `step` bytes apart. */
// @ts-ignore: decorator
@inline
function outputOf(at: usize, step: usize, row: i32, single: bool): v128 {
  const p = v128.load(at);
  if (row == 0) {
    const sum = f32x4.add(p, v128.load(at + 3 * step));
    return single ? sum : f32x4.add(sum, v128.load(at + step));
  }
  if (row == 1) return single ? f32x4.add(p, v128.load(at + 4 * step)) : f32x4.sub(p, v128.load(at + 2 * step));
  if (row == 2) return f32x4.sub(p, v128.load(at + step));
  return f32x4.add(p, f32x4.add(v128.load(at + 2 * step), v128.load(at + 4 * step)));
}

/** Writes output row `row` of one tile, four channels: `at` is product 0 of them, `out` the row's first pixel. */
// @ts-ignore: decorator
@inline
function writeOutputRow(
  at: usize, product: usize, row: i32, flat: bool, narrow: bool, columns: i32, out: usize, pixel: usize, lanes: i32,
): void {
  const down = <usize>5 * product;
  const p = outputOf(at, down, row, flat);
  const t = outputOf(at + 3 * product, down, row, flat);
  const u = outputOf(at + 4 * product, down, row, flat);
  if (narrow) {
    write(out, f32x4.add(p, t), lanes);
    write(out + pixel, f32x4.add(p, u), lanes);
    return;
  }
  const q = outputOf(at + product, down, row, flat);
  const r = outputOf(at + 2 * product, down, row, flat);
  write(out, f32x4.add(f32x4.add(p, q), t), lanes);
  write(out + pixel, f32x4.sub(p, r), lanes);
  if (columns < 4) return;
  write(out + 2 * pixel, f32x4.sub(p, q), lanes);
  write(out + 3 * pixel, f32x4.add(f32x4.add(p, r), u), lanes);
}

/** Writes the outputs of one tile, `lanes` channels of them: 4 x 4 pixels, or as many as the map has there. */
function writeOutputs(
  at: usize, product: usize, kind: i32, rows: i32, columns: i32, out: usize, pixel: usize, line: usize, lanes: i32,
): void {
  const flat = (kind & FLAT) != 0;
  const narrow = (kind & NARROW) != 0;
  writeOutputRow(at, product, 0, flat, narrow, columns, out, pixel, lanes);
  writeOutputRow(at, product, 1, flat, narrow, columns, out + line, pixel, lanes);
  if (rows < 4) return;
  writeOutputRow(at, product, 2, flat, narrow, columns, out + 2 * line, pixel, lanes);
  writeOutputRow(at, product, 3, flat, narrow, columns, out + 3 * line, pixel, lanes);
}

function forwardTask(index: i32, args: usize): void {
  const job = changetype<ConvJob>(args);
  const c = job.c;
  const block = index % job.pixelBlocks;
  const kind = kindOfBlock(job, block);
  const flat = (kind & FLAT) != 0;
  const narrow = (kind & NARROW) != 0;
  const first = firstOfBlock(job, block);
  const count = min(job.blockPixels, tilesOfKind(job, kind) - first);
  const groups = (count + MR - 1) / MR;
  const scratch = job.scratch + <usize>currentThread() * job.scratchStride;
  const kBytes = <usize>c << 2;
  const dataBytes = dataStride(groups, kBytes);
  const product = <usize>groups * TILE_BYTES;
  const outs = scratch + S_OUTS;
  const stored = (outs + <usize>(8 * groups * MR) + 63) & ~63;
  const rows = stored + 25 * product;
  const pixel = <usize>job.outC << 2;
  const line = pixel * <usize>(2 * job.w);
  v128.store(scratch + S_ZERO, f32x4.splat(0));
  v128.store(scratch + S_ZERO, f32x4.splat(0), 16);
  placeOfTile(job, kind, first, scratch + S_PLACE);
  for (let m = 0; m < count; m++) {
    const image = load<i32>(scratch + S_PLACE);
    const y = 2 * load<i32>(scratch + S_PLACE, 4);
    const x = 2 * load<i32>(scratch + S_PLACE, 8);
    const around = scratch + S_AROUND;
    neighbourhood(job.input, job.zero, image, job.h, job.w, c, y - 1, x - 1, 4, around);
    inputTable(around, flat, narrow);
    const at = rows + <usize>m * kBytes;
    transformInput(around, 0, c, 0, at, dataBytes);
    if (!flat) transformInput(around, 0, c, 1, at + 4 * dataBytes, dataBytes);
    transformInput(around, 0, c, 2, at + 8 * dataBytes, dataBytes);
    transformInput(around, 0, c, 3, at + 12 * dataBytes, dataBytes);
    const o = outs + (<usize>m << 3);
    store<usize>(o, job.out + <usize>((image * 2 * job.h + 2 * y) * 2 * job.w + 2 * x) * pixel);
    store<i32>(o, (min(2, job.h - y) << 9) | (min(2, job.w - x) << 1), 4);
    nextPlace(job, kind, scratch + S_PLACE);
  }
  for (let data: usize = 0; data < 16; data++) {
    const end = rows + data * dataBytes;
    memory.fill(end + <usize>count * kBytes, 0, dataBytes - 64 - <usize>count * kBytes);
  }
  const panels = panelsOf(job);
  const firstPanel = (index / job.pixelBlocks) * job.blockPanels;
  const endPanel = min(panels, firstPanel + job.blockPanels);
  for (let panel = firstPanel; panel < endPanel; panel++) {
    v128.store(scratch + S_BIAS, f32x4.splat(0));
    v128.store(scratch + S_BIAS, f32x4.splat(0), 16);
    const width = min(8, job.outC - (panel << 3));
    if (job.bias) memory.copy(scratch + S_BIAS, job.bias + (<usize>panel << 5), <usize>width << 2);
    let weights = job.packed + <usize>(25 * panel) * (kBytes << 3);
    let target = stored;
    for (let i = 0; i < 5; i++) {
      for (let j = 0; j < 5; j++) {
        if (hasProduct(flat, i) && hasProduct(narrow, j)) {
          const init = scratch + (i + j ? S_ZERO : S_BIAS);
          let row = rows + <usize>(4 * dataOf(i) + dataOf(j)) * dataBytes;
          let tile = target;
          for (let group = 0; group < groups; group++) {
            stridedTile(row, kBytes, kBytes, weights, init, 0, tile);
            row += kBytes * MR;
            tile += TILE_BYTES;
          }
        }
        weights += kBytes << 3;
        target += product;
      }
    }
    const offset = <usize>panel << 5;
    for (let m = 0; m < count; m++) {
      const o = outs + (<usize>m << 3);
      const out = load<usize>(o) + offset;
      const size = load<i32>(o, 4);
      const at = stored + (<usize>m << 5);
      writeOutputs(at, product, kind, size >> 8, size & 255, out, pixel, line, min(4, width));
      if (width > 4) {
        writeOutputs(at + 16, product, kind, size >> 8, size & 255, out + 16, pixel, line, width - 4);
      }
    }
  }
  if (job.activation) {
    const start = <usize>firstPanel << 5;
    const channels = min(job.outC, endPanel << 3) - (firstPanel << 3);
    for (let m = 0; m < count; m++) {
      const size = load<i32>(outs + (<usize>m << 3), 4);
      for (let y = 0; y < size >> 8; y++) {
        const at = load<usize>(outs + (<usize>m << 3)) + start + <usize>y * line;
        for (let x = 0; x < (size & 255); x++) {
          activateRow(at + <usize>x * pixel, channels, job.activation, job.alpha);
        }
      }
    }
  }
}

function packTask(panel: i32, args: usize): void {
  const job = changetype<ConvJob>(args);
  const scratch = job.scratch + <usize>currentThread() * job.scratchStride;
  packPanel(job, panel, scratch);
  foldPanel(scratch, job.packed + <usize>panel * (<usize>(25 * job.c) << 5), job.c);
}

/** Folds the job's filter into its room; done once where the filter stays the same. */
export function upsamplePack(job: usize): void {
  parallelFor(packTask, job, panelsOf(changetype<ConvJob>(job)));
}

/** The forward pass, once the filter is folded. */
export function upsamplePacked(job: usize): void {
  const j = changetype<ConvJob>(job);
  parallelFor(forwardTask, job, j.pixelBlocks * j.panelBlocks);
}

/** y = act(conv3x3(upsample2(x)) + bias); h and w are the sides of x; scratch takes nine packed taps of a panel. */
export function upsampleForward(job: usize): void {
  upsamplePack(job);
  upsamplePacked(job);
}
