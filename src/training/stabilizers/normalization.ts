// Another normalization in the place of a network's batch normalization.
import { resolveNetwork, type LayerSpec, type NetworkSpec } from '../../core/networkSpec';
import type { Normalization } from '../../core/stabilizerParams';

/** What stands where the model has batch normalization; instance normalization needs a map, so vectors get layer's. */
function substitute(layer: LayerSpec, rank: number, choice: Normalization): readonly LayerSpec[] {
  switch (choice) {
    case 'model':
    case 'batch':
      return [layer];
    case 'layer':
      return [{ kind: 'layerNorm' }];
    case 'instance':
      return [{ kind: rank === 3 ? 'instanceNorm' : 'layerNorm' }];
    case 'none':
      return [];
  }
}

/** The network with `choice` wherever it normalizes. */
export function withNormalization(spec: NetworkSpec, choice: Normalization): NetworkSpec {
  const layers = resolveNetwork(spec).flatMap(({ layer, input }) =>
    layer.kind === 'batchNorm' ? substitute(layer, input.length, choice) : [layer],
  );
  return { ...spec, layers };
}
