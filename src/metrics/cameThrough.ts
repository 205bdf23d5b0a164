// Of translated images whose class is known beforehand: how many are still read as it. The floor says how well the same
// classifier reads real images of the kind that they were translated into.
import { defineMetric } from './define';

export const cameThrough = defineMetric({
  id: 'came-through',
  label: 'Digits that came through',
  help: 'Share of held-back pictures of B whose digit is read rightly after they were made A; the classifier never saw them made.',
  paper: 'After the evaluation by segmentation of Zhu et al. 2017, https://arxiv.org/abs/1703.10593',
  params: [],
  unit: '%',
  better: 'higher',
  live: true,
  needsClasses: true,
  of: 'translations',
  compute: ({ generated }) => generated.shareAsAsked(),
});
