// Improved precision and recall: is a sample near the real images, is a real image near the samples (k = 3).
import { defineMetric } from './define';

const paper = 'Kynkäänniemi et al. 2019, https://arxiv.org/abs/1904.06991';

export const precision = defineMetric({
  id: 'precision',
  label: 'Precision',
  help: 'Share of samples that lie where real images lie: quality, blind to what is missing.',
  paper,
  params: [],
  unit: '%',
  better: 'higher',
  live: false,
  needsClasses: false,
  compute: ({ generated, crossing }) => crossing().generatedInReal / generated.count,
});

export const recall = defineMetric({
  id: 'recall',
  label: 'Recall',
  help: 'Share of real images that lie where samples lie: variety, blind to how good the samples are.',
  paper,
  params: [],
  unit: '%',
  better: 'higher',
  live: false,
  needsClasses: false,
  compute: ({ real, crossing }) => crossing().realInGenerated / real.count,
});
