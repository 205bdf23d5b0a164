// Keras' file formats: `.h5` with the architecture in words and the weights by layer (Keras 2 and 3 read it), the
// architecture alone as `.json`, and `.keras`, the zip of Keras 3. https://keras.io/guides/serialization_and_saving/
import { strToU8, zipSync } from 'fflate';
import { writeHdf5, type Hdf5Group } from '../formats/hdf5';
import { architectureOf, type KerasModel, type KerasWords } from './architecture';
import { INPUT_TEXT } from '../inputText';
import type { KerasConfig } from './config';
import type { KerasLayer } from './layers';

const KERAS_2 = '2.15.0';
const KERAS_3 = '3.0.0';
const FIXED_TIME = new Date(1980, 0, 1); // equal models give equal files

/** As Keras 2 writes it; an input layer of its own, without which Keras 3 misreads the shape. */
const KERAS_2_WORDS: KerasWords = {
  namesInput: true,
  input: ({ name, shape }) => ({
    class_name: 'InputLayer',
    config: { batch_input_shape: [null, ...shape], dtype: 'float32', sparse: false, ragged: false, name },
  }),
  layer: (className, config) => ({ class_name: className, config: { ...config, dtype: 'float32' } }),
  inbound: ({ from }) => [from.map((value) => [value, 0, 0, {}])],
};

function keras3Config({ alpha, ...config }: KerasConfig): KerasConfig {
  return { ...config, dtype: 'float32', ...(alpha !== undefined && { negative_slope: alpha }) };
}

const serialized = (className: string, config: KerasConfig) => ({
  module: 'keras.layers',
  class_name: className,
  config,
  registered_name: null,
});

const KERAS_3_WORDS: KerasWords = {
  namesInput: true,
  input: ({ name, shape }) =>
    serialized('InputLayer', { batch_shape: [null, ...shape], dtype: 'float32', sparse: false, name }),
  layer: (className, config) => serialized(className, keras3Config(config)),
  inbound({ from }, shapeOf) {
    const tensors = from.map((value) => ({
      class_name: '__keras_tensor__',
      config: { shape: [null, ...shapeOf(value)], dtype: 'float32', keras_history: [value, 0, 0] },
    }));
    return [{ args: tensors.length > 1 ? [tensors] : tensors, kwargs: {} }];
  },
};

/** `.json`: the architecture alone, for `keras.models.model_from_json`. Keras 3 finds no class without its module. */
export function kerasJson(model: KerasModel): string {
  const worded: KerasWords = {
    ...KERAS_2_WORDS,
    input: (input) => ({ module: 'keras.layers', ...KERAS_2_WORDS.input(input), registered_name: null }),
    layer: (className, config) => ({
      module: 'keras.layers',
      ...KERAS_2_WORDS.layer(className, config),
      registered_name: null,
    }),
  };
  const named = { module: 'keras', ...architectureOf(model, worded), registered_name: null };
  return JSON.stringify({ ...named, keras_version: KERAS_2, backend: 'tensorflow' }, null, 1);
}

/** `.h5` for `keras.models.load_model`. */
export async function kerasH5(model: KerasModel): Promise<Uint8Array<ArrayBuffer>> {
  const facts = { keras_version: KERAS_2, backend: 'tensorflow' };
  const layerGroup = ({ config: { name }, weights }: KerasLayer): Hdf5Group => ({
    attributes: { weight_names: weights.map((w) => `${name}/${w.name}:0`) },
    groups:
      weights.length === 0
        ? {}
        : { [name]: { datasets: Object.fromEntries(weights.map((w) => [`${w.name}:0`, w])) } },
  });
  return writeHdf5({
    attributes: {
      ...facts,
      model_config: JSON.stringify(architectureOf(model, KERAS_2_WORDS)),
      ...(model.inputText !== undefined && { [INPUT_TEXT]: model.inputText }),
    },
    groups: {
      model_weights: {
        attributes: { ...facts, layer_names: model.layers.map((l) => l.config.name) },
        groups: Object.fromEntries(model.layers.map((l) => [l.config.name, layerGroup(l)])),
      },
    },
  });
}

/** Class names as Keras 3 spells its folders: `Conv2DTranspose` is `conv2d_transpose`. */
const snakeCase = (className: string): string =>
  className
    .replace(/(.)([A-Z][a-z]+)/g, '$1_$2')
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase();

/** `.keras`: a zip, not compressed, of metadata, architecture and weights. */
export async function kerasArchive(model: KerasModel): Promise<Uint8Array<ArrayBuffer>> {
  const { class_name, config } = architectureOf(model, KERAS_3_WORDS);
  const { name, ...rest } = config;
  const architecture = {
    module: 'keras',
    class_name,
    config: { name, trainable: true, dtype: 'float32', ...rest },
    registered_name: null,
  };
  const counts = new Map<string, number>();
  const groups = model.layers.map(({ className, weights }): [string, Hdf5Group] => {
    const base = snakeCase(className);
    const count = counts.get(base) ?? 0;
    counts.set(base, count + 1);
    const datasets = Object.fromEntries(weights.map((w, i) => [String(i), w]));
    return [count === 0 ? base : `${base}_${count}`, { groups: { vars: { datasets } } }];
  });
  const weights = await writeHdf5({ groups: { layers: { groups: Object.fromEntries(groups) }, vars: {} } });
  return zipSync(
    {
      'metadata.json': strToU8(
        JSON.stringify({
          keras_version: KERAS_3,
          date_saved: '1980-01-01@00:00:00',
          ...(model.inputText !== undefined && { [INPUT_TEXT]: model.inputText }),
        }),
      ),
      'config.json': strToU8(JSON.stringify(architecture)),
      'model.weights.h5': weights,
    },
    { level: 0, mtime: FIXED_TIME },
  );
}
