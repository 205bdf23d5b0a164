// What the discriminator makes of pictures just before it decides: the layer whose features AnoGAN compares. Picture by
// picture: where a layer looks across the batch, what comes before it counts.
import { concat, type Tensor } from '@tensorflow/tfjs-core';
import { resolveNetwork, type NetworkSpec } from '../../core/network';
import { packImages } from '../stabilizers';
import type { Trainer } from '../trainer';

/** Features of pictures [rows, h, w, c] in [-1, 1]: [rows, ...]. Called in `tidy` or under a gradient. */
export type FeatureLook = (pictures: Tensor) => Tensor;

/** The value that goes into the last layer with weights, or into the first that looks across the batch; null for an input. */
export function featureValue(spec: NetworkSpec): string | null {
  const across = spec.nodes.find(({ kind }) => kind === 'minibatchStd');
  const weighing = resolveNetwork(spec).findLast(({ weights }) => weights.length > 0)?.name;
  const from = (across ?? spec.nodes.find(({ id }) => id === weighing))?.from[0];
  return spec.nodes.some(({ id }) => id === from) ? (from ?? null) : null;
}

/** Null for a discriminator that has nothing between picture and verdict. */
export function judgesFeatures({ discriminator, config }: Trainer): FeatureLook | null {
  const { spec } = discriminator;
  const value = featureValue(spec);
  if (value === null) return null;
  const end = spec.nodes.findIndex(({ id }) => id === value);
  const part = discriminator.part({ ...spec, nodes: spec.nodes.slice(0, end + 1), outputs: [value] });
  const { packing } = config;
  return (pictures) => {
    const copies = Array.from({ length: packing }, () => pictures);
    const seen = packing === 1 ? pictures : packImages(concat(copies), packing);
    return part.apply(seen, { kind: 'inference' });
  };
}
