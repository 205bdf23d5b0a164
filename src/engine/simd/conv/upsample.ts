// Nearest 2x upsampling followed by a 3x3 'same' convolution, over addresses; the mathematics is in
// kernels/upsample.ts.
import type { SimdModule } from '../module';
import { activationCode } from './activation';
import { Arena } from './arena';
import type { Tap } from './geometry';
import { CONV_JOB_BYTES, tapListBytes, writeConvJob, writeTaps } from './job';
import { cutUpsample, FORWARD_ROWS, GRADIENT_ROWS, PRODUCTS } from './upsampleCut';
import type { UpsampleForward, UpsampleGeometry } from './upsampleShapes';
import { phasesForward, phasesGradInput, suitsPhases } from './upsamplePhases';

/** The nine weights in order; the kernels know where they reach. */
const WEIGHTS: readonly Tap[] = Array.from({ length: 9 }, (_, index) => ({ dy: 0, dx: 0, index }));

/** Fields of a job that these kernels do not read. */
const UNUSED = {
  strideH: 1,
  strideW: 1,
  outH: 0,
  outW: 0,
  outStepH: 1,
  outStepW: 1,
  outStartH: 0,
  outStartW: 0,
} as const;

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
  if (g.n * g.h * g.w * r.outC === 0) return;
  const panels = Math.ceil(r.outC / 8);
  const transformed = r.kernel === 'upsampleForward' ? FORWARD_ROWS : GRADIENT_ROWS;
  const cut = cutUpsample(module, g, { c: r.c, outC: r.outC, transformed });
  const arena = new Arena();
  const jobAt = arena.take(CONV_JOB_BYTES);
  const tapsAt = arena.take(tapListBytes(WEIGHTS));
  const zeroAt = arena.take(r.c * 4 + 64);
  const packedAt = arena.take(PRODUCTS * panels * r.c * 32);
  const scratchAt = arena.take(cut.scratchStride * module.threads);
  const base = arena.open(module);
  module.tableF32(base + zeroAt, r.c + 16).fill(0);
  writeTaps(module, base + tapsAt, WEIGHTS);
  const { kernel, ...fields } = r;
  writeConvJob(module, base + jobAt, {
    ...UNUSED,
    ...fields,
    ...cut,
    n: g.n,
    h: g.h,
    w: g.w,
    gridH: g.h,
    gridW: g.w,
    taps: WEIGHTS.length,
    tapList: base + tapsAt,
    tapStride: g.ci * g.co,
    packed: base + packedAt,
    zero: base + zeroAt,
    scratch: base + scratchAt,
  });
  module.run(kernel, base + jobAt);
}

/** out = act(conv3x3(upsample(x), filter) + bias) by 25 products per tile of 2x2 pixels, or four phases. */
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
