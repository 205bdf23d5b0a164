// A saved run as a folder that PyTorch trains on elsewhere, with what it learns from. What goes along of each task is
// leavingRuns.ts, the folder itself exporters/torchRun.
import { runFileName } from '../checkpoints/runId';
import type { RunSnapshot } from '../checkpoints/snapshot';
import type { ContinuingTask } from '../core/continuingTasks';
import { GanvasError, InvalidValueError } from '../core/errors';
import { IMPORTED_MODEL } from '../core/importedGenerator';
import type { LoadedDataset } from '../datasets/define';
import { torchRunFolder, type RunImages } from '../exporters/torchRun/folder';
import type { ContinueFolder, PayloadOf } from '../protocol';
import type { WorkerContext } from './context';
import type { Call } from './handler';
import { leavingMeasures } from './leavingMeasures';
import { leavingRun, leavingTask } from './leavingRuns';
import { loadData } from './runData';

/** Bytes of images that one folder takes along at most: a zip of more is none that every program opens. */
const MOST_IMAGE_BYTES = 2 ** 30;
const IMAGES_AT_A_TIME = 1000;

/** A run of this kind has no form outside of the page. */
export class CannotContinueError extends GanvasError {}

/** @throws CannotContinueError for a generator that came from a file */
function taskOf({ config, imported }: RunSnapshot): ContinuingTask {
  if (imported || config.model === IMPORTED_MODEL) {
    throw new CannotContinueError(
      'A generator that came from a file has no discriminator to train against.',
      'Export it as a model instead (Export, PyTorch).',
    );
  }
  return leavingTask(config.task);
}

/** All images of a data set as one array. */
export function imagesOf(dataset: LoadedDataset, { signal, progress }: Call): RunImages {
  const { shape, size } = dataset;
  const volume = shape[0] * shape[1] * shape[2];
  const bytes = size * volume * (dataset.readValues ? Float32Array.BYTES_PER_ELEMENT : 1);
  if (bytes > MOST_IMAGE_BYTES) {
    throw new InvalidValueError(
      `The images have ${bytes} bytes; a folder takes ${MOST_IMAGE_BYTES} along.`,
      'Leave the images out, and give train.py their folder with --data.',
    );
  }
  const values = dataset.readValues ? new Float32Array(size * volume) : new Uint8Array(size * volume);
  let labels: Uint8Array | null = null;
  for (let start = 0; start < size; start += IMAGES_AT_A_TIME) {
    signal.throwIfAborted();
    progress('Packing the images', start / size);
    const indices = Int32Array.from(
      { length: Math.min(IMAGES_AT_A_TIME, size - start) },
      (_, i) => start + i,
    );
    const some = dataset.read(indices);
    values.set(dataset.readValues?.(indices) ?? some.pixels, start * volume);
    if (some.labels) (labels ??= new Uint8Array(size)).set(some.labels, start);
  }
  return { shape, count: size, values, labels };
}

/**
 * @throws UnknownRunError, CannotContinueError for imported models, UnsupportedModelError for a loss
 * without a form in PyTorch, InvalidValueError for too many images, and what loading the data set throws
 */
export async function continueElsewhere(
  { id, images }: PayloadOf<'runs/continue'>,
  context: WorkerContext,
  call: Call,
): Promise<ContinueFolder> {
  const snapshot = await (await context.store()).load(id);
  const task = taskOf(snapshot);
  const { dataset, test } = await loadData(snapshot.config, call);
  const { learnsFrom, ...leaving } = await leavingRun(task, { snapshot, dataset, test });
  const fileName = runFileName(snapshot.name, snapshot.step).replace(/\.zip$/, '-pytorch.zip');
  const folder = torchRunFolder(
    {
      ...{ ...leaving, snapshot, task, imageShape: dataset.shape, needsImages: learnsFrom !== null },
      measures: await leavingMeasures(snapshot.config, dataset, call),
      images: images && learnsFrom ? imagesOf(learnsFrom, call) : null,
    },
    fileName,
  );
  call.transfer(folder.file.bytes.buffer);
  return folder;
}
