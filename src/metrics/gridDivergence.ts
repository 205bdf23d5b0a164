// How far the drawn points lie from the real ones, square by square: right for any shape in the plane.
import { defineMetric } from './define';
import { gridJs, gridKl, GRID_SIDE } from './numerics/planeGrid';

const paper = 'After Goodfellow et al. 2014, https://arxiv.org/abs/1406.2661';
const common = {
  paper,
  params: [],
  unit: 'nats',
  better: 'lower',
  live: true,
  needsClasses: false,
  of: 'points',
} as const;

export const gridDivergence = defineMetric({
  ...common,
  id: 'grid-kl',
  label: 'KL on a grid',
  help: `How surprised one would be by the real points after seeing only drawn ones, on ${GRID_SIDE} x ${GRID_SIDE} cells; large when modes are missed.`,
  compute: ({ generated, real }) => gridKl(real.features, generated.features),
});

export const gridJensenShannon = defineMetric({
  ...common,
  id: 'grid-js',
  label: 'JS on a grid',
  help: `How easily real and drawn points can be told apart, on ${GRID_SIDE} x ${GRID_SIDE} cells: 0 not at all, 0.69 always.`,
  compute: ({ generated, real }) => gridJs(real.features, generated.features),
});
