// How evenly the classes are drawn: divergence of the predicted classes from uniform.
import { defineChart, valuesOf } from './define';

export const evenness = defineChart({
  id: 'evenness',
  source: 'measures',
  title: 'KL from uniform',
  help: 'How unevenly the classes are drawn: 0 when all equally often, 2.3 when only one of ten; the floor is what real images reach.',
  xUnit: 'step',
  yUnit: '',
  logScale: false,
  better: 'lower',
  toChartData: (measures) => [
    {
      id: 'kl',
      label: 'Samples',
      role: 'generator',
      dash: [],
      values: valuesOf(measures, (point) => point.values['kl-from-uniform'] ?? NaN),
    },
    {
      id: 'klFloor',
      label: 'floor',
      role: 'real',
      reference: true,
      dash: [2, 3],
      values: valuesOf(measures, (point) => point.floors['kl-from-uniform'] ?? NaN),
    },
  ],
});
