// When and how a convolution runs by minimal filtering (kernels/minimal.ts): strides 1 and 2, up to seven taps along a
// side, forward and input gradient (the transposed convolution). Adds rounding of a few units in the last place; the
// results stay independent of threads.
import type { SimdModule } from '../module';
import { Arena } from './arena';
import { byPlace } from './gather';
import { gradientPhases, type ConvGeometry, type Tap } from './geometry';
import { CONV_JOB_BYTES, tapListBytes, tileRows, writeConvJob, writeTaps, type JobShape } from './job';
import { forwardTileProducts, tapGroups, tileProducts } from './minimalSides';
import { cutSquares, productsOfGrid, type SquareCut } from './squareCut';

/** Channels from which fewer products outweigh the transforms, and the share of products that must remain at most. */
const LEAST_CHANNELS = 12;
const MOST_SHARE = 0.8;
const MOST_TAPS = 7;
/** Products of a tile that a task keeps at a time, and lines of 64 bytes for tables at the start of its scratch. */
const POSITIONS = 16;
const TABLE_LINES = 12;

/** Products per pair of channels that the forward pass and the filter's gradient take. */
export const forwardProducts = (g: ConvGeometry): number =>
  productsOfGrid({ n: g.n, h: g.outH, w: g.outW }, forwardTileProducts(g));

/** Rows and columns of a full grid of taps. */
function tapGrid(taps: readonly Tap[]): readonly [rows: number, columns: number] {
  const columns = new Set(taps.map((tap) => tap.dx)).size;
  return [taps.length / columns, columns];
}

/** Products per pair of channels that the input's gradient takes. */
export const gradientProducts = (g: ConvGeometry): number =>
  gradientPhases(g).reduce((sum, { taps, gridH, gridW }) => {
    const [rows, columns] = tapGrid(taps);
    return sum + productsOfGrid({ n: g.n, h: gridH, w: gridW }, tileProducts(rows, columns, 1, 1));
  }, 0);

/** Whether minimal filtering is the faster way for this convolution and its gradients. */
export function suitsMinimal(g: ConvGeometry): boolean {
  const fits = (taps: number, stride: number, dilation: number): boolean =>
    stride <= 2 && stride <= taps && taps <= MOST_TAPS && dilation === 1;
  return (
    fits(g.kh, g.strideH, g.dilationH) &&
    fits(g.kw, g.strideW, g.dilationW) &&
    Math.min(g.ci, g.co) >= LEAST_CHANNELS &&
    g.n * g.outH * g.outW > 0 &&
    forwardProducts(g) <= MOST_SHARE * g.n * g.outH * g.outW * g.kh * g.kw
  );
}

/** Folded filters and tasks of a job. */
export interface MinimalPlan {
  /** Blocks of input channels, all positions together: floats per output channel are these times the channels. */
  readonly blocks: number;
  readonly cut: SquareCut;
}

/** Plans a job whose taps are a full grid. */
export function planMinimal(module: SimdModule, s: JobShape): MinimalPlan {
  const [rows, columns] = tapGrid(s.tapsOf);
  const products = tileProducts(rows, columns, s.strideH, s.strideW);
  const blocks =
    (rows + tapGroups(rows, s.strideH).length) * (columns + tapGroups(columns, s.strideW).length);
  const size = Math.max(rows + s.strideH, columns + s.strideW);
  const head = TABLE_LINES + Math.ceil((4 * size * size) / 64) + (POSITIONS * tileRows(module) * 32) / 64;
  const cut = cutSquares(
    module,
    { n: s.n, h: s.gridH, w: s.gridW },
    { products, outC: s.outC, bytes: 4 * blocks * s.c, lines: POSITIONS + head },
  );
  const packing = TABLE_LINES * 64 + s.tapsOf.length * s.c * 32;
  return { blocks, cut: { ...cut, scratchStride: Math.max(cut.scratchStride, packing) } };
}

/** Runs the jobs of a convolution, or of its input gradient, for which `suitsMinimal` holds. */
export function runMinimalJobs(module: SimdModule, shapes: readonly JobShape[]): void {
  const shown = shapes.filter((s) => s.n * s.gridH * s.gridW * s.outC > 0);
  const c = shown[0]?.c ?? 0;
  if (c === 0) return;
  const arena = new Arena();
  const jobsAt = arena.take(shown.length * CONV_JOB_BYTES);
  const zeroAt = arena.take(c * 4 + 64);
  const plans = shown.map((s) => {
    const { blocks, cut } = planMinimal(module, s);
    const tapsAt = arena.take(tapListBytes(s.tapsOf));
    return { cut, tapsAt, packedAt: arena.take(blocks * c * Math.ceil(s.outC / 8) * 32) };
  });
  const scratchStride = Math.max(...plans.map(({ cut }) => cut.scratchStride));
  const scratchAt = arena.take(scratchStride * module.threads);
  const base = arena.open(module);
  module.tableF32(base + zeroAt, c + 16).fill(0);
  shown.forEach(({ tapsOf, ...shape }, i) => {
    const plan = plans[i];
    if (!plan) return;
    writeTaps(module, base + plan.tapsAt, byPlace(tapsOf));
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
  module.run('minimalConv', base + jobsAt, shown.length);
}
