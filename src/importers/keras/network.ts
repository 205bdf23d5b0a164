// Keras layers as a network of this project. Settings have Keras' own defaults where a file leaves them out; what has no
// counterpart is refused by the layer's name. https://keras.io/api/layers/
import { volume } from '../../core/network';
import { NetworkAssembly, type ReadNetwork } from '../assembly';
import { ForeignModelError, UnsupportedLayerError } from '../../readers/errors';
import { asList, fieldsOrNull } from '../fields';
import { addKerasLayer } from './layers';
import { joinedLayers } from './patterns';
import type { PlacedLayer } from './topology';
import type { WeightSource } from './weightSource';

/** Shape of one example, out of a shape with a batch in front; null where the layer does not say it. */
function inputShape({ config, name }: PlacedLayer): number[] | null {
  const shape =
    config.batch_input_shape ?? config.batch_shape ?? fieldsOrNull(config.build_config)?.input_shape;
  if (shape === undefined || shape === null) {
    const { input_dim: size, input_shape: plain } = config;
    if (typeof size === 'number') return [size];
    return Array.isArray(plain) ? sides(plain, name) : null;
  }
  return sides(asList(shape, `batch_shape of ${name}`).slice(1), name);
}

function sides(shape: readonly unknown[], name: string): number[] {
  return shape.map((side) => {
    if (typeof side === 'number') return side;
    throw new UnsupportedLayerError(
      name,
      `it takes [${shape
        .map((s) => (s === null ? 'any' : JSON.stringify(s)))
        .join(', ')
        .slice(0, 80)}]`,
      'Save the model with the size of its input fixed.',
    );
  });
}

/**
 * @param kerasVersion 2 or 3 (topology.versionOf)
 * @throws DamagedModelError, ForeignModelError, UnsupportedLayerError, OversizedModelError
 */
export function kerasNetwork(
  layers: readonly PlacedLayer[],
  weights: WeightSource,
  kerasVersion: number,
): ReadNetwork {
  const input = layers.length > 0 ? inputShape(layers[0]) : null;
  if (!input || volume(input) === 0) {
    throw new ForeignModelError(
      'The model does not say what its first layer takes.',
      'Call the model once, or give its first layer an input shape, and save it again.',
    );
  }
  const assembly = new NetworkAssembly(input);
  const values = new Map<string, string>();
  for (const layer of joinedLayers(layers)) {
    const sources = layer.from.map((value) => values.get(value) ?? assembly.at);
    values.set(layer.value, addKerasLayer(assembly, layer, sources, weights, kerasVersion));
  }
  return assembly.finish();
}
