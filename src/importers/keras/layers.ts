// One Keras layer after the other, by its class.
import { asNumber } from '../fields';
import type { NetworkAssembly } from '../assembly';
import { ACTIVATION_LAYERS } from './activations';
import { refuse, type Adding } from './adding';
import { COMPOSED } from './composed';
import { groupNormalization, layerNormalization } from './norms';
import { concatenate, cropping, pooling, prelu, reshape, upsampling, zeroPadding } from './plainLayers';
import type { PlacedLayer } from './topology';
import { batchNorm, conv2d, conv2dTranspose, dense, depthwise, embedding, rescaling } from './weightedLayers';
import { describeLayer, type WeightSource } from './weightSource';

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

function addingOf(assembly: NetworkAssembly, layer: PlacedLayer, weights: WeightSource): Adding {
  return {
    assembly,
    layer,
    label: describeLayer(layer),
    config: layer.config,
    take: (names, slot, shape) =>
      weights.take(layer, typeof names === 'string' ? [names] : names, slot, shape),
    parts: (layer.parts ?? []).map((part) => addingOf(assembly, part, weights)),
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
): string {
  const label = describeLayer(layer);
  const join = Object.hasOwn(JOINS, layer.className) ? JOINS[layer.className] : undefined;
  const add = Object.hasOwn(LAYERS, layer.className) ? LAYERS[layer.className] : undefined;
  const adding = addingOf(assembly, layer, weights);
  if (join) {
    join(adding, sources);
    return assembly.at;
  }
  if (!add) return refuse(label, `there is no layer ${layer.className} here`);
  if (sources.length > 1) return refuse(label, `it has ${sources.length} inputs`);
  if (sources.length === 1) assembly.moveTo(sources[0]);
  add(adding);
  return assembly.at;
}
