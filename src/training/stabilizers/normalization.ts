// Another normalization in the place of a network's batch normalization.
import type { LayerSpec, NetworkSpec } from '../../core/network';
import { mapLayers } from '../../core/networkEdits';
import type { Normalization } from '../../core/stabilizerParams';

/** What stands where the model has batch normalization; instance normalization needs a map, so vectors get layer's. */
function substitute(layer: LayerSpec, rank: number, choice: Normalization): LayerSpec | null {
  switch (choice) {
    case 'model':
    case 'batch':
      return layer;
    case 'layer':
      return { kind: 'layerNorm' };
    case 'instance':
      return { kind: rank === 3 ? 'instanceNorm' : 'layerNorm' };
    case 'none':
      return null;
  }
}

/** The network with `choice` wherever it normalizes. */
export const withNormalization = (spec: NetworkSpec, choice: Normalization): NetworkSpec =>
  mapLayers(spec, ({ layer, input }) =>
    layer.kind === 'batchNorm' ? substitute(layer, input.length, choice) : layer,
  );
