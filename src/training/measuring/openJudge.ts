// Finds what judges the samples of a run: a trained classifier where there is one for its images, the feature network of the page for
// other pictures in colour, else what metrics/evaluator knows.
import type { PointModes } from '../../core/pointModes';
import type { ImageShape } from '../../metrics/evaluator/classifierNetwork';
import type { Evaluator } from '../../metrics/evaluator/evaluator';
import {
  isKnown,
  openEvaluator,
  openInPlaceOf,
  type ReadModelFile,
} from '../../metrics/evaluator/openEvaluator';
import { ENCODER_EVALUATOR } from '../../core/measures';

/** Smaller pictures have no maps left where the feature network looks. */
const LEAST_SIDE = 8;

/** Of other pictures nothing but random features could be had. */
const seesColour = ([height, width, channels]: ImageShape): boolean =>
  channels === 3 && Math.min(height, width) >= LEAST_SIDE;

/** As `openEvaluator`, which it asks for all that is not in colour. */
export async function openJudge(
  dataset: string,
  shape: ImageShape,
  read: ReadModelFile,
  modes: PointModes | null = null,
): Promise<Evaluator> {
  if (!seesColour(shape) || isKnown(dataset, shape)) return openEvaluator(dataset, shape, read, modes);
  try {
    const { openEncoderEvaluator } = await import('./encoderEvaluator');
    return await openEncoderEvaluator(shape, read);
  } catch (error) {
    return openInPlaceOf(ENCODER_EVALUATOR, error, shape);
  }
}
