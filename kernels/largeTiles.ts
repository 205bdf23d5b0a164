// Convolutions of stride 1, and their input gradients, by minimal filtering with 36 products a tile: 4 x 4 outputs of 3 x 3 taps, where
// the taps have 144 and tiles of 2 x 2 (kernels/minimal.ts) 64, and 3 x 3 outputs of 4 x 4 taps, where the taps have 144 and tiles of
// 2 x 2 have 81. The transforms are kernels/largeTransforms.ts and kernels/wideTransforms.ts.
// Channels in and out are multiples of four; tiles that reach over the edge are cut when they are written.
import { activateRow } from './activation';
import { ConvJob, panelsOf } from './convJob';
import {
  LARGE_PRODUCTS, LARGE_SIDE, LARGE_TEMPORARY, foldedStride, largeFold, largeInput, largeOutput,
} from './largeTransforms';
import { neighbourhood } from './neighbourhood';
import { packPanel } from './pack';
import { currentThread, parallelFor } from './pool';
import { stridedTile } from './stridedTiles';
import { MR, TILE_BYTES } from './tiles';
import { WIDE_SIDE, WIDE_TAPS, wideFold, wideOutput } from './wideTransforms';

/** Scratch of one thread: zeros, a temporary vector of all positions, addresses around a tile; then what a task needs. */
const S_TEMPORARY: usize = 64;
const S_AROUND: usize = S_TEMPORARY + LARGE_TEMPORARY;
export const S_REST: usize = S_AROUND + 4 * 36 + 48;

/** Outputs along a side of a tile. */
// @ts-ignore: decorator
@inline
export function tileSide(job: ConvJob): i32 {
  return job.taps == WIDE_TAPS ? WIDE_SIDE : LARGE_SIDE;
}

/** Tiles along a side of so many pixels. */
// @ts-ignore: decorator
@inline
export function tilesAlong(length: i32, side: i32): i32 {
  return (length + side - 1) / side;
}

/** Writes four channels of a tile's outputs. */
// @ts-ignore: decorator
@inline
function writeTile(
  isWide: bool, at: usize, stride: usize, bias: v128, out: usize, pixel: usize, line: usize, sides: i32, temporary: usize,
): void {
  if (isWide) wideOutput(at, stride, bias, out, pixel, line, sides >> 8, sides & 255, temporary);
  else largeOutput(at, stride, bias, out, pixel, line, sides >> 8, sides & 255, temporary);
}

/** Transformed tiles in the memory: where they lie, and where their outputs go. */
@unmanaged
export class Tiles {
  /** How many, and in how many groups of rows of a register tile. */
  count: i32;
  groups: i32;
  /** [36 positions, `stride` bytes apart][groups * MR][channels] */
  data: usize;
  stride: usize;
  /** Per tile 8 bytes: the address of its outputs, and how many rows and columns of them there are. */
  outs: usize;
}

/** Bytes of a Tiles. */
const TILES_BYTES: usize = 20;

/** Tiles of the whole job. */
// @ts-ignore: decorator
@inline
export function tilesOfJob(job: ConvJob): i32 {
  const side = tileSide(job);
  return job.n * tilesAlong(job.gridH, side) * tilesAlong(job.gridW, side);
}

/** Says at `at` that `count` tiles have their outputs' addresses at `outs` and their data behind them; returns the data's end. */
export function placeTiles(job: ConvJob, count: i32, outs: usize, at: usize): usize {
  const tiles = changetype<Tiles>(at);
  tiles.count = count;
  tiles.groups = (count + MR - 1) / MR;
  const rows = <usize>(tiles.groups * MR);
  tiles.outs = outs;
  tiles.data = (outs + (rows << 3) + 63) & ~63;
  tiles.stride = rows * (<usize>job.c << 2) + 64;
  return tiles.data + <usize>LARGE_PRODUCTS * tiles.stride;
}

/** Transforms `count` tiles of the job from `first` on into those from `place` on, and notes where their outputs lie. */
export function readTiles(job: ConvJob, first: i32, count: i32, tiles: Tiles, place: i32, scratch: usize): void {
  const channels = <usize>job.c << 2;
  const top = load<i32>(job.tapList);
  const left = load<i32>(job.tapList, 4);
  const side = tileSide(job);
  const columns = tilesAlong(job.gridW, side);
  const rows = tilesAlong(job.gridH, side);
  const around = scratch + S_AROUND;
  for (let m = 0; m < count; m++) {
    const line = (first + m) / columns;
    const image = line / rows;
    const y = side * (line % rows);
    const x = side * ((first + m) % columns);
    neighbourhood(job.input, job.zero, image, job.h, job.w, job.c, y + top, x + left, 6, around);
    const to = tiles.data + <usize>(place + m) * channels;
    largeInput(around, 0, channels, to, tiles.stride, scratch + S_TEMPORARY);
    const o = tiles.outs + (<usize>(place + m) << 3);
    store<usize>(o, job.out + (<usize>(((image * job.outH + y) * job.outW + x) * job.outC) << 2));
    store<i32>(o, (min(side, job.gridH - y) << 8) | min(side, job.gridW - x), 4);
  }
}

/** Makes `scratch` ready for `productsOfPanel`. */
// @ts-ignore: decorator
@inline
export function clearInit(scratch: usize): void {
  v128.store(scratch, f32x4.splat(0));
  v128.store(scratch, f32x4.splat(0), 16);
}

