// A network as a list of Keras layers: class names, settings in Keras' own words, weights in Keras' order. Shared by the
// Keras files and by TensorFlow.js, whose layers are Keras' layers. Batch norms stay what they are: nothing is folded.
import type { TrainedWeights } from '../../graph/graph';
import { UnsupportedModelError } from '../../graph/graph';
import {
  BATCH_NORM_EPSILON,
  EXAMPLE_NORM_EPSILON,
  LEAKY_ALPHA,
  chainLayers,
  type NetworkSpec,
  type ResolvedNode,
} from '../../core/network';

export type ConfigValue =
  string | number | boolean | null | readonly ConfigValue[] | { [key: string]: ConfigValue };
export type KerasConfig = Readonly<Record<string, ConfigValue>>;

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
}

const WEIGHT_NAMES = {
  kernel: 'kernel',
  bias: 'bias',
  gamma: 'gamma',
  beta: 'beta',
  movingMean: 'moving_mean',
  movingVariance: 'moving_variance',
} as const;

/** Class and settings of a layer, without its name. */
function classOf({ layer, name }: ResolvedNode): { className: string; config: KerasConfig } {
  switch (layer.kind) {
    case 'dense':
      return {
        className: 'Dense',
        config: { units: layer.units, activation: 'linear', use_bias: layer.useBias !== false },
      };
    case 'conv2d': {
      const { filters, kernel, stride = 1, padding = 'same', useBias } = layer;
      const config = { filters, kernel_size: [kernel, kernel], strides: [stride, stride], padding };
      return {
        className: 'Conv2D',
        config: {
          ...config,
          data_format: 'channels_last',
          dilation_rate: [1, 1],
          activation: 'linear',
          use_bias: useBias !== false,
        },
      };
    }
    case 'depthwiseConv2d': {
      const { kernel, stride = 1, useBias } = layer;
      return {
        className: 'DepthwiseConv2D',
        config: {
          kernel_size: [kernel, kernel],
          strides: [stride, stride],
          padding: 'same',
          depth_multiplier: 1,
          data_format: 'channels_last',
          dilation_rate: [1, 1],
          activation: 'linear',
          use_bias: useBias !== false,
        },
      };
    }
    case 'conv2dTranspose': {
      const { filters, kernel, stride, useBias } = layer;
      const config = { filters, kernel_size: [kernel, kernel], strides: [stride, stride], padding: 'same' };
      return {
        className: 'Conv2DTranspose',
        config: {
          ...config,
          data_format: 'channels_last',
          activation: 'linear',
          use_bias: useBias !== false,
        },
      };
    }
    case 'reshape':
      return { className: 'Reshape', config: { target_shape: layer.shape } };
    case 'flatten':
      return { className: 'Flatten', config: { data_format: 'channels_last' } };
    case 'upsample':
      return {
        className: 'UpSampling2D',
        config: { size: [2, 2], data_format: 'channels_last', interpolation: 'nearest' },
      };
    case 'zeroPad':
      return {
        className: 'ZeroPadding2D',
        config: {
          padding: [
            [layer.top, layer.bottom],
            [layer.left, layer.right],
          ],
          data_format: 'channels_last',
        },
      };
    case 'batchNorm':
      return {
        className: 'BatchNormalization',
        config: {
          axis: -1,
          momentum: layer.momentum,
          epsilon: layer.epsilon ?? BATCH_NORM_EPSILON,
          center: true,
          scale: true,
        },
      };
    case 'layerNorm':
    case 'instanceNorm':
      return {
        className: 'GroupNormalization',
        config: {
          groups: layer.kind === 'layerNorm' ? 1 : -1,
          axis: -1,
          epsilon: EXAMPLE_NORM_EPSILON,
          center: true,
          scale: true,
        },
      };
    case 'activation':
      // Keras 2 and TensorFlow.js read `alpha`, Keras 3 reads `negative_slope`; the writers choose.
      return layer.fn === 'leakyRelu'
        ? { className: 'LeakyReLU', config: { alpha: layer.alpha ?? LEAKY_ALPHA } }
        : { className: 'Activation', config: { activation: layer.fn } };
    case 'dropout':
      return { className: 'Dropout', config: { rate: layer.rate } };
    default:
      throw new UnsupportedModelError(
        `Layer ${name} has no counterpart in Keras.`,
        'Choose a model made of dense, convolution, batch norm, upsampling and activation layers.',
      );
  }
}

/**
 * The layers of a network with their weights; layer names are prefixed so that two networks fit into one file.
 * @throws UnsupportedModelError when a weight is missing or a layer has no counterpart
 */
export function kerasLayers(spec: NetworkSpec, trained: TrainedWeights): readonly KerasLayer[] {
  return chainLayers(spec).map((resolved) => {
    const { className, config } = classOf(resolved);
    const weights = resolved.weights.map(({ role, shape }) => {
      const found = trained.get(`${resolved.name}/${role}`);
      if (!found || found.shape.join() !== shape.join()) {
        throw new UnsupportedModelError(
          `The weight ${resolved.name}/${role} is ${found?.shape.join(' x ') ?? 'missing'}.`,
          'The run was saved by another version of the model; train it again.',
        );
      }
      if (role === 'spectralIn' || role === 'spectralOut') {
        throw new UnsupportedModelError(
          `Layer ${resolved.name} still has its spectral normalization.`,
          'Choose a format that holds the generator alone.',
        );
      }
      const depthwise = role === 'kernel' && resolved.layer.kind === 'depthwiseConv2d';
      return { name: depthwise ? 'depthwise_kernel' : WEIGHT_NAMES[role], shape, values: found.values };
    });
    return {
      className,
      config: { name: `${spec.name}_${resolved.name}`, trainable: true, ...config },
      weights,
    };
  });
}
