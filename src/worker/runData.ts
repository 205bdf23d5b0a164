// What a run learns from, what training does not see, and the real images that the page shows of it.
import type { ImageBatch } from '../core/history';
import type { RunConfig } from '../core/runConfig';
import type { TaskData } from '../core/taskFacts';
import type { LoadedDataset } from '../datasets/define';
import { batchIndices } from '../datasets/sampling';
import { tasks } from '../tasks';
import { byId, everyDataset } from './catalogue';
import type { Call } from './handler';

export const REAL_IMAGES_SHOWN = 64;
/** Points are no larger than a dot. */
export const REAL_POINTS_SHOWN = 600;

/** Tasks that learn from these also look at pictures that training does not see. */
const TESTED: readonly TaskData[] = ['labels', 'domains', 'pairs', 'pictures'];

export async function loadDataset(config: RunConfig, call: Call): Promise<LoadedDataset> {
  const { signal, progress } = call;
  return byId(everyDataset, config.dataset).load({ params: config.datasetParams, signal, progress });
}

/** Some real images, picked by the seed. */
export function realImages(dataset: LoadedDataset, seed: number, count: number): ImageBatch {
  const [height, width, channels] = dataset.shape;
  const shown = dataset.size === 0 ? 0 : count; // of an imported generator there are none
  const { pixels } = dataset.read(shown === 0 ? [] : batchIndices(seed, 0, 0, shown, dataset.size));
  return { count: shown, height, width, channels, pixels };
}

/** Images that training does not see; null where there are none to be had. */
export async function loadHeldOut(
  config: RunConfig,
  { signal, progress }: Pick<Call, 'signal' | 'progress'>,
): Promise<LoadedDataset | null> {
  const { loadTest } = byId(everyDataset, config.dataset);
  if (!loadTest) return null;
  try {
    return await loadTest({ params: config.datasetParams, signal, progress });
  } catch {
    return null; // offline, or only training images were given: these are divided instead
  }
}

/** What the task of a run learns from, and what it looks at beside, where it does. */
export async function loadData(
  config: RunConfig,
  call: Call,
): Promise<{ readonly dataset: LoadedDataset; readonly test: LoadedDataset | null }> {
  const dataset = await loadDataset(config, call);
  const takesTest = byId(tasks, config.task).data.some((kind) => TESTED.includes(kind));
  return { dataset, test: takesTest ? await loadHeldOut(config, call) : null };
}

/** Real images that training does not see, as far as there are any: held back for measuring, or made anew. */
export async function loadUnseen(
  config: RunConfig,
  call: Pick<Call, 'signal' | 'progress'>,
): Promise<LoadedDataset | null> {
  const { loadUnseen: unseen } = byId(everyDataset, config.dataset);
  if (!unseen) return loadHeldOut(config, call);
  return unseen({ params: config.datasetParams, ...call });
}
