// Requests about networks: what they cost, and taking a trained one out.
import { inputShape } from '../../core/network';
import { profileNetwork } from '../../graph/boardProfile';
import { datasets } from '../../datasets';
import { losses } from '../../losses';
import { models } from '../../models';
import { Classes } from '../../training/classes';
import { estimatePeakBytes } from '../../training/memoryEstimate';
import { describeNetworks } from '../../training/stabilizers/specs';
import type { RunSession } from '../../training/session';
import type { Trainer } from '../../training/trainer';
import { byId } from '../catalogue';
import { requireGan } from '../context';
import { exportModel } from '../exportModel';
import type { HandlersOf } from '../handler';
import { resumeMaking, startMaking } from '../makeRun';
import { requireImages } from './measures';
import { tryVariant } from '../tryVariant';

/** Of a data set whose labels are not read yet. */
const ASSUMED_CLASSES = 10;

/** Pauses a run that trains for the time of a task. */
async function whilePaused<T>(
  session: RunSession<Trainer>,
  task: (session: RunSession<Trainer>) => Promise<T>,
): Promise<T> {
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
    const classes = Classes.of(model, config, dataset.classes ?? ASSUMED_CLASSES);
    const { generator, discriminator } = describeNetworks(model, dataset.shape, config, classes?.count ?? 0);
    const [inputSize] = inputShape(generator);
    return {
      networks: [
        { id: 'generator', spec: generator },
        { id: 'discriminator', spec: discriminator },
      ],
      latentSize: classes?.latentSize(inputSize) ?? inputSize,
      estimatedPeakBytes: estimatePeakBytes(
        generator,
        discriminator,
        config.batch,
        byId(losses, config.loss).differentiatesTwice,
      ),
    };
  },

  async 'model/profile'(_, context) {
    return profileNetwork(requireGan(context).session.trainer.generator.spec);
  },

  async 'model/export'(request, context, call) {
    const { session, dataset } = requireGan(context);
    return whilePaused(session, (paused) => exportModel(paused, dataset.classNames, request, call));
  },

  async 'model/make'(request, context, call) {
    return whilePaused(requireGan(context).session, (session) =>
      startMaking(session, request, context, call),
    );
  },

  async 'model/resume'({ id }, context, call) {
    await context.run?.session.pause();
    return resumeMaking(await (await context.store()).load(id), context, call);
  },

  async 'model/pause'(_, context) {
    await context.making?.pause();
    return null;
  },

  async 'model/variant'(request, context, call) {
    const { session, dataset } = requireGan(context);
    requireImages(dataset);
    return whilePaused(session, () => tryVariant(request, context, call));
  },
};
