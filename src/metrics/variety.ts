// How much the samples differ from each other, as seen by any evaluator, classes or not.
import { defineMetric } from './define';
import type { SampleSet } from './sampleSet';

/** Sum of the variances of all features. */
function spread(set: SampleSet): number {
  const { covariance } = set.moments();
  let sum = 0;
  for (let i = 0; i < set.size; i++) sum += covariance[i * set.size + i];
  return sum;
}

export const variety = defineMetric({
  id: 'variety',
  label: 'Variety',
  help: 'How much the samples differ from each other in what the evaluator sees, as a share of how much real images do; near 0 they are all alike.',
  paper: 'Ratio of total variances (trace of the covariance)',
  params: [],
  unit: '%',
  better: 'as-real',
  live: true,
  needsClasses: false,
  compute: ({ generated, real }) =>
    generated.count < 2 || real.count < 2 ? NaN : spread(generated) / spread(real),
});
