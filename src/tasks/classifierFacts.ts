// What the classifier's task says of itself. Its trainer is classifier.ts.
import type { TaskFacts } from '../core/taskFacts';

export const classifierFacts = {
  id: 'classifier',
  label: 'A classifier of labelled images',
  help: 'A small network learns to name images; the features inside it are what distances between images are taken in.',
  hidden: true,
  params: [
    {
      id: 'learningRate',
      kind: 'number',
      label: 'Learning rate',
      min: 1e-6,
      max: 1,
      default: 0.003,
      scale: 'log',
      help: 'Of the first step; it falls to nothing along half a cosine.',
    },
  ],
  networks: [
    { id: 'features', label: 'Features', role: 'real', learns: true },
    { id: 'classifier', label: 'Classifier', role: 'real', learns: true, loss: 'classifier' },
  ],
  data: ['images', 'labels'],
  updates: [
    {
      network: 'classifier',
      alongside: ['features'],
      times: 1,
      terms: [{ id: 'crossEntropy', label: 'Surprise at the labels', weight: 1 }],
    },
  ],
  charts: [
    {
      id: 'surprise',
      title: 'Loss',
      help: 'How surprised it is by the labels of the images that it learns from (cross-entropy): 0 is certain and right.',
      unit: '',
      logScale: true,
      better: 'lower',
      series: [{ id: 'classifier', label: 'Cross-entropy', role: 'real', dash: [] }],
    },
  ],
  grids: [],
  exports: [],
} as const satisfies TaskFacts;
