// What a network says of the test images at one moment, from the probabilities that it gives them.
import type { ClassifierMoment } from '../../core/classifierMoment';
import type { MeasurePoint } from '../../core/measures';
import type { TaskTrainer } from '../../training/taskTrainer';
import { predictedClasses } from '../../metrics/evaluator/predictedClasses';
import type { Split } from './split';

/** A trainer of a network that names images. */
export interface NamingTrainer extends TaskTrainer {
  readonly split: Split;
  /** What it says of the test images after `step` steps. */
  moment(step: number): Promise<ClassifierMoment>;
}

export const isNaming = (trainer: TaskTrainer): trainer is NamingTrainer =>
  'split' in trainer && 'moment' in trainer;

/** @param probabilities [test images * classes], rows sum to 1 */
export function namedMoment(
  step: number,
  { labels, classNames }: Pick<Split, 'labels' | 'classNames'>,
  probabilities: Float32Array,
): ClassifierMoment {
  const classes = classNames.length;
  const predicted = predictedClasses(probabilities, classes);
  const certainty = Float32Array.from(predicted, (label, i) => probabilities[i * classes + label]);
  const right = predicted.filter((label, i) => label === labels[i]).length;
  return { step, accuracy: right / labels.length, predicted, certainty };
}

const NO_NORMS = { gradient: 0, weights: 0 } as const;

/** The figures of a moment, as they are kept with the run and drawn over its steps. */
export function momentMeasure(
  { step, accuracy, loss, learnt, predicted }: ClassifierMoment,
  seconds: number,
  { classNames }: Pick<Split, 'classNames'>,
): MeasurePoint {
  const classCounts = classNames.map((_, label) => predicted.filter((one) => one === label).length);
  const values = {
    'named-rightly': accuracy,
    ...(loss !== undefined && { surprise: loss }),
    ...(learnt && { 'named-rightly-learnt': learnt.accuracy, 'surprise-learnt': learnt.loss }),
  };
  return {
    ...{ step, seconds, samples: predicted.length, evaluator: 'held-back images', values },
    ...{ floors: {}, floorSamples: 0, classNames, classCounts, generator: NO_NORMS, discriminator: NO_NORMS },
  };
}
