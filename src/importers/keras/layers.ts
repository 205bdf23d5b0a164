// One Keras layer after the other, by its class.
import { asNumber, fieldsOrNull } from '../fields';
import type { NetworkAssembly } from '../assembly';
import { ACTIVATION_LAYERS } from './activations';
import { refuse, type Adding } from './adding';
import { COMPOSED } from './composed';
import { groupNormalization, layerNormalization } from './norms';
import { concatenate, cropping, pooling, prelu, reshape, upsampling, zeroPadding } from './plainLayers';
import type { PlacedLayer } from './topology';
import { batchNorm, conv2d, conv2dTranspose, dense, depthwise, embedding, rescaling } from './weightedLayers';
import { describeLayer, type WeightSource } from './weightSource';

/** What layers do that have no counterpart here, by their class. */
const IN_WORDS: readonly (readonly [className: RegExp, words: string])[] = [
  [
    /^(Lambda|TFOpLambda|SlicingOpLambda|TFLambda|TensorFlowOpLayer)$/,
    'runs Python code or an operation of its own',
  ],
  [/(LSTM|GRU|RNN)/, 'is recurrent'],
  [/Attention/, 'pays attention to other values'],
  [
    /(Conv|Pooling|UpSampling|ZeroPadding|Cropping)\w*(1D|3D)/,
    'works on rows or volumes, and images are drawn here',
  ],
  [/^(Multiply|Dot)$/, 'multiplies values with each other'],
  [/^(Subtract|Average|Maximum|Minimum)$/, 'joins values otherwise than by their sum or side by side'],
  [/^(UnitNormalization|SpectralNormalization|Normalization)$/, 'normalizes otherwise than layers here'],
  [/^(Random|Center|Resizing|Hashing|StringLookup|TextVectorization|CategoryEncoding)/, 'prepares data'],
  [
    /^(Permute|RepeatVector|TimeDistributed|Bidirectional|Masking|Wrapper)$/,
    'puts values into another order',
  ],
];

function unknownLayer({ className, config }: PlacedLayer): string {
  const words = IN_WORDS.find(([pattern]) => pattern.test(className))?.[1];
  const called = typeof config.function === 'string' ? ` (${config.function.slice(0, 60)})` : '';
  return `there is no layer ${className.slice(0, 60)} here${words === undefined ? '' : `, which ${words}${called}`}`;
}

const nothing = (): void => undefined;

/** Layers that take several values. */
const JOINS: Readonly<Record<string, (adding: Adding, sources: readonly string[]) => void>> = {
  Add: ({ assembly, label }, sources) => assembly.join({ kind: 'add' }, label, sources),
  Concatenate: concatenate,
};

const LAYERS: Readonly<Record<string, (adding: Adding) => void>> = {
  InputLayer: nothing,
  Dense: dense,
  Conv2D: conv2d,
  Convolution2D: conv2d,
  Conv2DTranspose: conv2dTranspose,
  Convolution2DTranspose: conv2dTranspose,
  DepthwiseConv2D: (adding) => depthwise(adding, false),
  SeparableConv2D: (adding) => depthwise(adding, true),
  BatchNormalization: batchNorm,
  Rescaling: rescaling,
  LayerNormalization: layerNormalization,
  GroupNormalization: groupNormalization,
  Embedding: embedding,
  UpSampling2D: upsampling,
  ZeroPadding2D: zeroPadding,
  Cropping2D: cropping,
  AveragePooling2D: pooling('averagePool'),
  MaxPooling2D: pooling('maxPool'),
  GlobalAveragePooling2D: ({ assembly, label, config }) => {
    assembly.add({ kind: 'globalAveragePool' }, label);
    if (config.keepdims === true) assembly.add({ kind: 'reshape', shape: [1, 1, ...assembly.shape] }, label);
  },
  PReLU: prelu,
  Reshape: reshape,
  Flatten: ({ assembly, label }) => assembly.add({ kind: 'flatten' }, label),
  ...ACTIVATION_LAYERS,
  ...COMPOSED,
  Dropout: ({ assembly, label, config }) =>
    assembly.add({ kind: 'dropout', rate: asNumber(config.rate ?? 0, 'rate') }, label),
  // These do nothing when a model draws.
  SpatialDropout2D: nothing,
  GaussianNoise: nothing,
  GaussianDropout: nothing,
  ActivityRegularization: nothing,
};

function addingOf(
  assembly: NetworkAssembly,
  layer: PlacedLayer,
  weights: WeightSource,
  kerasVersion: number,
): Adding {
  return {
    assembly,
    layer,
    kerasVersion,
    label: describeLayer(layer),
    config: layer.config,
    take: (names, slot, shape) =>
      weights.take(layer, typeof names === 'string' ? [names] : names, slot, shape),
    parts: (layer.parts ?? []).map((part) => addingOf(assembly, part, weights, kerasVersion)),
  };
}

/**
 * @param sources values of the assembly that the layer takes; none for the first
 * @returns the value that it makes
 * @throws UnsupportedLayerError, DamagedModelError, OversizedModelError
 */
export function addKerasLayer(
  assembly: NetworkAssembly,
  layer: PlacedLayer,
  sources: readonly string[],
  weights: WeightSource,
  kerasVersion: number,
): string {
  const label = describeLayer(layer);
  const join = Object.hasOwn(JOINS, layer.className) ? JOINS[layer.className] : undefined;
  const add = Object.hasOwn(LAYERS, layer.className) ? LAYERS[layer.className] : undefined;
  const adding = addingOf(assembly, layer, weights, kerasVersion);
  const policy = fieldsOrNull(layer.config.dtype);
  if (typeof policy?.class_name === 'string' && /^Quantized/.test(policy.class_name))
    return refuse(
      label,
      'its weights are integers that Keras has quantized; save the model before model.quantize()',
    );
  if (join) {
    join(adding, sources);
    return assembly.at;
  }
  if (!add) return refuse(label, unknownLayer(layer));
  if (sources.length > 1) return refuse(label, `it has ${sources.length} inputs`);
  if (sources.length === 1) assembly.moveTo(sources[0]);
  add(adding);
  return assembly.at;
}
