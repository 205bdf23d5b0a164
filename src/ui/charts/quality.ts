// Fréchet distance of the samples, with the floor that real images set.
import { defineChart, valuesOf } from './define';

export const quality = defineChart({
  id: 'quality',
  source: 'measures',
  title: 'Quality',
  help: 'Fréchet distance: how far the samples as a whole lie from real images. Lower is better; the floor is what real images reach.',
  xUnit: 'step',
  yUnit: '',
  logScale: true,
  toChartData: (measures) => [
    {
      id: 'frechet',
      label: 'Fréchet',
      role: 'generator',
      dash: [],
      values: valuesOf(measures, (point) => point.values['frechet-distance'] ?? NaN),
    },
    {
      id: 'frechetFloor',
      label: 'floor',
      role: 'real',
      dash: [2, 3],
      values: valuesOf(measures, (point) => point.floors['frechet-distance'] ?? NaN),
    },
  ],
});
