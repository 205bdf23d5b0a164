// Requests about networks: what they cost, and taking a trained one out.
import { TooLargeSettingsError } from '../../core/memoryFit';
import { profileNetwork } from '../../graph/boardProfile';
import { RetrainTrainer } from '../../tasks/retrain/trainer';
import type { RunSession } from '../../training/session';
import { requireEngine, requireGan, requireRun } from '../context';
import type { HandlersOf } from '../handler';
import { resumeMaking, startMaking } from '../makeRun';
import { describeModel, describeRun, memoryProblem, studentProblem } from '../memoryCheck';
import { requireImages } from './measures';

/** Pauses a run that trains for the time of a task. */
async function whilePaused<T>(session: RunSession, task: () => Promise<T>): Promise<T> {
  const wasPlaying = session.isPlaying;
  await session.pause();
  try {
    return await task();
  } finally {
    if (wasPlaying) session.play();
  }
}

const isRetrained = (session: RunSession): session is RunSession<RetrainTrainer> =>
  session.trainer instanceof RetrainTrainer;

export const modelHandlers: HandlersOf<'model'> = {
  async 'model/describe'({ config }) {
    const { networks, latentSize, need } = describeRun(config) ?? describeModel(config);
    return { networks, latentSize, estimatedPeakBytes: need.device };
  },

  async 'model/fit'(request, context) {
    const engine = requireEngine(context);
    if ('config' in request) return memoryProblem(request.config, engine);
    return studentProblem(request.make, requireRun(context), engine);
  },

  async 'model/profile'(_, context) {
    const { session } = requireRun(context);
    const spec = isRetrained(session)
      ? session.trainer.classifier.spec
      : requireGan(context).session.trainer.generator.spec;
    return profileNetwork(spec);
  },

  async 'model/export'(request, context, call) {
    const run = requireRun(context);
    const { exportModel, PROOF_IMAGES } = await import('../exportModel');
    const { leavingClassifier, leavingGan, leavingTranslator } = await import('../leaving');
    return whilePaused(run.session, async () => {
      call.progress('Reading the weights', null);
      const leaving =
        run.kind === 'gan'
          ? await leavingGan(run.session, run.dataset.classNames, PROOF_IMAGES)
          : isRetrained(run.session)
            ? await leavingClassifier(run.session)
            : await leavingTranslator(run.session, request.network, PROOF_IMAGES);
      return exportModel(run.session, leaving, request, call);
    });
  },

  async 'model/make'(request, context, call) {
    const run = requireRun(context);
    const found = studentProblem(request, run, requireEngine(context));
    if (found) throw new TooLargeSettingsError(found);
    return whilePaused(run.session, () => startMaking(run.session, request, context, call));
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
    const run = requireRun(context);
    if (run.kind === 'task') {
      const { tryTranslator } = await import('../tryTranslator');
      return whilePaused(run.session, () => tryTranslator(run, request, context, call));
    }
    requireImages(run.dataset);
    const { tryVariant } = await import('../tryVariant');
    return whilePaused(run.session, () => tryVariant(run, request, context, call));
  },
};
