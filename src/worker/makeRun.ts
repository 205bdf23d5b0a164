// Makes a run out of the open one by a task (a student of its generator, a pruned one, one for integers): a session of its
// own, saved on the way, so that one that was paused or cut off goes on from its last save. What comes of it takes the place
// of the unfinished run.
import { createRunId, extendRunName } from '../checkpoints/runId';
import { lockRun } from '../checkpoints/runLock';
import type { RunSnapshot } from '../checkpoints/snapshot';
import type { RunArchive } from '../checkpoints/runArchive';
import { AbortedError, GanvasError, InvalidValueError, toWireError, type WireError } from '../core/errors';
import { DEFAULT_TASK, readRunConfig, writeRunConfig, type RunConfig } from '../core/runConfig';
import type { HistoryPoint } from '../core/history';
import type { MadeRun, MakeRequest } from '../protocol';
import { tasks } from '../tasks';
import { isRunMaker, type RunMaker, type TaskDefinition } from '../tasks/define';
import { sourceNetworks } from '../tasks/imitation';
import { costOfAll } from '../training/generatorGraph';
import { GrowingTrainer } from '../training/growingTrainer';
import { RunSession } from '../training/session';
import { SILENT_OUTLETS, type SessionIdentity, type SessionOutlets } from '../training/sessionOutlets';
import { restoreTensors } from '../training/snapshot';
import type { TrainerState } from '../training/taskTrainer';
import { byId, catalogue } from './catalogue';
import { checkDevice, type WorkerContext } from './context';
import type { Call } from './handler';
import { checkChoices } from './openRun';
import { loadData } from './runData';
import { readModelFile } from './modelFiles';
import { saveMade } from './saveMade';

/** The task was paused: what is saved goes on when it is asked to. */
export class UnfinishedRunError extends GanvasError {}

/** The task broke off; says why, and what became of what it had done. */
export class FailedTaskError extends GanvasError {}

interface Beginning {
  readonly identity: SessionIdentity;
  readonly config: RunConfig;
  /** The run that it is made from; null when a save holds it. */
  readonly source: { readonly state: TrainerState; readonly step: number } | null;
  /** What it goes on from, which a cancel leaves as it was saved last; null for one that is new. */
  readonly saved: RunSnapshot | null;
}

/**
 * Settings of the run as tasks take it that start from it: one that has grown is a run of the plain game.
 * @throws InvalidValueError for one that has not
 */
function teachingConfig({ trainer, config, identity }: RunSession): RunConfig {
  if (!(trainer instanceof GrowingTrainer)) return config;
  if (trainer.isGrown) return { ...config, task: DEFAULT_TASK, taskParams: {} };
  throw new InvalidValueError(
    `${identity.name} still grows: its images have ${trainer.side} pixels a side so far.`,
    'Train it until it draws the largest ones.',
  );
}

/**
 * Starts a task from the open run, which must not train meanwhile.
 * @throws as `make` does, InvalidValueError for a task that makes no run or a parameter out of range
 */
export async function startMaking(
  from: RunSession,
  { task, params }: MakeRequest,
  context: WorkerContext,
  call: Call,
): Promise<MadeRun> {
  const given = teachingConfig(from);
  const fits = (known: TaskDefinition): boolean => known.sourceConfig?.(given).task === given.task;
  if (!fits(byId(tasks, task))) {
    const makers = tasks.filter(fits).map(({ id }) => id);
    throw new InvalidValueError(
      byId(tasks, task).sourceConfig
        ? `The task ${task} makes no run out of one that learned ${from.config.task}.`
        : `The task ${task} makes no run out of another.`,
      makers.length > 0 ? `Choose one of ${makers.join(', ')}.` : 'Open a run of a generator for this.',
    );
  }
  const chosen = Object.entries(params).map(([name, value]) => [`task.${name}`, value] as const);
  const pairs = { ...writeRunConfig(given), task, ...Object.fromEntries(chosen) };
  const config = readRunConfig(pairs, catalogue);
  const { id: parent, name, compression, imported } = from.identity;
  const identity = {
    id: createRunId(),
    name: extendRunName(name, byId(tasks, task).suffix?.(config.taskParams) ?? ''),
    createdAt: Date.now(),
    parent,
    ...(compression && { compression }),
    ...(imported && { imported }),
  };
  const source = { state: await from.trainer.read(), step: from.step };
  return make({ identity, config, source, saved: null }, context, call);
}

/** Goes on with a run that a task has not finished; cancelled, it stays as it was saved last. */
export const resumeMaking = (saved: RunSnapshot, context: WorkerContext, call: Call): Promise<MadeRun> =>
  make({ identity: saved, config: saved.config, source: null, saved }, context, call);

