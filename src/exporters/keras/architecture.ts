// The architecture of a Keras model in words: a Sequential one where layers stand in a row, else a Functional one.
// https://keras.io/guides/serialization_and_saving/
import type { NetworkSpec } from '../../core/network';
import type { TrainedWeights } from '../../graph/graph';
import type { ConfigValue, KerasConfig } from './config';
import type { KerasTarget } from './kinds';
import { kerasInputName, kerasLayers, type KerasLayer } from './layers';

interface KerasInput {
  readonly name: string;
  readonly shape: readonly number[];
}

/** One network, or two one after the other, as one model. */
export interface KerasModel {
  readonly name: string;
  readonly inputs: readonly KerasInput[];
  /** Each after all that it takes. */
  readonly layers: readonly KerasLayer[];
  /** Names of the layers that make the outputs. */
  readonly outputs: readonly string[];
  /** What goes in, for files that have a place for words; absent where there is nothing to say. */
  readonly inputText?: string;
}

/** @throws UnsupportedModelError when a weight is missing or a layer has no counterpart */
export function kerasModel(
  spec: NetworkSpec,
  trained: TrainedWeights,
  target: KerasTarget = 'keras',
): KerasModel {
  const layers = kerasLayers(spec, trained, target);
  const made = (id: string): string =>
    layers.findLast(
      ({ config: { name } }) => name === `${spec.name}_${id}` || name.startsWith(`${spec.name}_${id}_`),
    )?.config.name ?? kerasInputName(spec, id);
  return {
    name: spec.name,
    inputs: spec.inputs.map(({ name, shape }) => ({ name: kerasInputName(spec, name), shape })),
    layers,
    outputs: spec.outputs.map(made),
  };
}

/** The second model fed with what the first makes. */
export function inARow(name: string, first: KerasModel, second: KerasModel): KerasModel {
  const [input] = second.inputs;
  const fed = second.layers.map((layer) => ({
    ...layer,
    from: layer.from.map((source) => (source === input.name ? first.outputs[0] : source)),
  }));
  return { name, inputs: first.inputs, layers: [...first.layers, ...fed], outputs: second.outputs };
}

/** Whether its layers stand one after the other. */
export const isRow = ({ inputs, layers, outputs }: KerasModel): boolean =>
  inputs.length === 1 &&
  layers.every(({ from }, i) => from.join() === (layers[i - 1]?.config.name ?? inputs[0].name)) &&
  outputs.join() === (layers.at(-1)?.config.name ?? inputs[0].name);

/** How a version of the format writes the parts. */
export interface KerasWords {
  readonly input: (input: KerasInput) => Record<string, ConfigValue>;
  readonly layer: (className: string, config: KerasConfig) => Record<string, ConfigValue>;
  /** What a layer of a Functional model takes. */
  readonly inbound: (layer: KerasLayer, shapeOf: (name: string) => readonly number[]) => ConfigValue;
  /** Whether an input layer stands first in a Sequential model. */
  readonly namesInput: boolean;
}

/** `{ class_name, config }` of the model. */
export function architectureOf(
  model: KerasModel,
  words: KerasWords,
): { class_name: string; config: Record<string, ConfigValue> } {
  const { name, inputs, layers, outputs } = model;
  const inputLayers = inputs.map((input) => words.input(input));
  if (isRow(model)) {
    const row = layers.map(({ className, config }) => words.layer(className, config));
    return {
      class_name: 'Sequential',
      config: { name, layers: words.namesInput ? [...inputLayers, ...row] : row },
    };
  }
  const shapes = new Map([
    ...inputs.map((input): [string, readonly number[]] => [input.name, input.shape]),
    ...layers.map((layer): [string, readonly number[]] => [layer.config.name, layer.shape]),
  ]);
  const place = (value: string): ConfigValue => [value, 0, 0];
  return {
    class_name: 'Functional',
    config: {
      name,
      layers: [
        ...inputLayers.map((layer, i) => ({ ...layer, name: inputs[i].name, inbound_nodes: [] })),
        ...layers.map((layer) => ({
          ...words.layer(layer.className, layer.config),
          name: layer.config.name,
          inbound_nodes: words.inbound(layer, (value) => shapes.get(value) ?? []),
        })),
      ],
      input_layers: inputs.map((input) => place(input.name)),
      output_layers: outputs.map(place),
    },
  };
}
