// Convolutions of stride 1 to one, two or three channels on wide maps, their input laid out as planes (kernels/planes.ts): the
// last layer of generators, and the input gradient of a network's first layer. Results do not depend on the threads.
import type { SimdModule } from '../module';
import { Arena } from './arena';
import { byPlace } from './gather';
import { CONV_JOB_BYTES, tapListBytes, writeConvJob, writeTaps, type JobShape } from './job';

const MOST_OUTPUTS = 3;
/** Input channels and pixels of a row from which planes pay; narrower maps are done by dot products. */
const LEAST_CHANNELS = 8;
const LEAST_WIDTH = 32;
/** Channels that lie as planes at a time, and pixels of a tile by output channels, as the kernel has them. */
const CHANNELS = 16;
const TILE_PIXELS = [32, 32, 16, 12];
/** Bytes of planes per task at most, rows at least, and tasks to aim for. */
const PLANE_BYTES = 128 * 1024;
const LEAST_ROWS = 4;
const TASKS = 8;

/** Whether a job is one that this kernel computes, and faster than dot products. */
export const suitsPlanes = (s: JobShape): boolean =>
  s.outC > 0 &&
  s.outC <= MOST_OUTPUTS &&
  s.c >= LEAST_CHANNELS &&
  s.c % 4 === 0 &&
  s.strideH === 1 &&
  s.strideW === 1 &&
  s.tapsOf.length > 1 &&
  s.gridW >= LEAST_WIDTH;

/** Fields of the PlaneJobs in order. */
const FIELDS = ['jobs', 'count', 'rows', 'blocks', 'top', 'left', 'reach', 'width', 'pitch'] as const;

type Fields = Readonly<Record<(typeof FIELDS)[number], number>>;

/** How jobs of one input are done together, and the bytes that a task writes for itself. */
function plan(shapes: readonly JobShape[]): Omit<Fields, 'jobs'> & { readonly bytes: number } {
  const [{ n, c, outC }] = shapes;
  const taps = shapes.flatMap(({ tapsOf }) => tapsOf);
  const gridH = Math.max(...shapes.map((s) => s.gridH));
  const tile = TILE_PIXELS[outC];
  const pitch = Math.ceil(Math.max(...shapes.map((s) => s.gridW)) / tile) * tile;
  const [top, left] = [Math.min(...taps.map(({ dy }) => dy)), Math.min(...taps.map(({ dx }) => dx))];
  const reach = Math.max(...taps.map(({ dy }) => dy)) - top;
  const width = Math.ceil((pitch + Math.max(...taps.map(({ dx }) => dx)) - left) / 4) * 4;
  const lineBytes = 4 * Math.min(CHANNELS, c) * width;
  const fitting = Math.max(LEAST_ROWS, Math.floor(PLANE_BYTES / lineBytes) - reach);
  const parts = Math.max(Math.ceil(gridH / fitting), Math.min(Math.ceil(TASKS / n), gridH / LEAST_ROWS));
  const rows = Math.ceil(gridH / Math.ceil(parts));
  const sums = 4 * shapes.length * outC * rows * pitch;
  const bytes = 4 * taps.length + 64 + sums + (rows + reach) * lineBytes;
  return {
    count: shapes.length,
    rows,
    blocks: Math.ceil(gridH / rows),
    top,
    left,
    reach,
    width,
    pitch,
    bytes,
  };
}

/** Runs jobs that read one input and write one output, all of which are suited, as one kernel call. */
export function runPlaneJobs(module: SimdModule, shapes: readonly JobShape[]): void {
  const shown = shapes.filter(({ n, gridH }) => n * gridH > 0);
  if (shown.length === 0) return;
  const arena = new Arena();
  const planesAt = arena.take(4 * FIELDS.length);
  const jobsAt = arena.take(shown.length * CONV_JOB_BYTES);
  const parts = shown.map(({ tapsOf, c, outC }) => ({
    tapsAt: arena.take(tapListBytes(tapsOf)),
    packedAt: arena.take(4 * tapsOf.length * c * outC),
  }));
  const { bytes, ...cut } = plan(shown);
  const scratchStride = Math.ceil(bytes / 64) * 64;
  const scratchAt = arena.take(scratchStride * module.threads);
  const base = arena.open(module);
  shown.forEach(({ tapsOf, ...shape }, i) => {
    const { tapsAt, packedAt } = parts[i];
    writeTaps(module, base + tapsAt, byPlace(tapsOf));
    writeConvJob(module, base + jobsAt + i * CONV_JOB_BYTES, {
      ...shape,
      taps: tapsOf.length,
      tapList: base + tapsAt,
      packed: base + packedAt,
      zero: 0,
      ...{ blockPixels: 0, pixelBlocks: 0, blockPanels: 0, panelBlocks: 0, mode: 0 },
      scratch: base + scratchAt,
      scratchStride,
    });
  });
  const fields: Fields = { ...cut, jobs: base + jobsAt };
  const words = module.tableI32(base + planesAt, FIELDS.length);
  FIELDS.forEach((name, i) => (words[i] = fields[name]));
  module.run('planeConv', base + planesAt);
}
