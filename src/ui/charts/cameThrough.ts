// Of a translation whose right answers are known: the share of pictures that is read as what it was, with what is read rightly
// of real pictures.
import { defineChart, valuesOf } from './define';

export const cameThrough = defineChart({
  id: 'came-through',
  source: 'measures',
  title: 'Came through',
  help: 'Share of held-back pictures whose class is still read after they were translated; the floor is what is read of real ones. Known for ready pairs only.',
  xUnit: 'step',
  yUnit: '%',
  logScale: false,
  better: 'higher',
  toChartData: (measures) => [
    {
      id: 'cameThrough',
      label: 'translated',
      role: 'generator',
      dash: [],
      values: valuesOf(measures, (point) => point.values['came-through'] ?? NaN),
    },
    {
      id: 'cameThroughFloor',
      label: 'real',
      role: 'real',
      reference: true,
      dash: [2, 3],
      values: valuesOf(measures, (point) => point.floors['came-through'] ?? NaN),
    },
  ],
});
