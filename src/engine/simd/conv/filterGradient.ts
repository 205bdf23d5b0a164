// Filter gradients over addresses: plain convolutions, upsampling + convolution, and products with a transposed
// left side. Plans the tasks of kernels/filterGradient.ts.
import type { SimdModule } from '../module';
import { Arena } from './arena';
import { byPlace, gatherBytes, suitsGather } from './gather';
import { forwardTaps, type ConvGeometry, type Tap } from './geometry';
import {
  CONV_JOB_BYTES,
  FILTER_JOB_BYTES,
  mapJob,
  tapListBytes,
  tileRows,
  writeConvJob,
  writeFilterJob,
  writeTaps,
} from './job';
import { largeGradFilter, suitsLarge } from './largeTiles';
import { suitsMinimal } from './minimal';
import { minimalGradFilter } from './minimalFilter';

const DIRECT = 0;
const GATHERED = 1;
/** Pixels per packed block in the kernel. */
const BLOCK = 256;
const PANEL_STRIDE = 8192 + 64;
/** Row panels and column panels per task at most: 18 x 6 rows share one packed block of 16 x 8 columns. */
const GROUP_PANELS = 24;
/** The same where rows are gathered first: each group gathers all of them, 7 x 7 taps of three channels as one. */
const GATHERED_PANELS = 40;
const COLUMN_PANELS = 16;
const LEAST_GROUP = 4;
const TASKS = 24;
/** Output channels below which the sides of a product change places. */
const FEW_CHANNELS = 8;

/** out[tap][row][column] = sum over grid pixels of x(pixel, tap)[row] * dy(pixel)[column]. */
export interface FilterShape {
  readonly x: number;
  readonly n: number;
  readonly h: number;
  readonly w: number;
  readonly c: number;
  readonly gridH: number;
  readonly gridW: number;
  readonly strideH: number;
  readonly strideW: number;
  readonly taps: readonly Tap[];
  readonly dy: number;
  readonly columns: number;
  readonly out: number;
  readonly tapStride: number;
  readonly rowStride: number;
  readonly columnStride: number;
}

/** Runs one filter gradient. */
export function runFilterGradient(module: SimdModule, s: FilterShape): void {
  const rows = tileRows(module);
  const taps = s.taps.length;
  const pixels = s.n * s.gridH * s.gridW;
  const kind = suitsGather(s.c, taps) ? GATHERED : DIRECT;
  const panelsPerTap = Math.ceil((kind === GATHERED ? s.c * taps : s.c) / rows);
  const panels = kind === GATHERED ? panelsPerTap : panelsPerTap * taps;
  const columnPanels = Math.ceil(s.columns / 8);
  const columnGroups = Math.ceil(columnPanels / COLUMN_PANELS);
  const columnGroupPanels = Math.ceil(columnPanels / columnGroups);
  const blocks = Math.max(1, Math.ceil(pixels / BLOCK));
  // Where there are few pixels to split, smaller groups of panels make enough tasks.
  const fewest = kind === GATHERED ? panels : Math.ceil((panels * columnGroups * blocks) / TASKS);
  const roomy = Math.min(panels, GROUP_PANELS, Math.max(LEAST_GROUP, fewest));
  const wanted = Math.max(1, Math.ceil(TASKS / (Math.ceil(panels / roomy) * columnGroups)));
  // The sums are split as if such groups were small, too.
  const groupPanels = kind === GATHERED ? Math.min(panels, GATHERED_PANELS) : roomy;
  const groups = Math.ceil(panels / groupPanels);
  const splitPixels = Math.ceil(blocks / Math.min(wanted, blocks)) * BLOCK;
  const splits = Math.max(1, Math.ceil(pixels / splitPixels));

  const arena = new Arena();
  const geometryAt = arena.take(CONV_JOB_BYTES);
  const jobAt = arena.take(FILTER_JOB_BYTES);
  const tapsAt = arena.take(tapListBytes(s.taps));
  const zeroFloats = Math.max(s.c, s.columns) + 16;
  const zeroAt = arena.take(zeroFloats * 4);
  const partialAt = arena.take(splits * panels * columnPanels * rows * 32);
  const rowBytes = kind === GATHERED ? gatherBytes(s, s.taps, BLOCK) : BLOCK * 4 + BLOCK * rows * 4;
  const bytes = columnGroupPanels * PANEL_STRIDE + rowBytes + 256;
  const stride = Math.ceil(bytes / 64) * 64;
  const scratchAt = arena.take(stride * module.threads);
  const base = arena.open(module);
  module.tableF32(base + zeroAt, zeroFloats).fill(0);
  writeTaps(module, base + tapsAt, kind === GATHERED ? byPlace(s.taps) : s.taps);
  writeConvJob(
    module,
    base + geometryAt,
    mapJob({
      input: s.x,
      n: s.n,
      h: s.h,
      w: s.w,
      c: s.c,
      gridH: s.gridH,
      gridW: s.gridW,
      strideH: s.strideH,
      strideW: s.strideW,
      taps,
      tapList: base + tapsAt,
      zero: base + zeroAt,
      scratch: base + scratchAt,
      scratchStride: stride,
    }),
  );
  writeFilterJob(module, base + jobAt, {
    geometry: base + geometryAt,
    dy: s.dy,
    columns: s.columns,
    kind,
    panels,
    panelsPerTap,
    groupPanels,
    groups,
    columnPanels,
    columnGroupPanels,
    columnGroups,
    splits,
    splitPixels,
    partial: base + partialAt,
    out: s.out,
    tapStride: s.tapStride,
    rowStride: s.rowStride,
    columnStride: s.columnStride,
  });
  module.run('filterGradient', base + jobAt);
}

export interface ConvGradFilter {
  /** [n, h, w, ci] */
  readonly x: number;
  /** [n, outH, outW, co] */
  readonly dy: number;
  /** [kh, kw, ci, co] */
  readonly dFilter: number;
}

/** Gradient of the filter of the convolution `g`. */
export function conv2dGradFilter(module: SimdModule, g: ConvGeometry, at: ConvGradFilter): void {
  if (suitsLarge(g, 'forward')) return largeGradFilter(module, g, at);
  if (suitsMinimal(g)) return minimalGradFilter(module, g, at);
  const out = { out: at.dFilter, tapStride: g.ci * g.co };
  if (g.co < FEW_CHANNELS && g.ci > g.co && g.strideH === 1 && g.strideW === 1) {
    // Few output channels: let dy be gathered by taps and x be the columns, so that no panel is mostly empty.
    runFilterGradient(module, {
      x: at.dy,
      n: g.n,
      h: g.outH,
      w: g.outW,
      c: g.co,
      gridH: g.h,
      gridW: g.w,
      strideH: 1,
      strideW: 1,
      taps: forwardTaps(g).map(({ dy, dx, index }) => ({ dy: -dy, dx: -dx, index })),
      dy: at.x,
      columns: g.ci,
      ...out,
      rowStride: 1,
      columnStride: g.co,
    });
    return;
  }
  runFilterGradient(module, {
    x: at.x,
    n: g.n,
    h: g.h,
    w: g.w,
    c: g.ci,
    gridH: g.outH,
    gridW: g.outW,
    strideH: g.strideH,
    strideW: g.strideW,
    taps: forwardTaps(g),
    dy: at.dy,
    columns: g.co,
    ...out,
    rowStride: g.co,
    columnStride: 1,
  });
}
