// The filter gradient of upsampling + 3x3 convolution, over addresses: plans the tasks of kernels/upsampleFilter.ts.
import type { SimdModule } from '../module';
import { Arena } from './arena';
import { CONV_JOB_BYTES, mapJob, tileRows, writeConvJob } from './job';
import { allTiles, edgesApart } from './squareCut';
import { PRODUCTS, UPSAMPLE_PRODUCTS } from './upsampleCut';
import { phasesGradFilter, suitsPhases } from './upsamplePhases';
import type { UpsampleGeometry } from './upsampleShapes';

/** Tiles per transformed block; rows (input channels) and columns (output channels) per task; tasks to aim for. */
const BLOCK_TILES = 48;
const GROUP_ROWS = 36;
const GROUP_COLUMNS = 64;
const TASKS = 8;
/** Bytes at the start of a task's scratch. */
const TASK_HEAD = 128;

/** Fields of an UpsampleFilterJob in order. */
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

/** `count` in equal parts of at most `most`: panels per part, and how many parts. */
function parts(count: number, most: number): readonly [each: number, parts: number] {
  const each = Math.ceil(count / Math.ceil(count / most));
  return [each, Math.ceil(count / each)];
}

function cut(module: SimdModule, g: UpsampleGeometry) {
  const rows = tileRows(module);
  const [groupPanels, groups] = parts(Math.ceil(g.ci / rows), GROUP_ROWS / rows);
  const [columnGroupPanels, columnGroups] = parts(Math.ceil(g.co / 8), GROUP_COLUMNS / 8);
  const blockTiles = Math.max(1, Math.min(BLOCK_TILES, allTiles(g)));
  const blocks = Math.ceil(allTiles(g) / blockTiles);
  // Counted in channels, so that both builds split the tiles alike.
  const tasks = Math.ceil(g.ci / GROUP_ROWS) * Math.ceil(g.co / GROUP_COLUMNS);
  const splits = Math.max(1, Math.min(blocks, Math.floor(TASKS / tasks)));
  const sums = PRODUCTS * groupPanels * rows * columnGroupPanels * 8;
  const perTile = 4 * (groupPanels * rows + 24) + 5 * (columnGroupPanels * 8 + 16);
  const scratchStride = Math.ceil((TASK_HEAD + 4 * (sums + blockTiles * perTile)) / 64) * 64;
  return { blockTiles, groupPanels, groups, columnGroupPanels, columnGroups, splits, scratchStride };
}

/** dFilter [3, 3, ci, co] from x [n, h, w, ci] and dy [n, 2h, 2w, co]. */
export function upsampleConvGradFilter(
  module: SimdModule,
  g: UpsampleGeometry,
  at: { readonly x: number; readonly dy: number; readonly dFilter: number },
): void {
  if (suitsPhases(g)) return phasesGradFilter(module, g, at);
  const count = g.ci * g.co;
  const { scratchStride, ...plan } = cut(module, g);
  const arena = new Arena();
  const geometryAt = arena.take(CONV_JOB_BYTES);
  const jobAt = arena.take(FIELDS.length * 4);
  const zeroFloats = Math.max(g.ci, g.co) + 16;
  const zeroAt = arena.take(zeroFloats * 4);
  const productsAt = arena.take(plan.splits * PRODUCTS * count * 4);
  const scratchAt = arena.take(scratchStride * module.threads);
  const base = arena.open(module);
  module.tableF32(base + zeroAt, zeroFloats).fill(0);
  writeConvJob(
    module,
    base + geometryAt,
    mapJob({
      input: at.x,
      n: g.n,
      h: g.h,
      w: g.w,
      c: g.ci,
      gridH: g.h,
      gridW: g.w,
      zero: base + zeroAt,
      mode: edgesApart(module, g, UPSAMPLE_PRODUCTS),
      scratch: base + scratchAt,
      scratchStride,
    }),
  );
  const fields: Fields = {
    ...plan,
    geometry: base + geometryAt,
    dy: at.dy,
    columns: g.co,
    out: base + productsAt,
  };
  const words = module.tableI32(base + jobAt, FIELDS.length);
  FIELDS.forEach((name, i) => (words[i] = fields[name]));
  module.run('upsampleGradProducts', base + jobAt);
  module.run('upsampleUnfoldFilter', module.args, base + productsAt, at.dFilter, count, plan.splits);
}
