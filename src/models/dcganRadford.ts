// The DCGAN as its paper has it: transposed convolutions, normal initial weights, batch normalization everywhere but at
// the ends, no dense layer but the first and the last. Sides from 28 to 64 pixels, grey or colour.
import { halvings } from '../core/growth';
import { chain, type Initializer, type LayerSpec } from '../core/network';
import { numberParam } from '../core/paramSpec';
import { quarterSide } from './dcganAn12954';
import { defineModel } from './define';

/** The paper's standard deviation of first weights. */
const init: Initializer = { kind: 'normal', standardDeviation: 0.02 };
const norm: LayerSpec = { kind: 'batchNorm', momentum: 0.9, epsilon: 1e-5 };
const relu: LayerSpec = { kind: 'activation', fn: 'relu' };
const leaky: LayerSpec = { kind: 'activation', fn: 'leakyRelu', alpha: 0.2 };

const up = (filters: number): LayerSpec => ({
  kind: 'conv2dTranspose',
  filters,
  kernel: 4,
  stride: 2,
  useBias: false,
  init,
});
const down = (filters: number): LayerSpec => ({ kind: 'conv2d', filters, kernel: 4, stride: 2, init });

export const dcganRadford = defineModel({
  id: 'dcgan-radford',
  label: 'DCGAN of Radford et al.',
  help: 'The network that made GANs draw well, with transposed convolutions; for pictures of 28 to 64 pixels, grey or colour.',
  paper: 'Radford et al. 2015, https://arxiv.org/abs/1511.06434',
  sideMultiple: 4,
  normalizesD: true,
  params: [
    {
      id: 'latentSize',
      kind: 'integer',
      label: 'Latent size',
      min: 2,
      max: 512,
      default: 100,
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
      help: 'Channels of the layer next to the image; each layer further in has twice as many. The paper takes 128.',
    },
  ],
  recommended: { batch: 64, learningRateG: 2e-4, learningRateD: 2e-4, beta1: 0.5, steps: 4000 },
  buildGenerator(shape, params) {
    quarterSide(shape);
    const times = halvings(shape);
    const widest = numberParam(params, 'channels') * 2 ** (times - 1);
    const [h, w] = [shape[0] / 2 ** times, shape[1] / 2 ** times];
    const inner = Array.from({ length: times - 1 }, (_, i) => [up(widest / 2 ** (i + 1)), norm, relu]);
    return chain(
      'generator',
      [numberParam(params, 'latentSize')],
      [
        { kind: 'dense', units: h * w * widest, useBias: false, init },
        { kind: 'reshape', shape: [h, w, widest] },
        norm,
        relu,
        ...inner.flat(),
        { kind: 'conv2dTranspose', filters: shape[2], kernel: 4, stride: 2, init },
        { kind: 'activation', fn: 'tanh' },
      ],
    );
  },
  buildDiscriminator(shape, params) {
    quarterSide(shape);
    const times = halvings(shape);
    const channels = numberParam(params, 'channels');
    const inner = Array.from({ length: times - 1 }, (_, i) => [down(channels * 2 ** (i + 1)), norm, leaky]);
    return chain(
      'discriminator',
      shape,
      [down(channels), leaky, ...inner.flat(), { kind: 'flatten' }, { kind: 'dense', units: 1, init }],
      { shownActivation: 'sigmoid' },
    );
  },
});
