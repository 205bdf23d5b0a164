// Nearest 2x upsampling followed by a 3x3 'same' convolution, without the upsampled map.
// In one dimension y[2i] = w0 (x[i-1] - x[i]) + S x[i] and y[2i+1] = S x[i] + w2 (x[i+1] - x[i]) with S = w0 + w1 + w2:
// three products per input pixel where the two phases have four; in two dimensions nine where four phases have 16.
// Product (r, c) multiplies the input transformed by r in rows and c in columns with the filter folded the same way;
// transforms: -1 (x[i-1] - x[i], w0), 0 (x[i], S), +1 (x[i+1] - x[i], w2). Outside of the input x is 0.
import { activateRow } from './activation';
import { ConvJob, panelsOf } from './convJob';
import { packPanel } from './pack';
import { currentThread, parallelFor } from './pool';
import { neighbourhood } from './neighbourhood';
import { MR, TILE_BYTES, tile } from './tiles';
import { foldPanel, transformGradient, transformInput } from './upsampleTransforms';

/** Products, in the order of the packed filter: index = 3 * (r + 1) + (c + 1). */
const CENTRE: i32 = 4;

/** Scratch of one thread: small tiles, then addresses, then the transformed block. */
const T_BIAS: usize = 0;
const T_ZERO: usize = 64;
const T_TAIL: usize = 128;
const T_SUM: usize = 384;
const T_EDGES: usize = 640;
const T_TAIL_OUTS: usize = 1920;
const T_LOCAL_OUTS: usize = 1952;
const T_AROUND: usize = 2048;
const T_ROWS: usize = 2176;

/** Writes the addresses of the nine products' tiles: T_CENTRE and the edges are stored tiles in scratch. */
// @ts-ignore: decorator
@inline
function edgeTile(scratch: usize, product: i32): usize {
  return scratch + T_EDGES + <usize>(product >> 1) * 256;
}

/** Computes one stored tile: product `product` of the rows at `pointers`, from `init`. */
// @ts-ignore: decorator
@inline
function innerTile(
  scratch: usize, pointers: usize, product: i32, kBytes: usize, weights: usize, init: usize, stored: usize,
): void {
  const local = scratch + T_LOCAL_OUTS;
  const rows = scratch + T_TAIL_OUTS;
  for (let r = 0; r < MR; r++) {
    store<usize>(local + (<usize>r << 2), stored + (<usize>r << 5));
    store<usize>(rows + (<usize>r << 2), load<usize>(pointers + (<usize>r << 2)) + <usize>product * kBytes);
  }
  tile(rows, 1, kBytes, weights + <usize>product * (kBytes << 3), init, 0, local, 0);
}

/** One tile of MR input pixels times one panel: nine products, four output tiles. */
function forwardTile(
  job: ConvJob, scratch: usize, pointers: usize, outs: usize, rows: i32, panel: i32, weights: usize,
): void {
  const kBytes = <usize>job.c << 2;
  const zero = scratch + T_ZERO;
  innerTile(scratch, pointers, CENTRE, kBytes, weights, scratch + T_BIAS, scratch + T_TAIL);
  for (let product = 1; product < 9; product += 2) {
    innerTile(scratch, pointers, product, kBytes, weights, zero, edgeTile(scratch, product));
  }
  const sum = scratch + T_SUM;
  const local = scratch + T_LOCAL_OUTS;
  const tapRows = scratch + T_TAIL_OUTS;
  const width = min(8, job.outC - (panel << 3));
  const rowBytes = <usize>job.outC << 2;
  const lineBytes = rowBytes * <usize>(2 * job.w);
  for (let py = 0; py < 2; py++) {
    for (let px = 0; px < 2; px++) {
      const vertical = edgeTile(scratch, 6 * py + 1);
      const horizontal = edgeTile(scratch, 2 * px + 3);
      for (let i: usize = 0; i < TILE_BYTES; i += 16) {
        const edges = f32x4.add(v128.load(vertical + i), v128.load(horizontal + i));
        v128.store(sum + i, f32x4.add(v128.load(scratch + T_TAIL + i), edges));
      }
      const product = 6 * py + 2 * px;
      const phase = <usize>py * lineBytes + <usize>px * rowBytes + (<usize>panel << 5);
      const direct = width == 8 && rows == MR;
      for (let r = 0; r < MR; r++) {
        const at = <usize>r << 2;
        store<usize>(tapRows + at, load<usize>(pointers + at) + <usize>product * kBytes);
        store<usize>(local + at, direct ? load<usize>(outs + at) + phase : sum + (<usize>r << 5));
      }
      tile(tapRows, 1, kBytes, weights + <usize>product * (kBytes << 3), sum, 32, local, 0);
      if (!direct) {
        for (let r = 0; r < rows; r++) {
          memory.copy(load<usize>(outs + (<usize>r << 2)) + phase, sum + (<usize>r << 5), <usize>width << 2);
        }
      }
    }
  }
}

