// Upsampling + 3x3 convolution to few channels as four 2x2 phases (kernels/upsamplePhases.ts), where the products
// of upsample.ts would mostly multiply zeros.
import type { SimdModule } from '../module';
import { activationCode } from './activation';
import { runFilterGradient } from './filterGradient';
import type { Tap } from './geometry';
import { runConvJobs, type JobShape } from './job';
import type { UpsampleForward, UpsampleGeometry } from './upsampleShapes';

/** Output channels up to which phases are cheaper, given enough input channels to fill a vector. */
const FEW_OUTPUTS = 2;
const ENOUGH_INPUTS = 8;

export const suitsPhases = (g: UpsampleGeometry): boolean => g.co <= FEW_OUTPUTS && g.ci >= ENOUGH_INPUTS;

/** Output row (or column) that tap t of input row i reaches, relative to 2i. */
const REACHED = [2, 0, 1, -1];

/** The taps by where they reach, so that neighbours lie side by side in memory. */
const BY_PLACE: readonly Tap[] = [3, 1, 2, 0].flatMap((ty) =>
  [3, 1, 2, 0].map((tx) => ({ dy: REACHED[ty] ?? 0, dx: REACHED[tx] ?? 0, index: 4 * ty + tx })),
);

/** Calls `use` with the address of room for the 16 taps of a filter. */
function withTaps(module: SimdModule, g: UpsampleGeometry, use: (taps: number) => void): void {
  const taps = module.heap.malloc(16 * g.ci * g.co * 4);
  try {
    use(taps);
  } finally {
    module.heap.free(taps);
  }
}

/** The taps that make outputs of phase `odd` along one dimension: input offset and tap. */
const phaseTaps = (odd: number) => [
  { offset: odd - 1, tap: 2 * odd },
  { offset: odd, tap: 2 * odd + 1 },
];

export function phasesForward(module: SimdModule, g: UpsampleGeometry, at: UpsampleForward): void {
  const phase = (oddY: number, oddX: number, filter: number): JobShape => ({
    input: at.x,
    n: g.n,
    h: g.h,
    w: g.w,
    c: g.ci,
    gridH: g.h,
    gridW: g.w,
    strideH: 1,
    strideW: 1,
    tapsOf: phaseTaps(oddY).flatMap((y) =>
      phaseTaps(oddX).map((x) => ({ dy: y.offset, dx: x.offset, index: 4 * y.tap + x.tap })),
    ),
    out: at.out,
    outH: 2 * g.h,
    outW: 2 * g.w,
    outC: g.co,
    outStepH: 2,
    outStepW: 2,
    outStartH: oddY,
    outStartW: oddX,
    filter,
    tapStride: g.ci * g.co,
    innerStride: g.co,
    outerStride: 1,
    bias: at.bias,
    activation: activationCode(at.activation.activation),
    alpha: at.activation.alpha,
  });
  withTaps(module, g, (taps) => {
    module.run('upsampleFoldPhases', at.filter, taps, g.ci * g.co);
    runConvJobs(module, [phase(0, 0, taps), phase(0, 1, taps), phase(1, 0, taps), phase(1, 1, taps)]);
  });
}

export function phasesGradInput(
  module: SimdModule,
  g: UpsampleGeometry,
  at: { readonly dy: number; readonly filter: number; readonly dx: number },
): void {
  withTaps(module, g, (taps) => {
    module.run('upsampleFoldPhases', at.filter, taps, g.ci * g.co);
    runConvJobs(module, [
      {
        input: at.dy,
        n: g.n,
        h: 2 * g.h,
        w: 2 * g.w,
        c: g.co,
        gridH: g.h,
        gridW: g.w,
        strideH: 2,
        strideW: 2,
        tapsOf: BY_PLACE,
        out: at.dx,
        outH: g.h,
        outW: g.w,
        outC: g.ci,
        outStepH: 1,
        outStepW: 1,
        outStartH: 0,
        outStartW: 0,
        filter: taps,
        tapStride: g.ci * g.co,
        innerStride: 1,
        outerStride: g.co,
        bias: 0,
        activation: 0,
        alpha: 0,
      },
    ]);
  });
}

export function phasesGradFilter(
  module: SimdModule,
  g: UpsampleGeometry,
  at: { readonly x: number; readonly dy: number; readonly dFilter: number },
): void {
  withTaps(module, g, (taps) => {
    runFilterGradient(module, {
      x: at.dy,
      n: g.n,
      h: 2 * g.h,
      w: 2 * g.w,
      c: g.co,
      gridH: g.h,
      gridW: g.w,
      strideH: 2,
      strideW: 2,
      taps: BY_PLACE,
      dy: at.x,
      columns: g.ci,
      out: taps,
      tapStride: g.ci * g.co,
      rowStride: 1,
      columnStride: g.co,
    });
    module.run('upsampleUnfoldPhases', taps, at.dFilter, g.ci * g.co);
  });
}
