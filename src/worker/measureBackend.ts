// The steps that `auto` compares backends with: those of the run that the person is about to start, on random images.
import { adversarialNeed } from '../core/memoryNeed';
import { readRunConfig, type RunConfig } from '../core/runConfig';
import { drawsFromNoise } from '../core/taskFacts';
import { tasks } from '../tasks';
import { stepMilliseconds, standInImages } from '../training/stepTime';
import type { TrainerParts } from '../training/trainer';
import { byId, catalogue, everyDataset, everyModel } from './catalogue';
import { describeConfig } from './memoryCheck';
import { checkChoices } from './openRun';

/** What every backend has for the short time of a few steps. */
const ANYWHERE_BYTES = 1e9;

function partsOf(config: RunConfig): TrainerParts {
  const { shape, classes = 0 } = byId(everyDataset, config.dataset);
  const { model, loss } = checkChoices(config);
  const classNames = classes > 0 ? Array.from({ length: classes }, (_, i) => String(i)) : null;
  return { config, dataset: standInImages(shape, classNames), model, loss };
}

/**
 * Milliseconds of one step on the active backend; of the default run where these settings make none.
 * @param time takes the steps
 */
export function measureBackend(config: RunConfig, time = stepMilliseconds): Promise<number> {
  return time(isTrainable(config) ? partsOf(config) : partsOf(readRunConfig({}, catalogue)));
}

/** How long a person who reads is not to notice that something is measured. */
const GLANCE_MS = 250;

/** Milliseconds of one step of a run by these settings on the active backend; null where they make none. */
export async function timeOf(config: RunConfig): Promise<number | null> {
  if (!drawsFromNoise(byId(tasks, config.task)) || !isTrainable(config)) return null;
  return stepMilliseconds(partsOf(config), GLANCE_MS);
}

function isTrainable(config: RunConfig): boolean {
  try {
    checkChoices(config);
    return !byId(everyModel, config.model).hidden && fitsAnywhere(config);
  } catch {
    return false; // the form says what is wrong with them; the choice of a backend need not wait for that
  }
}

/** A step that only a roomy backend can take is no measure of the others. */
const fitsAnywhere = (config: RunConfig): boolean =>
  adversarialNeed(describeConfig(config).facts).device < ANYWHERE_BYTES;
