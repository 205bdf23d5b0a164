// Of a network that learns to name pictures: how surprised it is by the names of pictures that it learns from, and of others.
import { defineChart, valuesOf } from './define';

export const surpriseAtNames = defineChart({
  id: 'surprise-at-names',
  source: 'measures',
  title: 'Loss of all pictures',
  help: 'Cross-entropy of the pictures as they are: 0 is certain and right. Where the held-back line rises again, stop.',
  xUnit: 'step',
  yUnit: '',
  logScale: true,
  better: 'lower',
  toChartData: (measures) => [
    {
      id: 'heldBack',
      label: 'held back',
      role: 'real',
      dash: [],
      values: valuesOf(measures, (point) => point.values.surprise ?? NaN),
    },
    {
      id: 'learnt',
      label: 'learnt',
      role: 'generator',
      dash: [6, 2],
      values: valuesOf(measures, (point) => point.values['surprise-learnt'] ?? NaN),
    },
  ],
});
