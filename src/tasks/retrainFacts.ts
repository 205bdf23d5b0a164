// What retraining says of itself: a network learns to name a person's pictures, upon an encoder that others have trained or from
// nothing. Its trainer is retrain.ts.
import type { TaskFacts } from '../core/taskFacts';
import { encoders } from '../encoders';
import { MOBILENET } from './retrain/networks';

export const retrainFacts: TaskFacts = {
  id: 'retrain',
  label: 'Name pictures (transfer learning)',
  help: 'A network that knows pictures already learns to tell kinds of yours apart: each folder is a kind, and its last layers are learnt in seconds.',
  paper: 'Howard et al. 2017, https://arxiv.org/abs/1704.04861',
  recommended: {
    dataset: 'synthetic-digits',
    batch: 32,
    steps: 600,
    logEvery: 1,
  },
  settings: ['steps', 'seed', 'batch', 'logEvery', 'autosaveSeconds'],
  ownNetworks: true,
  runName: 'Classifier',
  params: [
    {
      id: 'encoder',
      kind: 'choice',
      label: 'Network',
      group: 'Network',
      default: encoders[0].id,
      choices: [
        ...encoders.map(({ id, label, origin }) => ({
          value: id,
          label,
          ...(origin === 'files' && { accepts: ['.h5', '.keras', '.json', '.bin'] }),
        })),
        {
          value: MOBILENET,
          label: 'A small MobileNet, from nothing',
          suits: { learningRate: 0.003, dropout: 0 },
        },
      ],
      help: `${encoders.map(({ label, help }) => `${label}: ${help}`).join(' ')} A small MobileNet knows nothing and learns everything: it needs more pictures and more time.`,
    },
    {
      id: 'learning',
      kind: 'integer',
      label: 'Encoder layers that learn',
      group: 'Network',
      min: 0,
      max: 16,
      default: 0,
      help: 'Counted from the last; with none only the new last layer learns, which takes seconds. More fit your pictures better, and take longer.',
    },
    {
      id: 'width',
      kind: 'number',
      label: 'Width',
      group: 'Network',
      min: 0.125,
      max: 2,
      step: 0.125,
      default: 0.5,
      help: 'Of the MobileNet: its filters are this share of 32 to 512. Half the width takes about a quarter of the time.',
    },
    {
      id: 'dropout',
      kind: 'number',
      label: 'Dropout',
      group: 'Network',
      min: 0,
      max: 0.9,
      step: 0.05,
      default: 0.2,
      help: 'Share of the numbers before the last layer that is left out at random in training, so that none is relied on alone.',
    },
    {
      id: 'augmentation',
      kind: 'choice',
      label: 'Variants of each picture',
      group: 'Training',
      default: 'mirror',
      choices: [
        { value: 'none', label: 'None' },
        { value: 'mirror', label: 'Mirrored left to right' },
        { value: 'mirror-shift', label: 'Mirrored, shifted, turned, larger and smaller' },
      ],
      help: 'Few pictures teach more when each is seen a little different; do not mirror writing.',
    },
    {
      id: 'learningRate',
      kind: 'number',
      label: 'Learning rate',
      group: 'Training',
      min: 1e-6,
      max: 1,
      default: 0.003,
      scale: 'log',
      help: 'Of the first step; it falls to nothing along half a cosine.',
    },
  ],
  networks: [{ id: 'classifier', label: 'Classifier', role: 'generator', learns: true, loss: 'classifier' }],
  data: ['images', 'labels'],
  updates: [
    {
      network: 'classifier',
      times: 1,
      terms: [{ id: 'crossEntropy', label: 'Surprise at the labels', weight: 1 }],
    },
  ],
  charts: [
    {
      id: 'surprise',
      title: 'Loss of each step',
      help: 'How surprised it is by the labels of the pictures that it learns from (cross-entropy): 0 is certain and right.',
      unit: '',
      logScale: true,
      better: 'lower',
      series: [{ id: 'classifier', label: 'Cross-entropy', role: 'generator', dash: [] }],
    },
  ],
  grids: [],
  exports: [{ network: 'classifier', inputs: ['image'], names: true }],
};
