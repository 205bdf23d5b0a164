// When and how a convolution with stride 2 runs by minimal filtering (kernels/strideTwo.ts): filters of three or four
// taps along a side, forward and input gradient (the transposed convolution).
import type { SimdModule } from '../module';
import { activationCode, type ActivationSpec } from './activation';
import { Arena } from './arena';
import { forwardTaps, gradientPhases, type ConvGeometry, type Tap } from './geometry';
import { CONV_JOB_BYTES, tapListBytes, writeConvJob, writeTaps, type JobShape } from './job';
import { cutSquares, productsOfGrid, type TileProducts } from './squareCut';

/** Channels from which fewer products outweigh the transforms. */
const LEAST_CHANNELS = 12;

/** Products of a tile in kernels/strideTwo.ts, and lines of 64 bytes that a task needs for their results and places. */
const POSITIONS = 9;
const HEAD_LINES = 30;

/** Whether minimal filtering is the faster way for this convolution and its gradients. */
export function suitsStrideTwo(g: ConvGeometry): boolean {
  const pairs = (taps: number, stride: number, dilation: number): boolean =>
    stride === 2 && dilation === 1 && (taps === 3 || taps === 4);
  return (
    pairs(g.kh, g.strideH, g.dilationH) &&
    pairs(g.kw, g.strideW, g.dilationW) &&
    Math.min(g.ci, g.co) >= LEAST_CHANNELS
  );
}

/** Products along both sides of a tile, for taps at a stride. */
export function strideTwoProducts(tapRows: number, tapColumns: number, stride: number): TileProducts {
  return { rows: [tapRows + stride, tapRows], columns: [tapColumns + stride, tapColumns] };
}

const ascending = (taps: readonly Tap[]): readonly Tap[] =>
  taps.toSorted((a, b) => a.dy - b.dy || a.dx - b.dx);

/** Rows and columns of a full grid of taps. */
function tapGrid(taps: readonly Tap[]): readonly [rows: number, columns: number] {
  const columns = new Set(taps.map((tap) => tap.dx)).size;
  return [taps.length / columns, columns];
}

/** Products per pair of channels that the forward pass and the filter's gradient take. */
export const forwardProducts = (g: ConvGeometry): number =>
  productsOfGrid({ n: g.n, h: g.outH, w: g.outW }, strideTwoProducts(g.kh, g.kw, g.strideH));

/** Those of the input's gradient. */
export const gradientProducts = (g: ConvGeometry): number =>
  gradientPhases(g).reduce((sum, phase) => {
    const [rows, columns] = tapGrid(phase.taps);
    const size = { n: g.n, h: phase.gridH, w: phase.gridW };
    return sum + productsOfGrid(size, strideTwoProducts(rows, columns, 1));
  }, 0);

function runShapes(module: SimdModule, shapes: readonly JobShape[]): void {
  const shown = shapes.filter((s) => s.n * s.gridH * s.gridW * s.outC > 0);
  const c = shown[0]?.c ?? 0;
  if (c === 0) return;
  const arena = new Arena();
  const jobsAt = arena.take(shown.length * CONV_JOB_BYTES);
  const zeroAt = arena.take(c * 4 + 64);
  let scratchStride = 0;
  const plans = shown.map((s) => {
    const [rows, columns] = tapGrid(s.tapsOf);
    const products = strideTwoProducts(rows, columns, s.strideH);
    const weights = products.rows[0] * products.columns[0] * c;
    const cut = cutSquares(
      module,
      { n: s.n, h: s.gridH, w: s.gridW },
      { products, outC: s.outC, bytes: 4 * weights, lines: POSITIONS + HEAD_LINES },
    );
    scratchStride = Math.max(scratchStride, cut.scratchStride, s.tapsOf.length * c * 32);
    const tapsAt = arena.take(tapListBytes(s.tapsOf));
    return { cut, tapsAt, packedAt: arena.take(weights * Math.ceil(s.outC / 8) * 32) };
  });
  const scratchAt = arena.take(scratchStride * module.threads);
  const base = arena.open(module);
  module.tableF32(base + zeroAt, c + 16).fill(0);
  shown.forEach(({ tapsOf, ...shape }, i) => {
    const plan = plans[i];
    if (!plan) return;
    writeTaps(module, base + plan.tapsAt, tapsOf);
    writeConvJob(module, base + jobsAt + i * CONV_JOB_BYTES, {
      ...shape,
      ...plan.cut,
      scratchStride,
      taps: tapsOf.length,
      tapList: base + plan.tapsAt,
      packed: base + plan.packedAt,
      zero: base + zeroAt,
      scratch: base + scratchAt,
    });
  });
  module.run('strideTwoConv', base + jobsAt, shown.length);
}

export interface StrideTwoConv {
  /** Forward: x; input gradient: dy. */
  readonly input: number;
  readonly filter: number;
  readonly bias: number;
  readonly out: number;
  readonly activation: ActivationSpec;
}

const fused = ({ input, filter, bias, out, activation }: StrideTwoConv) => ({
  input,
  filter,
  bias,
  out,
  activation: activationCode(activation.activation),
  alpha: activation.alpha,
});

/** out = act(conv(input, filter) + bias) for a geometry for which `suitsStrideTwo` holds. */
export function strideTwoForward(module: SimdModule, g: ConvGeometry, at: StrideTwoConv): void {
  runShapes(module, [
    {
      ...fused(at),
      n: g.n,
      h: g.h,
      w: g.w,
      c: g.ci,
      gridH: g.outH,
      gridW: g.outW,
      strideH: g.strideH,
      strideW: g.strideW,
      tapsOf: forwardTaps(g),
      outH: g.outH,
      outW: g.outW,
      outC: g.co,
      outStepH: 1,
      outStepW: 1,
      outStartH: 0,
      outStartW: 0,
      tapStride: g.ci * g.co,
      innerStride: g.co,
      outerStride: 1,
    },
  ]);
}

/** The input gradient, or transposed convolution: `input` is dy [n, outH, outW, co], `out` dx [n, h, w, ci]. */
export function strideTwoGradInput(module: SimdModule, g: ConvGeometry, at: StrideTwoConv): void {
  runShapes(
    module,
    gradientPhases(g).map((phase) => ({
      ...fused(at),
      n: g.n,
      h: g.outH,
      w: g.outW,
      c: g.co,
      gridH: phase.gridH,
      gridW: phase.gridW,
      strideH: 1,
      strideW: 1,
      tapsOf: ascending(phase.taps),
      outH: g.h,
      outW: g.w,
      outC: g.ci,
      outStepH: g.strideH,
      outStepW: g.strideW,
      outStartH: phase.startH,
      outStartW: phase.startW,
      tapStride: g.ci * g.co,
      innerStride: 1,
      outerStride: g.co,
    })),
  );
}
