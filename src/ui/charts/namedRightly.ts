// Of a network that learns to name pictures: the share that it names rightly, of pictures that it learns from and of others.
import { defineChart, valuesOf } from './define';

export const namedRightly = defineChart({
  id: 'named-rightly',
  source: 'measures',
  title: 'Accuracy',
  help: 'Share of pictures that are named rightly. Held-back ones are never learnt from: where the lines part, it learns by heart.',
  xUnit: 'step',
  yUnit: '%',
  logScale: false,
  better: 'higher',
  toChartData: (measures) => [
    {
      id: 'heldBack',
      label: 'held back',
      role: 'real',
      dash: [],
      values: valuesOf(measures, (point) => point.values['named-rightly'] ?? NaN),
    },
    {
      id: 'learnt',
      label: 'learnt',
      role: 'generator',
      dash: [6, 2],
      values: valuesOf(measures, (point) => point.values['named-rightly-learnt'] ?? NaN),
    },
  ],
});
