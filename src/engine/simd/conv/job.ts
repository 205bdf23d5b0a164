// Writes the job records that the convolution kernels read (kernels/convJob.ts, kernels/filterGradient.ts) and
// decides how a job is cut into tasks. The cut depends on shapes only, never on the number of threads.
import type { SimdModule } from '../module';
import { Arena } from './arena';
import { byPlace, gatherBytes, suitsGather } from './gather';
import type { Tap } from './geometry';

/** Fields of a ConvJob in order. All 32-bit integers or addresses, but `alpha`. */
const CONV_FIELDS = [
  'input',
  'n',
  'h',
  'w',
  'c',
  'gridH',
  'gridW',
  'strideH',
  'strideW',
  'taps',
  'tapList',
  'out',
  'outH',
  'outW',
  'outC',
  'outStepH',
  'outStepW',
  'outStartH',
  'outStartW',
  'filter',
  'tapStride',
  'innerStride',
  'outerStride',
  'bias',
  'activation',
  'alpha',
  'packed',
  'zero',
  'blockPixels',
  'blockPanels',
  'pixelBlocks',
  'panelBlocks',
  'mode',
  'scratch',
  'scratchStride',
] as const;

export type ConvFields = Readonly<Record<(typeof CONV_FIELDS)[number], number>>;

const NO_FIELDS: ConvFields = {
  input: 0,
  n: 0,
  h: 0,
  w: 0,
  c: 0,
  gridH: 0,
  gridW: 0,
  strideH: 0,
  strideW: 0,
  taps: 0,
  tapList: 0,
  out: 0,
  outH: 0,
  outW: 0,
  outC: 0,
  outStepH: 0,
  outStepW: 0,
  outStartH: 0,
  outStartW: 0,
  filter: 0,
  tapStride: 0,
  innerStride: 0,
  outerStride: 0,
  bias: 0,
  activation: 0,
  alpha: 0,
  packed: 0,
  zero: 0,
  blockPixels: 0,
  blockPanels: 0,
  pixelBlocks: 0,
  panelBlocks: 0,
  mode: 0,
  scratch: 0,
  scratchStride: 0,
};

export const CONV_JOB_BYTES = CONV_FIELDS.length * 4;

/** Fields of a FilterJob in order. */
const FILTER_FIELDS = [
  'geometry',
  'dy',
  'columns',
  'kind',
  'panels',
  'panelsPerTap',
  'groupPanels',
  'groups',
  'columnPanels',
  'columnGroupPanels',
  'columnGroups',
  'splits',
  'splitPixels',
  'partial',
  'out',
  'tapStride',
  'rowStride',
  'columnStride',
] as const;

export type FilterFields = Readonly<Record<(typeof FILTER_FIELDS)[number], number>>;

export const FILTER_JOB_BYTES = FILTER_FIELDS.length * 4;

/** How a job reads its input; see kernels/convJob.ts. */
export const BY_POINTER = 0;
export const BY_GATHER = 1;
export const BY_DOT = 2;

/** Output channels up to which dot products are taken, and the input channels that they need. */
const FEW_OUTPUTS = 4;
const ENOUGH_INPUTS = 8;

/** The mode of a job. */
export function modeOf(s: JobShape): number {
  if (s.outC <= FEW_OUTPUTS && s.c >= ENOUGH_INPUTS) return BY_DOT;
  return suitsGather(s.c, s.tapsOf.length) ? BY_GATHER : BY_POINTER;
}

/** The taps of a job in the order in which it reads them. */
export const orderedTaps = (s: JobShape): readonly Tap[] =>
  modeOf(s) === BY_GATHER ? byPlace(s.tapsOf) : s.tapsOf;

/** A map that a filter gradient reads: its own fields, and zero in all that say how an output is written. */
export function mapJob(
  fields: Partial<ConvFields> &
    Pick<ConvFields, 'input' | 'n' | 'h' | 'w' | 'c' | 'zero' | 'scratch' | 'scratchStride'>,
): ConvFields {
  return { ...NO_FIELDS, ...fields };
}

export function writeConvJob(module: SimdModule, address: number, fields: ConvFields): void {
  const words = module.tableI32(address, CONV_FIELDS.length);
  CONV_FIELDS.forEach((name, i) => (words[i] = fields[name]));
  module.tableF32(address, CONV_FIELDS.length)[CONV_FIELDS.indexOf('alpha')] = fields.alpha;
}

/** The fields of a job that lies in the memory, for those who look on. */
export function fieldsOfJob(module: SimdModule, address: number): ConvFields {
  const words = module.heap.i32(address, CONV_FIELDS.length);
  const fields = Object.fromEntries(CONV_FIELDS.map((name, i) => [name, words[i] ?? 0]));
  return { ...NO_FIELDS, ...fields };
}

export function writeFilterJob(module: SimdModule, address: number, fields: FilterFields): void {
  const words = module.tableI32(address, FILTER_FIELDS.length);
  FILTER_FIELDS.forEach((name, i) => (words[i] = fields[name]));
}

