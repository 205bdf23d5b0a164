// Requests about the run that is open.
import { createRunId } from '../../checkpoints/runId';
import { GanvasError } from '../../core/errors';
import { withChanges, type RunConfig } from '../../core/runConfig';
import { datasets } from '../../datasets';
import { models } from '../../models';
import { tasks } from '../../tasks';
import { RunFailedError, type RunSession } from '../../training/session';
import { byId } from '../catalogue';
import {
  checkDevice,
  closeClassifier,
  closeRun,
  requireEngine,
  requireGan,
  requireRun,
  type WorkerContext,
} from '../context';
import type { HandlersOf } from '../handler';
import { changeRun } from '../changeRun';
import { liveChanges } from '../liveChanges';
import { checkMemory } from '../memoryCheck';
import { watchStep } from '../watchStep';
import { checkChoices, onBackend, openRun } from '../openRun';
import { isUnfinished } from '../unfinished';

/** The open run cannot take a step, whatever its settings. */
export class NotTrainableError extends GanvasError {}

function requireTrainable(context: WorkerContext): RunSession {
  const { session } = requireRun(context);
  if (session.hasFailed) throw new RunFailedError(session.step);
  if (session.trainer.isTrainable) {
    checkMemory(session.config, requireEngine(context));
    return session;
  }
  throw new NotTrainableError(
    `${session.identity.name} is a generator without a discriminator or without images, so there is nothing to train with.`,
    'Draw with it, export it, or make a student of it; to train, start a new run.',
  );
}

/** What a run is called until a person names it. */
function nameOf({ task, model, dataset }: RunConfig): string {
  const what = byId(tasks, task).runName ?? byId(models, model).label;
  return `${what} on ${byId(datasets, dataset).label}`;
}

export const runHandlers: HandlersOf<'run'> = {
  async 'run/start'({ config, name, unsaved, from }, context, call) {
    if (from !== undefined) await closeRun(context, false); // it may be the open one, with steps that are not saved yet
    const origin = from === undefined ? undefined : await (await context.store()).load(from);
    const now = Date.now();
    const identity = {
      id: createRunId(),
      name: name ?? `${nameOf(config)}${origin ? `, begun with ${origin.name}` : ''}`,
      createdAt: now,
      parent: null, // on other data it is no variant of the other one
    };
    return openRun(identity, config, null, context, call, { keeps: unsaved !== true, origin });
  },

  async 'run/open'({ id }, context, call) {
    await closeRun(context, false);
    if (context.classifier?.session.identity.id === id) await closeClassifier(context);
    const store = await context.store();
    // What a task began is finished first: what comes of it is what opens.
    let saved = await store.load(id);
    if (isUnfinished(saved)) {
      const { resumeMaking } = await import('../makeRun');
      await resumeMaking(saved, context, call);
      saved = await store.load(id);
    }
    const { backend } = saved.config;
    const trainedOn = saved.backend ?? (backend === 'auto' ? null : backend);
    return { ...(await openRun(saved, saved.config, saved, context, call)), trainedOn };
  },

  async 'run/play'({ pauseEvery = null }, context) {
    const session = requireTrainable(context);
    await context.classifier?.session.pause();
    session.play(pauseEvery);
    return null;
  },

  async 'run/pause'(_, context) {
    await requireRun(context).session.pause();
    return null;
  },

  async 'run/watchStep'({ learns, row }, context) {
    requireTrainable(context);
    return watchStep(requireGan(context).session, learns, row);
  },

  async 'run/step'(_, context) {
    await requireTrainable(context).stepOnce();
    return null;
  },

  async 'run/save'(_, context) {
    const { session } = requireRun(context);
    const wasPlaying = session.isPlaying;
    await session.pause();
    const snapshot = await session.snapshot();
    await checkDevice(context);
    const summary = await (await context.store()).save(onBackend(snapshot, context));
    if (wasPlaying) session.play();
    return summary;
  },

  async 'run/close'({ discard }, context) {
    await closeRun(context, discard);
    return null;
  },

  async 'run/set'(changes, context) {
    const { session } = requireRun(context);
    const checked = liveChanges(session.config, changes);
    const next = withChanges(session.config, checked);
    checkChoices(next, session.identity.imported);
    if (changes.batch !== undefined) checkMemory(next, requireEngine(context));
    session.set(checked);
    return session.config;
  },

  async 'run/change'({ config, keeps }, context) {
    const run = requireGan(context);
    checkMemory(config, requireEngine(context));
    return changeRun(run, config, keeps);
  },

  async 'run/watchPlane'({ on }, context) {
    if (context.run?.kind !== 'gan') return null;
    const { session, plane } = context.run;
    plane?.set(on);
    if (on && !session.isPlaying) await plane?.now(session.step);
    return null;
  },
};
