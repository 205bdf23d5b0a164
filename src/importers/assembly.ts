// Puts a network together layer by layer while a file is read, with each layer's weights under the names that the engine
// gives them. Checks sizes before anything is allocated for them.
import type { TrainedWeight, TrainedWeights } from '../graph/graph';
import { InvalidValueError } from '../core/errors';
import { resolveNetwork, type LayerSpec, type Shape, type WeightSpec } from '../core/networkSpec';
import { DamagedModelError, OversizedModelError, UnsupportedLayerError } from './errors';

export const MOST_LAYERS = 512;
/** Values of one map of one image. */
export const MOST_MAP_VALUES = 2 ** 24;

/** A network as a file has it: what goes in, the layers, and their weights by the engine's names. */
export interface ReadNetwork {
  readonly input: Shape;
  readonly layers: readonly LayerSpec[];
  readonly weights: TrainedWeights;
  /** What is not exactly as the file has it, one sentence each. */
  readonly notes: readonly string[];
}

export type LayerWeights = Partial<Record<WeightSpec['role'], Float32Array>>;

export const volume = (shape: Shape): number => shape.reduce((product, side) => product * side, 1);

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

/** Values of all weights together: 256 MB as the engine keeps them. */
const MOST_WEIGHT_VALUES = 2 ** 26;

export class NetworkAssembly {
  #weightValues = 0;
  readonly #layers: LayerSpec[] = [];
  readonly #weights = new Map<string, TrainedWeight>();
  readonly #counts = new Map<string, number>();
  readonly notes: string[] = [];
  #shape: Shape;

  /** @param input shape of one example */
  constructor(readonly input: Shape) {
    checkMap(input, 'input');
    this.#shape = input;
  }

  /** Shape of one example after the layers so far. */
  get shape(): Shape {
    return this.#shape;
  }

  /**
   * Appends a layer.
   * @param weights all that the layer has, in the engine's layout
   * @param name what the file calls it, for messages
   * @throws UnsupportedLayerError, DamagedModelError, OversizedModelError
   */
  add(layer: LayerSpec, name: string, weights: LayerWeights = {}): void {
    if (this.#layers.length >= MOST_LAYERS) {
      throw new OversizedModelError(`The model has more than ${MOST_LAYERS} layers.`);
    }
    const [resolved] = this.#resolve(layer, name);
    checkMap(resolved.output, name);
    const count = (this.#counts.get(layer.kind) ?? 0) + 1;
    for (const { role, shape } of resolved.weights) {
      const values = weights[role];
      if (values?.length !== volume(shape)) {
        throw new DamagedModelError(
          `the weight ${role} of ${name} has ${values?.length ?? 'no'} values, its layer needs ${shapeText(shape)}`,
        );
      }
      this.#weightValues += values.length;
      if (this.#weightValues > MOST_WEIGHT_VALUES)
        throw new OversizedModelError(`The model has more than ${MOST_WEIGHT_VALUES} weights.`);
      this.#weights.set(`${layer.kind}_${count}/${role}`, { shape, values });
    }
    this.#counts.set(layer.kind, count);
    this.#layers.push(layer);
    this.#shape = resolved.output;
  }

  finish(): ReadNetwork {
    return { input: this.input, layers: this.#layers, weights: this.#weights, notes: this.notes };
  }

  #resolve(layer: LayerSpec, name: string): ReturnType<typeof resolveNetwork> {
    try {
      return resolveNetwork({ name, input: this.#shape, layers: [layer] });
    } catch (error) {
      if (!(error instanceof InvalidValueError)) throw error;
      throw new UnsupportedLayerError(name, `its input is ${shapeText(this.#shape)}`, error.hint);
    }
  }
}
