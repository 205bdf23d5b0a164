// A network as data: named inputs, nodes in topological order, outputs. The engine builds it, the page prints it,
// exporters translate it. No tensors here; what follows from a layer's kind alone stands in layers/.
import { GanvasError, InvalidValueError } from './errors';
import { layerFacts, type LayerSpec } from './layers';
import type { LayerFacts, Shape } from './layers/define';
import { volume } from './layers/shapes';

export {
  layerDefinition,
  layerDetail,
  layerFacts,
  readLayer,
  takesSpectral,
  type LayerKind,
  type LayerOptions,
  type LayerSpec,
} from './layers';
export type { LayerFacts, Shape, WeightRole, WeightSpec } from './layers/define';
export {
  ACTIVATIONS,
  isFusedActivation,
  LEAKY_ALPHA,
  type ActivationName,
  type CurveFn,
  type FusedActivation,
} from './layers/activation';
export { BATCH_NORM_EPSILON } from './layers/batchNorm';
export { EXAMPLE_NORM_EPSILON } from './layers/layerNorm';
export { PIXEL_NORM_EPSILON } from './layers/pixelNorm';
export { samePadding, volume, type Initializer, type PaddingMode } from './layers/shapes';
export { pairOf, squareSide, type Sides } from './layers/sides';

export interface NetworkInput {
  readonly name: string;
  readonly shape: Shape;
}

/** Where a layer stands in a network. */
interface NodePlace {
  /** Unique in the network and permanent: its weights are named after it, for example `conv2d_1/kernel`. */
  readonly id: string;
  /** What goes in: ids of nodes before it, or names of inputs. */
  readonly from: readonly string[];
  /** Its weights stay as they are while the network learns. */
  readonly frozen?: boolean;
}

export type NetworkNode = LayerSpec & NodePlace;

export interface NetworkSpec {
  readonly name: string;
  readonly inputs: readonly NetworkInput[];
  /** Each after all that it takes. A weight's random stream depends on the node's place in this list. */
  readonly nodes: readonly NetworkNode[];
  /** Ids of nodes, or names of inputs. */
  readonly outputs: readonly string[];
  /** Applied only where a probability is shown; the layers end in logits. */
  readonly shownActivation?: 'sigmoid';
  /** Multiplies every kernel's first values; 1 when absent. */
  readonly initScale?: number;
}

type NetworkExtras = Pick<NetworkSpec, 'shownActivation' | 'initScale'>;

/** Name of a chain's input. */
const CHAIN_INPUT = 'input';

/** Layers one after the other from one input; ids count the layers of each kind, as in `conv2d_1`. */
export function chain(
  name: string,
  inputShape: Shape,
  layers: readonly LayerSpec[],
  extras: NetworkExtras = {},
): NetworkSpec {
  const counts = new Map<string, number>();
  const nodes: NetworkNode[] = [];
  for (const layer of layers) {
    const count = (counts.get(layer.kind) ?? 0) + 1;
    counts.set(layer.kind, count);
    nodes.push({ ...layer, id: `${layer.kind}_${count}`, from: [nodes.at(-1)?.id ?? CHAIN_INPUT] });
  }
  return {
    name,
    inputs: [{ name: CHAIN_INPUT, shape: inputShape }],
    nodes,
    outputs: [nodes.at(-1)?.id ?? CHAIN_INPUT],
    ...extras,
  };
}

/** One node with everything that follows from the shapes that go in. */
export interface ResolvedNode extends LayerFacts {
  /** Its place in the list of nodes. */
  readonly index: number;
  readonly name: string;
  readonly layer: NetworkNode;
  readonly inputs: readonly Shape[];
  /** The first of them. */
  readonly input: Shape;
}

function unknownValue(spec: NetworkSpec, reader: string, id: string): never {
  throw new InvalidValueError(
    `${reader} of ${spec.name} takes ${JSON.stringify(id)}, which is no input and no node before it.`,
    'Put the nodes in the order in which they run, and name inputs as the network does.',
  );
}

/**
 * Follows the shapes through a network.
 * @throws InvalidValueError when a layer does not fit what goes in, takes what is not there, or an id is used twice
 */
