// Fréchet distance on the evaluator's features, over all images and within each class.
import { defineMetric } from './define';
import { frechetDistance } from './numerics/frechet';
import { momentsOf } from './numerics/moments';
import type { MetricInput } from './sampleSet';

/** Images of a class under which its covariance says nothing. */
const FEWEST = 20;

export const frechet = defineMetric({
  id: 'frechet-distance',
  label: 'Fréchet distance',
  help: 'How far the samples as a whole lie from real images, in what the evaluator sees; small only when they are both as good and as varied.',
  paper: 'Heusel et al. 2017, https://arxiv.org/abs/1706.08500',
  params: [],
  unit: '',
  better: 'lower',
  live: true,
  needsClasses: false,
  compute: ({ generated, real }) =>
    generated.count < 2 || real.count < 2 ? NaN : frechetDistance(real.moments(), generated.moments()),
});

function byClass({ generated, real }: MetricInput): number[] {
  return Array.from({ length: real.classes }, (_, label) => {
    const [drawn, wanted] = [generated.featuresOf(label), real.featuresOf(label)];
    if (Math.min(drawn.length, wanted.length) < FEWEST * real.size) return NaN;
    return frechetDistance(momentsOf(wanted, real.size), momentsOf(drawn, real.size));
  });
}

export const classFrechet = defineMetric({
  id: 'class-frechet-distance',
  label: 'Fréchet distance within classes',
  help: 'The Fréchet distance of each class to real images of that class, averaged over the classes drawn at least 20 times: quality and variety inside a class, whatever the mix.',
  paper: 'Benny et al. 2021, https://arxiv.org/abs/2004.12361',
  params: [],
  unit: '',
  better: 'lower',
  live: false,
  needsClasses: true,
  compute(input) {
    const values = byClass(input).filter((value) => !Number.isNaN(value));
    return values.length === 0 ? NaN : values.reduce((sum, value) => sum + value, 0) / values.length;
  },
  computeByClass: byClass,
});
