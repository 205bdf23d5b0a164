// Transposed 4x4 convolution with stride 2 to one or two channels, which is also upsampling + 3x3 convolution with its
// weights folded (kernels/upsamplePhases.ts). Each input pixel is multiplied with all 16 taps at once, which fills two
// panels; the products are then gathered: a 2x2 block of outputs takes four from its own pixel, and from the eight
// around it the ones that reach over. Panels of a channel, lane by lane in the order of the block's outputs:
//   0: own pixel; 1: from above (upper two outputs) and below; 2: from the left and right; 3: from the corners.
import { activate4 } from './activation';
import { ConvJob } from './convJob';
import { currentThread, parallelFor } from './pool';
import { stridedTile } from './stridedTiles';
import { MR, TILE_BYTES } from './tiles';

/** Scratch of one thread: zeros, room for a tile, then the products of a band of rows and a line of zeros. */
const S_ZERO: usize = 0;
const S_TILE: usize = 64;
const S_BAND: usize = 256;

/** Products of `count` pixels from `pixels`: [panel][count][8] at `target`. */
function multiply(job: ConvJob, pixels: usize, count: i32, target: usize, scratch: usize): void {
  const c = job.c;
  const kBytes = <usize>c << 2;
  const panels = 2 * job.outC;
  for (let panel = 0; panel < panels; panel++) {
    const weights = job.packed + <usize>panel * (kBytes << 3);
    let out = target;
    for (let m = 0; m < count; m += MR) {
      if (count - m >= MR) {
        stridedTile(pixels + <usize>m * kBytes, kBytes, kBytes, weights, scratch + S_ZERO, 0, out);
      } else if (count >= MR) {
        // The last tile again covers pixels of the one before it.
        const back = <usize>(count - MR);
        stridedTile(pixels + back * kBytes, kBytes, kBytes, weights, scratch + S_ZERO, 0, target + (back << 5));
      } else {
        for (let r = 0; r < count; r++) {
          const row = pixels + <usize>r * kBytes;
          stridedTile(row, 0, kBytes, weights, scratch + S_ZERO, 0, scratch + S_TILE);
          v128.store(target + (<usize>r << 5), v128.load(scratch + S_TILE));
          v128.store(target + (<usize>r << 5), v128.load(scratch + S_TILE, 16), 16);
        }
      }
      out += TILE_BYTES;
    }
    target += <usize>count << 5;
  }
}

/** One row of blocks: `above`, `own`, `below` are rows of the first panel, `second` bytes before the other panel's. */
// @ts-ignore: decorator
@inline
function gatherRow(
  job: ConvJob, above: usize, own: usize, below: usize, second: usize, bias: v128, out: usize, outC: i32,
): void {
  const w = job.w;
  const slope = f32x4.splat(job.alpha);
  const line = <usize>(2 * w * outC) << 2;
  const none = f32x4.splat(0);
  let aboveLeft = none, left = none, belowLeft = none;
  for (let x = 0; x < w; x++) {
    const at = <usize>x << 5;
    const more = x + 1 < w;
    const aboveRight = more ? v128.load(above + second + at, 48) : none;
    const right = more ? v128.load(own + second + at, 32) : none;
    const belowRight = more ? v128.load(below + second + at, 48) : none;
    const vertical = v128.shuffle<i32>(v128.load(above + at, 16), v128.load(below + at, 16), 0, 1, 6, 7);
    const horizontal = v128.shuffle<i32>(left, right, 0, 5, 2, 7);
    const upper = v128.shuffle<i32>(aboveLeft, aboveRight, 0, 5, 0, 5);
    const lower = v128.shuffle<i32>(belowLeft, belowRight, 2, 7, 2, 7);
    const corners = v128.shuffle<i32>(upper, lower, 0, 1, 6, 7);
    let sum = f32x4.add(f32x4.add(v128.load(own + at), bias), f32x4.add(vertical, f32x4.add(horizontal, corners)));
    if (job.activation) sum = activate4(sum, job.activation, slope);
    if (outC == 1) {
      v128.store_lane<i64>(out, sum, 0);
      v128.store_lane<i64>(out + line, sum, 1);
      out += 8;
    } else {
      v128.store_lane<f32>(out, sum, 0);
      v128.store_lane<f32>(out, sum, 1, 8);
      v128.store_lane<f32>(out + line, sum, 2);
      v128.store_lane<f32>(out + line, sum, 3, 8);
      out += 16;
    }
    aboveLeft = v128.load(above + second + at, 16);
    left = v128.load(own + second + at);
    belowLeft = v128.load(below + second + at, 16);
  }
}

/** One task: a band of `blockPixels` rows of one image; the rows next to it are multiplied too. */
function spreadTask(index: i32, args: usize): void {
  const job = changetype<ConvJob>(args);
  const image = index / job.pixelBlocks;
  const first = (index % job.pixelBlocks) * job.blockPixels;
  const end = min(job.h, first + job.blockPixels);
  const from = max(0, first - 1);
  const count = (min(job.h, end + 1) - from) * job.w;
  const scratch = job.scratch + <usize>currentThread() * job.scratchStride;
  const panelBytes = <usize>count << 5;
  const lineBytes = <usize>job.w << 5;
  v128.store(scratch + S_ZERO, f32x4.splat(0));
  v128.store(scratch + S_ZERO, f32x4.splat(0), 16);
  const pixels = job.input + (<usize>((image * job.h + from) * job.w) * <usize>job.c << 2);
  const products = scratch + S_BAND;
  multiply(job, pixels, count, products, scratch);
  const outC = job.outC;
  const pixelBytes = <usize>outC << 2;
  const zeros = products + <usize>(2 * outC) * panelBytes;
  memory.fill(zeros, 0, lineBytes);
  memory.fill(zeros + panelBytes, 0, lineBytes);
  for (let channel = 0; channel < outC; channel++) {
    const bias = f32x4.splat(job.bias ? load<f32>(job.bias + (<usize>channel << 2)) : 0);
    const panel = products + <usize>(2 * channel) * panelBytes;
    for (let y = first; y < end; y++) {
      const own = panel + <usize>(y - from) * lineBytes;
      const above = y > 0 ? own - lineBytes : zeros;
      const below = y + 1 < job.h ? own + lineBytes : zeros;
      const row = <usize>((image * job.h + y) * 2 * job.w * 2);
      const out = job.out + row * pixelBytes + (<usize>channel << 2);
      gatherRow(job, above, own, below, panelBytes, bias, out, outC);
    }
  }
}

/** Packs the filter: lane l of panel p takes tap `tapList[8p + l]` (three words each, the third is the tap's index). */
function pack(job: ConvJob): void {
  let target = job.packed;
  for (let channel = 0; channel < job.outC; channel++) {
    for (let half = 0; half < 2; half++) {
      for (let k = 0; k < job.c; k++) {
        for (let lane = 0; lane < 8; lane++) {
          const tap = load<i32>(job.tapList + <usize>((8 * half + lane) * 12), 8);
          const at = tap * job.tapStride + k * job.innerStride + channel * job.outerStride;
          store<f32>(target, load<f32>(job.filter + (<usize>at << 2)));
          target += 4;
        }
      }
    }
  }
}

/**
 * out [n, 2h, 2w, outC] = act(transposed convolution of input [n, h, w, c] + bias), outC 1 or 2; tap t reaches output
 * row 2y + t - 1. The job: `blockPixels` rows per task, `pixelBlocks` tasks per image.
 */
export function spreadConv(args: usize): void {
  const job = changetype<ConvJob>(args);
  pack(job);
  parallelFor(spreadTask, args, job.n * job.pixelBlocks);
}
