// The channels of a network's layers as a list that can be made shorter: the same layers, narrower. The last weighted
// layer draws the image and keeps its channels.
import { InvalidValueError } from './errors';
import { layerDefinition, resolveNetwork, type NetworkNode, type NetworkSpec } from './network';

/** A weighted layer and how many channels it puts out; a dense layer before a map counts the map's channels. */
export interface WidthSlot {
  readonly name: string;
  readonly layerIndex: number;
  readonly channels: number;
  /** The layer that makes the dense output a map, or null. */
  readonly reshapeIndex: number | null;
}

/** The map that a dense layer's output becomes before the next layer that makes channels anew, or null. */
function followingMap({ nodes }: NetworkSpec, { id }: NetworkNode): number | null {
  let at = id;
  for (;;) {
    const index = nodes.findIndex(({ from }) => from.includes(at));
    if (index < 0) return null;
    const node = nodes[index];
    if (node.kind === 'reshape') return node.shape.length === 3 ? index : null;
    if (layerDefinition(node.kind).channels.kind === 'made') return null;
    at = node.id;
  }
}

/** The weighted layers in order, the one that draws the image last. */
export function widthSlots(spec: NetworkSpec): readonly WidthSlot[] {
  return resolveNetwork(spec).flatMap(({ name, index, layer }): WidthSlot[] => {
    const at = { name, layerIndex: index, reshapeIndex: null };
    if (layer.kind === 'conv2d' || layer.kind === 'conv2dTranspose') {
      return [{ ...at, channels: layer.filters }];
    }
    if (layer.kind !== 'dense') return [];
    const reshapeIndex = followingMap(spec, layer);
    const map = reshapeIndex === null ? null : spec.nodes[reshapeIndex];
    const channels = map?.kind === 'reshape' ? map.shape[2] : layer.units;
    return [{ ...at, channels, reshapeIndex }];
  });
}

function checkWidths(slots: readonly WidthSlot[], widths: readonly number[]): void {
  const fits =
    widths.length === slots.length &&
    widths.every((w, i) => Number.isInteger(w) && w >= 1 && w <= slots[i].channels) &&
    widths.at(-1) === slots.at(-1)?.channels;
  if (fits) return;
  throw new InvalidValueError(
    `The widths ${widths.join(', ')} do not fit layers of ${slots.map((s) => s.channels).join(', ')} channels.`,
    'Give one number for each layer, from 1 to its channels, and leave the last one as it is.',
  );
}

/**
 * Several networks with other widths, one network's after the other's; as they are where there are none.
 * @throws InvalidValueError when they do not fit
 */
export function withWidthsOf(
  specs: readonly NetworkSpec[],
  widths: readonly number[] | null | undefined,
): readonly NetworkSpec[] {
  if (!widths) return specs;
  const counts = specs.map((spec) => widthSlots(spec).length);
  let first = 0;
  return specs.map((spec, i) => {
    const end = i === specs.length - 1 ? widths.length : first + counts[i];
    const narrowed = withWidths(spec, widths.slice(first, end));
    first = end;
    return narrowed;
  });
}

/**
 * The network with other widths.
 * @param widths channels of each slot of `widthSlots`
 * @throws InvalidValueError when they do not fit
 */
export function withWidths(spec: NetworkSpec, widths: readonly number[]): NetworkSpec {
  const slots = widthSlots(spec);
  checkWidths(slots, widths);
  const nodes = [...spec.nodes];
  for (const [i, { layerIndex, reshapeIndex, channels }] of slots.entries()) {
    const layer = nodes[layerIndex];
    if (layer.kind === 'dense') {
      nodes[layerIndex] = { ...layer, units: (layer.units / channels) * widths[i] };
      const map = reshapeIndex === null ? null : nodes[reshapeIndex];
      if (reshapeIndex !== null && map?.kind === 'reshape' && i < slots.length - 1) {
        nodes[reshapeIndex] = { ...map, shape: [map.shape[0], map.shape[1], widths[i]] };
      }
    } else if (layer.kind === 'conv2d' || layer.kind === 'conv2dTranspose') {
      nodes[layerIndex] = { ...layer, filters: widths[i] };
    }
  }
  return { ...spec, nodes };
}
