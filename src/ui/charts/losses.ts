// Losses of both networks.
import { valueOf } from '../../core/history';
import { defineChart, valuesOf } from './define';

export const losses = defineChart({
  id: 'losses',
  source: 'history',
  title: 'Loss',
  help: 'Lower is better for the network that the line belongs to; the two pull against each other.',
  xUnit: 'step',
  yUnit: '',
  logScale: true,
  toChartData: (history) => [
    {
      id: 'gLoss',
      label: 'Generator',
      role: 'generator',
      dash: [],
      values: valuesOf(history, (point) => valueOf(point, 'gLoss')),
    },
    {
      id: 'dLoss',
      label: 'Discriminator',
      role: 'discriminator',
      dash: [6, 2],
      values: valuesOf(history, (point) => valueOf(point, 'dLoss')),
    },
  ],
});
