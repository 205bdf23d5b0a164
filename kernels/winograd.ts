// 3x3 convolution with stride 1 by Winograd's minimal filtering F(2x2, 3x3) (Lavin & Gray 2016): 16 products per
// tile of 2x2 outputs where the definition has 36. Input tiles U = B'dB, filters V = GgG', outputs Y = A'(U V)A.
// The input gradient is the same with the filter turned round: V's first and last rows and columns change places.
import { activateRow } from './activation';
import { ConvJob, panelsOf } from './convJob';
import { neighbourhood, read, write } from './neighbourhood';
import { packPanel } from './pack';
import { currentThread, parallelFor } from './pool';
import { MR, TILE_BYTES, tile } from './tiles';

/** The column (or row) transform of a filter, G g. */
// @ts-ignore: decorator
@inline
function spread(a: v128, b: v128, c: v128, target: usize, step: usize): void {
  const half = f32x4.splat(0.5);
  const sum = f32x4.mul(f32x4.add(a, c), half);
  const middle = f32x4.mul(b, half);
  v128.store(target, a);
  v128.store(target + step, f32x4.add(sum, middle));
  v128.store(target + 2 * step, f32x4.sub(sum, middle));
  v128.store(target + 3 * step, c);
}

/** A packed panel [3][3][inner][8] at `source` to [4][4][inner][8] at `target`. */
function foldPanel(source: usize, target: usize, inner: i32): void {
  const step = <usize>inner << 5;
  const half = f32x4.splat(0.5);
  for (let i: usize = 0; i < step; i += 16) {
    const s = source + i;
    const t = target + i;
    const a0 = v128.load(s), a1 = v128.load(s + step), a2 = v128.load(s + 2 * step);
    const b0 = v128.load(s + 3 * step), b1 = v128.load(s + 4 * step), b2 = v128.load(s + 5 * step);
    const c0 = v128.load(s + 6 * step), c1 = v128.load(s + 7 * step), c2 = v128.load(s + 8 * step);
    spread(a0, a1, a2, t, step);
    const s0 = f32x4.mul(f32x4.add(a0, c0), half), m0 = f32x4.mul(b0, half);
    const s1 = f32x4.mul(f32x4.add(a1, c1), half), m1 = f32x4.mul(b1, half);
    const s2 = f32x4.mul(f32x4.add(a2, c2), half), m2 = f32x4.mul(b2, half);
    spread(f32x4.add(s0, m0), f32x4.add(s1, m1), f32x4.add(s2, m2), t + 4 * step, step);
    spread(f32x4.sub(s0, m0), f32x4.sub(s1, m1), f32x4.sub(s2, m2), t + 8 * step, step);
    spread(c0, c1, c2, t + 12 * step, step);
  }
}

/** One row of the transformed tile from four values along it. */
// @ts-ignore: decorator
@inline
function transformRow(d0: v128, d1: v128, d2: v128, d3: v128, target: usize, step: usize, lanes: i32): void {
  write(target, f32x4.sub(d0, d2), lanes);
  write(target + step, f32x4.add(d1, d2), lanes);
  write(target + 2 * step, f32x4.sub(d2, d1), lanes);
  write(target + 3 * step, f32x4.sub(d1, d3), lanes);
}

/** A 4x4 tile of the input (addresses) to its 16 transforms, c floats each, side by side. */
function transformTile(p: usize, c: i32, target: usize): void {
  const step = <usize>c << 2;
  for (let i = 0; i < c; i += 4) {
    const k = <usize>i << 2;
    const lanes = min(4, c - i);
    const a0 = read(load<usize>(p) + k, lanes), a1 = read(load<usize>(p, 4) + k, lanes);
    const a2 = read(load<usize>(p, 8) + k, lanes), a3 = read(load<usize>(p, 12) + k, lanes);
    const c0 = read(load<usize>(p, 32) + k, lanes), c1 = read(load<usize>(p, 36) + k, lanes);
    const c2 = read(load<usize>(p, 40) + k, lanes), c3 = read(load<usize>(p, 44) + k, lanes);
    const t = target + k;
    transformRow(f32x4.sub(a0, c0), f32x4.sub(a1, c1), f32x4.sub(a2, c2), f32x4.sub(a3, c3), t, step, lanes);
    const b0 = read(load<usize>(p, 16) + k, lanes), b1 = read(load<usize>(p, 20) + k, lanes);
    const b2 = read(load<usize>(p, 24) + k, lanes), b3 = read(load<usize>(p, 28) + k, lanes);
    const sumAt = t + 4 * step;
    transformRow(f32x4.add(b0, c0), f32x4.add(b1, c1), f32x4.add(b2, c2), f32x4.add(b3, c3), sumAt, step, lanes);
    const backAt = t + 8 * step;
    transformRow(f32x4.sub(c0, b0), f32x4.sub(c1, b1), f32x4.sub(c2, b2), f32x4.sub(c3, b3), backAt, step, lanes);
    const d0 = read(load<usize>(p, 48) + k, lanes), d1 = read(load<usize>(p, 52) + k, lanes);
    const d2 = read(load<usize>(p, 56) + k, lanes), d3 = read(load<usize>(p, 60) + k, lanes);
    const lastAt = t + 12 * step;
    transformRow(f32x4.sub(b0, d0), f32x4.sub(b1, d1), f32x4.sub(b2, d2), f32x4.sub(b3, d3), lastAt, step, lanes);
  }
}

