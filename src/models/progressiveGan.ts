// The networks of progressive growing (Karras et al. 2018), which the task of that name starts at the smallest size; chosen
// for the plain game they are there in full from the first step.
import { numberParam, type ParamValues } from '../core/paramSpec';
import { quarterSide } from './dcganAn12954';
import { defineModel, type ImageShape } from './define';
import {
  fadeWeights,
  growingDiscriminator,
  growingGenerator,
  type GrowingSettings,
} from './networks/growing';

function settingsOf(shape: ImageShape, params: ParamValues): GrowingSettings {
  quarterSide(shape);
  return {
    shape,
    latentSize: numberParam(params, 'latentSize'),
    channels: numberParam(params, 'channels'),
    mostChannels: numberParam(params, 'mostChannels'),
  };
}

export const progressiveGan = defineModel({
  id: 'progressive-gan',
  label: 'Progressive GAN of Karras et al.',
  help: 'Two convolutions for every size of the pictures, from 4 or 7 pixels up; made to grow, which is a task of its own.',
  paper: 'Karras et al. 2018, https://arxiv.org/abs/1710.10196',
  sideMultiple: 4,
  grows: true,
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
      id: 'channels',
      kind: 'integer',
      label: 'Channels',
      min: 2,
      max: 128,
      default: 16,
      scale: 'log',
      help: 'Channels of the layers next to the largest images; each smaller size has twice as many. The paper takes 16.',
    },
    {
      id: 'mostChannels',
      kind: 'integer',
      label: 'Most channels',
      min: 2,
      max: 512,
      default: 64,
      scale: 'log',
      help: 'No layer has more channels than this. The paper takes 512.',
    },
  ],
  recommended: {
    batch: 32,
    learningRateG: 1e-3,
    learningRateD: 1e-3,
    beta1: 0,
    beta2: 0.99,
    emaDecay: 0.99,
    steps: 4000,
  },
  buildGenerator: (shape, params) => growingGenerator(settingsOf(shape, params)),
  buildDiscriminator: (shape, params) => growingDiscriminator(settingsOf(shape, params)),
  growing: (part) => ({
    buildGenerator: (shape, params) => growingGenerator(settingsOf(shape, params), part),
    buildDiscriminator: (shape, params) => growingDiscriminator(settingsOf(shape, params), part),
    fade: part.fading ? fadeWeights(part) : null,
  }),
});
