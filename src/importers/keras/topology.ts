// The layers of a Keras model in order, out of its configuration: Sequential and Functional models, nested or not, as
// Keras 1 to 3 and TensorFlow.js write them. A model that is no chain is refused.
import { MOST_LAYERS } from '../assembly';
import { DamagedModelError, OversizedModelError, UnsupportedLayerError } from '../errors';
import { asFields, asList, asText, fieldsOrNull, type Fields } from '../fields';
import type { LayerPlace } from './weightSource';

export interface PlacedLayer extends LayerPlace {
  readonly config: Fields;
}

const MODELS: readonly string[] = ['Sequential', 'Functional', 'Model'];
const MOST_NESTED = 16;

/** Class names as Keras 3 spells its folders: `Conv2DTranspose` is `conv2d_transpose`. */
export const snakeCase = (className: string): string =>
  className
    .replace(/(.)([A-Z][a-z]+)/g, '$1_$2')
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase();

interface Entry extends PlacedLayer {
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

/** From the output back to the input, each layer with one input. */
function chainOf(entries: readonly Entry[], outputs: readonly string[], model: string): Entry[] {
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  if (outputs.length !== 1) {
    throw new UnsupportedLayerError(
      model,
      `it has ${outputs.length} outputs`,
      'Choose a model that makes one image from one list of numbers.',
    );
  }
  const chain: Entry[] = [];
  let at = byName.get(outputs[0]);
  while (at) {
    if (chain.length >= entries.length)
      throw new DamagedModelError(`its layers run in a circle at ${at.name}`);
    chain.unshift(at);
    if (at.inbound.length === 0) return chain;
    if (at.inbound.length > 1) {
      throw new UnsupportedLayerError(
        `${at.name} (${at.className})`,
        `it has ${at.inbound.length} inputs (${at.inbound.join(', ')})`,
        'Models whose layers follow one after the other can be opened; use the generator without its class input.',
      );
    }
    at = byName.get(at.inbound[0]);
  }
  throw new DamagedModelError(`a layer of ${model} refers to one that is not there`);
}

/** @throws DamagedModelError, UnsupportedLayerError, OversizedModelError */
export function layersOfModel(className: string, config: Fields, folder = '', depth = 0): PlacedLayer[] {
  if (depth > MOST_NESTED) throw new OversizedModelError(`The model nests more than ${MOST_NESTED} models.`);
  const name = typeof config.name === 'string' ? config.name : className;
  const entries = entriesOf(asList(config.layers, `layers of ${name}`), folder);
  const ordered =
    className === 'Sequential' ? entries : chainOf(entries, mentioned(config.output_layers), name);
  const flat = ordered.flatMap((entry): PlacedLayer[] =>
    MODELS.includes(entry.className)
      ? layersOfModel(entry.className, entry.config, `${entry.folder}/`, depth + 1)
      : [entry],
  );
  if (flat.length <= MOST_LAYERS) return flat;
  throw new OversizedModelError(`The model has ${flat.length} layers; ${MOST_LAYERS} are the most.`);
}

/** A model out of `{class_name, config}`. @throws as `layersOfModel`, and for what is no model */
export function kerasLayerList(architecture: Fields): PlacedLayer[] {
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
