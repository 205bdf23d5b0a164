// A saved run as a folder that PyTorch trains on elsewhere: its snapshot, its networks as its settings describe them, and what
// it learns from. Builds no network; the folder itself is exporters/torchRun.
import { runFileName } from '../checkpoints/runId';
import type { RunSnapshot } from '../checkpoints/snapshot';
import { GanvasError, InvalidValueError } from '../core/errors';
import { IMPORTED_MODEL } from '../core/importedGenerator';
import { DEFAULT_TASK } from '../core/runConfig';
import { gridClasses } from '../core/sampleGrid';
import type { LoadedDataset } from '../datasets/define';
import { torchRunFolder, type RunImages } from '../exporters/torchRun/folder';
import { losses } from '../losses';
import type { ContinueFolder, PayloadOf } from '../protocol';
import { tasks } from '../tasks';
import { ganNetworks } from '../training/ganNetworks';
import { byId, everyModel } from './catalogue';
import type { WorkerContext } from './context';
import type { Call } from './handler';
import { loadDataset } from './runData';

/** A run of this kind has no form outside of the page yet. */
export class CannotContinueError extends GanvasError {}

/** Bytes of images that one folder takes along at most: a zip of more is none that every program opens. */
const MOST_IMAGE_BYTES = 2 ** 30;
const IMAGES_AT_A_TIME = 1000;

function checkKind({ config, imported }: RunSnapshot): void {
  if (imported || config.model === IMPORTED_MODEL) {
    throw new CannotContinueError(
      'A generator that came from a file has no discriminator to train against.',
      'Export it as a model instead (Export, PyTorch).',
    );
  }
  if (config.task !== DEFAULT_TASK) {
    throw new CannotContinueError(
      `${byId(tasks, config.task).label}: this task has no script for PyTorch; generators against discriminators have one.`,
      'Train it on in the page, or export its networks (Export, PyTorch).',
    );
  }
}

/** All images of a data set as one array. */
function imagesOf(dataset: LoadedDataset, { signal, progress }: Call): RunImages {
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
 * @throws UnknownRunError, CannotContinueError for runs of other tasks and imported models, UnsupportedModelError for a loss
 * without a form in PyTorch, InvalidValueError for too many images, and what loading the data set throws
 */
export async function continueElsewhere(
  { id, images }: PayloadOf<'runs/continue'>,
  context: WorkerContext,
  call: Call,
): Promise<ContinueFolder> {
  const snapshot = await (await context.store()).load(id);
  checkKind(snapshot);
  const { config, compression } = snapshot;
  const dataset = await loadDataset(config, call);
  const { shape, classNames } = dataset;
  const model = byId(everyModel, config.model);
  const labels = classNames?.length ?? null;
  const { classes, ...networks } = ganNetworks({ config, model, shape, labels, compression });
  const fileName = runFileName(snapshot.name, snapshot.step).replace(/\.zip$/, '-pytorch.zip');
  const folder = torchRunFolder(
    {
      ...networks,
      snapshot,
      loss: byId(losses, config.loss),
      classes: classes && model.classes ? { ...model.classes, count: classes.count } : null,
      gridClasses: [...gridClasses(classes?.count ?? 0)],
      imageShape: shape,
      images: images ? imagesOf(dataset, call) : null,
    },
    fileName,
  );
  call.transfer(folder.file.bytes.buffer);
  return folder;
}
