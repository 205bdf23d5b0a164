// Settings of small runs of tasks other than the plain game, which exported scripts are held against (worker/continueElsewhere).

const small = { 'task.width': 2, 'task.patchWidth': 2, 'task.blocks': 1, 'dataset.size': 64, batch: 4 };
const cycles = { ...small, task: 'cycle-gan', measureEvery: 0, 'task.poolSize': 6 };
/** By what they show; settings as links have them. */
export const TASK_RUNS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'between two kinds, with a pool that overflows': { ...cycles, seed: 21, 'task.normalization': 'batch' },
  'between two classes, ResNets, without pool and identity': {
    ...{ ...cycles, seed: 22, dataset: 'synthetic-digits', 'task.classA': 3, 'task.classB': 7 },
    ...{ 'task.generator': 'resnet', 'task.poolSize': 0, 'task.identityWeight': 0, loss: 'hinge' },
  },
  'from pairs, coarse made fine': {
    ...small,
    task: 'pair-translation',
    seed: 23,
    dSteps: 2,
    'task.block': 5,
  },
  'names, judged': {
    ...{ task: 'classifier', dataset: 'synthetic-digits', 'dataset.size': 64, batch: 8, seed: 26 },
  },
  'names, from nothing, in variants': {
    ...{ task: 'retrain', dataset: 'synthetic-digits', 'dataset.size': 50, batch: 8, seed: 27 },
    ...{ 'task.encoder': 'mobilenet', 'task.width': 0.125, 'task.augmentation': 'mirror-shift' },
    // Of gradients that are nothing but rounding Adam makes steps as long as of any: short ones here.
    'task.learningRate': 1e-4,
  },
  'names, upon layers that stay': {
    ...{ task: 'retrain', dataset: 'synthetic-digits', 'dataset.size': 40, batch: 8, seed: 28 },
    ...{ 'task.encoder': 'mobilenet', 'task.width': 0.125, 'task.augmentation': 'mirror', logEvery: 2 },
    frozenLayers: 'classifier/conv2d_1,classifier/batchNorm_1',
  },
  'from pairs, coloured': {
    ...{
      ...small,
      task: 'pair-translation',
      seed: 24,
      dataset: 'drawn-scenes',
      'dataset.size': 16,
      'dataset.side': '32',
      batch: 2,
    },
    ...{ 'task.generator': 'plain', 'task.mode': 'colour' },
  },
  'growing, and faded in': {
    ...{ task: 'progressive-growing', dataset: 'synthetic-digits', 'dataset.size': 64, batch: 4, seed: 29 },
    ...{ 'task.stageSteps': 2, 'task.fadeSteps': 2, measureEvery: 0 },
    ...{ 'model.channels': 2, 'model.mostChannels': 4, 'model.latentSize': 4 },
  },
  'painted in a style': {
    ...{ task: 'style-student', dataset: 'synthetic-digits', 'dataset.size': 32, batch: 2, seed: 30 },
    ...{ 'task.encoder': 'random-features', 'task.width': 2, 'task.blocks': 1 },
  },
  'painted in two styles': {
    ...{ task: 'style-student', dataset: 'drawn-scenes', 'dataset.size': 16, batch: 2, seed: 34 },
    ...{ 'dataset.side': '48' },
    ...{
      'task.encoder': 'random-features',
      'task.width': 2,
      'task.blocks': 1,
      'task.styles': 2,
      'task.pooling': 'max',
    },
  },
  'one picture, by L-BFGS from its content': {
    ...{ task: 'style-transfer', 'dataset.side': '64', seed: 36, 'task.encoder': 'random-features' },
  },
  'one picture, by Adam from noise': {
    ...{ task: 'style-transfer', 'dataset.side': '64', seed: 37, 'task.encoder': 'random-features' },
    ...{ 'task.optimizer': 'adam', 'task.start': 'noise', 'task.pooling': 'max', 'task.content2': 0.5 },
  },
  'from pairs of two domains, backwards': {
    ...{ ...small, task: 'pair-translation', seed: 25, dataset: 'digits-outlines' },
    ...{ 'task.direction': 'b-to-a', 'task.decay': true, 'task.normalization': 'batch' },
  },
};
