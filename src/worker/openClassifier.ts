// Opens a classifier beside the open run: a new one, or the one that was saved with the same data and seed, which goes on
// where it stood. Its session is like any other; what it says of the test images now and then is an event of its own.
import { createRunId } from '../checkpoints/runId';
import { lockRun } from '../checkpoints/runLock';
import type { RunSnapshot } from '../checkpoints/snapshot';
import { readRunConfig, type RunConfig } from '../core/runConfig';
import type { OpenedClassifier, PayloadOf } from '../protocol';
import { classifier, ClassifierTrainer } from '../tasks/classifier';
import { RunSession } from '../training/session';
import type { SessionIdentity } from '../training/sessionOutlets';
import { SparingLook } from '../training/sparingLook';
import { byId, catalogue, everyDataset } from './catalogue';
import { closeClassifier, closeRun, requireEngine, type WorkerContext } from './context';
import type { Call } from './handler';
import { checkClassifierMemory } from './memoryCheck';
import { buildTrainer, checkChoices, describeSession, sessionOutlets } from './openRun';

const BATCH = 64;
const MOMENT_EVERY_SECONDS = 0.4;

/** The classifier that was saved with the same data and seed; null without one. */
async function savedLike(config: RunConfig, context: WorkerContext): Promise<RunSnapshot | null> {
  const store = await context.store();
  const key = ({ task, dataset, datasetParams, seed }: RunConfig): string =>
    JSON.stringify([task, dataset, datasetParams, seed]);
  const found = (await store.list()).runs.find((run) => key(run.config) === key(config));
  return found ? store.load(found.id) : null;
}

/** @throws UnlabelledDataError for images without labels, TooLargeSettingsError, RunInUseError when another tab has it */
export async function openClassifier(
  { dataset: datasetId, seed }: PayloadOf<'classifier/open'>,
  context: WorkerContext,
  call: Call,
): Promise<OpenedClassifier> {
  const engine = requireEngine(context);
  await closeClassifier(context);
  const fresh = readRunConfig({ task: classifier.id, dataset: datasetId, seed, batch: BATCH }, catalogue);
  const saved = await savedLike(fresh, context);
  if (saved && context.run?.session.identity.id === saved.id) await closeRun(context, false);
  const name = `Classifier of ${byId(everyDataset, datasetId).label}`;
  const named = saved ?? { id: createRunId(), name, createdAt: Date.now(), parent: null };
  const identity: SessionIdentity = {
    id: named.id,
    name: named.name,
    createdAt: named.createdAt,
    parent: named.parent,
  };
  const config = saved?.config ?? fresh;
  checkClassifierMemory(config, context.run, engine);
  const lock = await lockRun(identity.id);
  let made: { dispose(): void } | null = null;
  try {
    const { trainer, dataset } = await buildTrainer(config, checkChoices(config), saved, call);
    made = trainer;
    if (!(trainer instanceof ClassifierTrainer)) throw new TypeError(`${config.task} trains no classifier`);
    const look = new SparingLook(
      (step) => trainer.moment(step),
      (moment) => context.emit({ kind: 'classifier/moment', runId: identity.id, moment }),
      MOMENT_EVERY_SECONDS,
    );
    look.set(true);
    const told = sessionOutlets(context, identity, true);
    const session = new RunSession(identity, trainer, told, null, look);
    if (saved) session.restore(saved);
    const moment = await trainer.moment(session.step);
    context.classifier = { session, lock };
    const { classNames, testImages, labels, size } = trainer.split;
    return {
      run: describeSession(session, dataset),
      ...{ classNames, testImages, labels, trainingImages: size, moment },
      accuracies: [...trainer.accuracies].map(([step, accuracy]) => ({ step, accuracy })),
    };
  } catch (error) {
    made?.dispose();
    lock.release();
    throw error;
  }
}
