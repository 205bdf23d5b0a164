// A feature network as data: its layers under VGG's names, up to the deepest that is asked for. No weights.
import { InvalidValueError } from '../core/errors';
import type { NetworkNode, NetworkSpec } from '../core/network';
import type { EncoderDefinition } from './define';

export type Pooling = 'max' | 'average';

/** Names of the convolutions in order: `conv1_1`. */
export const encoderLayers = ({ blocks }: Pick<EncoderDefinition, 'blocks'>): readonly string[] =>
  blocks.flatMap(({ convolutions }, block) =>
    Array.from({ length: convolutions }, (_, i) => `conv${block + 1}_${i + 1}`),
  );

/** The layer whose maps stand for those of a convolution: its rectifier. */
export const madeBy = (layer: string): string => layer.replace('conv', 'relu');

/** Sides of pictures whose maps of the deepest block still have pixels. */
export const leastSide = ({ blocks }: Pick<EncoderDefinition, 'blocks'>): number => 2 ** (blocks.length - 1);

/**
 * The network from pictures [height, width, 3] to the maps of these layers, after their rectifiers, in this order.
 * @throws InvalidValueError for layers that it has not
 */
export function encoderNetwork(
  definition: EncoderDefinition,
  [height, width]: readonly [number, number],
  pooling: Pooling,
  layers: readonly string[],
): NetworkSpec {
  const known = encoderLayers(definition);
  const unknown = layers.find((layer) => !known.includes(layer));
  if (unknown !== undefined) {
    throw new InvalidValueError(
      `${definition.label} has no layer ${unknown}.`,
      `Choose some of ${known.join(', ')}.`,
    );
  }
  const deepest = Math.max(-1, ...layers.map((layer) => known.indexOf(layer)));
  const nodes: NetworkNode[] = [];
  let from = 'picture';
  for (const layer of known.slice(0, deepest + 1)) {
    const [block, place] = layer.slice('conv'.length).split('_').map(Number);
    if (block > 1 && place === 1) {
      const id = `pool${block - 1}`;
      nodes.push({ kind: pooling === 'max' ? 'maxPool' : 'averagePool', size: 2, id, from: [from] });
      from = id;
    }
    const { filters } = definition.blocks[block - 1];
    nodes.push({ kind: 'conv2d', filters, kernel: 3, id: layer, from: [from], frozen: true });
    from = madeBy(layer);
    nodes.push({ kind: 'activation', fn: 'relu', id: from, from: [layer] });
  }
  return {
    name: definition.id,
    inputs: [{ name: 'picture', shape: [height, width, 3] }],
    nodes,
    outputs: layers.map(madeBy),
  };
}