/** Bytes of a tap list, and its writing: dy, dx, filter index per tap. */
export const tapListBytes = (taps: readonly Tap[]): number => Math.max(1, taps.length) * 12;

export function writeTaps(module: SimdModule, address: number, taps: readonly Tap[]): void {
  const words = module.tableI32(address, taps.length * 3);
  taps.forEach((tap, i) => words.set([tap.dy, tap.dx, tap.index], i * 3));
}

/** Rows of a register tile in each build, and a block length that both divide. */
export const tileRows = (module: SimdModule): number => (module.build.startsWith('relaxed') ? 6 : 4);
const BLOCK_STEP = 12;
const MAX_BLOCK = 96;
/** Blocks of gathered pixels share the part of the image that they read. */
const MAX_GATHERED = 192;
/** Tasks to aim for: enough to keep eight threads busy to the end. */
const TASKS = 24;

export interface Cut {
  readonly blockPixels: number;
  readonly pixelBlocks: number;
  readonly blockPanels: number;
  readonly panelBlocks: number;
}

/** Cuts `pixels` x `panels` into tasks. */
export function cutTasks(pixels: number, panels: number, maxBlock = MAX_BLOCK, step = BLOCK_STEP): Cut {
  const wanted = Math.ceil(pixels / TASKS / step) * step;
  const blockPixels = Math.max(step, Math.min(maxBlock, wanted, Math.ceil(pixels / step) * step));
  const roomy = panels > 1 && pixels <= maxBlock ? Math.ceil(pixels / step) * step : blockPixels;
  const pixelBlocks = Math.ceil(pixels / roomy);
  const panelGroups = Math.min(panels, Math.max(1, Math.ceil(TASKS / pixelBlocks)));
  const blockPanels = Math.ceil(panels / (pixelBlocks >= TASKS / 2 ? 1 : panelGroups));
  return { blockPixels: roomy, pixelBlocks, blockPanels, panelBlocks: Math.ceil(panels / blockPanels) };
}

/** What `planConvJob` needs to know; addresses are filled in by the caller. */
export type JobShape = Omit<
  ConvFields,
  | 'taps'
  | 'tapList'
  | 'packed'
  | 'zero'
  | 'blockPixels'
  | 'blockPanels'
  | 'pixelBlocks'
  | 'panelBlocks'
  | 'mode'
  | 'scratch'
  | 'scratchStride'
> & { readonly tapsOf: readonly Tap[] };

/** Runs jobs that write one output, as one kernel call. Empty outputs are left alone. */
export function runConvJobs(module: SimdModule, shapes: readonly JobShape[]): void {
  const jobs = shapes.filter((s) => s.n * s.gridH * s.gridW * s.outC > 0);
  if (jobs.length === 0) return;
  const arena = new Arena();
  const jobsAt = arena.take(jobs.length * CONV_JOB_BYTES);
  const zeroFloats = Math.max(8, ...jobs.map((s) => s.c));
  const zeroAt = arena.take(zeroFloats * 4);
  const rows = tileRows(module);
  let stride = 0;
  const plans = jobs.map((s) => {
    const taps = s.tapsOf.length;
    const panels = Math.ceil(s.outC / 8);
    const mode = modeOf(s);
    const pixels = s.n * s.gridH * s.gridW;
    const maxBlock = mode === BY_GATHER ? MAX_GATHERED : MAX_BLOCK;
    const cut = mode === BY_DOT ? cutTasks(pixels, 1, maxBlock, 4) : cutTasks(pixels, panels, maxBlock);
    const inTask = mode !== BY_DOT && cut.pixelBlocks === 1;
    const padded = cut.blockPixels + rows;
    const own =
      32 +
      256 +
      64 +
      panels * 32 +
      padded * 4 +
      padded * taps * 4 +
      192 +
      (mode === BY_GATHER ? gatherBytes(s, s.tapsOf, cut.blockPixels) : 0) +
      (inTask ? taps * s.c * 32 : 0);
    stride = Math.max(stride, Math.ceil(own / 64) * 64 + 64);
    const tapsAt = arena.take(tapListBytes(s.tapsOf));
    const packedAt = inTask ? -1 : arena.take((mode === BY_DOT ? s.outC : panels * 8) * taps * s.c * 4 + 64);
    return { ...cut, mode, tapsAt, packedAt };
  });
  const scratchAt = arena.take(stride * module.threads);
  const base = arena.open(module);
  module.tableF32(base + zeroAt, zeroFloats).fill(0);
  jobs.forEach(({ tapsOf, ...shape }, i) => {
    const plan = plans[i];
    if (!plan) return;
    const { tapsAt, packedAt, ...cut } = plan;
    writeTaps(module, base + tapsAt, orderedTaps({ tapsOf, ...shape }));
    writeConvJob(module, base + jobsAt + i * CONV_JOB_BYTES, {
      ...shape,
      ...cut,
      taps: tapsOf.length,
      tapList: base + tapsAt,
      packed: packedAt < 0 ? 0 : base + packedAt,
      zero: base + zeroAt,
      scratch: base + scratchAt,
      scratchStride: stride,
    });
  });
  module.run('convJobs', base + jobsAt, jobs.length);
}
