// When and how a convolution of stride 1 and its gradients run by minimal filtering with 36 products a tile (kernels/largeTiles.ts,
// kernels/largeFilter.ts): tiles of 4 x 4 outputs for 3 x 3 taps, of 3 x 3 outputs for 4 x 4 taps, on maps with many tiles and many
// channels. Rounds four to six times as much as tiles of 2 x 2 (conv/minimal.ts), three millionths of the largest value; results do
// not depend on the threads. Deep in a network, where there are more filters than tiles, kernels/deepTiles.ts has the same results.
import type { SimdModule } from '../module';
import { Arena } from './arena';
import { byPlace } from './gather';
import { forwardTaps, type ConvGeometry } from './geometry';
import {
  CONV_JOB_BYTES,
  tapListBytes,
  tileRows,
  writeConvJob,
  writeTaps,
  type Cut,
  type JobShape,
} from './job';
import { cutTiles } from './tileCut';
import { runTileFilter } from './tileFilter';

const LARGE_PRODUCTS = 36;

interface Tile {
  /** Outputs along a side. */
  readonly side: number;
  /** Products of a tile of 2 x 2. */
  readonly smallProducts: number;
  /** Share of what tiles of 2 x 2 take that large ones may take for one picture. */
  readonly mostShare: number;
}

/**
 * By taps along a side. Large tiles of 3 may take as much as those of 2 x 2, for batches fold once and gain a third; of 4 they must
 * take less, for their transforms cost more.
 */
const TILES: ReadonlyMap<number, Tile> = new Map([
  [3, { side: 4, smallProducts: 16, mostShare: 1.01 }],
  [4, { side: 3, smallProducts: 36, mostShare: 0.9 }],
]);
/** Channels from which fewer products outweigh the transforms. */
const LEAST_CHANNELS = 12;
/** Folding a product's filter takes about as long as the products of so many tiles. */
const FOLDING_TILES = 20;
/** Bytes of transformed input per task, and tiles. */
const BLOCK_BYTES = 512 * 1024;
const [LEAST_TILES, MOST_TILES] = [24, 48];
/** Tasks in which all tiles are transformed. */
const TRANSFORMING_TASKS = 24;
/** Tiles that a filter gradient transforms at a time. */
const FILTER_TILES = 24;
/** Bytes at the start of a task's scratch: zeros, a temporary, addresses. */
const TASK_HEAD = 64 + 16 * LARGE_PRODUCTS + 4 * LARGE_PRODUCTS + 48;

interface Grid {
  readonly n: number;
  readonly h: number;
  readonly w: number;
}

const tilesOf = ({ n, h, w }: Grid, side: number): number => n * Math.ceil(h / side) * Math.ceil(w / side);

/**
 * Whether large tiles are the faster way for the outputs of one picture. Of how many pictures there are at once it must not
 * depend: what a picture comes to would depend on the others beside it.
 */
function pays(grid: Grid, taps: number): boolean {
  const tile = TILES.get(taps);
  if (!tile) return false;
  const small = tile.smallProducts * (tilesOf(grid, 2) + FOLDING_TILES);
  return LARGE_PRODUCTS * (tilesOf(grid, tile.side) + FOLDING_TILES) <= tile.mostShare * small;
}

/** Outputs along a side of a tile for so many taps of a square. */
const sideFor = (taps: number): number => TILES.get(Math.sqrt(taps))?.side ?? 0;

const outputsOf = (g: ConvGeometry, n = g.n): Grid => ({ n, h: g.outH, w: g.outW });

/** Whether the forward pass (or the filter's gradient), or the input's gradient, goes faster by large tiles. */
export function suitsLarge(g: ConvGeometry, pass: 'forward' | 'input'): boolean {
  const grid = pass === 'forward' ? outputsOf(g, 1) : { n: 1, h: g.h, w: g.w };
  return (
    g.kh === g.kw &&
    [g.strideH, g.strideW, g.dilationH, g.dilationW].every((step) => step === 1) &&
    [g.ci, g.co].every((channels) => channels >= LEAST_CHANNELS && channels % 4 === 0) &&
    pays(grid, g.kh)
  );
}

/** How a job's tiles are cut into tasks, which kernel runs them, and the bytes that it needs. */
interface LargePlan extends Cut {
  readonly kernel: 'largeConv' | 'deepConv';
  /** Folded filters of all panels, or transformed data of all tiles. */
  readonly packedBytes: number;
  /** Of one thread. */
  readonly scratchBytes: number;
}

/** Bytes of so many tiles: transformed, with the addresses of their outputs; and of their products with a panel. */
const dataBytes = (tiles: number, c: number): number =>
  64 + tiles * 8 + 64 + LARGE_PRODUCTS * (tiles * 4 * c + 64);
