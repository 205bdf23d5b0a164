// Requests about the quality of the open run's samples.
import { AbortedError } from '../../core/errors';
import { nearestImages } from '../../training/measuring/nearestImages';
import { requireRun } from '../context';
import type { HandlersOf } from '../handler';

export const measureHandlers: HandlersOf<'measures'> = {
  async 'measures/take'({ samples }, context, call) {
    const { session, measurer } = requireRun(context);
    const wasPlaying = session.isPlaying;
    await session.pause();
    try {
      const report = await measurer.report(session.step, session.seconds, {
        samples,
        which: () => true,
        cancelled: () => call.signal.aborted,
        progress: (fraction) => call.progress(`Measuring ${samples} samples`, fraction),
      });
      if (!report) throw new AbortedError('The measurement');
      session.noteMeasure(report.point);
      return report;
    } finally {
      if (wasPlaying) session.play();
    }
  },

  async 'measures/nearest'({ image, count }, context, call) {
    return nearestImages(image, requireRun(context).dataset, count, call.signal);
  },
};
