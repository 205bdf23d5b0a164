// A network as Keras layers: class names, settings in Keras' own words, weights in Keras' order. Shared by the Keras files
// and by TensorFlow.js, whose layers are Keras' layers. Batch norms stay what they are: nothing is folded.
import type { TrainedWeights } from '../../graph/graph';
import { UnsupportedModelError } from '../../graph/graph';
import { resolveNetwork, type NetworkSpec, type ResolvedNode, type WeightRole } from '../../core/network';
import type { KerasConfig } from './config';
import { kerasParts, type KerasTarget } from './kinds';
import type { KerasPart, KerasWeight } from './parts';

export interface KerasLayer {
  readonly className: string;
  readonly config: KerasConfig & { readonly name: string };
  readonly weights: readonly KerasWeight[];
  /** Names of the layers, or of the network's inputs, whose outputs it takes. */
  readonly from: readonly string[];
  /** Of one example. */
  readonly shape: readonly number[];
}

const WEIGHT_NAMES: Readonly<Record<Exclude<WeightRole, 'spectralIn' | 'spectralOut'>, string>> = {
  kernel: 'kernel',
  bias: 'bias',
  alpha: 'alpha',
  gamma: 'gamma',
  beta: 'beta',
  movingMean: 'moving_mean',
  movingVariance: 'moving_variance',
};

function weightsOf(node: ResolvedNode, trained: TrainedWeights, kernelName: string): readonly KerasWeight[] {
  return node.weights.map(({ role, shape }) => {
    const found = trained.get(`${node.name}/${role}`);
    if (!found || found.shape.join() !== shape.join()) {
      throw new UnsupportedModelError(
        `The weight ${node.name}/${role} is ${found?.shape.join(' x ') ?? 'missing'}.`,
        'The run was saved by another version of the model; train it again.',
      );
    }
    if (role === 'spectralIn' || role === 'spectralOut') {
      throw new UnsupportedModelError(
        `Layer ${node.name} still has its spectral normalization.`,
        'Choose a format that holds the generator alone.',
      );
    }
    // A slope for each channel, whatever the pixel.
    const kept = role === 'alpha' ? [...node.input.slice(0, -1).map(() => 1), ...shape] : shape;
    return { name: role === 'kernel' ? kernelName : WEIGHT_NAMES[role], shape: kept, values: found.values };
  });
}

/** The Keras layers of one node. @param given names of what goes into it */
function layersOf(
  spec: NetworkSpec,
  node: ResolvedNode,
  trained: TrainedWeights,
  given: readonly string[],
  target: KerasTarget,
): readonly KerasLayer[] {
  const parts = kerasParts(node, target);
  const kernelName = parts.find((part) => part.kernelName)?.kernelName ?? 'kernel';
  const own = weightsOf(node, trained, kernelName);
  const nameOf = (i: number): string => `${spec.name}_${node.name}${i === 0 ? '' : `_${i + 1}`}`;
  const taken = (part: KerasPart, i: number): readonly string[] =>
    (part.from ?? [i - 1]).flatMap((index) => (index < 0 ? given : [nameOf(index)]));
  return parts.map((part, i) => ({
    className: part.className,
    config: {
      name: nameOf(i),
      trainable: !node.layer.frozen,
      ...part.config,
    },
    weights: part.weights?.(own) ?? (i === 0 ? own : []),
    from: taken(part, i),
    shape: part.shape ?? node.output,
  }));
}

/**
 * The layers of a network with their weights, each after all that it takes; names are prefixed with the network's, so
 * that two networks fit into one file.
 * @throws UnsupportedModelError when a weight is missing or a layer has no counterpart
 */
export function kerasLayers(
  spec: NetworkSpec,
  trained: TrainedWeights,
  target: KerasTarget,
): readonly KerasLayer[] {
  const made = new Map(spec.inputs.map(({ name }) => [name, kerasInputName(spec, name)]));
  return resolveNetwork(spec).flatMap((node) => {
    const given = node.layer.from.map((id) => made.get(id) ?? id);
    const layers = layersOf(spec, node, trained, given, target);
    // What does nothing stands for what goes into it.
    made.set(node.name, layers.at(-1)?.config.name ?? given[0]);
    return layers;
  });
}

/** What the files call an input: the network's own where there is one alone. */
export const kerasInputName = ({ name, inputs }: NetworkSpec, input: string): string =>
  inputs.length === 1 ? `${name}_input` : `${name}_${input}`;
