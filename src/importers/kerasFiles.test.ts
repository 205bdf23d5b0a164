// Files as TensorFlow's Keras 2 and Keras 3 write them, with the settings that these leave in their configurations; the
// HDF5 is written by h5py.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strToU8, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import type { TrainedWeights } from '../compression/graph';
import { GanvasError } from '../core/errors';
import { resolveNetwork, type LayerSpec, type NetworkSpec } from '../core/networkSpec';
import { difference, engineOutput, startTestEngine } from '../testing/exportEngine';
import { seededInputs, seededWeights } from '../testing/exportModels';
import { inTemporaryFolder, pythonMisses } from '../testing/tools';
import { openModel } from './index';

beforeAll(startTestEngine);

const WRITER = fileURLToPath(new URL('./writeHdf5.py', import.meta.url));
const missing = pythonMisses('h5py', 'python3-h5py') ?? pythonMisses('numpy', 'python3-numpy');

interface Tree {
  readonly options?: Record<string, string | number | boolean>;
  readonly attrs?: Record<string, string | readonly string[]>;
  readonly groups?: Record<string, { attrs: Record<string, string | readonly string[]> }>;
}
type Stored = Record<string, { readonly shape: readonly number[]; readonly values: Float32Array }>;

const hdf5 = (tree: Tree, stored: Stored): Promise<Uint8Array> =>
  inTemporaryFolder(async (write, folder) => {
    const shapes = Object.fromEntries(Object.entries(stored).map(([path, { shape }]) => [path, shape]));
    const values = Float32Array.from(Object.values(stored).flatMap((w) => [...w.values]));
    const description = await write('tree.json', JSON.stringify({ ...tree, datasets: shapes }));
    const data = await write('values', new Uint8Array(values.buffer));
    const path = join(folder, 'out.h5');
    execFileSync('/usr/bin/python3', [WRITER, description, data, path]);
    return new Uint8Array(readFileSync(path));
  });

/** What the file holds, as this project says it. */
const SPEC: NetworkSpec = {
  name: 'generator',
  input: [6],
  layers: [
    { kind: 'dense', units: 2 * 2 * 8, useBias: false },
    { kind: 'batchNorm', momentum: 0.99 }, // epsilon 1e-3, Keras' default
    { kind: 'activation', fn: 'leakyRelu', alpha: 0.3 },
    { kind: 'reshape', shape: [2, 2, 8] },
    { kind: 'conv2dTranspose', filters: 6, kernel: 5, stride: 2, useBias: false },
    { kind: 'batchNorm', momentum: 0.8 },
    { kind: 'activation', fn: 'relu' },
    { kind: 'dropout', rate: 0.3 },
    { kind: 'upsample' },
    { kind: 'conv2d', filters: 1, kernel: 5 },
    { kind: 'activation', fn: 'tanh' },
  ],
};
const WEIGHTS = seededWeights(SPEC, 8);
const named = (name: string) => {
  const found = WEIGHTS.get(name);
  if (!found) throw new TypeError(name);
  return found;
};
const SHORT = {
  kernel: 'kernel',
  bias: 'bias',
  gamma: 'gamma',
  beta: 'beta',
  movingMean: 'moving_mean',
  movingVariance: 'moving_variance',
} as const;
/** Keras' name of each layer that has weights, beside the engine's. */
const NAMES = {
  dense_1: 'dense',
  batchNorm_1: 'batch_normalization',
  conv2dTranspose_1: 'conv2d_transpose',
  batchNorm_2: 'batch_normalization_1',
  conv2d_1: 'conv2d',
};

const rolesOf = (layer: string) =>
  (['kernel', 'bias', 'gamma', 'beta', 'movingMean', 'movingVariance'] as const).filter((role) =>
    WEIGHTS.has(`${layer}/${role}`),
  );