export function resolveNetwork(spec: NetworkSpec): readonly ResolvedNode[] {
  const shapes = new Map<string, Shape>();
  const put = (id: string, shape: Shape): void => {
    if (shapes.has(id)) {
      throw new InvalidValueError(`${spec.name} has two values named ${id}.`, 'Give each a name of its own.');
    }
    shapes.set(id, shape);
  };
  for (const { name, shape } of spec.inputs) put(name, shape);
  const resolved = spec.nodes.map((layer, index): ResolvedNode => {
    const name = `Layer ${layer.id} of ${spec.name}`;
    const inputs = layer.from.map((id) => shapes.get(id) ?? unknownValue(spec, `Layer ${layer.id}`, id));
    const facts = layerFacts(layer, inputs, name);
    put(layer.id, facts.output);
    const weights = layer.frozen ? facts.weights.map((w) => ({ ...w, trainable: false })) : facts.weights;
    return { index, name: layer.id, layer, inputs, input: inputs[0], ...facts, weights };
  });
  for (const id of spec.outputs) if (!shapes.has(id)) unknownValue(spec, 'The output', id);
  return resolved;
}

/** The shape of a network's one input. @throws InvalidValueError when it has several */
export function inputShape({ name, inputs }: NetworkSpec): Shape {
  if (inputs.length === 1) return inputs[0].shape;
  throw new InvalidValueError(
    `${name} has ${inputs.length} inputs (${inputs.map((input) => input.name).join(', ')}); one is needed here.`,
    'Choose a network with one input.',
  );
}

/** Whether a network is layers one after the other from one input to one output. */
export const isChain = ({ inputs, nodes, outputs }: NetworkSpec): boolean =>
  inputs.length === 1 &&
  outputs.length === 1 &&
  nodes.every(({ from }, i) => from.length === 1 && from[0] === (nodes[i - 1]?.id ?? inputs[0].name)) &&
  outputs[0] === (nodes.at(-1)?.id ?? inputs[0].name);

/** The network branches where layers one after the other are needed. */
export class NotAChainError extends GanvasError {}

/**
 * The layers of a network whose layers stand one after the other.
 * @throws NotAChainError naming the network, InvalidValueError as `resolveNetwork`
 */
export function chainLayers(spec: NetworkSpec): readonly ResolvedNode[] {
  if (isChain(spec)) return resolveNetwork(spec);
  throw new NotAChainError(
    `The layers of ${spec.name} do not stand one after the other.`,
    'Choose a model without branches here.',
  );
}

export interface NetworkTotals {
  /** Of the first output. */
  readonly output: Shape;
  readonly trainable: number;
  readonly nonTrainable: number;
  readonly multiplyAdds: number;
}

const parameters = (nodes: readonly ResolvedNode[], trainable: boolean): number =>
  nodes
    .flatMap((node) => node.weights.filter((w) => w.trainable === trainable))
    .reduce((sum, w) => sum + volume(w.shape), 0);

/** Parameters and multiply-adds of the whole network, for one example. */
export function networkTotals(spec: NetworkSpec): NetworkTotals {
  const nodes = resolveNetwork(spec);
  const [output] = spec.outputs;
  const made = nodes.find((node) => node.name === output)?.output;
  return {
    output: made ?? spec.inputs.find((input) => input.name === output)?.shape ?? [],
    trainable: parameters(nodes, true),
    nonTrainable: parameters(nodes, false),
    multiplyAdds: nodes.reduce((sum, node) => sum + node.multiplyAdds, 0),
  };
}

/**
 * What `parameters` means on every page, in every report and on the card: all numbers that the network holds as it is trained,
 * frozen ones and the running statistics of batch norms too. Files may hold fewer, see `foldedWords`.
 */
export function parameterTotal(spec: NetworkSpec): number {
  const { trainable, nonTrainable } = networkTotals(spec);
  return trainable + nonTrainable;
}

/** What stands behind a count of parameters where a file of the network holds fewer; empty where it holds as many. */
export const foldedWords = (parameters: number, folded: number): string =>
  folded === parameters ? '' : `${folded.toLocaleString('en-GB')} once batch norms are folded`;

/**
 * Multiply-adds of one adversarial training step as written, for the whole batch: the discriminator's update needs a
 * generator forward and two discriminator passes, the generator's update a forward through both networks and
 * gradients back through both. A gradient pass costs a forward for the input and a forward for the weights.
 */
export function stepMultiplyAdds(
  generator: NetworkSpec,
  discriminator: NetworkSpec,
  batch: number,
  dSteps = 1,
): number {
  const g = networkTotals(generator).multiplyAdds;
  const d = networkTotals(discriminator).multiplyAdds;
  const discriminatorUpdate = g + 2 * d * 3;
  const generatorUpdate = g * 3 + d * 2;
  return batch * (dSteps * discriminatorUpdate + generatorUpdate);
}
