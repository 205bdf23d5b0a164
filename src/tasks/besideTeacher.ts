// What the page shows of generators that become smaller, while they learn. Of translators: the grids of the run that they come
// from, in which beside what its networks make of a picture stands what the smaller ones make of it; ways back are those of the
// smaller ones. Of generators that draw from noise: what both draw of the same of the run's fixed noise.
import { tensor, tidy, type Tensor } from '@tensorflow/tfjs-core';
import type { GridLayout } from '../core/gridLayout';
import type { ImageBatch } from '../core/history';
import { isPlane } from '../core/pointModes';
import { gridClasses, gridSize, samplesPerClass } from '../core/sampleGrid';
import { toImageBatch } from '../training/imageBatch';
import { fixedLatents } from '../training/streams';
import type { TaskTrainer } from '../training/taskTrainer';
import type { Trainer } from '../training/trainer';
import { drawsOf, type Draw, type Draws } from '../training/translators';
import type { UpdatesPlan } from '../training/updatesTrainer';

/** What stands in the two columns that take the place of one. */
const COLUMNS = ['as trained', 'smaller'] as const;

/** @param made the column of what a network made, from 0 */
const widened = (layout: GridLayout, made: number): GridLayout => ({
  ...layout,
  columns: [...layout.columns.slice(0, made), ...COLUMNS, ...layout.columns.slice(made + 1)],
});

/**
 * Rows of one up to column `made`, then the other's from there on.
 * @param columns of every row, in both
 */
function joinedRows(before: ImageBatch, now: ImageBatch, columns: number, made: number): ImageBatch {
  const volume = before.height * before.width * before.channels;
  const rows = before.count / columns;
  const count = rows * (columns + 1);
  const pixels = new Uint8Array(count * volume);
  const part = ({ pixels: from }: ImageBatch, row: number, first: number, end: number): Uint8Array =>
    from.subarray((row * columns + first) * volume, (row * columns + end) * volume);
  for (let row = 0; row < rows; row++) {
    const at = row * (columns + 1);
    pixels.set(part(before, row, 0, made + 1), at * volume);
    pixels.set(part(now, row, made, columns), (at + made + 1) * volume);
  }
  return { ...before, count, pixels };
}

/**
 * @param source the run that they come from; one without translators shows nothing
 * @param smaller asked at every moment: draw as those that learn do then
 */
export function besideTeacher(
  source: TaskTrainer,
  smaller: () => Draws,
): Pick<UpdatesPlan, 'grids' | 'grid'> {
  const { translators, grids = [] } = source;
  if (!translators || grids.length === 0) return { grid: () => Promise.resolve(null) };
  const { networks, made, moment } = translators;
  const [{ columns }] = grids;
  return {
    grids: grids.map((layout) => widened(layout, made)),
    grid: async () =>
      joinedRows(await moment(drawsOf(networks)), await moment(smaller()), columns.length, made),
  };
}

/** Samples that are shown of a generator that draws from noise; of one that knows classes one of each, at most so many. */
const SAMPLES = 10;

/** Which samples of the run's own grid are shown: the first, or the first of each class; of points all. */
function shownSamples({ classes }: Trainer, shape: readonly number[]): readonly number[] {
  const count = classes?.count ?? 0;
  if (isPlane(shape)) return Array.from({ length: gridSize(count) }, (_, i) => i);
  const apart = count === 0 ? 1 : samplesPerClass(count);
  return Array.from({ length: count === 0 ? SAMPLES : Math.min(SAMPLES, count) }, (_, i) => i * apart);
}

/** What the generator takes for these samples of the run's grid, [count, input]. */
function rowsOf({ classes, config, latentSize }: Trainer, samples: readonly number[]): Tensor {
  const all = gridClasses(classes?.count ?? 0);
  const noise = fixedLatents(config.seed, all.length, latentSize);
  const latents = new Float32Array(samples.length * latentSize);
  for (const [row, at] of samples.entries())
    latents.set(noise.subarray(at * latentSize, (at + 1) * latentSize), row * latentSize);
  const rows =
    classes?.inputRows(
      latents,
      Uint8Array.from(samples, (at) => all[at]),
    ) ?? latents;
  return tensor(rows, [samples.length, rows.length / samples.length]);
}

async function drawn(source: Trainer, samples: readonly number[], draw: Draw): Promise<ImageBatch> {
  const images = tidy(() => draw(rowsOf(source, samples)));
  const batch = await toImageBatch(images);
  images.dispose();
  return batch;
}

/**
 * @param source the run that it comes from
 * @param shape of the images that it draws
 * @param taught what that draws from rows of noise; it does not change
 * @param smaller asked at every moment: draws as the one that learns does then
 */
export function besideGenerator(
  source: Trainer,
  shape: readonly number[],
  taught: Draw,
  smaller: () => Draw,
): Pick<UpdatesPlan, 'grids' | 'grid'> {
  const samples = shownSamples(source, shape);
  let before: ImageBatch | null = null;
  return {
    grids: [{ id: 'samples', label: 'From the same noise', columns: COLUMNS, rows: samples.length }],
    async grid() {
      before ??= await drawn(source, samples, taught);
      const now = await drawn(source, samples, smaller());
      return joinedRows(before, now, 1, 0);
    },
  };
}
