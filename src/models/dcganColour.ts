// A light DCGAN for pictures in colour, 64 pixels a side above all: chosen by measurement as the one for digits was, which is
// dcganLight.ts. docs/light-trials.md lists the trials behind every choice.
import { chain, type LayerSpec } from '../core/network';
import { numberParam, type ParamValues } from '../core/paramSpec';
import { quarterSide } from './dcganAn12954';
import { defineModel, type ImageShape } from './define';

const norm: LayerSpec = { kind: 'batchNorm', momentum: 0.8 };
const relu: LayerSpec = { kind: 'activation', fn: 'relu' };
const leaky: LayerSpec = { kind: 'activation', fn: 'leakyRelu', alpha: 0.2 };

/** Channels of the generator's maps, from the one next to the picture inwards; further in no map has more. */
const MAPS = [16, 24, 32, 48] as const;
/** Channels of the discriminator's first map; each further in has twice as many. */
const JUDGE = 8;
/** No map is smaller. */
const LEAST_SIDE = 7;

/** How often maps are doubled up to the picture: as often as leaves whole maps of 7 x 7 or more, from 1. */
function doublings(shape: ImageShape): number {
  quarterSide(shape);
  const [height, width] = shape;
  let times = 1;
  while (
    Math.min(height, width) / 2 ** (times + 1) >= LEAST_SIDE &&
    [height, width].every((side) => side % 2 ** (times + 1) === 0)
  )
    times++;
  return times;
}

const scaled = (params: ParamValues, count: number): number =>
  Math.max(1, Math.round(count * numberParam(params, 'width')));

export const dcganColour = defineModel({
  id: 'dcgan-colour',
  label: 'DCGAN, light, for colour',
  help: 'Small and quick for pictures in colour, chosen at 64 x 64 pixels: what lies where, and its colours, come soonest on a plain processor.',
  paper: 'After Radford et al. 2015, https://arxiv.org/abs/1511.06434',
  sideMultiple: 4,
  normalizesD: true,
  lightFor: 'colour',
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
    batch: 32,
    learningRateG: 2e-3,
    learningRateD: 2e-3,
    beta1: 0.5,
    emaDecay: 0.99,
    steps: 4000,
  },
  buildGenerator(shape, params) {
    const times = doublings(shape);
    const [h, w] = [shape[0] / 2 ** times, shape[1] / 2 ** times];
    const maps = Array.from({ length: times }, (_, i) =>
      scaled(params, MAPS[Math.min(times - 1 - i, MAPS.length - 1)]),
    );
    return chain(
      'generator',
      [numberParam(params, 'latentSize')],
      [
        { kind: 'dense', units: h * w * maps[0] },
        norm,
        relu,
        { kind: 'reshape', shape: [h, w, maps[0]] },
        ...maps
          .slice(1)
          .flatMap((filters): LayerSpec[] => [
            { kind: 'upsample' },
            { kind: 'conv2d', filters, kernel: 3 },
            norm,
            relu,
          ]),
        { kind: 'upsample' },
        { kind: 'conv2d', filters: shape[2], kernel: 3 },
        { kind: 'activation', fn: 'tanh' },
      ],
    );
  },
  buildDiscriminator(shape, params) {
    const maps = Array.from({ length: doublings(shape) }, (_, i) => scaled(params, JUDGE * 2 ** i));
    return chain(
      'discriminator',
      shape,
      [
        ...maps.flatMap((filters, i): LayerSpec[] => [
          { kind: 'conv2d', filters, kernel: 4, stride: 2 },
          ...(i > 0 ? [norm] : []),
          leaky,
        ]),
        { kind: 'flatten' },
        { kind: 'dense', units: 1 },
      ],
      { shownActivation: 'sigmoid' },
    );
  },
});
