// How many classes the generator draws, and how evenly.
import { defineMetric } from './define';
import { coveredClasses, klFromEven } from './numerics/classCounts';

export const modesCovered = defineMetric({
  id: 'modes-covered',
  label: 'Modes covered',
  help: 'Classes (of points: clusters) that the generator draws at all, each at least a tenth as often as if all were drawn equally often.',
  paper: 'After Metz et al. 2016, https://arxiv.org/abs/1611.02163',
  params: [],
  unit: 'classes',
  better: 'higher',
  live: true,
  needsClasses: true,
  compute({ generated, real }) {
    const present = coveredClasses(real.classCounts());
    return coveredClasses(generated.classCounts(), generated.count).filter(
      (covered, c) => covered && present[c],
    ).length;
  },
});

export const klFromUniform = defineMetric({
  id: 'kl-from-uniform',
  label: 'KL from uniform',
  help: 'How unevenly the classes are drawn: 0 when all equally often, 2.3 when only one of ten.',
  paper: 'After Metz et al. 2016, https://arxiv.org/abs/1611.02163',
  params: [],
  unit: 'nats',
  better: 'lower',
  live: true,
  needsClasses: true,
  compute: ({ generated, real }) => klFromEven(generated.classCounts(), coveredClasses(real.classCounts())),
});
