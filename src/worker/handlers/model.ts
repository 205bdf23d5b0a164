// Requests about networks: what they cost, and taking a trained one out.
import { profileNetwork } from '../../compression/boardProfile';
import { datasets } from '../../datasets';
import { models } from '../../models';
import { estimatePeakBytes } from '../../training/memoryEstimate';
import type { RunSession } from '../../training/session';
import { byId } from '../catalogue';
import { requireRun } from '../context';
import { distillRun } from '../distillRun';
import { exportModel } from '../exportModel';
import type { HandlersOf } from '../handler';

/** Pauses a run that trains for the time of a task. */
async function whilePaused<T>(session: RunSession, task: (session: RunSession) => Promise<T>): Promise<T> {
  const wasPlaying = session.isPlaying;
  await session.pause();
  try {
    return await task(session);
  } finally {
    if (wasPlaying) session.play();
  }
}

export const modelHandlers: HandlersOf<'model'> = {
  async 'model/describe'({ config }) {
    const model = byId(models, config.model);
    const dataset = byId(datasets, config.dataset);
    const generator = model.buildGenerator(dataset.shape, config.modelParams);
    const discriminator = model.buildDiscriminator(dataset.shape, config.modelParams);
    return {
      generator,
      discriminator,
      latentSize: generator.input[0],
      estimatedPeakBytes: estimatePeakBytes(generator, discriminator, config.batch),
    };
  },

  async 'model/profile'(_, context) {
    return profileNetwork(requireRun(context).session.trainer.generator.spec);
  },

  async 'model/export'(request, context, call) {
    return whilePaused(requireRun(context).session, (session) => exportModel(session, request, call));
  },

  async 'model/distill'(request, context, call) {
    const store = await context.store();
    return whilePaused(requireRun(context).session, (session) => distillRun(session, request, store, call));
  },
};
