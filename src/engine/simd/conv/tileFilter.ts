// Filter gradients by minimal filtering, over addresses: plans the tasks of kernels/upsampleFilter.ts and
// kernels/minimalFilter.ts, which leave the gradients of the products' filters in scratch, summed in splits.
import type { SimdModule } from '../module';
import { Arena } from './arena';
import type { Tap } from './geometry';
import { CONV_JOB_BYTES, mapJob, tapListBytes, tileRows, writeConvJob, writeTaps } from './job';
import { edgesApart, type TileProducts } from './squareCut';

/** Rows (input channels) and columns (output channels) per task; tasks to aim for. */
const GROUP_ROWS = 72;
const GROUP_COLUMNS = 64;
const TASKS = 8;
/** Bytes at the start of a task's scratch. */
const TASK_HEAD = 896;

/** Share of the threads' time without a task from which two tasks share the columns of one, and panels of columns that are worth it. */
const MOST_IDLE = 0.2;
const LEAST_SHARED = 4;

/** Fields of a TileFilterJob in order. */
const FIELDS = [
  'geometry',
  'dy',
  'columns',
  'blockTiles',
  'groupPanels',
  'groups',
  'columnGroupPanels',
  'columnGroups',
  'splits',
  'out',
] as const;

type Fields = Readonly<Record<(typeof FIELDS)[number], number>>;

export interface TileFilter {
  readonly kernel: 'upsampleGradProducts' | 'minimalGradProducts' | 'largeGradProducts';
  /** Input [n, h, w, c], and the grid that tiles cover. */
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
  /** Output gradient, `columns` channels. */
  readonly dy: number;
  readonly columns: number;
  /** Tiles of the grid, and how many of them are transformed at a time. */
  readonly tiles: number;
  readonly blockTiles: number;
  /** Products along both sides of a tile, where odd edges may be tiles of their own. */
  readonly edges?: TileProducts;
  /** Products of a tile, rows of data of all of them together, and at most of one, per input channel. */
  readonly products: number;
  readonly rows: number;
  readonly productRows: number;
  /** Blocks of transformed input and of transformed output gradient that are held at a time. */
  readonly held: readonly [x: number, dy: number];
  /** Bytes of addresses per tile of a block. */
  readonly tableBytes: number;
}

/** `count` in equal parts of at most `most`: panels per part, and how many parts. */
function parts(count: number, most: number): readonly [each: number, parts: number] {
  const each = Math.ceil(count / Math.ceil(count / most));
  return [each, Math.ceil(count / each)];
}

/** Share of the threads' time in which they have no task. */
const idle = (tasks: number, threads: number): number => 1 - tasks / (Math.ceil(tasks / threads) * threads);

function cut(module: SimdModule, f: TileFilter) {
  const rows = tileRows(module);
  const [groupPanels, groups] = parts(Math.ceil(f.c / rows), GROUP_ROWS / rows);
  const blockTiles = Math.max(1, Math.min(f.blockTiles, f.tiles));
  const blocks = Math.ceil(f.tiles / blockTiles);
  // Counted in channels, so that both builds split the tiles alike.
  const tasks = Math.ceil(f.c / GROUP_ROWS) * Math.ceil(f.columns / GROUP_COLUMNS);
  const splits = Math.max(1, Math.min(blocks, Math.floor(TASKS / tasks)));
  const columnPanels = Math.ceil(f.columns / 8);
  const [roomy, fewGroups] = parts(columnPanels, GROUP_COLUMNS / 8);
  const isIdle = idle(splits * groups * fewGroups, module.threads) > MOST_IDLE;
  const most = isIdle && columnPanels >= LEAST_SHARED ? Math.ceil(roomy / 2) : roomy;
  const [columnGroupPanels, columnGroups] = parts(columnPanels, most);
  const lines = Math.ceil((f.productRows * groupPanels * rows) / rows) * rows;
  const sums = f.products * lines * columnGroupPanels * 8;
  const perTile = f.held[0] * (lines + 24) + f.held[1] * (columnGroupPanels * 8 + 24);
  const bytes = TASK_HEAD + blockTiles * f.tableBytes + 4 * (sums + blockTiles * perTile);
  const scratchStride = Math.ceil(bytes / 64) * 64;
  return { blockTiles, groupPanels, groups, columnGroupPanels, columnGroups, splits, scratchStride };
}

/** Runs the products; returns where their gradients [splits][rows][columns] lie, and how many splits there are. */
export function runTileFilter(module: SimdModule, f: TileFilter): readonly [address: number, splits: number] {
  const { scratchStride, ...plan } = cut(module, f);
  const arena = new Arena();
  const geometryAt = arena.take(CONV_JOB_BYTES);
  const tapsAt = arena.take(tapListBytes(f.taps));
  const jobAt = arena.take(FIELDS.length * 4);
  const zeroFloats = Math.max(f.c, f.columns) + 16;
  const zeroAt = arena.take(zeroFloats * 4);
  const productsAt = arena.take(plan.splits * f.rows * f.c * f.columns * 4);
  const scratchAt = arena.take(scratchStride * module.threads);
  const base = arena.open(module);
  module.tableF32(base + zeroAt, zeroFloats).fill(0);
  writeTaps(module, base + tapsAt, f.taps);
  writeConvJob(
    module,
    base + geometryAt,
    mapJob({
      input: f.x,
      n: f.n,
      h: f.h,
      w: f.w,
      c: f.c,
      gridH: f.gridH,
      gridW: f.gridW,
      strideH: f.strideH,
      strideW: f.strideW,
      taps: f.taps.length,
      tapList: base + tapsAt,
      zero: base + zeroAt,
      mode: f.edges ? edgesApart(module, { n: f.n, h: f.gridH, w: f.gridW }, f.edges) : 0,
      scratch: base + scratchAt,
      scratchStride,
    }),
  );
  const fields: Fields = {
    ...plan,
    geometry: base + geometryAt,
    dy: f.dy,
    columns: f.columns,
    out: base + productsAt,
  };
  const words = module.tableI32(base + jobAt, FIELDS.length);
  FIELDS.forEach((name, i) => (words[i] = fields[name]));
  module.run(f.kernel, base + jobAt);
  return [base + productsAt, plan.splits];
}
