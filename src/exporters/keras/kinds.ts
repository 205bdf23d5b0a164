// Class and settings of every layer kind in Keras, https://keras.io/api/layers/. What Keras has no layer for is refused by
// name.
import { chosenFirst } from '../../graph/chosenFirst';
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
import {
  geluTanh,
  hardSigmoid,
  interpolated,
  layerNormalization,
  mirroredBorders,
  pixelNormalization,
  type KerasPart,
} from './parts';

/** Whose layers they are: TensorFlow.js lacks some of Keras', and interpolates otherwise. */
export type KerasTarget = 'keras' | 'tfjs';

type Parts = KerasPart | readonly KerasPart[];

/** What becomes of a layer: one Keras layer, several, or null where there is none. */
type Rule<K extends LayerKind> = (
  layer: LayerSpec<K>,
  node: ResolvedNode,
  target: KerasTarget,
) => Parts | null;

const last = { data_format: 'channels_last' };

const window = (kernel: Sides, stride: Sides, padding: PaddingMode) => ({
  kernel_size: pairOf(kernel),
  strides: pairOf(stride),
  padding,
});

const linear = (useBias: boolean | undefined) => ({ activation: 'linear', use_bias: useBias !== false });

const undilated = { dilation_rate: [1, 1] };

const exampleNorm =
  (over: 'layer' | 'instance'): Rule<'layerNorm' | 'instanceNorm'> =>
  (_, node, target) =>
    target === 'tfjs'
      ? layerNormalization(over, node)
      : {
          className: 'GroupNormalization',
          config: {
            groups: over === 'layer' ? 1 : -1,
            axis: -1,
            epsilon: EXAMPLE_NORM_EPSILON,
            center: true,
            scale: true,
          },
        };

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
const ACTIVATIONS: Readonly<Record<ActivationName, (alpha: number, node: ResolvedNode) => Parts>> = {
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
  geluTanh: (_, node) => geluTanh(node),
  hardSigmoid: (_, node) => hardSigmoid(node),
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
  // TensorFlow.js interpolates from corner to corner, and Keras' layer takes whole factors.
  resize({ factor }, node, target) {
    const size = pairOf(factor);
    if (target === 'tfjs' || !size.every(Number.isInteger)) return interpolated(node);
    return { className: 'UpSampling2D', config: { size, ...last, interpolation: 'bilinear' } };
  },
  zeroPad: (layer) => ({ className: 'ZeroPadding2D', config: { padding: borders(layer), ...last } }),
  crop: (layer) => ({ className: 'Cropping2D', config: { cropping: borders(layer), ...last } }),
  reflectionPad: mirroredBorders,
  averagePool: pooling('AveragePooling2D'),
  maxPool: pooling('MaxPooling2D'),
  globalAveragePool: () => ({ className: 'GlobalAveragePooling2D', config: last }),
  add: () => ({ className: 'Add', config: {} }),
  concat: () => ({ className: 'Concatenate', config: { axis: -1 } }),
  batchNorm: ({ momentum, epsilon = BATCH_NORM_EPSILON }) => ({
    className: 'BatchNormalization',
    config: { axis: -1, momentum, epsilon, center: true, scale: true },
  }),
  layerNorm: exampleNorm('layer'),
  instanceNorm: exampleNorm('instance'),
  conditionalInstanceNorm: (_, node) => chosenFirst(node),
  pixelNorm: (_, node) => pixelNormalization(node),
  minibatchStd: () => null,
  activation: ({ fn, alpha = LEAKY_ALPHA }, node) => ACTIVATIONS[fn](alpha, node),
  prelu: (_, { input }) => ({
    className: 'PReLU',
    config: { shared_axes: input.length > 1 ? input.slice(0, -1).map((_, axis) => axis + 1) : null },
  }),
  softmax: () => ({ className: 'Softmax', config: { axis: -1 } }),
  dropout: ({ rate }) => ({ className: 'Dropout', config: { rate } }),
};

const partsOf = <K extends LayerKind>(layer: LayerSpec<K>, node: ResolvedNode, target: KerasTarget) =>
  RULES[layer.kind](layer, node, target);

/** The Keras layers of a node, one at least. @throws UnsupportedModelError naming a layer without a counterpart */
export function kerasParts(node: ResolvedNode, target: KerasTarget): readonly KerasPart[] {
  const parts = partsOf(node.layer, node, target);
  if (parts) return 'className' in parts ? [parts] : parts;
  throw new UnsupportedModelError(
    `Layer ${node.name} compares the images of a batch, for which Keras and TensorFlow.js have no layers.`,
    'Choose PyTorch, or train a model without a minibatchStd layer.',
  );
}
