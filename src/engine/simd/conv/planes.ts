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

const span = (offsets: readonly number[]): number => Math.max(...offsets) - Math.min(...offsets);

/** Rows per task, tasks per image, and bytes that a task writes for itself. */
function plan({ n, gridH, gridW, c, outC, tapsOf }: JobShape) {
  const tile = TILE_PIXELS[outC];
  const pitch = Math.ceil(gridW / tile) * tile;
  const width = Math.ceil((pitch + span(tapsOf.map(({ dx }) => dx))) / 4) * 4;
  const lineBytes = 4 * Math.min(CHANNELS, c) * width;
  const reach = span(tapsOf.map(({ dy }) => dy));
  const fitting = Math.max(LEAST_ROWS, Math.floor(PLANE_BYTES / lineBytes) - reach);
  const parts = Math.max(Math.ceil(gridH / fitting), Math.min(Math.ceil(TASKS / n), gridH / LEAST_ROWS));
  const blockPixels = Math.ceil(gridH / Math.ceil(parts));
  const sums = 4 * outC * blockPixels * pitch;
  const bytes = 4 * tapsOf.length + 64 + sums + (blockPixels + reach) * lineBytes;
  return { blockPixels, pixelBlocks: Math.ceil(gridH / blockPixels), bytes };
}

/** Runs jobs that write one output, all of which are suited, as one kernel call. */
export function runPlaneJobs(module: SimdModule, shapes: readonly JobShape[]): void {
  const shown = shapes.filter(({ n, gridH }) => n * gridH > 0);
  if (shown.length === 0) return;
  const arena = new Arena();
  const jobsAt = arena.take(shown.length * CONV_JOB_BYTES);
  const plans = shown.map((s) => ({
    ...plan(s),
    tapsAt: arena.take(tapListBytes(s.tapsOf)),
    packedAt: arena.take(4 * s.tapsOf.length * s.c * s.outC),
  }));
  const scratchStride = Math.ceil(Math.max(...plans.map(({ bytes }) => bytes)) / 64) * 64;
  const scratchAt = arena.take(scratchStride * module.threads);
  const base = arena.open(module);
  shown.forEach(({ tapsOf, ...shape }, i) => {
    const { tapsAt, packedAt, blockPixels, pixelBlocks } = plans[i];
    writeTaps(module, base + tapsAt, byPlace(tapsOf));
    writeConvJob(module, base + jobsAt + i * CONV_JOB_BYTES, {
      ...shape,
      taps: tapsOf.length,
      tapList: base + tapsAt,
      packed: base + packedAt,
      zero: 0,
      ...{ blockPixels, pixelBlocks, blockPanels: 0, panelBlocks: 0, mode: 0 },
      scratch: base + scratchAt,
      scratchStride,
    });
  });
  module.run('planeConv', base + jobsAt, shown.length);
}