/** Layers as Keras 2 describes them, in two Sequential models inside a Functional one. */
const KERAS_2 = {
  class_name: 'Functional',
  config: {
    name: 'model',
    trainable: true,
    layers: [
      {
        class_name: 'InputLayer',
        config: {
          batch_input_shape: [null, 6],
          dtype: 'float32',
          sparse: false,
          ragged: false,
          name: 'input_1',
        },
        name: 'input_1',
        inbound_nodes: [],
      },
      {
        class_name: 'Sequential',
        name: 'head',
        inbound_nodes: [[['input_1', 0, 0, {}]]],
        config: {
          name: 'head',
          layers: [
            {
              class_name: 'InputLayer',
              config: { batch_input_shape: [null, 6], dtype: 'float32', name: 'dense_input' },
            },
            {
              class_name: 'Dense',
              config: {
                name: 'dense',
                trainable: true,
                batch_input_shape: [null, 6],
                dtype: 'float32',
                units: 32,
                activation: 'linear',
                use_bias: false,
                kernel_initializer: { class_name: 'GlorotUniform', config: { seed: null } },
              },
            },
            {
              class_name: 'BatchNormalization',
              config: {
                name: 'batch_normalization',
                trainable: true,
                dtype: 'float32',
                axis: [1],
                momentum: 0.99,
                epsilon: 0.001,
                center: true,
                scale: true,
              },
            },
            {
              class_name: 'LeakyReLU',
              config: { name: 'leaky_re_lu', trainable: true, dtype: 'float32', alpha: 0.30000001192092896 },
            },
            {
              class_name: 'Reshape',
              config: { name: 'reshape', trainable: true, dtype: 'float32', target_shape: [2, -1, 8] },
            },
          ],
        },
      },
      {
        class_name: 'Sequential',
        name: 'tail',
        inbound_nodes: [[['head', 1, 0, {}]]],
        config: {
          name: 'tail',
          layers: [
            {
              class_name: 'Conv2DTranspose',
              config: {
                name: 'conv2d_transpose',
                trainable: true,
                batch_input_shape: [null, 2, 2, 8],
                dtype: 'float32',
                filters: 6,
                kernel_size: [5, 5],
                strides: [2, 2],
                padding: 'same',
                data_format: 'channels_last',
                dilation_rate: [1, 1],
                groups: 1,
                activation: 'linear',
                use_bias: false,
                output_padding: null,
              },
            },
            {
              class_name: 'BatchNormalization',
              config: { name: 'batch_normalization_1', axis: [3], momentum: 0.8, epsilon: 0.001 },
            },
            {
              class_name: 'ReLU',
              config: { name: 're_lu', max_value: null, negative_slope: 0.0, threshold: 0.0 },
            },
            { class_name: 'Dropout', config: { name: 'dropout', rate: 0.3, noise_shape: null, seed: null } },
            {
              class_name: 'UpSampling2D',
              config: {
                name: 'up_sampling2d',
                size: [2, 2],
                data_format: 'channels_last',
                interpolation: 'nearest',
              },
            },
            {
              class_name: 'Conv2D',
              config: {
                name: 'conv2d',
                filters: 1,
                kernel_size: [5, 5],
                strides: [1, 1],
                padding: 'same',
                data_format: 'channels_last',
                dilation_rate: [1, 1],
                groups: 1,
                activation: 'tanh',
                use_bias: true,
              },
            },
          ],
        },
      },
    ],
    input_layers: [['input_1', 0, 0]],
    output_layers: [['tail', 1, 0]],
  },
};

/** The same as one Sequential model of Keras 3. */
const layer3 = (class_name: string, config: object) => ({
  module: 'keras.layers',
  class_name,
  config: {
    trainable: true,
    dtype: { module: 'keras', class_name: 'DTypePolicy', config: { name: 'float32' }, registered_name: null },
    ...config,
  },
  registered_name: null,
  build_config: {},
});
const KERAS_3 = {
  module: 'keras',
  class_name: 'Sequential',
  registered_name: null,
  config: {
    name: 'sequential',
    trainable: true,
    layers: [
      layer3('InputLayer', { batch_shape: [null, 6], sparse: false, name: 'input_layer' }),
      layer3('Dense', { name: 'dense', units: 32, activation: 'linear', use_bias: false }),
      layer3('BatchNormalization', {
        name: 'batch_normalization',
        axis: -1,
        momentum: 0.99,
        epsilon: 0.001,
        center: true,
        scale: true,
      }),
      layer3('LeakyReLU', { name: 'leaky_re_lu', negative_slope: 0.3 }),
      layer3('Reshape', { name: 'reshape', target_shape: [2, 2, 8] }),
      layer3('Conv2DTranspose', {
        name: 'conv2d_transpose',
        filters: 6,
        kernel_size: [5, 5],
        strides: [2, 2],
        padding: 'same',
        data_format: 'channels_last',
        dilation_rate: [1, 1],
        activation: 'linear',
        use_bias: false,
        output_padding: null,
      }),
      layer3('BatchNormalization', {
        name: 'batch_normalization_1',
        axis: -1,
        momentum: 0.8,
        epsilon: 0.001,
      }),
      layer3('Activation', { name: 'activation', activation: 'relu' }),
      layer3('Dropout', { name: 'dropout', rate: 0.3, seed: null, noise_shape: null }),
      layer3('UpSampling2D', {
        name: 'up_sampling2d',
        size: [2, 2],
        interpolation: 'nearest',
        data_format: 'channels_last',
      }),
      layer3('Conv2D', {
        name: 'conv2d',
        filters: 1,
        kernel_size: [5, 5],
        strides: [1, 1],
        padding: 'same',
        dilation_rate: [1, 1],
        groups: 1,
        activation: 'tanh',
        use_bias: true,
      }),
    ],
    build_input_shape: [null, 6],
  },
};

