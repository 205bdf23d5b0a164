// Upsampling + 3x3 convolution to few channels as four 2x2 phases (kernels/upsamplePhases.ts), where the products
// of upsample.ts would mostly multiply zeros.
import type { SimdModule } from '../module';
import { activationCode } from './activation';
import { runFilterGradient } from './filterGradient';
import type { Tap } from './geometry';
import { runConvJobs } from './job';
import { spreadConv } from './spread';
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

/** Index of the folded tap that reaches output row 2y + t - 1. */
const BY_REACH = [3, 1, 2, 0];

export function phasesForward(module: SimdModule, g: UpsampleGeometry, at: UpsampleForward): void {
  withTaps(module, g, (taps) => {
    module.run('upsampleFoldPhases', at.filter, taps, g.ci * g.co);
    spreadConv(module, {
      input: at.x,
      n: g.n,
      h: g.h,
      w: g.w,
      c: g.ci,
      out: at.out,
      outC: g.co,
      filter: taps,
      tapStride: g.ci * g.co,
      innerStride: g.co,
      outerStride: 1,
      bias: at.bias,
      activation: activationCode(at.activation.activation),
      alpha: at.activation.alpha,
      order: BY_REACH,
    });
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
