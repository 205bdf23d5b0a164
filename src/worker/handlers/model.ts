// Requests about networks: what they cost, and taking a trained one out.
import { profileNetwork } from '../../compression/boardProfile';
import { datasets } from '../../datasets';
import { models } from '../../models';
import { estimatePeakBytes } from '../../training/memoryEstimate';
import { byId } from '../catalogue';
import { requireRun } from '../context';
import { exportModel } from '../exportModel';
import type { HandlersOf } from '../handler';

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
    const { session } = requireRun(context);
    const wasPlaying = session.isPlaying;
    await session.pause();
    try {
      return await exportModel(session, request, call);
    } finally {
      if (wasPlaying) session.play();
    }
  },
};
