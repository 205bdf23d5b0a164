// What CycleGAN says of itself (Zhu et al. 2017, https://arxiv.org/abs/1703.10593): two generators that translate between two
// kinds of pictures, and back to what they were given. Its trainer is cycleGan.ts.
import type { ParamSpec } from '../core/paramSpec';
import type { TaskFacts } from '../core/taskFacts';
import { networkParams } from './translation/params';
import { decayParam } from './translation/rates';

const classNumber = (id: string, label: string, value: number): ParamSpec => ({
  id,
  kind: 'integer',
  label,
  group: 'Data',
  min: 0,
  max: 255,
  default: value,
  help: 'Of a data set with classes: the number of the class that is this domain, from 0. Data of two domains need none.',
});

export const cycleGanFacts: TaskFacts = {
  id: 'cycle-gan',
  label: 'Translate between two kinds of pictures (CycleGAN)',
  help: 'Two generators learn to turn pictures of one kind into pictures of another and back, without pairs that belong together.',
  recommended: {
    dataset: 'digits-outlines',
    loss: 'least-squares',
    batch: 4,
    steps: 6000,
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
    'sampleEvery',
    'logEvery',
    'measureEvery',
    'measureSamples',
    'autosaveSeconds',
  ],
  ownNetworks: true,
  params: [
    ...networkParams({ generator: 'unet', width: 16, patchWidth: 16, blocks: 3, normalization: 'instance' }),
    {
      id: 'cycleWeight',
      kind: 'number',
      label: 'Weight of the cycle',
      group: 'Losses',
      min: 0,
      max: 100,
      default: 10,
      step: 0.5,
      help: 'How much it counts that a picture translated there and back is the same again.',
    },
    {
      id: 'identityWeight',
      kind: 'number',
      label: 'Weight of identity',
      group: 'Losses',
      min: 0,
      max: 100,
      default: 5,
      step: 0.5,
      help: 'How much it counts that a generator leaves alone what is of its own kind already; 0 saves the time that it takes.',
    },
    {
      id: 'poolSize',
      kind: 'integer',
      label: 'Pool of past pictures',
      group: 'Losses',
      min: 0,
      max: 500,
      default: 50,
      unit: 'images',
      help: 'The discriminators are shown made pictures of the past too, so that they do not forget; 0 shows the latest only.',
    },
    decayParam,
    classNumber('classA', 'Class of A', 0),
    classNumber('classB', 'Class of B', 1),
  ],
  networks: [
    {
      id: 'generatorAB',
      label: 'Generator A to B',
      role: 'generator',
      learns: true,
      loss: 'generatorAB/adversarialAB',
    },
    {
      id: 'generatorBA',
      label: 'Generator B to A',
      role: 'generator',
      learns: true,
      loss: 'generatorAB/adversarialBA',
    },
    {
      id: 'discriminatorA',
      label: 'Discriminator of A',
      role: 'discriminator',
      learns: true,
      loss: 'discriminatorA',
    },
    {
      id: 'discriminatorB',
      label: 'Discriminator of B',
      role: 'discriminator',
      learns: true,
      loss: 'discriminatorB',
    },
  ],
  data: ['domains'],
  updates: [
    {
      network: 'generatorAB',
      alongside: ['generatorBA'],
      times: 1,
      terms: [
        { id: 'adversarialAB', label: 'Scores of pictures made B', weight: 1 },
        { id: 'adversarialBA', label: 'Scores of pictures made A', weight: 1 },
        { id: 'cycleA', label: 'L1 distance of A to B to A', weight: 'cycleWeight' },
        { id: 'cycleB', label: 'L1 distance of B to A to B', weight: 'cycleWeight' },
        { id: 'identity', label: 'L1 distance where nothing is to be changed', weight: 'identityWeight' },
      ],
    },
    {
      network: 'discriminatorA',
      times: 1,
      terms: [{ id: 'adversarial', label: 'Scores of A and of pictures made A', weight: 1 }],
    },
    {
      network: 'discriminatorB',
      times: 1,
      terms: [{ id: 'adversarial', label: 'Scores of B and of pictures made B', weight: 1 }],
    },
  ],
  charts: [
    {
      id: 'losses',
      title: 'Adversarial losses',
      help: 'Lower is better for the network that the line belongs to; with least squares all settle near one quarter.',
      unit: '',
      logScale: true,
      series: [
        { id: 'generatorAB/adversarialAB', label: 'G A to B', role: 'generator', dash: [] },
        { id: 'generatorAB/adversarialBA', label: 'G B to A', role: 'generator', dash: [2, 3] },
        { id: 'discriminatorA', label: 'D of A', role: 'discriminator', dash: [6, 2] },
        { id: 'discriminatorB', label: 'D of B', role: 'discriminator', dash: [1, 2] },
      ],
    },
    {
      id: 'cycle',
      title: 'There and back',
      help: 'Mean distance of brightness (from -1 to 1) from the picture that was given: there and back, and where nothing is to change.',
      unit: '',
      logScale: true,
      series: [
        { id: 'generatorAB/cycleA', label: 'A to B to A', role: 'generator', dash: [] },
        { id: 'generatorAB/cycleB', label: 'B to A to B', role: 'generator', dash: [2, 3] },
        { id: 'generatorAB/identity', label: 'Identity', role: 'real', dash: [6, 2] },
      ],
    },
  ],
  grids: [
    { id: 'a-to-b', label: 'A to B and back' },
    { id: 'b-to-a', label: 'B to A and back' },
  ],
  exports: [
    { network: 'generatorAB', inputs: ['image'] },
    { network: 'generatorBA', inputs: ['image'] },
  ],
};
