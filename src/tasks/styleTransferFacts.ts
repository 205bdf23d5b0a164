// What neural style transfer says of itself (Gatys et al. 2016, https://arxiv.org/abs/1508.06576): no network learns, the pixels of
// one picture do. Its trainer is styleTransfer.ts.
import type { ParamSpec } from '../core/paramSpec';
import type { TaskFacts } from '../core/taskFacts';
import { encoders } from '../encoders';

const layerWeight = (kind: 'content' | 'style', block: number, value: number): ParamSpec => ({
  id: `${kind}${block}`,
  kind: 'number',
  label: kind === 'content' ? `Content, conv${block}_2` : `Style, conv${block}_1`,
  group: 'Layers',
  min: 0,
  max: 10,
  step: 0.1,
  default: value,
  live: true,
  help:
    kind === 'content'
      ? 'How much the maps of this layer count for the content; deep layers keep forms, shallow ones every line. 0 leaves it out.'
      : 'How much this layer counts for the style; shallow layers hold colours and fine texture, deep ones large strokes. 0 leaves it out.',
});

export const styleTransferFacts: TaskFacts = {
  id: 'style-transfer',
  label: 'Paint a picture in the style of another',
  help: 'The pixels of one picture are moved until a network sees in it the things of your content picture and the brushwork of your style picture.',
  recommended: {
    dataset: 'scene-and-pattern',
    steps: 300,
    sampleEvery: 10,
  },
  settings: ['steps', 'seed', 'sampleEvery', 'logEvery', 'autosaveSeconds'],
  ownNetworks: true,
  runName: 'Style',
  params: [
    {
      id: 'encoder',
      kind: 'choice',
      label: 'Feature network',
      group: 'Features',
      default: encoders[0].id,
      choices: encoders.map(({ id, label, input, origin }) => ({
        value: id,
        label,
        ...(origin === 'files' && { accepts: ['.h5', '.keras', '.json', '.bin'] }),
        ...(input === 'bgr-less-mean' && { suits: { styleWeight: 1000, smoothWeight: 10 } }),
      })),
      help: encoders.map(({ label, help }) => `${label}: ${help}`).join(' '),
    },
    {
      id: 'pooling',
      kind: 'choice',
      label: 'Pooling',
      group: 'Features',
      default: 'average',
      choices: [
        { value: 'average', label: 'Mean of each window: smoother pictures, as the paper advises' },
        { value: 'max', label: 'Largest of each window: as the networks were trained' },
      ],
      help: 'How the feature network halves its maps.',
    },
    {
      id: 'start',
      kind: 'choice',
      label: 'Begin with',
      group: 'Picture',
      default: 'content',
      choices: [
        { value: 'content', label: 'The content picture' },
        { value: 'noise', label: 'Noise, from the seed' },
      ],
      help: 'From the content the picture stays near it and is done sooner; from noise the style is freer.',
    },
    {
      id: 'optimizer',
      kind: 'choice',
      label: 'Optimizer',
      group: 'Picture',
      default: 'lbfgs',
      choices: [
        { value: 'lbfgs', label: 'L-BFGS: fewer steps, more memory' },
        { value: 'adam', label: 'Adam: steady steps of a size that you set' },
      ],
      help: 'How the picture is moved down the loss; the paper uses L-BFGS.',
    },
    {
      id: 'learningRate',
      kind: 'number',
      label: 'Learning rate of Adam',
      group: 'Picture',
      min: 1e-4,
      max: 1,
      default: 0.02,
      scale: 'log',
      live: true,
      help: 'How far a pixel moves in a step of Adam at most, where black is -1 and white 1; L-BFGS has no such setting.',
    },
    {
      id: 'contentWeight',
      kind: 'number',
      label: 'Weight of content',
      group: 'Losses',
      min: 0,
      max: 100,
      step: 0.1,
      default: 1,
      live: true,
      help: 'How much it counts that the same things stand in the same places; 0 makes a picture of the style alone.',
    },
    {
      id: 'styleWeight',
      kind: 'number',
      label: 'Weight of style',
      group: 'Losses',
      min: 0.001,
      max: 1e9,
      scale: 'log',
      default: 1e6,
      live: true,
      help: 'How much it counts that colours, texture and strokes are those of the style picture.',
    },
    {
      id: 'smoothWeight',
      kind: 'number',
      label: 'Weight of smoothness',
      group: 'Losses',
      min: 0,
      max: 100,
      step: 0.01,
      default: 0.02,
      live: true,
      help: 'How much it counts that neighbouring pixels are alike (total variation); it takes away grain, and blurs where it is high.',
    },
    ...[0, 0, 0, 1].map((value, i) => layerWeight('content', i + 1, value)),
    ...[1, 1, 1, 1, 1].map((value, i) => layerWeight('style', i + 1, value)),
  ],
  networks: [{ id: 'picture', label: 'Picture', role: 'generator', learns: true, loss: 'picture' }],
  data: ['content-and-style'],
  updates: [
    {
      network: 'picture',
      times: 1,
      terms: [
        { id: 'content', label: 'Squared distance of maps from the content', weight: 'contentWeight' },
        { id: 'style', label: 'Squared distance of Gram matrices from the style', weight: 'styleWeight' },
        { id: 'smooth', label: 'Squared differences of neighbouring pixels', weight: 'smoothWeight' },
      ],
    },
  ],
  charts: [
    {
      id: 'total',
      title: 'Loss',
      help: 'The weighted sum that the picture is moved down; it falls fast at first, then slowly.',
      unit: '',
      logScale: true,
      series: [{ id: 'picture', label: 'Total', role: 'generator', dash: [] }],
    },
    {
      id: 'terms',
      title: 'What it is made of',
      help: 'Each term before its weight: content rises a little where the picture begins as the content, style falls.',
      unit: '',
      logScale: true,
      series: [
        { id: 'picture/content', label: 'Content', role: 'real', dash: [] },
        { id: 'picture/style', label: 'Style', role: 'generator', dash: [6, 2] },
        { id: 'picture/smooth', label: 'Smoothness', role: 'discriminator', dash: [2, 3] },
      ],
    },
  ],
  grids: [{ id: 'style', label: 'Content, style and picture' }],
  exports: [],
};