/**
 * Multiplies the tiles with a panel's folded filters at `weights` and writes its outputs.
 * @param stored room for a tile's products of all groups and positions
 */
export function productsOfPanel(job: ConvJob, panel: i32, weights: usize, tiles: Tiles, stored: usize, scratch: usize): void {
  const isWide = tileSide(job) == WIDE_SIDE;
  const temporary = scratch + S_TEMPORARY;
  const channels = <usize>job.c << 2;
  const folded = foldedStride(job.c);
  const groups = tiles.groups;
  const storedStride = <usize>groups * TILE_BYTES;
  const pixel = <usize>job.outC << 2;
  const line = pixel * <usize>job.outW;
  let from = tiles.data;
  let to = stored;
  for (let position = 0; position < LARGE_PRODUCTS; position++) {
    for (let i = 0; i < groups; i++) {
      const rows = from + <usize>(i * MR) * channels;
      stridedTile(rows, channels, channels, weights, scratch, 0, to + <usize>i * TILE_BYTES);
    }
    weights += folded;
    from += tiles.stride;
    to += storedStride;
  }
  const bias = job.bias + (<usize>panel << 5);
  const offset = <usize>panel << 5;
  const two = job.outC - (panel << 3) > 4;
  const low = job.bias ? v128.load(bias) : f32x4.splat(0);
  const high = job.bias && two ? v128.load(bias, 16) : f32x4.splat(0);
  for (let m = 0; m < tiles.count; m++) {
    const o = tiles.outs + (<usize>m << 3);
    const out = load<usize>(o) + offset;
    const sides = load<i32>(o, 4);
    const at = stored + (<usize>m << 5);
    writeTile(isWide, at, storedStride, low, out, pixel, line, sides, temporary);
    if (two) writeTile(isWide, at + 16, storedStride, high, out + 16, pixel, line, sides, temporary);
  }
}

/** Activates the outputs of the tiles, channels of panels [first, end). */
export function activateTiles(job: ConvJob, tiles: Tiles, first: i32, end: i32): void {
  if (!job.activation) return;
  const pixel = <usize>job.outC << 2;
  const line = pixel * <usize>job.outW;
  const wide = min(job.outC, end << 3) - (first << 3);
  for (let m = 0; m < tiles.count; m++) {
    const o = tiles.outs + (<usize>m << 3);
    const sides = load<i32>(o, 4);
    for (let y = 0; y < sides >> 8; y++) {
      const at = load<usize>(o) + (<usize>first << 5) + <usize>y * line;
      for (let x = 0; x < (sides & 255); x++) activateRow(at + <usize>x * pixel, wide, job.activation, job.alpha);
    }
  }
}

/** Packs a panel's taps at `taps` and folds them to `target`. */
export function foldPanel(job: ConvJob, panel: i32, taps: usize, target: usize, scratch: usize): void {
  packPanel(job, panel, taps);
  if (job.taps == WIDE_TAPS) wideFold(taps, target, job.c, scratch + S_TEMPORARY);
  else largeFold(taps, target, job.c, scratch + S_TEMPORARY);
}

/** Where a thread's scratch begins. */
// @ts-ignore: decorator
@inline
export function scratchOf(job: ConvJob): usize {
  return job.scratch + <usize>currentThread() * job.scratchStride;
}

/** One task: all products of a block of tiles and a group of panels. */
function largeTask(index: i32, args: usize): void {
  const job = changetype<ConvJob>(args);
  const first = (index % job.pixelBlocks) * job.blockPixels;
  const count = min(job.blockPixels, tilesOfJob(job) - first);
  const scratch = scratchOf(job);
  const tiles = changetype<Tiles>(scratch + S_REST);
  const stored = placeTiles(job, count, scratch + S_REST + TILES_BYTES, scratch + S_REST);
  clearInit(scratch);
  readTiles(job, first, count, tiles, 0, scratch);
  const panelBytes = <usize>LARGE_PRODUCTS * foldedStride(job.c);
  const firstPanel = (index / job.pixelBlocks) * job.blockPanels;
  const endPanel = min(panelsOf(job), firstPanel + job.blockPanels);
  for (let panel = firstPanel; panel < endPanel; panel++) {
    productsOfPanel(job, panel, job.packed + <usize>panel * panelBytes, tiles, stored, scratch);
  }
  activateTiles(job, tiles, firstPanel, endPanel);
}

function foldTask(panel: i32, args: usize): void {
  const job = changetype<ConvJob>(args);
  const scratch = scratchOf(job);
  const target = job.packed + <usize>panel * <usize>LARGE_PRODUCTS * foldedStride(job.c);
  foldPanel(job, panel, scratch + S_REST, target, scratch);
}

/**
 * out = act(conv(input) + bias) for one job of nine or sixteen taps in a square, sorted by place, whose outputs lie side by side.
 * @param args a ConvJob: `blockPixels` counts tiles, `packed` has room for 36 filters, and scratch for a panel's taps or for a
 *     block's data and products
 */
export function largeConv(args: usize): void {
  const job = changetype<ConvJob>(args);
  parallelFor(foldTask, args, panelsOf(job));
  parallelFor(largeTask, args, job.pixelBlocks * job.panelBlocks);
}
