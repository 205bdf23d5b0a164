// What translation from pairs says of itself (Isola et al. 2017, https://arxiv.org/abs/1611.07004). Its trainer is
// pairTranslation.ts.
import type { ParamSpec } from '../core/paramSpec';
import type { TaskFacts } from '../core/taskFacts';
import { networkParams } from './translation/params';
import { decayParam } from './translation/rates';

/** The first of this kind had three convolutions, and a discriminator of the whole picture. */
const withPlain = (spec: ParamSpec): ParamSpec =>
  spec.id === 'generator' && spec.kind === 'choice'
    ? {
        ...spec,
        earlier: 'plain',
        choices: [...spec.choices, { value: 'plain', label: 'Three convolutions, for comparison' }],
      }
    : spec;

export const pairTranslationFacts: TaskFacts = {
  id: 'pair-translation',
  label: 'Translate from pairs (pix2pix)',
  help: 'A generator learns from pairs what shall become of a picture: coarse ones fine, grey ones coloured, or your own.',
  paper: 'Isola et al. 2017, https://arxiv.org/abs/1611.07004',
  recommended: {
    dataset: 'synthetic-digits',
    loss: 'non-saturating',
    batch: 8,
    steps: 2000,
    learningRateG: 2e-4,
    learningRateD: 2e-4,
    beta1: 0.5,
    beta2: 0.999,
    emaDecay: 0,
    sampleEvery: 50,
  },
  settings: [
    'steps',
    'seed',
    'batch',
    'learningRateG',
    'learningRateD',
    'beta1',
    'beta2',
    'dSteps',
    'sampleEvery',
    'logEvery',
    'autosaveSeconds',
  ],
  ownNetworks: true,
  runName: 'Translation',
  params: [
    {
      id: 'mode',
      kind: 'choice',
      label: 'What is learned',
      group: 'Data',
      default: 'auto',
      earlier: 'coarse',
      choices: [
        { value: 'auto', label: 'What suits the data' },
        { value: 'coarse', label: 'Coarse pictures made fine' },
        { value: 'colour', label: 'Grey pictures coloured' },
        { value: 'pairs', label: 'My own pairs' },
      ],
      help: 'Of any pictures coarse or grey ones can be made, and the way back learned; pairs of your own say themselves what to learn.',
    },
    {
      id: 'direction',
      kind: 'choice',
      label: 'Direction',
      group: 'Data',
      default: 'a-to-b',
      choices: [
        { value: 'a-to-b', label: 'From the left half, or the first folder' },
        { value: 'b-to-a', label: 'From the right half, or the second folder' },
      ],
      help: 'Of your own pairs: which picture is given, and which is to be made.',
    },
    {
      id: 'block',
      kind: 'integer',
      label: 'Block',
      group: 'Data',
      min: 2,
      max: 16,
      default: 4,
      unit: 'pixels',
      help: 'Side of the blocks that a coarse picture is made of.',
    },
    {
      id: 'l1Weight',
      kind: 'number',
      label: 'Weight of L1',
      group: 'Losses',
      min: 0,
      max: 1000,
      default: 100,
      help: 'How much nearness to the right picture counts beside fooling the discriminator.',
    },
    ...networkParams({
      ...{ width: 16, patchWidth: 16, blocks: 3 },
      generator: 'unet',
      normalization: 'instance',
    }).map(withPlain),
    { ...decayParam, earlier: false },
  ],
  networks: [
    { id: 'generator', label: 'Generator', role: 'generator', learns: true, loss: 'generator' },
    {
      id: 'discriminator',
      label: 'Discriminator',
      role: 'discriminator',
      learns: true,
      loss: 'discriminator',
    },
  ],
  data: ['pairs'],
  updates: [
    { network: 'discriminator', times: 'dSteps', terms: [{ id: 'adversarial', label: 'Scores', weight: 1 }] },
    {
      network: 'generator',
      times: 1,
      terms: [
        { id: 'adversarial', label: 'Score', weight: 1 },
        { id: 'l1', label: 'L1 distance', weight: 'l1Weight' },
      ],
    },
  ],
  charts: [
    {
      id: 'losses',
      title: 'Loss',
      unit: '',
      logScale: true,
      help: 'Lower is better for the network that the line belongs to; L1 is the distance from the right pictures.',
      series: [
        { id: 'generator', label: 'Generator', role: 'generator', dash: [] },
        { id: 'discriminator', label: 'Discriminator', role: 'discriminator', dash: [6, 2] },
        { id: 'generator/l1', label: 'L1', role: 'real', dash: [2, 3] },
      ],
    },
  ],
  grids: [{ id: 'fine', label: 'Given, made and right' }],
  exports: [{ network: 'generator', inputs: ['image'] }],
};
