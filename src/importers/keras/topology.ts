// The layers of a Keras model, each after all that it takes, out of its configuration: Sequential and Functional models,
// nested or not, as Keras 1 to 3 and TensorFlow.js write them.
import { MOST_LAYERS } from '../assembly';
import { DamagedModelError, OversizedModelError, UnsupportedLayerError } from '../../readers/errors';
import { asFields, asList, asText, fieldsOrNull, type Fields } from '../fields';
import { plainValue } from './plainValues';
import type { LayerPlace, WeightSource } from './weightSource';

export interface PlacedLayer extends LayerPlace {
  readonly config: Fields;
  /** Names its output; unique over all models in the file. */
  readonly value: string;
  /** Values that it takes; none for what goes into the model. */
  readonly from: readonly string[];
  /** Layers of the file that stand for one here, in order. */
  readonly parts?: readonly PlacedLayer[];
}

/** What a file of Keras says before it is a network here. */
export interface LayersOfFile {
  readonly layers: readonly PlacedLayer[];
  readonly weights: WeightSource;
}

const MODELS: readonly string[] = ['Sequential', 'Functional', 'Model'];
const MOST_NESTED = 16;

/** Class names as Keras 3 spells its folders: `Conv2DTranspose` is `conv2d_transpose`. */
export const snakeCase = (className: string): string =>
  className
    .replace(/(.)([A-Z][a-z]+)/g, '$1_$2')
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase();

interface Entry extends LayerPlace {
  readonly config: Fields;
  readonly inbound: readonly string[];
}

/** Names of the layers that a description of tensors mentions. */
function mentioned(value: unknown, depth = 0): string[] {
  if (depth > MOST_NESTED) return [];
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    if (typeof items[0] === 'string' && typeof items[1] === 'number') return [items[0]];
    return items.flatMap((item) => mentioned(item, depth + 1));
  }
  const fields = fieldsOrNull(value);
  if (!fields) return [];
  if (Array.isArray(fields.keras_history)) return mentioned(fields.keras_history, depth + 1);
  return Object.values(fields).flatMap((item) => mentioned(item, depth + 1));
}

function entriesOf(layers: readonly unknown[], folder: string): Entry[] {
  if (layers.length > MOST_LAYERS) {
    throw new OversizedModelError(`The model has ${layers.length} layers; ${MOST_LAYERS} are the most.`);
  }
  const counts = new Map<string, number>();
  return layers.map((item, i) => {
    const layer = asFields(item, `layers[${i}]`);
    const className = asText(layer.class_name, `layers[${i}].class_name`);
    const config = Array.isArray(layer.config)
      ? { layers: layer.config }
      : asFields(layer.config, `layers[${i}].config`);
    const name = asText(layer.name ?? config.name ?? `${snakeCase(className)}_${i}`, `layers[${i}].name`);
    const base = snakeCase(className);
    const count = counts.get(base) ?? 0;
    counts.set(base, count + 1);
    return {
      name,
      className,
      config,
      folder: `${folder}layers/${count === 0 ? base : `${base}_${count}`}`,
      inbound: mentioned(layer.inbound_nodes),
    };
  });
}

/** A model's layers, and the values that it makes. */
interface Placed {
  readonly layers: readonly PlacedLayer[];
  readonly outputs: readonly string[];
}

/** Puts a model's layers in the order in which they run; nested models become their layers. */
class Placing {
  readonly #layers: PlacedLayer[] = [];
  readonly #values = new Map<string, string>();
  readonly #open = new Set<string>();
  #inputsMet = 0;

  constructor(
    private readonly model: string,
    private readonly entries: ReadonlyMap<string, Entry>,
    /** Names of the input layers, and what goes into them from outside; null for the outermost model. */
    private readonly inputs: readonly string[],
    private readonly given: readonly string[] | null,
    private readonly depth: number,
  ) {}

  get layers(): readonly PlacedLayer[] {
    return this.#layers;
  }

