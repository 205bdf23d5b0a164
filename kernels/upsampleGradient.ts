// The input gradient of upsampling + 3x3 convolution: the transposed map of kernels/upsample.ts, tile by tile. What a
// tile sends to its neighbours is gathered instead: T and U look at the output gradient next to the tile.
import { ConvJob, panelsOf } from './convJob';
import { currentThread, parallelFor } from './pool';
import { neighbourhood, write } from './neighbourhood';
import {
  FLAT, NARROW, S_AROUND, S_OUTS, S_PLACE, S_ZERO, dataStride, firstOfBlock, kindOfBlock, nextPlace, placeOfTile,
  tilesOfKind,
} from './squareTiles';
import { stridedTile } from './stridedTiles';
import { MR, TILE_BYTES } from './tiles';
import { dataOf, hasProduct } from './upsampleProducts';
import { upsamplePack } from './upsample';
import { gradientTable, transformGradient } from './upsampleTransforms';

/** One row of the input's gradient of a tile from the groups P, Q and R, T, U `step` bytes apart: pixel 0 or 1. */
// @ts-ignore: decorator
@inline
function pixelOf(at: usize, step: usize, second: bool, single: bool): v128 {
  const p = v128.load(at);
  if (second) return f32x4.add(p, f32x4.add(v128.load(at + step), v128.load(at + 2 * step)));
  const u = f32x4.add(p, v128.load(at + 3 * step));
  return single ? f32x4.add(u, v128.load(at + 2 * step)) : f32x4.sub(u, v128.load(at + step));
}

/** Writes one row of a tile's input gradient, `lanes` channels: one pixel or two. */
// @ts-ignore: decorator
@inline
function writePixels(
  at: usize, group: usize, second: bool, flat: bool, narrow: bool, columns: i32, out: usize, pixel: usize, lanes: i32,
): void {
  const p = pixelOf(at, 4 * group, second, flat);
  const t = pixelOf(at + 2 * group, 4 * group, second, flat);
  const u = pixelOf(at + 3 * group, 4 * group, second, flat);
  if (narrow) {
    write(out, f32x4.add(f32x4.add(p, u), t), lanes);
    return;
  }
  const qr = pixelOf(at + group, 4 * group, second, flat);
  write(out, f32x4.sub(f32x4.add(p, u), qr), lanes);
  if (columns > 1) write(out + pixel, f32x4.add(p, f32x4.add(qr, t)), lanes);
}

/** Gradient of the input: here `c` counts the channels of dy, `outC` those of dx; h, w are the sides of dx. */
function gradientTask(index: i32, args: usize): void {
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
  const groupBytes = <usize>groups * TILE_BYTES;
  const outs = scratch + S_OUTS;
  const stored = (outs + <usize>(8 * groups * MR) + 63) & ~63;
  const rows = stored + 25 * groupBytes;
  const pixel = <usize>job.outC << 2;
  const line = pixel * <usize>job.w;
  v128.store(scratch + S_ZERO, f32x4.splat(0));
  v128.store(scratch + S_ZERO, f32x4.splat(0), 16);
  placeOfTile(job, kind, first, scratch + S_PLACE);
  for (let m = 0; m < count; m++) {
    const image = load<i32>(scratch + S_PLACE);
    const y = 2 * load<i32>(scratch + S_PLACE, 4);
    const x = 2 * load<i32>(scratch + S_PLACE, 8);
    const around = scratch + S_AROUND;
    neighbourhood(job.input, job.zero, image, 2 * job.h, 2 * job.w, c, 2 * y - 1, 2 * x - 1, 6, around);
    gradientTable(around, flat, narrow);
    transformGradient(around, c, flat, rows + <usize>m * kBytes, dataBytes);
    const o = outs + (<usize>m << 3);
    store<usize>(o, job.out + <usize>((image * job.h + y) * job.w + x) * pixel);
    store<i32>(o, (min(2, job.h - y) << 8) | min(2, job.w - x), 4);
    nextPlace(job, kind, scratch + S_PLACE);
  }
  for (let data: usize = 0; data < 25; data++) {
    const end = rows + data * dataBytes;
    memory.fill(end + <usize>count * kBytes, 0, dataBytes - 64 - <usize>count * kBytes);
  }
  const panels = panelsOf(job);
  const firstPanel = (index / job.pixelBlocks) * job.blockPanels;
  const endPanel = min(panels, firstPanel + job.blockPanels);
  for (let panel = firstPanel; panel < endPanel; panel++) {
    let weights = job.packed + <usize>(25 * panel) * (kBytes << 3);
    let data = rows;
    for (let i = 0; i < 5; i++) {
      for (let j = 0; j < 5; j++) {
        if (hasProduct(flat, i) && hasProduct(narrow, j)) {
          const target = stored + <usize>(4 * dataOf(i) + dataOf(j)) * groupBytes;
          // R adds to what Q, with the same data before it, has stored.
          const onto = i == 2 || j == 2;
          let row = data;
          for (let at = target; at < target + groupBytes; at += TILE_BYTES) {
            stridedTile(row, kBytes, kBytes, weights, onto ? at : scratch + S_ZERO, onto ? 32 : 0, at);
            row += kBytes * MR;
          }
        }
        weights += kBytes << 3;
        data += dataBytes;
      }
    }
    const width = min(8, job.outC - (panel << 3));
    for (let m = 0; m < count; m++) {
      const o = outs + (<usize>m << 3);
      const out = load<usize>(o) + (<usize>panel << 5);
      const size = load<i32>(o, 4);
      for (let half: usize = 0; half < <usize>width; half += 4) {
        const lanes = min(4, width - <i32>half);
        const at = stored + (<usize>m << 5) + (half << 2);
        const to = out + (half << 2);
        writePixels(at, groupBytes, false, flat, narrow, size & 255, to, pixel, lanes);
        if (size >> 8 > 1) writePixels(at, groupBytes, true, flat, narrow, size & 255, to + line, pixel, lanes);
      }
    }
  }
}

/** dx from dy: `job.input` is dy [n, 2h, 2w, c], `job.out` dx [n, h, w, outC]. */
export function upsampleGradInput(job: usize): void {
  const j = changetype<ConvJob>(job);
  upsamplePack(job);
  parallelFor(gradientTask, job, j.pixelBlocks * j.panelBlocks);
}
