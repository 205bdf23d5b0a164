// Requests of the lesson in which a classifier learns. One classifier at a time; a run that trains is paused for it.
import { AbortedError, toWireError } from '../../core/errors';
import { defaultParams } from '../../core/paramSpec';
import { datasets } from '../../datasets';
import type { LoadedDataset } from '../../datasets/define';
import { JudgeTraining } from '../../training/judging/judgeTraining';
import { byId } from '../catalogue';
import { closeJudge, NotOpenError, requireEngine, type WorkerContext } from '../context';
import type { HandlersOf } from '../handler';

function requireJudge(context: WorkerContext): JudgeTraining {
  if (context.judge) return context.judge;
  throw new NotOpenError('No classifier is open.', 'Choose a data set on the page of the judge.');
}

export const judgeHandlers: HandlersOf<'judge'> = {
  async 'judge/open'({ dataset, seed }, context, { signal, progress }) {
    requireEngine(context);
    await closeJudge(context);
    const definition = byId(datasets, dataset);
    const load = { params: defaultParams(definition.params), signal, progress };
    const training = await definition.load(load);
    let test: LoadedDataset | null = null;
    try {
      test = (await definition.loadTest?.(load)) ?? null;
    } catch {
      // offline, or only training images were given: some of these are kept apart instead
    }
    if (signal.aborted) throw new AbortedError('Opening the data set');
    const judge = new JudgeTraining(dataset, training, test, seed, {
      moment: (moment) => context.emit({ kind: 'judge/moment', moment }),
      ended: (error) =>
        context.emit({ kind: 'judge/ended', error: error === null ? null : toWireError(error) }),
    });
    context.judge = judge;
    const { classNames, testImages, labels, trainingImages } = judge;
    return { dataset, classNames, testImages, labels, trainingImages, moment: await judge.verdict() };
  },

  async 'judge/play'({ steps }, context) {
    const judge = requireJudge(context);
    await context.run?.session.pause();
    judge.play(judge.step + steps);
    return null;
  },

  async 'judge/pause'(_, context) {
    await context.judge?.pause();
    return null;
  },

  async 'judge/close'(_, context) {
    await closeJudge(context);
    return null;
  },
};
