// Puts a network together layer by layer while a file is read, with each layer's weights under the names that the engine
// gives them. Checks sizes before anything is allocated for them.
import type { InputChoice } from '../core/importedGenerator';
import type { TrainedWeight, TrainedWeights } from '../graph/graph';
import { InvalidValueError } from '../core/errors';
import { BATCH_NORM_EPSILON } from '../core/layers/batchNorm';
import {
  layerFacts,
  volume,
  type LayerFacts,
  type LayerSpec,
  type NetworkNode,
  type NetworkSpec,
  type Shape,
  type WeightRole,
} from '../core/network';
import {
  BrokenWeightsError,
  checkFinite,
  DamagedModelError,
  OversizedModelError,
  UnsupportedLayerError,
} from '../readers/errors';

export const MOST_LAYERS = 512;
/** Values of one map of one image. */
export const MOST_MAP_VALUES = 2 ** 24;

/** A network as a file has it, and its weights by the engine's names. */
export interface ReadNetwork {
  readonly network: NetworkSpec;
  readonly weights: TrainedWeights;
  /** What is not exactly as the file has it, one sentence each. */
  readonly notes: readonly string[];
  /** What is chosen beside the noise; null or absent where the format does not say. */
  readonly choice?: InputChoice | null;
}

export type LayerWeights = Partial<Record<WeightRole, Float32Array>>;

export const shapeText = (shape: readonly unknown[]): string => `[${shape.join(', ')}]`;

/** @throws OversizedModelError for a map that no page can hold, DamagedModelError for sides that are no sizes */
export function checkMap(shape: Shape, layer: string): void {
  if (shape.some((side) => !Number.isSafeInteger(side) || side < 1)) {
    throw new DamagedModelError(`${layer} has the shape ${shapeText(shape)}`);
  }
  if (volume(shape) <= MOST_MAP_VALUES) return;
  throw new OversizedModelError(
    `The layer ${layer} makes ${shapeText(shape)}, ${volume(shape)} values for one image; ${MOST_MAP_VALUES} are the most.`,
  );
}

/** A batch norm divides by the root of variance and epsilon, which must be more than nothing. */
function checkVariance(variance: ArrayLike<number>, epsilon: number, name: string): void {
  const values = Array.from(variance);
  const broken = values.filter((value) => !(value + epsilon > 0)).length;
  if (broken === 0) return;
  const least = values.reduce((a, b) => Math.min(a, b));
  throw new BrokenWeightsError(
    `The weight movingVariance of ${name} has ${broken} of ${values.length} values of which there is no root ` +
      `(the least is ${least}); no variance is negative.`,
  );
}

/** Values of all weights together: 256 MB as the engine keeps them. */
const MOST_WEIGHT_VALUES = 2 ** 26;

/** Name of the value that goes in. */
const INPUT = 'input';

/** Where layers are added: `at` names the value that the next one takes. */
export class NetworkAssembly {
  #weightValues = 0;
  readonly #nodes: NetworkNode[] = [];
  readonly #weights = new Map<string, TrainedWeight>();
  readonly #counts = new Map<string, number>();
  readonly #shapes = new Map<string, Shape>();
  readonly notes: string[] = [];
  #at = INPUT;

  /** @param input shape of one example */
  constructor(readonly input: Shape) {
    checkMap(input, 'input');
    this.#shapes.set(INPUT, input);
  }

  /** The value that the next layer takes: what goes in, or what the last layer made. */
  get at(): string {
    return this.#at;
  }

  /** Shape of one example of that value. */
  get shape(): Shape {
    return this.#shapes.get(this.#at) ?? [];
  }

  /** Shape of a former `at`. */
  shapeOf(value: string): Shape {
    return this.#shapes.get(value) ?? [];
  }

  /** The layer that made a former `at`; none for what goes in. */
  nodeOf(value: string): NetworkNode | undefined {
    return this.#nodes.find(({ id }) => id === value);
  }

  /** The next layer takes this value. @param value a former `at` */
  moveTo(value: string): void {
    if (!this.#shapes.has(value)) throw new TypeError(`there is no value ${value}`);
    this.#at = value;
  }

  /**
   * Appends a layer that takes the value at hand, which then is what the layer makes.
   * @param weights all that the layer has, in the engine's layout
   * @param name what the file calls it, for messages
   * @throws UnsupportedLayerError, DamagedModelError, OversizedModelError
   */
  add(layer: LayerSpec, name: string, weights: LayerWeights = {}): void {
    this.join(layer, name, [this.#at], weights);
  }

  /** The same for a layer that takes several values. @param from former `at`s */
  join(layer: LayerSpec, name: string, from: readonly string[], weights: LayerWeights = {}): void {
    if (this.#nodes.length >= MOST_LAYERS) {
      throw new OversizedModelError(`The model has more than ${MOST_LAYERS} layers.`);
    }
    const facts = this.#facts(layer, name, from);
    checkMap(facts.output, name);
    const count = (this.#counts.get(layer.kind) ?? 0) + 1;
    const id = `${layer.kind}_${count}`;
    for (const { role, shape } of facts.weights) {
      const values = weights[role];
      if (values?.length !== volume(shape)) {
        throw new DamagedModelError(
          `the weight ${role} of ${name} has ${values?.length ?? 'no'} values, its layer needs ${shapeText(shape)}`,
        );
      }
      this.#weightValues += values.length;
      if (this.#weightValues > MOST_WEIGHT_VALUES)
        throw new OversizedModelError(`The model has more than ${MOST_WEIGHT_VALUES} weights.`);
      checkFinite(values, () => `${role} of ${name}`);
      this.#weights.set(`${id}/${role}`, { shape, values });
    }
    if (layer.kind === 'batchNorm')
      checkVariance(weights.movingVariance ?? [], layer.epsilon ?? BATCH_NORM_EPSILON, name);
    this.#counts.set(layer.kind, count);
    this.#nodes.push({ ...layer, id, from });
    this.#shapes.set(id, facts.output);
    this.#at = id;
  }

  /** Names of layers, each with all that it needs, that the value at hand is made of. */
  #needed(): ReadonlySet<string> {
    const needed = new Set([this.#at]);
    for (const { id, from } of this.#nodes.toReversed())
      if (needed.has(id)) from.forEach((value) => needed.add(value));
    return needed;
  }

  /** The network that makes the value at hand, without layers that nothing of it takes. */
  finish(): ReadNetwork {
    const needed = this.#needed();
    const ownerOf = (weight: string): string => weight.slice(0, weight.lastIndexOf('/'));
    const network: NetworkSpec = {
      name: 'generator',
      inputs: [{ name: INPUT, shape: this.input }],
      nodes: this.#nodes.filter(({ id }) => needed.has(id)),
      outputs: [this.#at],
    };
    const weights = new Map([...this.#weights].filter(([name]) => needed.has(ownerOf(name))));
    return { network, weights, notes: this.notes };
  }

  #facts(layer: LayerSpec, name: string, from: readonly string[]): LayerFacts {
    const shapes = from.map((value) => this.#shapes.get(value) ?? []);
    try {
      return layerFacts(layer, shapes, name);
    } catch (error) {
      if (!(error instanceof InvalidValueError)) throw error;
      const taken = shapes.map(shapeText).join(' and ');
      throw new UnsupportedLayerError(name, `its input is ${taken}`, error.hint);
    }
  }
}
