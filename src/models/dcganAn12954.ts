// The DCGAN of NXP's application note AN12954, layer for layer.
import { InvalidValueError } from '../core/errors';
import { chain, type LayerSpec } from '../core/network';
import { numberParam } from '../core/paramSpec';
import { defineModel, type ImageShape } from './define';

const MOMENTUM = 0.8;

/** Side of the generator's first map: a quarter of the image's. */
export function quarterSide([height, width]: ImageShape): readonly [number, number] {
  if (height % 4 !== 0 || width % 4 !== 0) {
    throw new InvalidValueError(
      `The images are ${height} x ${width}; this model doubles its maps twice.`,
      'Choose a side that is a multiple of 4, for example 28, 32 or 64.',
    );
  }
  return [height / 4, width / 4];
}

const conv = (filters: number, stride: number): LayerSpec => ({ kind: 'conv2d', filters, kernel: 3, stride });
const norm: LayerSpec = { kind: 'batchNorm', momentum: MOMENTUM };
const relu: LayerSpec = { kind: 'activation', fn: 'relu' };
const leaky: LayerSpec = { kind: 'activation', fn: 'leakyRelu', alpha: 0.2 };

export const dcganAn12954 = defineModel({
  id: 'dcgan-an12954',
  label: 'DCGAN of AN12954 (reference)',
  help: 'The network of the published application note, exactly; slower than the light one, good to compare with.',
  paper: 'NXP AN12954 (2020), after Radford et al. 2015, https://arxiv.org/abs/1511.06434',
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
      id: 'dropout',
      kind: 'number',
      label: 'Dropout',
      min: 0,
      max: 0.9,
      default: 0.25,
      step: 0.05,
      help: 'Share of the discriminator’s features hidden at random, which keeps it from memorizing.',
    },
  ],
  recommended: { batch: 32, learningRateG: 2e-4, learningRateD: 2e-4, beta1: 0.5, steps: 4000 },
  buildGenerator(shape, params) {
    const [h, w] = quarterSide(shape);
    return chain(
      'generator',
      [numberParam(params, 'latentSize')],
      [
        { kind: 'dense', units: h * w * 128 },
        relu,
        { kind: 'reshape', shape: [h, w, 128] },
        { kind: 'upsample' },
        conv(128, 1),
        norm,
        relu,
        { kind: 'upsample' },
        conv(64, 1),
        norm,
        relu,
        conv(shape[2], 1),
        { kind: 'activation', fn: 'tanh' },
      ],
    );
  },
  buildDiscriminator(shape, params) {
    const drop: LayerSpec = { kind: 'dropout', rate: numberParam(params, 'dropout') };
    return chain(
      'discriminator',
      shape,
      [
        conv(32, 2),
        leaky,
        drop,
        conv(64, 2),
        { kind: 'zeroPad', top: 0, bottom: 1, left: 0, right: 1 },
        norm,
        leaky,
        drop,
        conv(128, 2),
        norm,
        leaky,
        drop,
        conv(256, 1),
        norm,
        leaky,
        drop,
        { kind: 'flatten' },
        { kind: 'dense', units: 1 },
      ],
      { shownActivation: 'sigmoid' },
    );
  },
});
