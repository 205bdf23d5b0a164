// How many samples belong to a class at all; only where an evaluator may say that one belongs to none.
import { defineMetric } from './define';
import { NO_CLASS } from './evaluator/predictedClasses';
import type { SampleSet } from './sampleSet';

const share = (set: SampleSet): number => {
  const predicted = set.predicted();
  return predicted.length === 0
    ? NaN
    : predicted.filter((label) => label !== NO_CLASS).length / predicted.length;
};

export const goodSamples = defineMetric({
  id: 'good-samples',
  label: 'Good samples',
  help: 'Share of the points that lie in one of the heaps, within three standard deviations of its centre.',
  paper: 'After Metz et al. 2016, https://arxiv.org/abs/1611.02163',
  params: [],
  unit: '%',
  better: 'higher',
  live: true,
  needsClasses: true,
  // A classifier of pictures gives every one a class, which says nothing of how good it is.
  compute: ({ generated, real }) => (share(real) === 1 ? NaN : share(generated)),
});