async function drawsTheSame(bytes: Uint8Array, name: string): Promise<void> {
  const { imported, weights } = await openModel([{ name, bytes }]);
  const inputs = seededInputs(SPEC, 3);
  const expected = engineOutput(SPEC, WEIGHTS, inputs, 3);
  expect(difference(engineOutput(imported.network, weights, inputs, 3), expected).max).toBeLessThan(1e-5);
}

const groupsOf = (prefix: string) =>
  Object.fromEntries(
    Object.entries(NAMES).map(([own, name]) => [
      `model_weights/${name}`,
      { attrs: { weight_names: rolesOf(own).map((role) => `${prefix}${name}/${SHORT[role]}:0`) } },
    ]),
  );
const storedAs = (path: (name: string, short: string) => string): Stored =>
  Object.fromEntries(
    Object.entries(NAMES).flatMap(([own, name]) =>
      rolesOf(own).map((role) => [path(name, SHORT[role]), named(`${own}/${role}`)]),
    ),
  );

describe.skipIf(missing)(`files of h5py ${missing ?? ''}`, () => {
  it('Keras 2: models in a model, weights by the names of both', async () => {
    const attrs = { keras_version: '2.15.0', backend: 'tensorflow', model_config: JSON.stringify(KERAS_2) };
    const part = (name: string) => (['dense', 'batch_normalization'].includes(name) ? 'head' : 'tail');
    const stored = storedAs((name, short) => `model_weights/${part(name)}/${name}/${short}:0`);
    await drawsTheSame(await hdf5({ attrs }, stored), 'generator.h5');
  });

  it('Keras 3: .h5 with weights by path', async () => {
    const attrs = { keras_version: '3.3.3', backend: 'tensorflow', model_config: JSON.stringify(KERAS_3) };
    const stored = storedAs((name, short) => `model_weights/${name}/sequential/${name}/${short}`);
    await drawsTheSame(await hdf5({ attrs, groups: groupsOf('sequential/') }, stored), 'generator.h5');
  });

  it.each([
    ['plain', {}],
    ['in order', { track_order: true }],
    ['newest', { libver: 'latest' }],
    ['double precision', { dtype: '<f8' }],
    ['compressed', { compression: 'gzip' }],
    ['compressed, shuffled, with checksums', { compression: 'gzip', shuffle: true, fletcher32: true }],
    ['compressed, newest', { compression: 'gzip', shuffle: true, libver: 'latest' }],
    ['in many small chunks', { chunks: 3 }],
    ['in many small chunks, compressed', { chunks: 3, compression: 'gzip' }],
    ['in small chunks, newest', { chunks: 4, libver: 'latest' }],
    ['in small chunks, compressed, newest', { chunks: 4, compression: 'gzip', libver: 'latest' }],
  ])('HDF5 of h5py, %s', async (_, options) => {
    const attrs = { model_config: JSON.stringify(KERAS_3) };
    const stored = storedAs((name, short) => `model_weights/${name}/${name}/${short}:0`);
    await drawsTheSame(await hdf5({ options, attrs, groups: groupsOf('') }, stored), 'generator.h5');
  });

  it.each([
    ['class and number', (own: keyof typeof NAMES) => NAMES[own]],
    ['the name of the layer', (own: keyof typeof NAMES) => (own === 'batchNorm_2' ? 'second' : NAMES[own])],
  ])('Keras 3: .keras with folders by %s', async (_, folder) => {
    const stored = Object.fromEntries(
      (['dense_1', 'batchNorm_1', 'conv2dTranspose_1', 'batchNorm_2', 'conv2d_1'] as const).flatMap((own) =>
        rolesOf(own).map((role, i) => [`layers/${folder(own)}/vars/${i}`, named(`${own}/${role}`)]),
      ),
    );
    // Named by hand, so that folder and name differ.
    const renamed = JSON.stringify(KERAS_3).replace('"name":"batch_normalization_1"', '"name":"second"');
    const weights = await hdf5({ options: { track_order: true } }, stored);
    const parts = {
      'config.json': strToU8(renamed),
      'metadata.json': strToU8('{}'),
      'model.weights.h5': weights,
    };
    await drawsTheSame(zipSync(parts), 'generator.keras');
  });

  it('survives changed bytes of compressed chunks', async () => {
    const options = { chunks: 4, compression: 'gzip', shuffle: true };
    const attrs = { model_config: JSON.stringify(KERAS_3) };
    const stored = storedAs((name, short) => `model_weights/${name}/${name}/${short}:0`);
    const whole = await hdf5({ options, attrs }, stored);
    const outcomes = new Set<string>();
    for (let at = 100; at < whole.length; at += Math.ceil(whole.length / 300)) {
      const bytes = whole.slice();
      bytes[at] ^= 0xff;
      const started = performance.now();
      try {
        await openModel([{ name: 'a.h5', bytes }]);
        outcomes.add('opened');
      } catch (error) {
        if (!(error instanceof GanvasError)) throw error;
        outcomes.add(error.name);
      }
      expect(performance.now() - started).toBeLessThan(2000);
    }
    expect(outcomes).toContain('DamagedModelError');
  });

  it('says that other numbers and weights alone cannot be opened', async () => {
    const attrs = { model_config: JSON.stringify(KERAS_3) };
    const stored = storedAs((name, short) => `model_weights/${name}/${name}/${short}:0`);
    const packed = await hdf5({ options: { dtype: '>f4' }, attrs }, stored);
    await expect(openModel([{ name: 'a.h5', bytes: packed }])).rejects.toThrow(
      /something else than little-endian floats/,
    );
    const alone = await hdf5({}, stored);
    await expect(openModel([{ name: 'a.h5', bytes: alone }])).rejects.toThrow(
      /without the attribute model_config/,
    );
  });
});

