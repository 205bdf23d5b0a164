// Whether a run file from elsewhere can be opened: its settings go together, and it holds what the networks that they describe
// need, no less and no more. Asked before anything of it is kept; neither data nor engine nor network are needed.
import type { RunSnapshot } from '../checkpoints/snapshot';
import { GanvasError } from '../core/errors';
import { UNKNOWN_DATA } from '../core/importedGenerator';
import { MOST_CLASSES } from '../datasets/imageFolder/classes';
import { tasks } from '../tasks';
import { checkSavedParts, RunMisfitError, type SavedParts } from '../training/savedTensors';
import { byId, everyDataset } from './catalogue';
import { checkChoices } from './openRun';

type SavedRun = Pick<RunSnapshot, 'config' | 'compression' | 'tensors' | 'numbers' | 'updates' | 'imported'>;

/** Every number of classes that a person's own images can have. */
const ANY_CLASSES: readonly (number | null)[] = [
  null,
  ...Array.from({ length: MOST_CLASSES - 1 }, (_, i) => i + 2),
];

/** How many classes the labels may name; null for images without. */
function possibleLabels({ config, model }: Pick<SavedParts, 'config' | 'model'>): readonly (number | null)[] {
  const { dataset, datasetParams, task } = config;
  const classes =
    dataset === UNKNOWN_DATA ? Number(datasetParams.classes) : byId(everyDataset, dataset).classes;
  if (classes !== undefined) return [classes > 0 ? classes : null];
  const counts = model.classes?.source === 'labels' || byId(tasks, task).data.includes('labels');
  return counts ? ANY_CLASSES : [null];
}

/** Why it does not fit with so many labels; null where it does. */
function misfit(snapshot: SavedRun, parts: SavedParts): RunMisfitError | null {
  try {
    checkSavedParts(byId(tasks, parts.config.task).saved(parts), snapshot);
    return null;
  } catch (error) {
    if (error instanceof RunMisfitError) return error;
    if (error instanceof GanvasError) return new RunMisfitError([error.message.replace(/\.$/, '')]);
    throw error;
  }
}

/** @throws RunMisfitError naming tensors that are missing, have other shapes or belong to nothing, IncompatibleSettingsError */
export function checkRunFits(snapshot: SavedRun): void {
  const { config, compression, tensors, numbers, imported } = snapshot;
  const dataset = byId(everyDataset, config.dataset);
  const parts = {
    ...{ config, tensors, numbers, compression },
    ...checkChoices(config, imported),
    shape: dataset.shapeOf?.(config.datasetParams) ?? dataset.shape,
  };
  let nearest: RunMisfitError | null = null;
  for (const labels of possibleLabels(parts)) {
    const found = misfit(snapshot, { ...parts, labels });
    if (!found) return;
    if (!nearest || found.problems.length < nearest.problems.length) nearest = found;
  }
  if (nearest) throw nearest;
}
