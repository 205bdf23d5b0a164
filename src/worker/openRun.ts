// Brings a configuration, fresh or saved, to a session that is ready to train.
import { lockRun } from '../checkpoints/runLock';
import type { RunSnapshot } from '../checkpoints/snapshot';
import { checkCompatibility } from '../core/compatibility';
import type { ClassifierMoment } from '../core/classifierMoment';
import { AbortedError, GanvasError, toWireError } from '../core/errors';
import { adversarialNeed } from '../core/memoryNeed';
import { chain, type NetworkSpec } from '../core/network';
import { UNKNOWN_DATA, type ImportedGenerator } from '../core/importedGenerator';
import type { PlaneView } from '../core/planeView';
import { isPlane } from '../core/pointModes';
import type { RunConfig } from '../core/runConfig';
import type { LoadedDataset } from '../datasets/define';
import { losses } from '../losses';
import type { LossDefinition } from '../losses/define';
import type { ModelDefinition } from '../models/define';
import { importedChoice, importedModel } from '../models/imported';
import type { OpenedRun } from '../protocol';
import { LiveMeasures } from '../training/measuring/liveMeasures';
import { Measurer } from '../training/measuring/measurer';
import { openJudge } from '../training/measuring/openJudge';
import { RunSession } from '../training/session';
import type { SessionIdentity, SessionOutlets } from '../training/sessionOutlets';
import { tasks } from '../tasks';
import type { TaskTrainer } from '../training/taskTrainer';
import { Trainer } from '../training/trainer';
import { beginWith } from './beginWith';
import { byId, everyDataset, everyModel } from './catalogue';
import {
  checkDevice,
  closeRun,
  requireEngine,
  type OpenGan,
  type OpenRun,
  type WorkerContext,
} from './context';
import type { Call } from './handler';
import { checkMemory } from './memoryCheck';
import { readModelFile } from './modelFiles';
import { namingFacts, openTask } from './openTask';
import { leavingTakers, pictureTakers } from './pictureTakers';
import { planeWatch } from './planeWatch';
import { loadData, loadUnseen, REAL_IMAGES_SHOWN, REAL_POINTS_SHOWN, realImages } from './runData';

/** The snapshot with the backend that it was taken on. */
export const onBackend = (snapshot: RunSnapshot, { engine }: WorkerContext): RunSnapshot =>
  engine ? { ...snapshot, backend: engine.report.backend } : snapshot;

/** What was saved on the device was removed from outside while a run trained, by the browser or by the person. */
export class SavedRunsGoneError extends GanvasError {
  constructor(name: string) {
    super(
      `What this browser kept of ${name} was removed while it trained, and other saved runs may be gone with it.`,
      'The run goes on and is saved anew; export it to keep it elsewhere too.',
    );
  }
}

/** Where a session's words and saves go. @param wasSaved whether it was kept before the session began */
export function sessionOutlets(
  context: WorkerContext,
  { id: runId, name }: SessionIdentity,
  keeps: boolean,
  wasSaved = false,
): SessionOutlets {
  return {
    changed: (transition) => context.emit({ kind: 'run/changed', runId, transition }),
    history: (points) => context.emit({ kind: 'run/history', runId, points }),
    samples: (frame) => context.emit({ kind: 'run/samples', runId, frame }),
    networks: (networks) => context.emit({ kind: 'run/networks', runId, networks }),
    measured: (point) => context.emit({ kind: 'run/measured', runId, point }),
    measureFailed: (error) => context.emit({ kind: 'run/measureFailed', runId, error: toWireError(error) }),
    health: (notes) => context.emit({ kind: 'run/health', runId, notes }),
    memory(tensors) {
      const used = context.engine?.running.memory?.();
      context.emit({
        kind: 'engine/memory',
        memory: { tensors, bytes: used?.bytes ?? 0, peakBytes: used?.peakBytes ?? 0 },
      });
    },
    save: keeps
      ? async (snapshot) => {
          await checkDevice(context);
          const store = await context.store();
          const wasRemoved = wasSaved && !(await store.has(runId));
          await store.save(onBackend(snapshot, context));
          wasSaved = true;
          if (wasRemoved)
            context.emit({ kind: 'run/savedAnew', runId, error: toWireError(new SavedRunsGoneError(name)) });
          context.emit({ kind: 'run/saved', runId, step: snapshot.step, savedAt: snapshot.savedAt });
        }
      : null,
    saveFailed: (error) => context.emit({ kind: 'run/saveFailed', runId, error: toWireError(error) }),
  };
}

/** The chosen model and loss. @throws IncompatibleSettingsError when something cannot be trained together */
export function checkChoices(
  config: RunConfig,
  imported?: ImportedGenerator,
): { model: ModelDefinition; loss: LossDefinition } {
  const model = imported
    ? importedModel(imported.network, importedChoice(config))
    : byId(everyModel, config.model);
  const loss = byId(losses, config.loss);
  const dataset = byId(everyDataset, config.dataset);
  const { classes } = config.datasetParams;
  // Of unknown images the settings say what is known; a run that was made of an imported one has them, too.
  const known = dataset.id === UNKNOWN_DATA && { classes: Number(classes) };
  const shape = dataset.shapeOf?.(config.datasetParams) ?? dataset.shape;
  const task = byId(tasks, config.task);
  checkCompatibility(config, { model, loss, task, dataset: { ...dataset, shape, ...known } });
  return { model, loss };
}

/** A network of the task; without layers where there is none of this id. */
const specOf = ({ networks }: TaskTrainer, id: string): NetworkSpec =>
  networks.find((held) => held.id === id)?.network.spec ?? chain(id, [1], []);

