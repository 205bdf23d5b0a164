// A session of a task other than the adversarial game, with what can be measured of it on the way.
import { openEvaluator } from '../metrics/evaluator/openEvaluator';
import { CycleGanTrainer } from '../tasks/cycleGan';
import { LiveMeasures } from '../training/measuring/liveMeasures';
import { TranslationMeasurer } from '../training/measuring/translationMeasurer';
import { RunSession } from '../training/session';
import type { SessionIdentity, SessionOutlets } from '../training/sessionOutlets';
import type { TaskTrainer } from '../training/taskTrainer';
import { readModelFile } from './modelFiles';

/** Measures a translation of pictures that a trained evaluator reads; null where nothing can be measured. */
function measuresOf(trainer: TaskTrainer): LiveMeasures | null {
  if (!(trainer instanceof CycleGanTrainer)) return null;
  const { readable, shown } = trainer;
  const { readsA } = shown;
  if (!readable || readsA === undefined) return null;
  const { shape } = shown.a.images;
  return new LiveMeasures(
    new TranslationMeasurer({
      ...readable,
      openEvaluator: () => openEvaluator(readsA, shape, readModelFile),
    }),
  );
}

export const openTask = (identity: SessionIdentity, trainer: TaskTrainer, told: SessionOutlets): RunSession =>
  new RunSession(identity, trainer, told, measuresOf(trainer));
