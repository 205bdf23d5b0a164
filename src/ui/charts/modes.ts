// Modes that the samples cover, with the number that real data covers.
import { defineChart, valuesOf } from './define';

export const modes = defineChart({
  id: 'modes',
  source: 'measures',
  title: 'Modes covered',
  help: 'How many of the clusters or classes the generator draws; the floor is what real data covers. A collapsed generator draws few.',
  xUnit: 'step',
  yUnit: 'count',
  logScale: false,
  better: 'higher',
  toChartData: (measures) => [
    {
      id: 'modes',
      label: 'Samples',
      role: 'generator',
      dash: [],
      values: valuesOf(measures, (point) => point.values['modes-covered'] ?? NaN),
    },
    {
      id: 'modesFloor',
      label: 'real',
      role: 'real',
      reference: true,
      dash: [2, 3],
      values: valuesOf(measures, (point) => point.floors['modes-covered'] ?? NaN),
    },
  ],
});
