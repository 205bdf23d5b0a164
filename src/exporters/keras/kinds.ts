// Class and settings of every layer kind in Keras, https://keras.io/api/layers/. What Keras has no layer for is refused by
// name.
import { UnsupportedModelError } from '../../graph/graph';
import {
  BATCH_NORM_EPSILON,
  EXAMPLE_NORM_EPSILON,
  LEAKY_ALPHA,
  pairOf,
  type ActivationName,
  type LayerKind,
  type LayerSpec,
  type PaddingMode,
  type ResolvedNode,
  type Sides,
} from '../../core/network';
import type { KerasConfig } from './config';

interface KerasPart {
  readonly className: string;
  /** Without its name. */
  readonly config: KerasConfig;
  /** Where Keras calls its kernel otherwise. */
  readonly kernelName?: string;
  /** What it makes, where that is not yet what the node makes. */
  readonly shape?: readonly number[];
}

/** What becomes of a layer: one Keras layer, several in a row, or null where Keras has none. */
type Rule<K extends LayerKind> = (
  layer: LayerSpec<K>,
  node: ResolvedNode,
) => KerasPart | readonly KerasPart[] | null;

const last = { data_format: 'channels_last' };

const window = (kernel: Sides, stride: Sides, padding: PaddingMode) => ({
  kernel_size: pairOf(kernel),
  strides: pairOf(stride),
  padding,
});

const linear = (useBias: boolean | undefined) => ({ activation: 'linear', use_bias: useBias !== false });

const undilated = { dilation_rate: [1, 1] };

const groupNorm = (groups: number): KerasPart => ({
  className: 'GroupNormalization',
  config: { groups, axis: -1, epsilon: EXAMPLE_NORM_EPSILON, center: true, scale: true },
});

const pooling =
  (className: string): Rule<'averagePool' | 'maxPool'> =>
  ({ size, stride = size, padding = 'valid' }) => ({
    className,
    config: { pool_size: pairOf(size), strides: pairOf(stride), padding, ...last },
  });

const borders = ({ top, bottom, left, right }: LayerSpec<'zeroPad' | 'crop'>) => [
  [top, bottom],
  [left, right],
];

const named = (activation: string): KerasPart => ({ className: 'Activation', config: { activation } });

/** Keras 2 and TensorFlow.js read `alpha`, Keras 3 reads `negative_slope`; the writers choose. */
const ACTIVATIONS: Readonly<Record<ActivationName, ((alpha: number) => KerasPart) | null>> = {
  relu: () => named('relu'),
  leakyRelu: (alpha) => ({ className: 'LeakyReLU', config: { alpha } }),
  tanh: () => named('tanh'),
  sigmoid: () => named('sigmoid'),
  relu6: () => ({ className: 'ReLU', config: { max_value: 6 } }),
  elu: () => named('elu'),
  selu: () => named('selu'),
  gelu: () => named('gelu'),
  swish: () => named('swish'),
  softplus: () => named('softplus'),
  geluTanh: null, // has no name of its own
  hardSigmoid: null, // Keras 2 and 3 mean different functions by it
};

const RULES: { readonly [K in LayerKind]: Rule<K> } = {
  dense: ({ units, useBias }) => ({
    className: 'Dense',
    config: { units, ...linear(useBias) },
  }),
  conv2d: ({ filters, kernel, stride = 1, padding = 'same', useBias }) => ({
    className: 'Conv2D',
    config: { filters, ...window(kernel, stride, padding), ...last, ...undilated, ...linear(useBias) },
  }),
  depthwiseConv2d: ({ kernel, stride = 1, useBias }) => ({
    className: 'DepthwiseConv2D',
    config: {
      ...window(kernel, stride, 'same'),
      depth_multiplier: 1,
      ...last,
      ...undilated,
      ...linear(useBias),
    },
    kernelName: 'depthwise_kernel',
  }),
  conv2dTranspose: ({ filters, kernel, stride, useBias }) => ({
    className: 'Conv2DTranspose',
    config: { filters, ...window(kernel, stride, 'same'), ...last, ...linear(useBias) },
  }),
  // Keras keeps the axis of the one index.
  embedding: ({ classes, units }) => [
    {
      className: 'Embedding',
      config: { input_dim: classes, output_dim: units },
      kernelName: 'embeddings',
      shape: [1, units],
    },
    { className: 'Flatten', config: last },
  ],
  reshape: ({ shape }) => ({ className: 'Reshape', config: { target_shape: shape } }),
  flatten: () => ({ className: 'Flatten', config: last }),
  upsample: () => ({
    className: 'UpSampling2D',
    config: { size: [2, 2], ...last, interpolation: 'nearest' },
  }),
  resize({ factor }) {
    const size = pairOf(factor);
    if (!size.every(Number.isInteger)) return null;
    return { className: 'UpSampling2D', config: { size, ...last, interpolation: 'bilinear' } };
  },
  zeroPad: (layer) => ({ className: 'ZeroPadding2D', config: { padding: borders(layer), ...last } }),
  crop: (layer) => ({ className: 'Cropping2D', config: { cropping: borders(layer), ...last } }),
  reflectionPad: () => null,
  averagePool: pooling('AveragePooling2D'),
  maxPool: pooling('MaxPooling2D'),
  globalAveragePool: () => ({ className: 'GlobalAveragePooling2D', config: last }),
  add: () => ({ className: 'Add', config: {} }),
  concat: () => ({ className: 'Concatenate', config: { axis: -1 } }),
  batchNorm: ({ momentum, epsilon = BATCH_NORM_EPSILON }) => ({
    className: 'BatchNormalization',
    config: { axis: -1, momentum, epsilon, center: true, scale: true },
  }),
  layerNorm: () => groupNorm(1),
  instanceNorm: () => groupNorm(-1),
  pixelNorm: () => null,
  minibatchStd: () => null,
  activation: ({ fn, alpha = LEAKY_ALPHA }) => ACTIVATIONS[fn]?.(alpha) ?? null,
  prelu: (_, { input }) => ({
    className: 'PReLU',
    config: { shared_axes: input.length > 1 ? input.slice(0, -1).map((_, axis) => axis + 1) : null },
  }),
  softmax: () => ({ className: 'Softmax', config: { axis: -1 } }),
  dropout: ({ rate }) => ({ className: 'Dropout', config: { rate } }),
};

const partsOf = <K extends LayerKind>(layer: LayerSpec<K>, node: ResolvedNode) =>
  RULES[layer.kind](layer, node);

/** @throws UnsupportedModelError naming a layer without a counterpart */
export function kerasParts(node: ResolvedNode): readonly KerasPart[] {
  const parts = partsOf(node.layer, node);
  if (parts) return 'className' in parts ? [parts] : parts;
  throw new UnsupportedModelError(
    `Layer ${node.name} has no counterpart in Keras.`,
    'Choose a model made of dense, convolution, batch norm, upsampling and activation layers.',
  );
}
