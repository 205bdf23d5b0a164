// A session of a task other than the adversarial game, with what can be measured of it and shown on the way.
import { openEvaluator } from '../metrics/evaluator/openEvaluator';
import { CycleGanTrainer } from '../tasks/cycleGan';
import { LiveMeasures } from '../training/measuring/liveMeasures';
import { TranslationMeasurer } from '../training/measuring/translationMeasurer';
import { RunSession } from '../training/session';
import type { SessionIdentity, SessionOutlets } from '../training/sessionOutlets';
import type { TaskTrainer } from '../training/taskTrainer';
import { SparingLook } from '../training/sparingLook';
import type { ClassifierMoment } from '../core/classifierMoment';
import type { NamingFacts } from '../protocol';
import { isNaming, momentMeasure, type NamingTrainer } from '../tasks/naming/namedMoment';
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

const MOMENT_EVERY_SECONDS = 0.4;

/** Looks at what a network says of its test images, shows it, and keeps its figures with the run. */
function namingLook(
  trainer: NamingTrainer,
  session: () => RunSession,
  show: (moment: ClassifierMoment) => void,
): SparingLook<ClassifierMoment> {
  const look = new SparingLook(
    (step) => trainer.moment(step),
    (moment) => {
      show(moment);
      session().noteMeasure(momentMeasure(moment, session().seconds, trainer.split));
    },
    MOMENT_EVERY_SECONDS,
  );
  look.set(true);
  return look;
}

/** @param show what a network that names pictures says of its test images */
export function openTask(
  identity: SessionIdentity,
  trainer: TaskTrainer,
  told: SessionOutlets,
  show: (moment: ClassifierMoment) => void,
): RunSession {
  const look = isNaming(trainer) ? namingLook(trainer, () => session, show) : null;
  const session: RunSession = new RunSession(identity, trainer, told, measuresOf(trainer), look);
  return session;
}

/** What the page needs of a network that names pictures; null of any other. */
export async function namingFacts({ trainer, step }: RunSession): Promise<NamingFacts | null> {
  if (!isNaming(trainer)) return null;
  const { classNames, testImages, labels, size } = trainer.split;
  return { classNames, testImages, labels, trainingImages: size, moment: await trainer.moment(step) };
}
