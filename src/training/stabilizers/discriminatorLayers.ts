// Changes to a discriminator's description: spectral normalization, minibatch deviation, packing.
import { inputShape, takesSpectral, type NetworkSpec } from '../../core/network';
import { insertBefore, mapLayers, withInputShape } from '../../core/networkEdits';

/** Every layer with a kernel that can divides it by its largest singular value. */
export const withSpectralNorm = (spec: NetworkSpec): NetworkSpec =>
  mapLayers(spec, ({ layer }) => (takesSpectral(layer) ? { ...layer, spectral: true } : layer));

/** The last dense layer also sees how much the examples of the batch differ. */
export function withMinibatchStd(spec: NetworkSpec): NetworkSpec {
  const last = spec.nodes.findLast((node) => node.kind === 'dense');
  return last ? insertBefore(spec, last.id, { kind: 'minibatchStd' }) : spec;
}

/** Takes `count` images one behind the other in its channels (PacGAN, Lin et al. 2018). */
export function withPacking(spec: NetworkSpec, count: number): NetworkSpec {
  const shape = inputShape(spec);
  return withInputShape(spec, [...shape.slice(0, -1), shape[shape.length - 1] * count]);
}
