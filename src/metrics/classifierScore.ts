// The inception score with this project's classifier in place of Inception.
import { defineMetric } from './define';
import { classScore } from './numerics/classCounts';

export const classifierScore = defineMetric({
  id: 'classifier-score',
  label: 'Classifier score',
  help: 'High when the classifier is sure of every sample and all classes are drawn equally often; at most the number of classes. It never looks at real images.',
  paper: 'Salimans et al. 2016, https://arxiv.org/abs/1606.03498',
  params: [],
  unit: '',
  better: 'higher',
  live: true,
  needsClasses: true,
  of: 'images',
  compute: ({ generated }) =>
    generated.count === 0 ? NaN : classScore(generated.probabilities, generated.classes),
});
