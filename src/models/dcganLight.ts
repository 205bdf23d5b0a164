// The default model: a DCGAN cut down, by measurement, to what draws legible digits soonest on a CPU.
// docs/light-trials.md lists the trials behind every choice.
import { chain, type LayerSpec } from '../core/network';
import { numberParam } from '../core/paramSpec';
import { quarterSide } from './dcganAn12954';
import { defineModel } from './define';

const norm: LayerSpec = { kind: 'batchNorm', momentum: 0.8 };
const relu: LayerSpec = { kind: 'activation', fn: 'relu' };
const leaky: LayerSpec = { kind: 'activation', fn: 'leakyRelu', alpha: 0.2 };

export const dcganLight = defineModel({
  id: 'dcgan-light',
  label: 'DCGAN, light',
  help: 'Small and quick: legible digits in well under a minute on a plain processor.',
  paper: 'After Radford et al. 2015, https://arxiv.org/abs/1511.06434',
  sideMultiple: 4,
  normalizesD: true,
  lightFor: 'grey',
  params: [
    {
      id: 'latentSize',
      kind: 'integer',
      label: 'Latent size',
      min: 2,
      max: 512,
      default: 64,
      help: 'How many random numbers the generator draws one image from.',
    },
    {
      id: 'width',
      kind: 'number',
      label: 'Width',
      min: 0.25,
      max: 4,
      default: 1,
      step: 0.25,
      unit: 'x',
      help: 'Multiplies the channels of every layer: wider draws finer and trains slower.',
    },
  ],
  recommended: {
    batch: 64,
    learningRateG: 4e-3,
    learningRateD: 4e-3,
    beta1: 0.5,
    emaDecay: 0.99,
    steps: 4000,
  },
  buildGenerator(shape, params) {
    const [h, w] = quarterSide(shape);
    const channels = (count: number) => Math.max(1, Math.round(count * numberParam(params, 'width')));
    return chain(
      'generator',
      [numberParam(params, 'latentSize')],
      [
        { kind: 'dense', units: channels(256) },
        norm,
        relu,
        { kind: 'dense', units: h * w * channels(32) },
        norm,
        relu,
        { kind: 'reshape', shape: [h, w, channels(32)] },
        { kind: 'upsample' },
        { kind: 'conv2d', filters: channels(24), kernel: 3 },
        norm,
        relu,
        { kind: 'upsample' },
        { kind: 'conv2d', filters: shape[2], kernel: 3 },
        { kind: 'activation', fn: 'tanh' },
      ],
    );
  },
  buildDiscriminator(shape, params) {
    const channels = (count: number) => Math.max(1, Math.round(count * numberParam(params, 'width')));
    return chain(
      'discriminator',
      shape,
      [
        { kind: 'conv2d', filters: channels(16), kernel: 4, stride: 2 },
        leaky,
        { kind: 'conv2d', filters: channels(32), kernel: 4, stride: 2 },
        norm,
        leaky,
        { kind: 'flatten' },
        { kind: 'dense', units: channels(128) },
        norm,
        leaky,
        { kind: 'dense', units: 1 },
      ],
      { shownActivation: 'sigmoid' },
    );
  },
});
