// The first GAN: two multilayer perceptrons, as in Goodfellow et al. 2014. Also the model for points in the plane.
import { chain, type LayerSpec } from '../core/network';
import { numberParam } from '../core/paramSpec';
import { defineModel } from './define';

const leaky: LayerSpec = { kind: 'activation', fn: 'leakyRelu', alpha: 0.2 };
const relu: LayerSpec = { kind: 'activation', fn: 'relu' };

export const ganMlp = defineModel({
  id: 'gan-mlp',
  label: 'GAN of dense layers',
  help: 'The first kind of GAN: no convolutions, every pixel tied to every other. Simple, coarse, and right for points.',
  paper: 'Goodfellow et al. 2014, https://arxiv.org/abs/1406.2661',
  denseD: true,
  params: [
    {
      id: 'latentSize',
      kind: 'integer',
      label: 'Latent size',
      min: 1,
      max: 512,
      default: 64,
      help: 'How many random numbers the generator draws one image from.',
    },
    {
      id: 'width',
      kind: 'integer',
      label: 'Width',
      min: 8,
      max: 1024,
      default: 128,
      scale: 'log',
      unit: 'units',
      help: 'Units of each hidden layer.',
    },
  ],
  recommended: { batch: 64, learningRateG: 5e-4, learningRateD: 5e-4, beta1: 0.5, steps: 6000 },
  buildGenerator(shape, params) {
    const units = numberParam(params, 'width');
    const dense: LayerSpec = { kind: 'dense', units };
    return chain(
      'generator',
      [numberParam(params, 'latentSize')],
      [
        dense,
        relu,
        { kind: 'dense', units: 2 * units },
        relu,
        { kind: 'dense', units: shape[0] * shape[1] * shape[2] },
        { kind: 'activation', fn: 'tanh' },
        { kind: 'reshape', shape },
      ],
    );
  },
  buildDiscriminator(shape, params) {
    const units = numberParam(params, 'width');
    return chain(
      'discriminator',
      shape,
      [
        { kind: 'flatten' },
        { kind: 'dense', units: 2 * units },
        leaky,
        { kind: 'dense', units },
        leaky,
        { kind: 'dense', units: 1 },
      ],
      { shownActivation: 'sigmoid' },
    );
  },
});
