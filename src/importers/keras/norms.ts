// Keras' normalizations of one example: LayerNormalization over all axes or over the two sides, and GroupNormalization
// with one group, or with a group for each channel.
import { EXAMPLE_NORM_EPSILON, PIXEL_NORM_EPSILON } from '../../core/network';
import { addAffine } from '../affine';
import type { LayerWeights } from '../assembly';
import { asCounts, asNumber } from '../fields';
import { refuse, type Adding } from './adding';

/** Keras' own default. */
const KERAS_EPSILON = 1e-3;

/** Axes that a layer works over, the batch being axis 0. */
export function axesOf({ config, label }: Adding, rank: number): readonly number[] {
  const axis = config.axis ?? -1;
  const axes = typeof axis === 'number' ? [axis] : asCounts(axis, `axis of ${label}`, -1);
  return axes.map((at) => (at < 0 ? rank + 1 + at : at));
}

/** Scales what goes in so that the epsilon of the norm here counts as the layer's own. */
function addScale({ assembly, config, label }: Adding, known: number): void {
  const epsilon = asNumber(config.epsilon ?? KERAS_EPSILON, `epsilon of ${label}`);
  if (!(epsilon > 0 && epsilon < 1e6))
    refuse(label, `its epsilon is ${epsilon}; a number above 0 is supported`);
  addAffine(assembly, label, Math.sqrt(known / epsilon));
}

/** Each pixel less the mean of its channels, over their deviation: a convolution of pixels, then what normalizes squares. */
function addChannelNorm(adding: Adding, { gamma, beta }: LayerWeights): void {
  const { assembly, label } = adding;
  const channels = assembly.shape[2];
  const kernel = Float32Array.from(
    { length: channels * channels },
    (_, i) => Number(Math.floor(i / channels) === i % channels) - 1 / channels,
  );
  assembly.add({ kind: 'conv2d', filters: channels, kernel: 1, useBias: false }, label, { kernel });
  addScale(adding, PIXEL_NORM_EPSILON);
  assembly.add({ kind: 'pixelNorm' }, label);
  if (gamma && beta) addAffine(assembly, label, gamma, beta);
}

/** A LayerNormalization with these factors and addends for each channel. */
export function addExampleNorm(adding: Adding, weights: LayerWeights): void {
  const { assembly, label } = adding;
  const rank = assembly.shape.length;
  const axes = axesOf(adding, rank).join();
  const over =
    axes === assembly.shape.map((_, i) => i + 1).join()
      ? 'layerNorm'
      : rank === 3 && axes === '1,2'
        ? 'instanceNorm'
        : null;
  if (!over) return refuse(label, `it normalizes over the axes ${axes} of ${rank}`);
  addScale(adding, EXAMPLE_NORM_EPSILON);
  assembly.add({ kind: over }, label, weights);
}

const plain = (channels: number): LayerWeights => ({
  gamma: new Float32Array(channels).fill(1),
  beta: new Float32Array(channels),
});

export function layerNormalization(adding: Adding): void {
  const { assembly, label, config, take } = adding;
  const channels = assembly.shape[assembly.shape.length - 1];
  const [scale, center] = [config.scale !== false, config.center !== false];
  const rank = assembly.shape.length;
  const byChannel = rank === 3 && axesOf(adding, rank).join() === '3';
  const add = byChannel ? addChannelNorm : addExampleNorm;
  if (!scale && !center) return add(adding, plain(channels));
  if (rank > 1 && !byChannel) refuse(label, 'it has a factor of its own for each pixel');
  add(adding, {
    ...plain(channels),
    ...(scale && { gamma: take('gamma', 0, [channels]) }),
    ...(center && { beta: take('beta', scale ? 1 : 0, [channels]) }),
  });
}

export function groupNormalization(adding: Adding): void {
  const { assembly, label, config, take } = adding;
  const { shape } = assembly;
  const channels = shape[shape.length - 1];
  const groups = asNumber(config.groups ?? 32, `groups of ${label}`);
  if (axesOf(adding, shape.length).join() !== String(shape.length))
    refuse(label, `its axis is ${JSON.stringify(config.axis)}`);
  const alone = groups === -1 || groups === channels;
  if (groups !== 1 && (!alone || shape.length !== 3))
    refuse(label, `it has ${groups} groups of ${channels} channels; one, or one for each, is supported`);
  const [scale, center] = [config.scale !== false, config.center !== false];
  addScale(adding, EXAMPLE_NORM_EPSILON);
  assembly.add({ kind: groups === 1 ? 'layerNorm' : 'instanceNorm' }, label, {
    ...plain(channels),
    ...(scale && { gamma: take('gamma', 0, [channels]) }),
    ...(center && { beta: take('beta', scale ? 1 : 0, [channels]) }),
  });
}
