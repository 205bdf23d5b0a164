// A network as other programs can hold it: spectral normalization, which only training needs, divided into the kernels.
import { UnsupportedModelError, type TrainedWeight } from '../graph/graph';
import { resolveNetwork, takesSpectral } from '../core/network';
import { mapLayers } from '../core/networkEdits';
import type { TrainedNetwork } from './defineModel';

/** The kernel over its largest singular value, as the two vectors estimate it. */
function divided(kernel: TrainedWeight, into: Float32Array, out: Float32Array): TrainedWeight {
  const sigma = kernel.values.reduce(
    (sum, value, i) => sum + value * into[Math.floor(i / out.length)] * out[i % out.length],
    0,
  );
  return { shape: kernel.shape, values: kernel.values.map((value) => value / sigma) };
}

/**
 * The same function without spectral normalization.
 * @throws UnsupportedModelError when a weight is missing
 */
export function portableNetwork({ spec, weights }: TrainedNetwork): TrainedNetwork {
  const layers = resolveNetwork(spec);
  if (!layers.some(({ layer }) => takesSpectral(layer) && layer.spectral)) return { spec, weights };
  const own = new Map(weights);
  for (const { name, layer } of layers) {
    if (!takesSpectral(layer) || !layer.spectral) continue;
    const [kernel, into, out] = (['kernel', 'spectralIn', 'spectralOut'] as const).map((role) => {
      const found = weights.get(`${name}/${role}`);
      if (found) return found;
      throw new UnsupportedModelError(
        `The weight ${name}/${role} is missing.`,
        'The run was saved by another version of the model; train it again.',
      );
    });
    own.set(`${name}/kernel`, divided(kernel, into.values, out.values));
    own.delete(`${name}/spectralIn`);
    own.delete(`${name}/spectralOut`);
  }
  return {
    spec: mapLayers(spec, ({ layer }) => (takesSpectral(layer) ? { ...layer, spectral: false } : layer)),
    weights: own,
  };
}
