// Settings of small runs in which every model, every loss and every stabilizer is trained: what stays the same to the bit
// (worker/sameBits), and what exported scripts are held against.

const digits = { dataset: 'synthetic-digits', 'dataset.size': 200, batch: 4, measureEvery: 0 };
const points = { 'dataset.size': 500, batch: 16, measureEvery: 0, 'model.width': 16, 'model.latentSize': 4 };
export const TINY_DIGITS = { ...digits, 'model.width': 0.25, 'model.latentSize': 8 };
export const TINY_LW = { ...digits, model: 'lw-gan', 'model.channels': 6, 'model.latentSize': 8 };

/** Small runs of every model, by what they show: all losses, the stabilizers, points; settings as links have them. */
export const EVERY_MODEL_RUNS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'the reference': { ...digits, model: 'dcgan-an12954', seed: 1 },
  'light, averaged': { ...digits, model: 'dcgan-light', batch: 8, seed: 2, 'loss.labelSmoothing': 0.1 },
  'gradient penalty, two discriminator steps': {
    ...{ ...TINY_DIGITS, model: 'dcgan-light', seed: 3 },
    ...{ loss: 'wgan-gp', dSteps: 2, normD: 'layer', normG: 'instance' },
  },
  'relativistic with both penalties, noise that fades': {
    ...{ ...digits, model: 'dcgan-radford', 'model.channels': 8, 'model.latentSize': 16, seed: 4 },
    ...{ loss: 'relativistic-r1-r2', 'loss.gamma': 0.5, instanceNoise: 0.3, instanceNoiseSteps: 20 },
  },
  'packing, spectral norm, augmentation': {
    ...{ ...TINY_LW, seed: 5, loss: 'hinge', packing: 2, spectralNorm: true },
    augment: 'colour-translation-cutout',
  },
  'classes by a projection': { ...TINY_DIGITS, model: 'cgan', seed: 6, loss: 'wgan-clipping' },
  'classes guessed, minibatch deviation': {
    ...{ ...TINY_DIGITS, model: 'acgan', seed: 7, loss: 'relativistic-r1-r2' },
    ...{ minibatchStd: true, normD: 'none' },
  },
  'several generators, a mixture': {
    ...TINY_DIGITS,
    model: 'mad-gan',
    'model.generators': 3,
    seed: 8,
    loss: 'least-squares',
  },
  'several generators, a classifier': {
    ...TINY_DIGITS,
    model: 'mgan',
    'model.generators': 3,
    seed: 9,
    loss: 'wgan-gp',
    normD: 'none',
  },
  'dense layers draw digits': {
    ...{ ...digits, model: 'gan-mlp', 'model.width': 24, 'model.latentSize': 8, seed: 10 },
    ...{ loss: 'saturating', initScale: 0.5, augment: 'translation' },
  },
  'points, unrolled': { ...points, dataset: 'points-ring', model: 'gan-mlp', seed: 11, unrolledSteps: 3 },
  'points of several generators': {
    ...{ ...points, dataset: 'points-moons', model: 'mgan-mlp', 'model.generators': 3, seed: 12 },
    ...{ loss: 'wgan-gp', normG: 'batch', emaDecay: 0.9, packing: 1 },
  },
  'points that are drawn, packed': {
    ...points,
    dataset: 'points-drawn',
    model: 'gan-mlp',
    seed: 13,
    packing: 4,
  },
  'made to grow, there in full': {
    ...{
      ...digits,
      model: 'progressive-gan',
      'model.channels': 4,
      'model.mostChannels': 8,
      'model.latentSize': 8,
    },
    ...{ seed: 14, loss: 'wgan-gp' },
  },
  'light for colour': { ...TINY_DIGITS, model: 'dcgan-colour', seed: 15 },
};