/** What the page needs to draw the run that is open now. */
export const describeOpenRun = ({ session, dataset }: OpenRun): OpenedRun =>
  describeSession(session, dataset);

/** The same of any session. @param dataset what it learns from */
export function describeSession(session: RunSession, dataset: LoadedDataset): OpenedRun {
  const { trainer, config, identity } = session;
  const { imported } = identity;
  const [generator, discriminator] = [specOf(trainer, 'generator'), specOf(trainer, 'discriminator')];
  const gan = trainer instanceof Trainer ? trainer : null;
  return {
    id: identity.id,
    name: identity.name,
    config,
    step: session.step,
    history: session.history,
    timeline: session.timeline,
    grids: trainer.grids ?? [],
    measures: session.measures,
    health: session.watch.notes,
    networks: trainer.networks.flatMap(({ id, network }) =>
      network.spec ? [{ id, spec: network.spec }] : [],
    ),
    imported: imported
      ? { fileName: imported.fileName, format: imported.format, notes: imported.notes }
      : null,
    latentSize: gan?.latentSize ?? 0,
    sampleClasses: gan?.classes?.namesOf(dataset.classNames) ?? null,
    pictureTakers: pictureTakers(session, dataset.shape),
    leavingTakers: leavingTakers(session, dataset.shape),
    realImages: realImages(
      dataset,
      config.seed,
      isPlane(dataset.shape) ? REAL_POINTS_SHOWN : REAL_IMAGES_SHOWN,
    ),
    estimatedPeakBytes: (
      byId(tasks, config.task).describe?.(config, dataset.shape, dataset.classNames?.length ?? 0).need ??
      adversarialNeed({
        ...{ generator, discriminator, config, data: 0 },
        penalties: gan?.loss.differentiatesTwice ? (gan.loss.penalties ?? 1) : 0,
      })
    ).device,
    trainedOn: null,
  };
}

/** Loads what the task learns from, and builds its trainer, which is the caller's to dispose. */
export async function buildTrainer(
  config: RunConfig,
  choices: ReturnType<typeof checkChoices>,
  saved: RunSnapshot | null,
  call: Call,
): Promise<{
  readonly trainer: TaskTrainer;
  readonly dataset: LoadedDataset;
  readonly test: LoadedDataset | null;
}> {
  const task = byId(tasks, config.task);
  const { dataset, test } = await loadData(config, call);
  if (call.signal.aborted) throw new AbortedError('Opening the data set');
  call.progress('Building the networks', null);
  const trainer = await task.build({
    config,
    dataset,
    ...choices,
    test,
    readModelFile,
    isSaved: saved !== null,
    compression: saved?.compression,
  });
  return { trainer, dataset, test };
}

interface OpenOptions {
  /** Whether it stands among the saved runs. */
  readonly keeps?: boolean;
  /** A new run begins with the weights of this one. */
  readonly origin?: RunSnapshot;
}

/** Opens a run, paused: closes the one before, takes the lock, loads data, builds networks, restores what was saved. */
export async function openRun(
  identity: SessionIdentity,
  config: RunConfig,
  saved: RunSnapshot | null,
  context: WorkerContext,
  call: Call,
  { keeps = true, origin }: OpenOptions = {},
): Promise<OpenedRun> {
  const engine = requireEngine(context);
  const { imported } = identity;
  const { model, loss } = checkChoices(config, imported);
  // A saved run draws and leaves also where training it on would not fit.
  if (!saved) checkMemory(config, engine);
  await closeRun(context, false);
  const lock = await lockRun(identity.id);
  let trainer: TaskTrainer | undefined;
  try {
    const { trainer: built, dataset, test } = await buildTrainer(config, { model, loss }, saved, call);
    trainer = built;
    const begunWith = origin && beginWith(trainer, origin);
    const told = sessionOutlets(context, identity, keeps, saved !== null);
    const showMoment = (moment: ClassifierMoment) =>
      context.emit({ kind: 'classifier/moment', runId: identity.id, moment });
    const run: OpenRun =
      trainer instanceof Trainer
        ? openGan(identity, trainer, { dataset, lock }, told, context)
        : { kind: 'task', session: openTask(identity, trainer, told, showMoment), dataset, test, lock };
    if (saved) run.session.restore(saved);
    else await run.session.sample();
    context.run = run;
    const naming = await namingFacts(run.session);
    return { ...describeOpenRun(run), ...(begunWith && { begunWith }), ...(naming && { naming }) };
  } catch (error) {
    trainer?.dispose();
    lock.release();
    throw error;
  }
}

/** A session that measures and shows the plane too. */
function openGan(
  identity: SessionIdentity,
  trainer: Trainer,
  { dataset, lock }: Pick<OpenGan, 'dataset' | 'lock'>,
  told: SessionOutlets,
  context: WorkerContext,
): OpenGan {
  const { config } = trainer;
  const current = () => session.trainer;
  const measurer = new Measurer({
    trainer: current,
    dataset,
    loadHeldOut: () =>
      loadUnseen(config, { signal: new AbortController().signal, progress: () => undefined }),
    openEvaluator: () => openJudge(config.dataset, dataset.shape, readModelFile, dataset.modes),
  });
  const showPlane = (view: PlaneView) => context.emit({ kind: 'run/plane', runId: identity.id, view });
  const plane = planeWatch(trainer, current, dataset, showPlane);
  const session: RunSession<Trainer> = new RunSession(
    identity,
    trainer,
    told,
    new LiveMeasures(measurer),
    plane,
  );
  return { kind: 'gan', session, measurer, plane, dataset, lock };
}
