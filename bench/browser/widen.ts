// A model with more or fewer channels in every layer, to see how cost follows width. Not for quality.
import { chain, chainLayers, inputShape, type LayerSpec, type NetworkSpec } from '../../src/core/network';
import type { ModelDefinition } from '../../src/models/define';

const scaled = (count: number, factor: number): number => Math.max(1, Math.round(count * factor));

/** The layer that makes the network's output keeps its channels; everything before it is widened. */
function widenNetwork(spec: NetworkSpec, factor: number): NetworkSpec {
  const layers = chainLayers(spec).map(({ layer }): LayerSpec => layer);
  const makes = (layer: LayerSpec) => 'filters' in layer || 'units' in layer;
  const last = layers.findLastIndex(makes);
  const widened = layers.map((layer, i): LayerSpec => {
    if (i === last) return layer;
    if ('filters' in layer) return { ...layer, filters: scaled(layer.filters, factor) };
    if (layer.kind === 'dense') return { ...layer, units: widenedUnits(layers, i, layer.units, factor) };
    if (layer.kind === 'reshape') {
      const [h, w, channels] = layer.shape;
      return { ...layer, shape: [h, w, scaled(channels, factor)] };
    }
    return layer;
  });
  const { name, shownActivation, initScale } = spec;
  return chain(name, inputShape(spec), widened, { shownActivation, initScale });
}

/** Units of a dense layer; one that is reshaped to a map must fill it exactly. */
function widenedUnits(layers: readonly LayerSpec[], at: number, units: number, factor: number): number {
  const next = layers.slice(at + 1).find((layer) => layer.kind === 'reshape' || 'units' in layer);
  if (next?.kind !== 'reshape') return scaled(units, factor);
  const [h, w, channels] = next.shape;
  return h * w * scaled(channels, factor);
}

/** @param factor of the channels, for example 0.5 or 2 */
export const widened = (model: ModelDefinition, factor: number): ModelDefinition => ({
  ...model,
  buildGenerator: (shape, params) => widenNetwork(model.buildGenerator(shape, params), factor),
  buildDiscriminator: (shape, params) => widenNetwork(model.buildDiscriminator(shape, params), factor),
});
