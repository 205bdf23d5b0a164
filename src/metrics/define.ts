// What a metric is: one number for a set of generated images against real ones. Adding one is a file and a line in
// index.ts. Its floor comes by itself: the same number for real images that were kept apart.
import type { MetricEntry } from '../protocol';
import type { EvaluatedThing } from './evaluator/evaluator';
import type { MetricInput } from './sampleSet';

export interface MetricDefinition extends MetricEntry {
  /** Whether it needs an evaluator that knows classes. */
  readonly needsClasses: boolean;
  /** What it is about, where it is not about both. */
  readonly of?: EvaluatedThing;
  /** The measure; NaN where it is not defined for so few images. */
  compute(input: MetricInput): number;
  /** The same, class by class. */
  computeByClass?(input: MetricInput): readonly number[];
}

export const defineMetric = (definition: MetricDefinition): MetricDefinition => definition;
