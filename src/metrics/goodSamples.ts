// The share of points that lie at a mode: quality in the plane, blind to how many modes are missed.
import { GOOD_DEVIATIONS } from '../core/pointModes';
import { defineMetric } from './define';
import { NO_CLASS } from './evaluator/predictedClasses';

export const goodSamples = defineMetric({
  id: 'good-samples',
  label: 'Good samples',
  help: `Share of the points within ${GOOD_DEVIATIONS} standard deviations of a mode; the rest were drawn where no real point lies.`,
  paper: 'Srivastava et al. 2017, https://arxiv.org/abs/1705.07761',
  params: [],
  unit: '%',
  better: 'higher',
  live: true,
  needsClasses: true,
  of: 'points',
  compute: ({ generated }) =>
    generated.predicted().filter((mode) => mode !== NO_CLASS).length / generated.count,
});