/** @throws AbortedError when cancelled, UnfinishedRunError when paused, FailedTaskError, and what building throws */
async function make(from: Beginning, context: WorkerContext, call: Call): Promise<MadeRun> {
  const { identity, config, saved } = from;
  const { compression, imported } = identity;
  const store = await context.store();
  const task = byId(tasks, config.task);
  const ofSource = task.sourceConfig?.(config);
  if (!ofSource) throw new TypeError(`${config.task} starts from no run`);
  const parts = {
    ...checkChoices(ofSource, imported),
    ...(await loadData(ofSource, call)),
    readModelFile,
    isSaved: true,
  };
  const lock = await lockRun(identity.id);
  const trainer = await byId(tasks, ofSource.task).build({ ...parts, config: ofSource, compression });
  let maker: RunMaker | null = null;
  try {
    if (from.source) trainer.restore(from.source.state);
    else if (saved) restoreTensors({ networks: sourceNetworks(trainer) }, saved.tensors);
    const source = { trainer, step: from.source?.step ?? 0, imported };
    const built = await task.build({ ...parts, config, compression, source });
    if (!isRunMaker(built)) throw new TypeError(`${config.task} makes no run`);
    maker = built;
    const followed = follow(identity, maker, store, context, call);
    if (saved) followed.session.restore(saved);
    await finish(followed, saved === null, store, context, call);
    return await keep(followed.session, store);
  } finally {
    maker?.dispose();
    trainer.dispose();
    lock.release();
  }
}

interface Followed {
  readonly session: RunSession<RunMaker>;
  /** What broke it off, or kept it from being saved last. */
  readonly trouble: () => WireError | null;
}

/** A session that is saved, and whose steps are the call's progress. */
function follow(
  identity: SessionIdentity,
  maker: RunMaker,
  store: RunArchive,
  context: WorkerContext,
  call: Call,
): Followed {
  let trouble: WireError | null = null;
  const told = (points: readonly HistoryPoint[]): void => {
    const last = points.at(-1);
    if (!last) return;
    const [value] = Object.values(last.values);
    call.progress(
      `Step ${last.step} of ${maker.steps}, distance ${value.toFixed(3)}`,
      last.step / maker.steps,
    );
  };
  const outlets: SessionOutlets = {
    ...SILENT_OUTLETS,
    history: told,
    samples: (frame) => context.emit({ kind: 'model/moment', grids: maker.grids ?? [], frame }),
    changed(transition) {
      if (transition.kind === 'fail') trouble = transition.error;
    },
    async save(snapshot) {
      if (call.signal.aborted) return;
      await checkDevice(context);
      await store.save(snapshot);
      trouble = null;
    },
    saveFailed: (error) => (trouble = toWireError(error)),
  };
  return { session: new RunSession(identity, maker, outlets), trouble: () => trouble };
}

async function finish(
  { session, trouble }: Followed,
  isNew: boolean,
  store: RunArchive,
  context: WorkerContext,
  call: Call,
): Promise<void> {
  const { id, name } = session.identity;
  const stop = (): void => void session.pause();
  call.signal.addEventListener('abort', stop);
  context.making = session;
  try {
    if (!call.signal.aborted && context.replacing === 0) session.play();
    await session.ended();
  } finally {
    context.making = null;
    call.signal.removeEventListener('abort', stop);
  }
  if (call.signal.aborted) {
    if (isNew) await store.delete(id);
    throw new AbortedError(byId(tasks, session.config.task).label);
  }
  const { step, trainer, hasFailed, keptStep } = session;
  if (!hasFailed && step >= trainer.steps) return;
  const stands = `${name} stopped at step ${step} of ${trainer.steps}`;
  const kept =
    keptStep === null
      ? 'Nothing of it was kept.'
      : `It is kept at step ${keptStep} and can go on from there.`;
  const cause = trouble();
  if (cause) throw new FailedTaskError(`${stands}: ${cause.message}`, `${cause.hint} ${kept}`);
  throw new UnfinishedRunError(`${stands}.`, kept);
}

async function keep(
  { identity, trainer, history }: RunSession<RunMaker>,
  store: RunArchive,
): Promise<MadeRun> {
  const { id, name, createdAt, parent } = identity;
  const made = await trainer.result();
  const losses = [history.at(0), history.at(-1)].map(
    (point) => Object.values(point?.values ?? {}).at(0) ?? 0,
  );
  return {
    run: await saveMade(store, { id, name, createdAt, parent, ...made.kept }, made.trainer, made.step),
    before: costOfAll(made.before),
    after: costOfAll(made.after),
    firstLoss: losses[0],
    lastLoss: losses[1],
  };
}
