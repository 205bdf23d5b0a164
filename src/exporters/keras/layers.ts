// A network as Keras layers: class names, settings in Keras' own words, weights in Keras' order. Shared by the Keras files
// and by TensorFlow.js, whose layers are Keras' layers. Batch norms stay what they are: nothing is folded.
import type { TrainedWeights } from '../../graph/graph';
import { UnsupportedModelError } from '../../graph/graph';
import { resolveNetwork, type NetworkSpec, type ResolvedNode, type WeightRole } from '../../core/network';
import type { KerasConfig } from './config';
import { kerasParts } from './kinds';

export interface KerasWeight {
  /** Keras' short name, for example `kernel` or `moving_mean`. */
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

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

/**
 * The layers of a network with their weights, each after all that it takes; names are prefixed with the network's, so
 * that two networks fit into one file.
 * @throws UnsupportedModelError when a weight is missing or a layer has no counterpart
 */
export function kerasLayers(spec: NetworkSpec, trained: TrainedWeights): readonly KerasLayer[] {
  const made = new Map(spec.inputs.map(({ name }) => [name, kerasInputName(spec, name)]));
  return resolveNetwork(spec).flatMap((node): KerasLayer[] => {
    const { name, layer, output } = node;
    const [main, ...more] = kerasParts(node);
    const own = `${spec.name}_${name}`;
    const first: KerasLayer = {
      className: main.className,
      config: { name: own, trainable: !layer.frozen, ...main.config },
      weights: weightsOf(node, trained, main.kernelName ?? 'kernel'),
      from: layer.from.map((id) => made.get(id) ?? id),
      shape: main.shape ?? output,
    };
    const layers = more.reduce(
      (row, { className, config }, i): KerasLayer[] => {
        const before = row[row.length - 1].config.name;
        const next = `${own}_${i + 2}`;
        return [
          ...row,
          { className, config: { name: next, ...config }, weights: [], from: [before], shape: output },
        ];
      },
      [first],
    );
    made.set(name, layers[layers.length - 1].config.name);
    return layers;
  });
}

/** What the files call an input: the network's own where there is one alone. */
export const kerasInputName = ({ name, inputs }: NetworkSpec, input: string): string =>
  inputs.length === 1 ? `${name}_input` : `${name}_${input}`;
