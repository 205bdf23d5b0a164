// Requests about the quality of the open run's samples.
import { AbortedError, GanvasError } from '../../core/errors';
import type { LoadedDataset } from '../../datasets/define';
import { nearestImages } from '../../training/measuring/nearestImages';
import { requireGan } from '../context';
import type { HandlersOf } from '../handler';

/** There is nothing to compare samples with. */
export class NoRealImagesError extends GanvasError {}

/** @throws NoRealImagesError */
export function requireImages({ size }: LoadedDataset): void {
  if (size > 0) return;
  throw new NoRealImagesError(
    'This generator came from a file, and what it was trained on is not known: 0 real images to compare with.',
    'Measure a run that was trained here.',
  );
}

export const measureHandlers: HandlersOf<'measures'> = {
  async 'measures/take'({ samples }, context, call) {
    const { session, measurer, dataset } = requireGan(context);
    requireImages(dataset);
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
    const { dataset } = requireGan(context);
    requireImages(dataset);
    return nearestImages(image, dataset, count, call.signal);
  },
};
