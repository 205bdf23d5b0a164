// Accuracy of the discriminator, on real images and on fakes.
import { valueOf } from '../../core/history';
import { defineChart, valuesOf } from './define';

export const accuracy = defineChart({
  id: 'accuracy',
  source: 'history',
  title: 'Accuracy',
  help: 'Share of images that the discriminator judges rightly; near one half it can no longer tell.',
  xUnit: 'step',
  yUnit: '%',
  logScale: false,
  toChartData: (history) => [
    {
      id: 'accuracyReal',
      label: 'on real',
      role: 'real',
      dash: [],
      values: valuesOf(history, (point) => valueOf(point, 'accuracyReal')),
    },
    {
      id: 'accuracyFake',
      label: 'on fakes',
      role: 'generator',
      dash: [6, 2],
      values: valuesOf(history, (point) => valueOf(point, 'accuracyFake')),
    },
  ],
});
