// Makes a run out of the open one by a task (a student of its generator): a session of its own, saved on the way, so that
// one that was paused or cut off goes on from its last save. What comes of it takes the place of the unfinished run.
import { createRunId, extendRunName } from '../checkpoints/runId';
import { lockRun } from '../checkpoints/runLock';
import type { RunSnapshot } from '../checkpoints/snapshot';
import type { RunStore } from '../checkpoints/store';
import { AbortedError, GanvasError } from '../core/errors';
import { DEFAULT_TASK, readRunConfig, writeRunConfig, type RunConfig } from '../core/runConfig';
import type { HistoryPoint } from '../core/history';
import type { CompressedRun } from '../protocol';
import { tasks } from '../tasks';
import { isRunMaker, type RunMaker } from '../tasks/define';
import { RunSession } from '../training/session';
import { SILENT_OUTLETS, type SessionIdentity, type SessionOutlets } from '../training/sessionOutlets';
import { costOf } from '../training/smallerGenerator';
import type { TrainerState } from '../training/taskTrainer';
import { Trainer } from '../training/trainer';
import { byId, catalogue } from './catalogue';
import { checkDevice, type WorkerContext } from './context';
import type { Call } from './handler';
import { checkChoices, loadDataset } from './openRun';
import { saveMade } from './saveDescendant';

/** The task was paused, or its last step failed: what is saved goes on when it is asked to. */
export class UnfinishedRunError extends GanvasError {}

/** Whether a saved run is one that a task has not finished. */
export const isUnfinished = ({ config }: Pick<RunSnapshot, 'config'>): boolean =>
  byId(tasks, config.task).suffix !== undefined;

/** Starts a task from the open run, which must not train meanwhile. @param choice the task and its parameters, as in a link */
export async function startMaking(
  from: RunSession<Trainer>,
  choice: Readonly<Record<string, string | number>>,
  context: WorkerContext,
  call: Call,
): Promise<CompressedRun> {
  const config = readRunConfig({ ...writeRunConfig(from.config), ...choice }, catalogue);
  const { id: parent, name, compression, imported } = from.identity;
  const suffix = byId(tasks, config.task).suffix?.(config.taskParams) ?? '';
  const identity = {
    id: createRunId(),
    name: extendRunName(name, suffix),
    createdAt: Date.now(),
    parent,
    ...(compression && { compression }),
    ...(imported && { imported }),
  };
  return make(identity, config, { source: await from.trainer.read() }, context, call);
}

/** Goes on with a run that a task has not finished. */
export const resumeMaking = (
  saved: RunSnapshot,
  context: WorkerContext,
  call: Call,
): Promise<CompressedRun> => make(saved, saved.config, { saved }, context, call);

/** @throws AbortedError when cancelled, and nothing is kept then; UnfinishedRunError when paused or failed */
async function make(
  identity: SessionIdentity,
  config: RunConfig,
  from: { readonly source: TrainerState } | { readonly saved: RunSnapshot },
  context: WorkerContext,
  call: Call,
): Promise<CompressedRun> {
  const store = await context.store();
  const ofSource = { ...config, task: DEFAULT_TASK, taskParams: {} };
  const parts = { ...checkChoices(ofSource, identity.imported), dataset: await loadDataset(config, call) };
  const { compression } = identity;
  const lock = await lockRun(identity.id);
  const source = new Trainer({ ...parts, config: ofSource, compression });
  let maker: RunMaker | null = null;
  try {
    if ('source' in from) source.restore(from.source);
    const built = byId(tasks, config.task).build({ ...parts, config, compression, source });
    if (!isRunMaker(built)) throw new TypeError(`${config.task} makes no run`);
    maker = built;
    const followed = follow(identity, maker, store, context, call);
    if ('saved' in from) followed.restore(from.saved);
    await finish(followed, store, context, call);
    return await keep(followed, store);
  } finally {
    maker?.dispose();
    source.dispose();
    lock.release();
  }
}

/** A session that is saved, and whose steps are the call's progress. */
function follow(
  identity: SessionIdentity,
  maker: RunMaker,
  store: RunStore,
  context: WorkerContext,
  call: Call,
): RunSession<RunMaker> {
  const told = (points: readonly HistoryPoint[]): void => {
    const last = points.at(-1);
    if (!last) return;
    const [value] = Object.values(last.values);
    call.progress(`Step ${last.step}, distance ${value.toFixed(3)}`, last.step / maker.steps);
  };
  const outlets: SessionOutlets = {
    ...SILENT_OUTLETS,
    history: told,
    async save(snapshot) {
      checkDevice(context);
      await store.save(snapshot);
    },
  };
  return new RunSession(identity, maker, outlets);
}

async function finish(
  session: RunSession<RunMaker>,
  store: RunStore,
  context: WorkerContext,
  call: Call,
): Promise<void> {
  const { id, name } = session.identity;
  const stop = (): void => void session.pause();
  call.signal.addEventListener('abort', stop);
  context.making = session;
  try {
    if (!call.signal.aborted) session.play();
    await session.ended();
  } finally {
    context.making = null;
    call.signal.removeEventListener('abort', stop);
  }
  if (call.signal.aborted) {
    await store.delete(id);
    throw new AbortedError(byId(tasks, session.config.task).label);
  }
  if (!session.hasFailed && session.step >= session.trainer.steps) return;
  throw new UnfinishedRunError(
    `${name} stands at step ${session.step} of ${session.trainer.steps}.`,
    session.keptStep === null
      ? 'Nothing of it was kept: start it again.'
      : 'Open it among the runs, and it goes on.',
  );
}

async function keep(
  { identity, trainer, history }: RunSession<RunMaker>,
  store: RunStore,
): Promise<CompressedRun> {
  const { id, name, createdAt, parent } = identity;
  const made = await trainer.result();
  const losses = [history.at(0), history.at(-1)].map(
    (point) => Object.values(point?.values ?? {}).at(0) ?? 0,
  );
  return {
    run: await saveMade(store, { id, name, createdAt, parent, ...made.kept }, made.trainer, made.step),
    before: costOf(made.before),
    after: costOf(made.after),
    firstLoss: losses[0],
    lastLoss: losses[1],
  };
}
