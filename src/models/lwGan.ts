// A GAN for small boards: every convolution is parted into one per channel and one across channels, which needs about a
// ninth of the multiply-adds (Howard et al. 2017).
import { chain, type Initializer, type LayerSpec } from '../core/network';
import { numberParam } from '../core/paramSpec';
import { quarterSide } from './dcganAn12954';
import { defineModel } from './define';

const norm: LayerSpec = { kind: 'batchNorm', momentum: 0.8 };
const relu: LayerSpec = { kind: 'activation', fn: 'relu' };
const leaky: LayerSpec = { kind: 'activation', fn: 'leakyRelu', alpha: 0.2 };
/** Nine inputs of unit variance keep it. */
const ninth: Initializer = { kind: 'normal', standardDeviation: 1 / 3 };

/** A convolution in two parts: 3 x 3 for each channel, then 1 x 1 across them. */
const separable = (filters: number, stride = 1): readonly LayerSpec[] => [
  { kind: 'depthwiseConv2d', kernel: 3, stride, useBias: false, init: ninth },
  { kind: 'conv2d', filters, kernel: 1 },
];

export const lwGan = defineModel({
  id: 'lw-gan',
  label: 'Lightweight GAN for boards',
  help: 'Depthwise-separable convolutions: the fewest multiplications for a picture, meant for a microcontroller.',
  paper: 'After Howard et al. 2017, https://arxiv.org/abs/1704.04861',
  sideMultiple: 4,
  normalizesD: true,
  params: [
    {
      id: 'latentSize',
      kind: 'integer',
      label: 'Latent size',
      min: 2,
      max: 256,
      default: 32,
      help: 'How many random numbers the generator draws one image from.',
    },
    {
      id: 'channels',
      kind: 'integer',
      label: 'Channels',
      min: 4,
      max: 128,
      default: 32,
      scale: 'log',
      help: 'Channels of the generator’s first map; the second has half as many.',
    },
  ],
  recommended: {
    batch: 64,
    learningRateG: 1e-3,
    learningRateD: 5e-4,
    beta1: 0.5,
    emaDecay: 0.99,
    steps: 4000,
  },
  buildGenerator(shape, params) {
    const [h, w] = quarterSide(shape);
    const channels = numberParam(params, 'channels');
    return chain(
      'generator',
      [numberParam(params, 'latentSize')],
      [
        { kind: 'dense', units: h * w * channels },
        norm,
        relu,
        { kind: 'reshape', shape: [h, w, channels] },
        { kind: 'upsample' },
        ...separable(Math.ceil(channels / 2)),
        norm,
        relu,
        { kind: 'upsample' },
        ...separable(shape[2]),
        { kind: 'activation', fn: 'tanh' },
      ],
    );
  },
  buildDiscriminator(shape, params) {
    quarterSide(shape);
    const channels = numberParam(params, 'channels');
    return chain(
      'discriminator',
      shape,
      [
        { kind: 'conv2d', filters: Math.ceil(channels / 2), kernel: 4, stride: 2 },
        leaky,
        ...separable(channels, 2),
        norm,
        leaky,
        { kind: 'flatten' },
        { kind: 'dense', units: 2 * channels },
        norm,
        leaky,
        { kind: 'dense', units: 1 },
      ],
      { shownActivation: 'sigmoid' },
    );
  },
});