/** Scratch of one thread: bias, zeros, addresses, 16 stored tiles, one row of outputs, then the transformed block. */
const W_BIAS: usize = 0;
const W_ZERO: usize = 64;
const W_OUTS: usize = 128;
const W_POINTERS: usize = 192;
const W_AROUND: usize = 256;
const W_PIXEL: usize = 384;
const W_TILES: usize = 448;
const W_ROWS: usize = 3584;

/** Writes four outputs (two vectors each) of one row of the stored tiles to their pixels, if they exist. */
function writeOutputs(job: ConvJob, scratch: usize, row: usize, winogradTile: i32, panel: i32): void {
  const tileX = winogradTile % job.gridW;
  const line = winogradTile / job.gridW;
  const y = 2 * (line % job.gridH);
  const x = 2 * tileX;
  const image = line / job.gridH;
  const width = min(8, job.outC - (panel << 3));
  const pixelBytes = <usize>job.outC << 2;
  const corner = job.out + <usize>((image * job.outH + y) * job.outW + x) * pixelBytes + (<usize>panel << 5);
  const lineBytes = pixelBytes * <usize>job.outW;
  const right = x + 1 < job.outW;
  const below = y + 1 < job.outH;
  const stored = scratch + W_TILES + (row << 5);
  for (let half: usize = 0; half < 32; half += 16) {
    const bias = v128.load(scratch + W_BIAS + half);
    let y00 = bias, y01 = bias, y10 = bias, y11 = bias;
    for (let column: usize = 0; column < 4; column++) {
      const at = stored + half + column * TILE_BYTES;
      const m0 = v128.load(at), m1 = v128.load(at + 4 * TILE_BYTES);
      const m2 = v128.load(at + 8 * TILE_BYTES), m3 = v128.load(at + 12 * TILE_BYTES);
      const upper = f32x4.add(f32x4.add(m0, m1), m2);
      const lower = f32x4.sub(f32x4.sub(m1, m2), m3);
      if (column < 3) {
        y00 = f32x4.add(y00, upper);
        y10 = f32x4.add(y10, lower);
      }
      if (column == 1) {
        y01 = f32x4.add(y01, upper);
        y11 = f32x4.add(y11, lower);
      } else if (column > 1) {
        y01 = f32x4.sub(y01, upper);
        y11 = f32x4.sub(y11, lower);
      }
    }
    if (width == 8) {
      const o = corner + half;
      v128.store(o, y00);
      if (right) v128.store(o + pixelBytes, y01);
      if (below) v128.store(o + lineBytes, y10);
      if (below && right) v128.store(o + lineBytes + pixelBytes, y11);
    } else {
      const lanes = min(4, width - <i32>(half >> 2));
      if (lanes <= 0) continue;
      const o = corner + half;
      write(o, y00, lanes);
      if (right) write(o + pixelBytes, y01, lanes);
      if (below) write(o + lineBytes, y10, lanes);
      if (below && right) write(o + lineBytes + pixelBytes, y11, lanes);
    }
  }
}