  /** The value that a layer makes, after its layers were placed. */
  place(name: string, before: readonly string[] | null = null): string {
    const known = this.#values.get(name);
    if (known !== undefined) return known;
    const entry = this.entries.get(name);
    if (!entry) throw new DamagedModelError(`a layer of ${this.model} refers to ${name}, which is not there`);
    if (this.#open.has(name)) throw new DamagedModelError(`its layers run in a circle at ${name}`);
    if (this.#open.size > MOST_LAYERS)
      throw new OversizedModelError(`The model is over ${MOST_LAYERS} layers deep.`);
    this.#open.add(name);
    const value = this.#placeEntry(entry, before ?? entry.inbound.map((source) => this.place(source)));
    this.#open.delete(name);
    this.#values.set(name, value);
    return value;
  }

  #placeEntry(entry: Entry, from: readonly string[]): string {
    const { name, className, config, folder } = entry;
    if (from.length === 0 && this.given) {
      const at = this.inputs.indexOf(name);
      const outside = this.given[at >= 0 ? at : this.#inputsMet++];
      if (outside === undefined) throw new DamagedModelError(`nothing goes into ${name} of ${this.model}`);
      if (className === 'InputLayer') return outside;
      return this.#placeEntry(entry, [outside]);
    }
    if (MODELS.includes(className)) {
      const { layers, outputs } = placeModel(
        className,
        config,
        `${folder}/`,
        this.depth + 1,
        from.length > 0 ? from : null,
      );
      this.#layers.push(...layers);
      return outputs[0];
    }
    const value = `${folder} ${name}`;
    this.#layers.push({ name, className, config, folder, value, from });
    return value;
  }
}

function placeModel(
  className: string,
  config: Fields,
  folder: string,
  depth: number,
  given: readonly string[] | null,
): Placed {
  if (depth > MOST_NESTED) throw new OversizedModelError(`The model nests more than ${MOST_NESTED} models.`);
  const model = typeof config.name === 'string' ? config.name : className;
  const entries = entriesOf(asList(config.layers, `layers of ${model}`), folder);
  const placing = new Placing(
    model,
    new Map(entries.map((entry) => [entry.name, entry])),
    mentioned(config.input_layers),
    given,
    depth,
  );
  if (className === 'Sequential') {
    let value: string | null = null;
    for (const { name } of entries) value = placing.place(name, value === null ? [] : [value]);
    return { layers: placing.layers, outputs: value === null ? [] : [value] };
  }
  const outputs = mentioned(config.output_layers);
  if (outputs.length !== 1) {
    throw new UnsupportedLayerError(
      model,
      `it has ${outputs.length} outputs`,
      'Choose a model that makes one image from one list of numbers.',
    );
  }
  return { layers: placing.layers, outputs: [placing.place(outputs[0])] };
}

/** @throws DamagedModelError, UnsupportedLayerError, OversizedModelError */
function layersOfModel(className: string, config: Fields): readonly PlacedLayer[] {
  const { layers } = placeModel(className, config, '', 0, null);
  if (layers.length > MOST_LAYERS)
    throw new OversizedModelError(`The model has ${layers.length} layers; ${MOST_LAYERS} are the most.`);
  const inputs = layers.filter(({ from }) => from.length === 0);
  if (inputs.length <= 1) return layers;
  throw new UnsupportedLayerError(
    typeof config.name === 'string' ? config.name : className,
    `it has ${inputs.length} inputs (${inputs.map(({ name }) => name).join(', ')})`,
    'Models with one input can be opened; use the generator without its class input.',
  );
}

/** 3 where a file says that Keras 3 or later wrote it, else 2. TensorFlow.js follows Keras 2. */
export const versionOf = (said: unknown): number =>
  typeof said === 'string' && /^([3-9]|\d\d+)\./.test(said) ? 3 : 2;

/** A model out of `{class_name, config}`. @throws as `layersOfModel`, and for what is no model */
export function kerasLayerList(described: Fields): PlacedLayer[] {
  const architecture = asFields(plainValue(described), 'the model');
  const className = asText(architecture.class_name, 'class_name');
  if (!MODELS.includes(className)) {
    throw new UnsupportedLayerError(
      className,
      'it is a model of its own class',
      'Save a Sequential or Functional model; a subclassed one keeps its layers in Python code.',
    );
  }
  const config = Array.isArray(architecture.config)
    ? { layers: architecture.config }
    : asFields(architecture.config, 'config');
  const first = fieldsOrNull(asList(config.layers, 'layers')[0]);
  if (!first) throw new DamagedModelError('its list of layers is empty');
  return withBuildShape(layersOfModel(className, config), config);
}

/** Keras 3 may say the input's shape of a Sequential model only beside its layers. */
function withBuildShape(layers: readonly PlacedLayer[], { build_input_shape: shape }: Fields): PlacedLayer[] {
  if (shape === undefined || layers.length === 0) return [...layers];
  const [first, ...rest] = layers;
  return [{ ...first, config: { batch_input_shape: shape, ...first.config } }, ...rest];
}
