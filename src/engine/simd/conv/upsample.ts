// Nearest 2x upsampling followed by a 3x3 'same' convolution, over addresses; the mathematics is in
// kernels/upsample.ts.
import type { SimdModule } from '../module';
import { activationCode } from './activation';
import { Arena } from './arena';
import { runFilterGradient } from './filterGradient';
import type { Tap } from './geometry';
import { CONV_JOB_BYTES, cutTasks, tapListBytes, tileRows, writeConvJob, writeTaps } from './job';
import type { UpsampleForward, UpsampleGeometry } from './upsampleShapes';
import { phasesForward, phasesGradFilter, phasesGradInput, suitsPhases } from './upsamplePhases';

/** The nine products: offsets of the input differences, in the order of the folded filter. */
const PRODUCTS: readonly Tap[] = [-1, 0, 1].flatMap((dy) =>
  [-1, 0, 1].map((dx) => ({ dy, dx, index: 3 * (dy + 1) + dx + 1 })),
);

/** Bytes of transformed input per task: with a panel, well inside of a core's L2 cache. */
const BLOCK_BYTES = 256 * 1024;

/** Bytes of small tiles and addresses at the start of a task's scratch (kernels/upsample.ts). */
const TASK_HEAD = 2176;

interface Run {
  readonly kernel: 'upsampleForward' | 'upsampleGradInput';
  readonly input: number;
  readonly c: number;
  readonly out: number;
  readonly outC: number;
  readonly filter: number;
  readonly innerStride: number;
  readonly outerStride: number;
  readonly bias: number;
  readonly activation: number;
  readonly alpha: number;
}

function run(module: SimdModule, g: UpsampleGeometry, r: Run): void {
  const pixels = g.n * g.h * g.w;
  if (pixels * r.outC === 0) return;
  const panels = Math.ceil(r.outC / 8);
  const fit = Math.max(12, Math.floor(BLOCK_BYTES / (36 * r.c) / 12) * 12);
  const cut = cutTasks(pixels, panels, Math.min(96, fit));
  const padded = cut.blockPixels + tileRows(module);
  const bytes = Math.max(TASK_HEAD + padded * 8 + padded * 36 * r.c + 192, 9 * r.c * 32);
  const stride = Math.ceil(bytes / 64) * 64;
  const arena = new Arena();
  const jobAt = arena.take(CONV_JOB_BYTES);
  const tapsAt = arena.take(tapListBytes(PRODUCTS));
  const zeroAt = arena.take(r.c * 4 + 64);
  const packedAt = arena.take(9 * panels * r.c * 32);
  const scratchAt = arena.take(stride * module.threads);
  const base = arena.open(module);
  module.tableF32(base + zeroAt, r.c + 16).fill(0);
  writeTaps(module, base + tapsAt, PRODUCTS);
  const { kernel, ...fields } = r;
  writeConvJob(module, base + jobAt, {
    ...fields,
    n: g.n,
    h: g.h,
    w: g.w,
    gridH: g.h,
    gridW: g.w,
    strideH: 1,
    strideW: 1,
    taps: PRODUCTS.length,
    tapList: base + tapsAt,
    outH: 0,
    outW: 0,
    outStepH: 1,
    outStepW: 1,
    outStartH: 0,
    outStartW: 0,
    tapStride: g.ci * g.co,
    packed: base + packedAt,
    zero: base + zeroAt,
    ...cut,
    mode: 0,
    scratch: base + scratchAt,
    scratchStride: stride,
  });
  module.run(kernel, base + jobAt);
}

/** out = act(conv3x3(upsample(x), filter) + bias) by nine products per input pixel, or four phases. */
export function upsampleConvForward(module: SimdModule, g: UpsampleGeometry, at: UpsampleForward): void {
  if (suitsPhases(g)) return phasesForward(module, g, at);
  run(module, g, {
    kernel: 'upsampleForward',
    input: at.x,
    c: g.ci,
    out: at.out,
    outC: g.co,
    filter: at.filter,
    innerStride: g.co,
    outerStride: 1,
    bias: at.bias,
    activation: activationCode(at.activation.activation),
    alpha: at.activation.alpha,
  });
}

/** dx [n, h, w, ci] from dy [n, 2h, 2w, co]. */
export function upsampleConvGradInput(
  module: SimdModule,
  g: UpsampleGeometry,
  at: { readonly dy: number; readonly filter: number; readonly dx: number },
): void {
  if (suitsPhases(g)) return phasesGradInput(module, g, at);
  run(module, g, {
    kernel: 'upsampleGradInput',
    input: at.dy,
    c: g.co,
    out: at.dx,
    outC: g.ci,
    filter: at.filter,
    innerStride: 1,
    outerStride: g.co,
    bias: 0,
    activation: 0,
    alpha: 0,
  });
}

/** dFilter [3, 3, ci, co] from x [n, h, w, ci] and dy [n, 2h, 2w, co]. */
export function upsampleConvGradFilter(
  module: SimdModule,
  g: UpsampleGeometry,
  at: { readonly x: number; readonly dy: number; readonly dFilter: number },
): void {
  if (suitsPhases(g)) return phasesGradFilter(module, g, at);
  const count = g.ci * g.co;
  const products = module.heap.malloc(9 * count * 4);
  try {
    runFilterGradient(module, {
      x: at.x,
      n: g.n,
      h: g.h,
      w: g.w,
      c: g.ci,
      gridH: g.h,
      gridW: g.w,
      strideH: 1,
      strideW: 1,
      taps: PRODUCTS,
      dy: at.dy,
      columns: g.co,
      out: products,
      tapStride: count,
      rowStride: g.co,
      columnStride: 1,
      upsampled: true,
    });
    module.run('upsampleUnfoldFilter', module.args, products, at.dFilter, count);
  } finally {
    module.heap.free(products);
  }
}
