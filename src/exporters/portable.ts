// A network as other programs can hold it: spectral normalization, which only training needs, divided into the kernels; and
// how a discriminator ends.
import { UnsupportedModelError, type TrainedWeight } from '../graph/graph';
import { networkTotals, resolveNetwork, takesSpectral } from '../core/network';
import { appendLayer, mapLayers } from '../core/networkEdits';
import type { ParamValues } from '../core/paramSpec';
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

interface EndedDiscriminator extends TrainedNetwork {
  /** What a person should know of its end, a sentence. */
  readonly note: string;
}

/** The discriminator as it shall end. One that tells classes apart puts out more than a score, and ends as it is. */
export function endedDiscriminator(
  network: TrainedNetwork,
  { discriminatorEnd }: ParamValues,
): EndedDiscriminator {
  const { output } = networkTotals(network.spec);
  const scores = output[output.length - 1];
  if (discriminatorEnd !== 'sigmoid')
    return { ...network, note: 'The discriminator, and the combined model, end in logits: above 0 is real.' };
  if (scores !== 1) {
    const note = `The discriminator puts out ${scores} numbers, of which not every one is a score, and so ends in logits.`;
    return { ...network, note };
  }
  return {
    ...network,
    spec: appendLayer(network.spec, { kind: 'activation', fn: 'sigmoid' }),
    note: 'The discriminator, and the combined model, end in a sigmoid: above 0.5 is real.',
  };
}