/** A TensorFlow.js model of these Keras layers, with weights as the layers ask for them. */
function tfjsOf(
  layers: readonly object[],
  weights: Record<string, readonly number[]>,
): { name: string; bytes: Uint8Array }[] {
  const model = {
    modelTopology: { model_config: { class_name: 'Sequential', config: { name: 's', layers } } },
    weightsManifest: [
      {
        paths: ['w.bin'],
        weights: Object.entries(weights).map(([name, shape]) => ({ name, shape, dtype: 'float32' })),
      },
    ],
  };
  const count = Object.values(weights).reduce((sum, shape) => sum + shape.reduce((p, s) => p * s, 1), 0);
  return [
    { name: 'model.json', bytes: strToU8(JSON.stringify(model)) },
    {
      name: 'w.bin',
      bytes: new Uint8Array(Float32Array.from({ length: count }, (_, i) => Math.sin(i)).buffer),
    },
  ];
}

const input = { class_name: 'InputLayer', config: { batch_input_shape: [null, 4], name: 'in' } };
const dense = { class_name: 'Dense', config: { name: 'd', units: 16 } };
const DENSE = { 'd/kernel': [4, 16], 'd/bias': [16] };
const square = { class_name: 'Reshape', config: { name: 'r', target_shape: [4, 4, 1] } };

