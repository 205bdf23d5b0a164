// Changes to a discriminator's description: spectral normalization, minibatch deviation, packing.
import type { LayerSpec, NetworkSpec } from '../../core/networkSpec';

/** Every layer with a kernel divides it by its largest singular value. */
export const withSpectralNorm = (spec: NetworkSpec): NetworkSpec => ({
  ...spec,
  layers: spec.layers.map((layer): LayerSpec => {
    switch (layer.kind) {
      case 'dense':
      case 'conv2d':
      case 'depthwiseConv2d':
        return { ...layer, spectral: true };
      default:
        return layer;
    }
  }),
});

/** The last dense layer also sees how much the examples of the batch differ. */
export function withMinibatchStd(spec: NetworkSpec): NetworkSpec {
  const last = spec.layers.findLastIndex((layer) => layer.kind === 'dense');
  return { ...spec, layers: spec.layers.toSpliced(last, 0, { kind: 'minibatchStd' }) };
}

/** Takes `count` images one behind the other in its channels (PacGAN, Lin et al. 2018). */
export function withPacking(spec: NetworkSpec, count: number): NetworkSpec {
  const channels = spec.input[spec.input.length - 1];
  return { ...spec, input: [...spec.input.slice(0, -1), channels * count] };
}
