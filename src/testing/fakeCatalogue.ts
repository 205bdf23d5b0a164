// A catalogue and network descriptions for the fake worker; made up, only as true as tests and screenshots need.
import { chain, type LayerSpec, type NetworkSpec } from '../core/network';
import type { Catalogue } from '../protocol';

export const FAKE_CATALOGUE: Catalogue = {
  tasks: [
    {
      id: 'adversarial',
      label: 'Generator against discriminator',
      help: 'A generator learns to draw images that a discriminator cannot tell from real ones.',
      params: [],
      networks: [
        {
          id: 'generator',
          label: 'Generator',
          nickname: 'the forger',
          role: 'generator',
          learns: true,
          loss: 'gLoss',
          shares: [{ series: 'accuracyFake', label: 'fools the police', role: 'generator', inverted: true }],
        },
        {
          id: 'discriminator',
          label: 'Discriminator',
          nickname: 'the police',
          role: 'discriminator',
          learns: true,
          loss: 'dLoss',
          shares: [
            { series: 'accuracyReal', label: 'right on real', role: 'real' },
            { series: 'accuracyFake', label: 'right on fakes', role: 'generator' },
          ],
        },
      ],
      data: ['noise', 'images'],
      updates: [
        {
          network: 'discriminator',
          times: 'dSteps',
          terms: [{ id: 'adversarial', label: 'Scores', weight: 1 }],
        },
        { network: 'generator', times: 1, terms: [{ id: 'adversarial', label: 'Scores', weight: 1 }] },
      ],
      charts: [
        {
          id: 'losses',
          title: 'Loss',
          help: 'Lower is better for the network that the line belongs to; the two pull against each other.',
          unit: '',
          logScale: true,
          series: [
            { id: 'gLoss', label: 'Generator', role: 'generator', dash: [] },
            { id: 'dLoss', label: 'Discriminator', role: 'discriminator', dash: [6, 2] },
          ],
        },
        {
          id: 'accuracy',
          title: 'Accuracy',
          help: 'Share of images that the discriminator judges rightly; near one half it can no longer tell.',
          unit: '%',
          logScale: false,
          series: [
            { id: 'accuracyReal', label: 'on real', role: 'real', dash: [] },
            { id: 'accuracyFake', label: 'on fakes', role: 'generator', dash: [6, 2] },
          ],
        },
      ],
      grids: [{ id: 'samples', label: 'Samples of the same noise' }],
      exports: [{ network: 'generator', inputs: ['noise', 'class'] }],
    },
  ],
  datasets: [
    {
      id: 'synthetic-digits',
      label: 'Synthetic digits',
      help: 'Handwritten digits drawn in the page; needs no files and no network.',
      params: [
        {
          id: 'jitter',
          kind: 'number',
          label: 'Variation',
          min: 0,
          max: 2,
          default: 1,
          step: 0.05,
          help: 'How much the strokes of one digit differ from each other.',
        },
        {
          id: 'antialias',
          kind: 'boolean',
          label: 'Soft edges',
          default: true,
          help: 'Draws grey pixels along the strokes, as scanned digits have them.',
        },
      ],
      source: 'Drawn in the page',
      licence: 'MIT',
      shape: [28, 28, 1],
      origin: 'embedded',
      accepts: [],
    },
    {
      id: 'mnist',
      label: 'MNIST',
      help: 'Seventy thousand scanned handwritten digits, the classic of the field.',
      params: [],
      source: 'Y. LeCun, C. Cortes',
      licence: 'CC BY-SA 3.0',
      shape: [28, 28, 1],
      origin: 'download',
      accepts: ['.idx3-ubyte', '.idx3-ubyte.gz', '.idx1-ubyte', '.idx1-ubyte.gz'],
    },
    {
      id: 'image-folder',
      label: 'Own images',
      help: 'A folder or zip of your own pictures; they stay on this device.',
      params: [
        {
          id: 'colour',
          kind: 'choice',
          label: 'Colour',
          choices: [
            { value: 'grey', label: 'Grey' },
            { value: 'rgb', label: 'RGB' },
          ],
          default: 'grey',
          help: 'Grey trains faster; RGB keeps the colours.',
        },
      ],
      source: 'Your files',
      licence: 'Yours',
      shape: [28, 28, 1],
      origin: 'files',
      accepts: ['.png', '.jpg', '.jpeg', '.webp', '.zip'],
    },
  ],
  models: [
    {
      id: 'dcgan-light',
      label: 'DCGAN light',
      help: 'Small and quick: legible digits soonest on a plain processor.',
      paper: 'Radford, Metz, Chintala 2015',
      params: [
        {
          id: 'latentSize',
          kind: 'integer',
          label: 'Latent size',
          min: 2,
          max: 256,
          default: 100,
          scale: 'log',
          help: 'How many random numbers each picture is made from.',
        },
      ],
      recommended: { batch: 32, steps: 3000 },
    },
    {
      id: 'dcgan-an12954',
      label: 'DCGAN of AN12954',
      help: 'The network of the NXP application note, layer by layer.',
      paper: 'NXP AN12954',
      params: [],
      recommended: { batch: 32, steps: 4000 },
    },
  ],
  losses: [
    {
      id: 'non-saturating',
      label: 'Non-saturating',
      help: 'The classic GAN loss: binary cross entropy with flipped labels for the generator.',
      paper: 'Goodfellow et al. 2014',
      params: [
        {
          id: 'labelSmoothing',
          kind: 'number',
          label: 'Label smoothing',
          min: 0,
          max: 0.5,
          default: 0,
          step: 0.01,
          help: 'Calls real images only almost real, which keeps the discriminator humble.',
        },
      ],
    },
    {
      id: 'least-squares',
      label: 'Least squares',
      help: 'Squared distances instead of cross entropy; gradients do not fade.',
      paper: 'Mao et al. 2017',
      params: [],
    },
  ],
  metrics: [
    {
      id: 'frechet-distance',
      label: 'Fréchet distance',
      help: 'How far the samples as a whole lie from real images.',
      paper: 'Heusel et al. 2017',
      params: [],
      unit: '',
      better: 'lower',
      live: true,
    },
    {
      id: 'modes-covered',
      label: 'Modes covered',
      help: 'Classes that the generator draws at all.',
      paper: 'Metz et al. 2016',
      params: [],
      unit: 'classes',
      better: 'higher',
      live: true,
    },
  ],
  modelExporters: [
    {
      id: 'tflite',
      label: 'TensorFlow Lite',
      help: 'One file for phones, boards and microcontrollers.',
      variants: [
        { id: 'int8', label: 'int8', help: 'Integers throughout.', meanBound: 0.08 },
        { id: 'float32', label: 'float32', help: 'As trained.', meanBound: 0.0005 },
      ],
    },
    {
      id: 'c',
      label: 'C source',
      help: 'Plain C for this model alone.',
      variants: [{ id: 'int8', label: 'int8', help: 'Integers throughout.', meanBound: 0.08 }],
    },
  ],
};

