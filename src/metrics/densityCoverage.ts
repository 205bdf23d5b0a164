// Density and coverage: precision and recall that single outliers cannot spoil (k = 5, balls around real images only).
import { defineMetric } from './define';
import { DENSITY_K } from './numerics/neighbours';

const paper = 'Naeem et al. 2020, https://arxiv.org/abs/2002.09797';

export const density = defineMetric({
  id: 'density',
  label: 'Density',
  help: 'How thickly samples lie where real images are thick; about 1 for real ones, more when samples keep to the middle.',
  paper,
  params: [],
  unit: '',
  better: 'higher',
  live: false,
  needsClasses: false,
  compute: ({ generated, crossing }) => crossing().ballsEntered / (DENSITY_K * generated.count),
});

export const coverage = defineMetric({
  id: 'coverage',
  label: 'Coverage',
  help: 'Share of real images with a sample in their neighbourhood: how much of the real variety is drawn.',
  paper,
  params: [],
  unit: '%',
  better: 'higher',
  live: false,
  needsClasses: false,
  compute: ({ real, crossing }) => crossing().realReached / real.count,
});