function forwardTask(index: i32, args: usize): void {
  const job = changetype<ConvJob>(args);
  const c = job.c;
  const all = job.n * job.gridH * job.gridW;
  const first = (index % job.pixelBlocks) * job.blockPixels;
  const count = min(job.blockPixels, all - first);
  const scratch = job.scratch + <usize>currentThread() * job.scratchStride;
  const rows = scratch + W_ROWS;
  const kBytes = <usize>c << 2;
  const tileBytes = kBytes << 4;
  const top = load<i32>(job.tapList);
  const left = load<i32>(job.tapList, 4);
  v128.store(scratch + W_ZERO, f32x4.splat(0));
  v128.store(scratch + W_ZERO, f32x4.splat(0), 16);
  for (let m = 0; m < count; m++) {
    const x = (first + m) % job.gridW;
    const line = (first + m) / job.gridW;
    const y = line % job.gridH;
    const image = line / job.gridH;
    const around = scratch + W_AROUND;
    neighbourhood(job.input, job.zero, image, job.h, job.w, c, 2 * y + top, 2 * x + left, 4, around);
    transformTile(around, c, rows + <usize>m * tileBytes);
  }
  const panels = panelsOf(job);
  const panelBytes = tileBytes << 3;
  const firstPanel = (index / job.pixelBlocks) * job.blockPanels;
  const endPanel = min(panels, firstPanel + job.blockPanels);
  const pointers = scratch + W_POINTERS;
  const outs = scratch + W_OUTS;
  for (let panel = firstPanel; panel < endPanel; panel++) {
    v128.store(scratch + W_BIAS, f32x4.splat(0));
    v128.store(scratch + W_BIAS, f32x4.splat(0), 16);
    const width = min(8, job.outC - (panel << 3));
    if (job.bias) memory.copy(scratch + W_BIAS, job.bias + (<usize>panel << 5), <usize>width << 2);
    for (let i = 0; i < count; i += MR) {
      let weights = job.packed + <usize>panel * panelBytes;
      let stored = scratch + W_TILES;
      for (let product: usize = 0; product < 16; product++) {
        for (let r = 0; r < MR; r++) {
          const at = <usize>r << 2;
          store<usize>(pointers + at, rows + <usize>min(i + r, count - 1) * tileBytes + product * kBytes);
          store<usize>(outs + at, stored + (<usize>r << 5));
        }
        tile(pointers, 1, kBytes, weights, scratch + W_ZERO, 0, outs, 0);
        stored += TILE_BYTES;
        weights += kBytes << 3;
      }
      for (let r = 0; r < min(MR, count - i); r++) writeOutputs(job, scratch, r, first + i + r, panel);
    }
  }
  if (job.activation) {
    const start = <usize>firstPanel << 5;
    const columns = min(job.outC, endPanel << 3) - (firstPanel << 3);
    for (let m = 0; m < count; m++) {
      const x = 2 * ((first + m) % job.gridW);
      const line = (first + m) / job.gridW;
      const y = 2 * (line % job.gridH);
      const image = line / job.gridH;
      for (let dy = 0; dy < min(2, job.outH - y); dy++) {
        for (let dx = 0; dx < min(2, job.outW - x); dx++) {
          const pixel = (image * job.outH + y + dy) * job.outW + x + dx;
          const at = job.out + (<usize>pixel * <usize>job.outC << 2) + start;
          activateRow(at, columns, job.activation, job.alpha);
        }
      }
    }
  }
}

function packTask(panel: i32, args: usize): void {
  const job = changetype<ConvJob>(args);
  const scratch = job.scratch + <usize>currentThread() * job.scratchStride;
  packPanel(job, panel, scratch);
  foldPanel(scratch, job.packed + <usize>panel * (<usize>(16 * job.c) << 5), job.c);
}

/** Transforms the job's filter into its room; done once where the filter stays the same. */
export function winogradPack(args: usize): void {
  parallelFor(packTask, args, panelsOf(changetype<ConvJob>(args)));
}

/** The convolution, once its filter is transformed. */
export function winogradPacked(args: usize): void {
  const job = changetype<ConvJob>(args);
  parallelFor(forwardTask, args, job.pixelBlocks * job.panelBlocks);
}

/**
 * out = act(conv3x3(input) + bias), stride 1. The job's grid counts tiles of 2x2 outputs, its nine taps are those of
 * the filter in order, the first at the corner of tile (0, 0). A task's scratch takes nine packed taps of a panel.
 */
export function winogradConv(args: usize): void {
  winogradPack(args);
  winogradPacked(args);
}
