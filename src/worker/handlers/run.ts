// Requests about the run that is open.
import { createRunId } from '../../checkpoints/runId';
import { datasets } from '../../datasets';
import { models } from '../../models';
import { byId } from '../catalogue';
import { closeRun, requireRun } from '../context';
import type { HandlersOf } from '../handler';
import { changeRun } from '../changeRun';
import { checkChoices, openRun } from '../openRun';

export const runHandlers: HandlersOf<'run'> = {
  async 'run/start'({ config, name, unsaved }, context, call) {
    const now = Date.now();
    const identity = {
      id: createRunId(),
      name: name ?? `${byId(models, config.model).label} on ${byId(datasets, config.dataset).label}`,
      createdAt: now,
      parent: null,
    };
    return openRun(identity, config, null, context, call, unsaved !== true);
  },

  async 'run/open'({ id }, context, call) {
    await closeRun(context, false);
    const saved = await (await context.store()).load(id);
    return openRun(saved, saved.config, saved, context, call);
  },

  async 'run/play'(_, context) {
    requireRun(context).session.play();
    return null;
  },

  async 'run/pause'(_, context) {
    await requireRun(context).session.pause();
    return null;
  },

  async 'run/step'(_, context) {
    await requireRun(context).session.stepOnce();
    return null;
  },

  async 'run/save'(_, context) {
    const { session } = requireRun(context);
    const wasPlaying = session.isPlaying;
    await session.pause();
    const summary = await (await context.store()).save(await session.snapshot());
    if (wasPlaying) session.play();
    return summary;
  },

  async 'run/close'({ discard }, context) {
    await closeRun(context, discard);
    return null;
  },

  async 'run/set'(changes, context) {
    const { session } = requireRun(context);
    checkChoices({ ...session.config, ...changes });
    session.set(changes);
    return session.config;
  },

  async 'run/change'({ config, keeps }, context) {
    return changeRun(requireRun(context), config, keeps);
  },
};
