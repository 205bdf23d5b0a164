// Is it copying? The way from a sample to the nearest training image, in what the evaluator sees. Not the search for
// the images themselves.
import { defineMetric } from './define';

function median(values: Float64Array): number {
  const sorted = values.toSorted();
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

export const nearestDistance = defineMetric({
  id: 'nearest-distance',
  label: 'Way to the nearest real image',
  help: 'Median distance of a sample to the nearest training image: far below that of real images it copies, far above it draws something else.',
  paper: 'After Meehan et al. 2020, https://arxiv.org/abs/2004.05675',
  params: [],
  unit: '',
  better: 'as-real',
  live: false,
  needsClasses: false,
  compute: ({ crossing }) => median(crossing().nearestReal),
});
