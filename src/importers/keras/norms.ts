// Keras' normalizations of one example: LayerNormalization over all axes or over the two sides, and GroupNormalization
// with one group, or with a group for each channel.
import { EXAMPLE_NORM_EPSILON } from '../../core/network';
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

function checkEpsilon({ config, label }: Adding): void {
  const epsilon = asNumber(config.epsilon ?? KERAS_EPSILON, `epsilon of ${label}`);
  if (epsilon !== EXAMPLE_NORM_EPSILON)
    refuse(label, `its epsilon is ${epsilon}; ${EXAMPLE_NORM_EPSILON} is supported`);
}

/** A LayerNormalization with these factors and addends for each channel. */
export function addExampleNorm(adding: Adding, weights: LayerWeights): void {
  const { assembly, label } = adding;
  checkEpsilon(adding);
  const rank = assembly.shape.length;
  const axes = axesOf(adding, rank).join();
  if (axes === assembly.shape.map((_, i) => i + 1).join())
    return assembly.add({ kind: 'layerNorm' }, label, weights);
  if (rank === 3 && axes === '1,2') return assembly.add({ kind: 'instanceNorm' }, label, weights);
  refuse(label, `it normalizes over the axes ${axes} of ${rank}`);
}

const plain = (channels: number): LayerWeights => ({
  gamma: new Float32Array(channels).fill(1),
  beta: new Float32Array(channels),
});

export function layerNormalization(adding: Adding): void {
  const { assembly, label, config, take } = adding;
  const channels = assembly.shape[assembly.shape.length - 1];
  const [scale, center] = [config.scale !== false, config.center !== false];
  if (!scale && !center) return addExampleNorm(adding, plain(channels));
  if (assembly.shape.length > 1) refuse(label, 'it has a factor of its own for each pixel');
  addExampleNorm(adding, {
    ...plain(channels),
    ...(scale && { gamma: take('gamma', 0, [channels]) }),
    ...(center && { beta: take('beta', scale ? 1 : 0, [channels]) }),
  });
}

export function groupNormalization(adding: Adding): void {
  const { assembly, label, config, take } = adding;
  checkEpsilon(adding);
  const { shape } = assembly;
  const channels = shape[shape.length - 1];
  const groups = asNumber(config.groups ?? 32, `groups of ${label}`);
  if (axesOf(adding, shape.length).join() !== String(shape.length))
    refuse(label, `its axis is ${JSON.stringify(config.axis)}`);
  const alone = groups === -1 || groups === channels;
  if (groups !== 1 && (!alone || shape.length !== 3))
    refuse(label, `it has ${groups} groups of ${channels} channels; one, or one for each, is supported`);
  const [scale, center] = [config.scale !== false, config.center !== false];
  assembly.add({ kind: groups === 1 ? 'layerNorm' : 'instanceNorm' }, label, {
    ...plain(channels),
    ...(scale && { gamma: take('gamma', 0, [channels]) }),
    ...(center && { beta: take('beta', scale ? 1 : 0, [channels]) }),
  });
}