const productBytes = (tiles: number): number => LARGE_PRODUCTS * tiles * 32;
const foldedBytes = (c: number): number => LARGE_PRODUCTS * (c * 32 + 64);

/** Blocks of tiles, each times some or all panels, whose filters are folded before. */
function planBlocks(module: SimdModule, tiles: number, taps: number, { c, outC }: JobShape): LargePlan {
  const rows = tileRows(module);
  const panels = Math.ceil(outC / 8);
  const fitting = Math.floor(BLOCK_BYTES / (4 * LARGE_PRODUCTS * c) / 12) * 12;
  const most = Math.min(MOST_TILES, Math.max(LEAST_TILES, fitting));
  const cut = cutTiles(tiles, panels, module.threads, rows, most);
  const padded = Math.ceil(cut.blockPixels / rows) * rows;
  return {
    ...cut,
    kernel: 'largeConv',
    packedBytes: panels * foldedBytes(c),
    scratchBytes: Math.max(dataBytes(padded, c) + productBytes(padded), taps * c * 32),
  };
}

/** All tiles times one panel after the other, whose filters are folded by the task itself. */
function planDeep(module: SimdModule, tiles: number, taps: number, { c, outC }: JobShape): LargePlan {
  const rows = tileRows(module);
  const padded = Math.ceil(tiles / rows) * rows;
  const blockPixels = Math.ceil(tiles / TRANSFORMING_TASKS);
  return {
    kernel: 'deepConv',
    ...{
      blockPixels,
      pixelBlocks: Math.ceil(tiles / blockPixels),
      blockPanels: 1,
      panelBlocks: Math.ceil(outC / 8),
    },
    packedBytes: 64 + dataBytes(padded, c),
    scratchBytes: foldedBytes(c) + Math.max(productBytes(padded), taps * c * 32),
  };
}

/** Runs the job of a convolution, or of its input gradient, for which `suitsLarge` holds. */
export function runLargeTiles(module: SimdModule, job: JobShape): void {
  const { tapsOf, ...shape } = job;
  const taps = tapsOf.length;
  const tiles = tilesOf({ n: shape.n, h: shape.gridH, w: shape.gridW }, sideFor(taps));
  // Where there are more filters than tiles, filters are what does not fit into the caches.
  const isDeep = tiles <= shape.outC;
  const plan = (isDeep ? planDeep : planBlocks)(module, tiles, taps, job);
  const { kernel, packedBytes, scratchBytes, ...cut } = plan;
  const scratchStride = Math.ceil((TASK_HEAD + scratchBytes) / 64) * 64;
  const arena = new Arena();
  const jobAt = arena.take(CONV_JOB_BYTES);
  const zeroAt = arena.take(shape.c * 4 + 64);
  const tapsAt = arena.take(tapListBytes(tapsOf));
  const packedAt = arena.take(packedBytes);
  const scratchAt = arena.take(scratchStride * module.threads);
  const base = arena.open(module);
  module.tableF32(base + zeroAt, shape.c + 16).fill(0);
  writeTaps(module, base + tapsAt, byPlace(tapsOf));
  writeConvJob(module, base + jobAt, {
    ...shape,
    ...cut,
    mode: 0,
    taps,
    tapList: base + tapsAt,
    packed: base + packedAt,
    zero: base + zeroAt,
    scratch: base + scratchAt,
    scratchStride,
  });
  module.run(kernel, base + jobAt);
}

/** dFilter [kh, kw, ci, co] from x [n, h, w, ci] and dy [n, outH, outW, co], where `suitsLarge` holds for the forward pass. */
export function largeGradFilter(
  module: SimdModule,
  g: ConvGeometry,
  at: { readonly x: number; readonly dy: number; readonly dFilter: number },
): void {
  const side = sideFor(g.kh * g.kw);
  const [products, splits] = runTileFilter(module, {
    kernel: 'largeGradProducts',
    x: at.x,
    n: g.n,
    h: g.h,
    w: g.w,
    c: g.ci,
    gridH: g.outH,
    gridW: g.outW,
    strideH: 1,
    strideW: 1,
    taps: forwardTaps(g),
    dy: at.dy,
    columns: g.co,
    tiles: tilesOf(outputsOf(g), side),
    blockTiles: FILTER_TILES,
    products: LARGE_PRODUCTS,
    rows: LARGE_PRODUCTS,
    productRows: 1,
    held: [LARGE_PRODUCTS, LARGE_PRODUCTS],
    tableBytes: 0,
  });
  module.run('largeUnfoldFilter', module.args, products, at.dFilter, g.ci * g.co, splits, side);
}