const norm: LayerSpec = { kind: 'batchNorm', momentum: 0.8 };
const relu: LayerSpec = { kind: 'activation', fn: 'relu' };
const leaky: LayerSpec = { kind: 'activation', fn: 'leakyRelu', alpha: 0.2 };

export const FAKE_GENERATOR: NetworkSpec = chain(
  'generator',
  [100],
  [
    { kind: 'dense', units: 6272 },
    relu,
    { kind: 'reshape', shape: [7, 7, 128] },
    { kind: 'upsample' },
    { kind: 'conv2d', filters: 128, kernel: 3 },
    norm,
    relu,
    { kind: 'upsample' },
    { kind: 'conv2d', filters: 64, kernel: 3 },
    norm,
    relu,
    { kind: 'conv2d', filters: 1, kernel: 3 },
    { kind: 'activation', fn: 'tanh' },
  ],
);

export const FAKE_DISCRIMINATOR: NetworkSpec = chain(
  'discriminator',
  [28, 28, 1],
  [
    { kind: 'conv2d', filters: 32, kernel: 3, stride: 2 },
    leaky,
    { kind: 'dropout', rate: 0.25 },
    { kind: 'conv2d', filters: 64, kernel: 3, stride: 2 },
    { kind: 'zeroPad', top: 0, bottom: 1, left: 0, right: 1 },
    norm,
    leaky,
    { kind: 'conv2d', filters: 128, kernel: 3, stride: 2 },
    norm,
    leaky,
    { kind: 'flatten' },
    { kind: 'dense', units: 1 },
  ],
  { shownActivation: 'sigmoid' },
);