function forwardTask(index: i32, args: usize): void {
  const job = changetype<ConvJob>(args);
  const c = job.c;
  const pixels = job.n * job.h * job.w;
  const first = (index % job.pixelBlocks) * job.blockPixels;
  const count = min(job.blockPixels, pixels - first);
  const tiles = (count + MR - 1) / MR;
  const scratch = job.scratch + <usize>currentThread() * job.scratchStride;
  const around = scratch + T_AROUND;
  const pointers = scratch + T_ROWS;
  const outs = pointers + (<usize>(tiles * MR) << 2);
  const rows = (outs + (<usize>(tiles * MR) << 2) + 63) & ~63;
  const pixelBytes = <usize>(9 * c) << 2;
  v128.store(scratch + T_ZERO, f32x4.splat(0));
  v128.store(scratch + T_ZERO, f32x4.splat(0), 16);
  for (let m = 0; m < tiles * MR; m++) {
    const pixel = first + min(m, count - 1);
    const x = pixel % job.w;
    const line = pixel / job.w;
    const y = line % job.h;
    const at = rows + <usize>min(m, count - 1) * pixelBytes;
    if (m < count) {
      neighbourhood(job.input, job.zero, line / job.h, job.h, job.w, c, y - 1, x - 1, 3, around);
      transformInput(around, c, at);
    }
    store<usize>(pointers + (<usize>m << 2), at);
    store<usize>(outs + (<usize>m << 2), job.out + (<usize>(line * 4 * job.w + 2 * x) * <usize>job.outC << 2));
  }
  const panels = panelsOf(job);
  const panelBytes = pixelBytes << 3;
  const firstPanel = (index / job.pixelBlocks) * job.blockPanels;
  const endPanel = min(panels, firstPanel + job.blockPanels);
  for (let panel = firstPanel; panel < endPanel; panel++) {
    v128.store(scratch + T_BIAS, f32x4.splat(0));
    v128.store(scratch + T_BIAS, f32x4.splat(0), 16);
    const width = min(8, job.outC - (panel << 3));
    if (job.bias) memory.copy(scratch + T_BIAS, job.bias + (<usize>panel << 5), <usize>width << 2);
    for (let i = 0; i < tiles; i++) {
      const at = <usize>(i * MR) << 2;
      const valid = min(MR, count - i * MR);
      forwardTile(job, scratch, pointers + at, outs + at, valid, panel, job.packed + <usize>panel * panelBytes);
    }
  }
  if (job.activation) {
    const start = <usize>firstPanel << 5;
    const columns = min(job.outC, endPanel << 3) - (firstPanel << 3);
    const rowBytes = <usize>job.outC << 2;
    const lineBytes = rowBytes * <usize>(2 * job.w);
    for (let m = 0; m < count; m++) {
      const at = load<usize>(outs + (<usize>m << 2)) + start;
      activateRow(at, columns, job.activation, job.alpha);
      activateRow(at + rowBytes, columns, job.activation, job.alpha);
      activateRow(at + lineBytes, columns, job.activation, job.alpha);
      activateRow(at + lineBytes + rowBytes, columns, job.activation, job.alpha);
    }
  }
}

