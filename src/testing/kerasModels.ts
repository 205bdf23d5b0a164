// Test support: one generator as TensorFlow's Keras 2 and Keras 3 describe it, with the settings that these leave in their
// configurations, and as this project says it. Weights and files are made by the tests.
import { chain, type NetworkSpec } from '../core/network';

/** The generator, as this project says it. */
export const KERAS_GENERATOR: NetworkSpec = chain(
  'generator',
  [6],
  [
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
);

/** Keras' name of each layer that has weights, beside the engine's. */
export const KERAS_NAMES = {
  dense_1: 'dense',
  batchNorm_1: 'batch_normalization',
  conv2dTranspose_1: 'conv2d_transpose',
  batchNorm_2: 'batch_normalization_1',
  conv2d_1: 'conv2d',
};

/** Layers as Keras 2 describes them, in two Sequential models inside a Functional one. */
export const KERAS_2 = {
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
export const KERAS_3 = {
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