describe('what has no counterpart is refused by the name of its layer', () => {
  it.each<[string, object, RegExp]>([
    [
      'another layer',
      { class_name: 'LSTM', config: { name: 'memory' } },
      /memory \(LSTM\) cannot be opened: there is no such layer/,
    ],
    [
      'another activation',
      { class_name: 'Activation', config: { name: 'a', activation: 'selu' } },
      /a \(Activation\).*"selu"/,
    ],
    [
      'another interpolation',
      { class_name: 'UpSampling2D', config: { name: 'u', interpolation: 'bilinear' } },
      /u \(UpSampling2D\).*bilinear/,
    ],
    [
      'a kernel that is no square',
      { class_name: 'Conv2D', config: { name: 'c', filters: 1, kernel_size: [3, 5] } },
      /c \(Conv2D\).*3 x 5/,
    ],
    [
      'a dilated kernel',
      { class_name: 'Conv2D', config: { name: 'c', filters: 1, kernel_size: 3, dilation_rate: [2, 2] } },
      /dilation_rate/,
    ],
    [
      'channels first',
      {
        class_name: 'Conv2D',
        config: { name: 'c', filters: 1, kernel_size: 3, data_format: 'channels_first' },
      },
      /channels come first/,
    ],
    [
      'a bounded rectifier',
      { class_name: 'ReLU', config: { name: 'six', max_value: 6 } },
      /six \(ReLU\).*max_value is 6/,
    ],
  ])('%s', async (_, layer, message) => {
    await expect(openModel(tfjsOf([input, dense, square, layer], DENSE))).rejects.toThrow(message);
  });

  it('a model with two inputs', async () => {
    const files = tfjsOf([], {});
    const layers = [
      { ...input, name: 'in', inbound_nodes: [] },
      {
        class_name: 'Concatenate',
        name: 'both',
        config: { name: 'both' },
        inbound_nodes: [
          [
            ['in', 0, 0, {}],
            ['class', 0, 0, {}],
          ],
        ],
      },
    ];
    const topology = { class_name: 'Model', config: { name: 'm', layers, output_layers: [['both', 0, 0]] } };
    const json = { modelTopology: topology, weightsManifest: [] };
    files[0].bytes = strToU8(JSON.stringify(json));
    await expect(openModel([files[0]])).rejects.toThrow(/both \(Concatenate\).*2 inputs \(in, class\)/);
  });

  it('weights of another shape, missing weights and missing files', async () => {
    await expect(
      openModel(tfjsOf([input, dense, square], { ...DENSE, 'd/kernel': [4, 15] })),
    ).rejects.toThrow(/\[4, 15\].*\[4, 16\]/);
    await expect(openModel(tfjsOf([input, dense, square], { 'd/kernel': [4, 16] }))).rejects.toThrow(
      /bias of d \(Dense\) is missing/,
    );
    await expect(openModel(tfjsOf([input, dense, square], DENSE).slice(0, 1))).rejects.toThrow(
      /"w.bin", which was not given/,
    );
    const [model, data] = tfjsOf([input, dense, square], { ...DENSE, 'd/extra': [1] });
    const json = new TextDecoder().decode(model.bytes).replace('"shape":[1]', '"shape":[1000000000000]');
    await expect(openModel([{ ...model, bytes: strToU8(json) }, data])).rejects.toThrow(/should end at byte/);
  });
});

/** A transposed convolution by its definition: each input pixel adds its kernel to the output. */
function transposedByHand(
  x: Float32Array,
  kernel: Float32Array,
  side: number,
  k: number,
  stride: number,
  f: number,
  c: number,
): Float32Array {
  const size = (side - 1) * stride + k;
  const out = new Float32Array(size * size * f);
  for (let y = 0; y < side; y++)
    for (let z = 0; z < side; z++)
      for (let i = 0; i < k; i++)
        for (let j = 0; j < k; j++)
          for (let o = 0; o < f; o++)
            for (let n = 0; n < c; n++)
              out[((y * stride + i) * size + z * stride + j) * f + o] +=
                x[(y * side + z) * c + n] * kernel[((i * k + j) * f + o) * c + n];
  return out;
}

it.each([
  [1, 4, 2],
  [1, 4, 1],
  [3, 4, 1],
])('a transposed convolution without padding of side %i, kernel %i, stride %i', async (side, k, stride) => {
  const [c, f] = [2, 3];
  const values = side * side * c;
  const kernel = Float32Array.from({ length: k * k * f * c }, (_, i) => Math.sin(i));
  const files = tfjsOf(
    [
      { class_name: 'InputLayer', config: { batch_input_shape: [null, values], name: 'in' } },
      { class_name: 'Reshape', config: { name: 'r', target_shape: [side, side, c] } },
      {
        class_name: 'Conv2DTranspose',
        config: { name: 't', filters: f, kernel_size: k, strides: stride, padding: 'valid', use_bias: false },
      },
    ],
    { 't/kernel': [k, k, f, c] },
  );
  const { imported, weights } = await openModel(files);
  const x = Float32Array.from({ length: values }, (_, i) => Math.cos(i));
  const expected = transposedByHand(x, kernel, side, k, stride, f, c);
  expect(difference(engineOutput(imported.network, weights, x, 1), expected).max).toBeLessThan(1e-5);
});

it('a network knows every weight that its layers ask for', async () => {
  const layers: LayerSpec[] = [{ kind: 'dense', units: 16 }];
  const { weights }: { weights: TrainedWeights } = await openModel(tfjsOf([input, dense, square], DENSE));
  const [resolved] = resolveNetwork({ name: 'x', input: [4], layers });
  expect([...weights.keys()]).toEqual(resolved.weights.map(({ role }) => `dense_1/${role}`));
});