/** Gradient of the input: each pixel's nine transformed gradients times the nine filters, one long product. */
function gradientTask(index: i32, args: usize): void {
  const job = changetype<ConvJob>(args);
  // Here `c` counts the channels of dy, `outC` those of dx; h, w are the sides of dx.
  const c = job.c;
  const pixels = job.n * job.h * job.w;
  const first = (index % job.pixelBlocks) * job.blockPixels;
  const count = min(job.blockPixels, pixels - first);
  const tiles = (count + MR - 1) / MR;
  const scratch = job.scratch + <usize>currentThread() * job.scratchStride;
  const around = scratch + T_AROUND;
  const pointers = scratch + T_ROWS;
  const outs = pointers + (<usize>(tiles * MR) << 2);
  const rows = (outs + (<usize>(tiles * MR) << 2) + 63) & ~63;
  const pixelBytes = <usize>(9 * c) << 2;
  for (let m = 0; m < tiles * MR; m++) {
    const pixel = first + min(m, count - 1);
    const x = pixel % job.w;
    const line = pixel / job.w;
    const y = line % job.h;
    const at = rows + <usize>min(m, count - 1) * pixelBytes;
    if (m < count) {
      neighbourhood(
        job.input, job.zero, line / job.h, 2 * job.h, 2 * job.w, c, 2 * y - 1, 2 * x - 1, 4, around,
      );
      transformGradient(around, c, at);
    }
    store<usize>(pointers + (<usize>m << 2), at);
    store<usize>(outs + (<usize>m << 2), job.out + (<usize>pixel * <usize>job.outC << 2));
  }
  const panels = panelsOf(job);
  const panelBytes = pixelBytes << 3;
  const firstPanel = (index / job.pixelBlocks) * job.blockPanels;
  const endPanel = min(panels, firstPanel + job.blockPanels);
  const zero = scratch + T_ZERO;
  v128.store(zero, f32x4.splat(0));
  v128.store(zero, f32x4.splat(0), 16);
  const stored = scratch + T_SUM;
  const local = scratch + T_LOCAL_OUTS;
  for (let r = 0; r < MR; r++) store<usize>(local + (<usize>r << 2), stored + (<usize>r << 5));
  for (let panel = firstPanel; panel < endPanel; panel++) {
    const width = min(8, job.outC - (panel << 3));
    const offset = <usize>panel << 5;
    const weights = job.packed + <usize>panel * panelBytes;
    for (let i = 0; i < tiles; i++) {
      const at = <usize>(i * MR) << 2;
      const valid = min(MR, count - i * MR);
      if (valid == MR && width == 8) tile(pointers + at, 1, pixelBytes, weights, zero, 0, outs + at, offset);
      else {
        tile(pointers + at, 1, pixelBytes, weights, zero, 0, local, 0);
        for (let r = 0; r < valid; r++) {
          const target = load<usize>(outs + at + (<usize>r << 2)) + offset;
          memory.copy(target, stored + (<usize>r << 5), <usize>width << 2);
        }
      }
    }
  }
}

function packTask(panel: i32, args: usize): void {
  const job = changetype<ConvJob>(args);
  const scratch = job.scratch + <usize>currentThread() * job.scratchStride;
  packPanel(job, panel, scratch);
  foldPanel(scratch, job.packed + <usize>panel * (<usize>(9 * job.c) << 5), job.c);
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

/** dx from dy: `job.input` is dy [n, 2h, 2w, c], `job.out` dx [n, h, w, outC]. */
export function upsampleGradInput(job: usize): void {
  const j = changetype<ConvJob>(job);
  parallelFor(packTask, job, panelsOf(j));
  parallelFor(gradientTask, job, j.pixelBlocks * j.panelBlocks);
}
