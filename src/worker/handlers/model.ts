// Requests about networks: what they cost, and taking a trained one out.
import { TooLargeSettingsError } from '../../core/memoryFit';
import { profileNetwork } from '../../graph/boardProfile';
import { isRetrained } from '../../tasks/retrain/isRetrained';
import type { RetrainTrainer } from '../../tasks/retrain/trainer';
import type { RunSession } from '../../training/session';
import { flattened } from '../../training/translatorGraph';
import { requireEngine, requireGan, requireRun } from '../context';
import type { HandlersOf } from '../handler';
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

const retrains = (session: RunSession): session is RunSession<RetrainTrainer> => isRetrained(session.trainer);

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
    const run = requireRun(context);
    const { session } = run;
    // Of translators a board draws with one, and all are of one size.
    const translator = run.kind === 'task' ? run.session.trainer.translators?.networks.at(0) : undefined;
    if (translator) return profileNetwork(flattened(translator.network.spec));
    const spec = retrains(session)
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
      const engine = requireEngine(context);
      const leaving =
        run.kind === 'gan'
          ? await leavingGan(run.session, run.dataset.classNames, request, PROOF_IMAGES, engine)
          : retrains(run.session)
            ? await leavingClassifier(run.session, request, engine)
            : await leavingTranslator(run.session, request, PROOF_IMAGES, engine);
      return exportModel(run.session, leaving, request, call);
    });
  },

  async 'model/make'(request, context, call) {
    const run = requireRun(context);
    const found = studentProblem(request, run, requireEngine(context));
    if (found) throw new TooLargeSettingsError(found);
    const { startMaking } = await import('../makeRun');
    return whilePaused(run.session, () => startMaking(run.session, request, context, call));
  },

  async 'model/resume'({ id }, context, call) {
    await context.run?.session.pause();
    const { resumeMaking } = await import('../makeRun');
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
