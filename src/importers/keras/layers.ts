// One Keras layer after the other: its settings, checked, and its weights in the engine's layout.
import { volume, LEAKY_ALPHA, type ActivationName, type PaddingMode } from '../../core/network';
import { type LayerWeights, type NetworkAssembly } from '../assembly';
import { addTransposed } from '../transposed';
import { UnsupportedLayerError } from '../errors';
import { asCount, asCounts, asList, asNumber, asText, fieldsOrNull, type Fields } from '../fields';
import type { PlacedLayer } from './topology';
import { describeLayer, type WeightSource } from './weightSource';

export const SUPPORTED_KERAS =
  'Layers that can be opened: Dense, Conv2D, SeparableConv2D, DepthwiseConv2D, Conv2DTranspose, BatchNormalization, Rescaling, UpSampling2D, ZeroPadding2D, Reshape, Flatten, Dropout, and the activations relu, leaky_relu, tanh, sigmoid, linear.';

/** Keras' default of the layer LeakyReLU. */
const KERAS_LEAKY_ALPHA = 0.3;

interface Adding {
  readonly assembly: NetworkAssembly;
  readonly layer: PlacedLayer;
  readonly label: string;
  readonly config: Fields;
  readonly take: (names: string | readonly string[], slot: number, shape: readonly number[]) => Float32Array;
}

const refuse = (label: string, problem: string): never => {
  throw new UnsupportedLayerError(label, problem, SUPPORTED_KERAS);
};

const pair = (value: unknown, what: string): [number, number] => {
  const [a, b] = typeof value === 'number' ? [value, value] : asCounts(value, what, 1);
  return [asCount(a, what, 1), asCount(b ?? a, what, 1)];
};

/** One number for both directions. */
function square({ config, label }: Adding, key: string, fallback?: number): number {
  const [a, b] = pair(config[key] ?? fallback, `${key} of ${label}`);
  return a === b ? a : refuse(label, `its ${key} is ${a} x ${b}; only squares are supported`);
}

function checkImageSettings({ config, label }: Adding): void {
  if ((config.data_format ?? 'channels_last') !== 'channels_last') refuse(label, 'its channels come first');
  for (const key of ['dilation_rate', 'groups', 'depth_multiplier']) {
    const value = config[key] ?? 1;
    const plain = typeof value === 'number' ? value === 1 : asList(value, key).every((side) => side === 1);
    if (!plain) refuse(label, `its ${key} is ${JSON.stringify(value)}`);
  }
}

function paddingOf({ config, label }: Adding): PaddingMode {
  const padding = config.padding ?? 'valid';
  return padding === 'same' || padding === 'valid'
    ? padding
    : refuse(label, `its padding is ${JSON.stringify(padding)}`);
}

/** The activation that a setting names: text, or an object as Keras 3 writes it. */
function addActivation({ assembly, label }: Adding, value: unknown): void {
  const object = fieldsOrNull(value);
  const settings = fieldsOrNull(object?.config);
  const name = object
    ? asText(settings?.name ?? object.class_name, `activation of ${label}`)
    : (value ?? 'linear');
  const known: Record<string, ActivationName> = { relu: 'relu', tanh: 'tanh', sigmoid: 'sigmoid' };
  if (name === 'linear') return;
  if (name === 'leaky_relu' || name === 'LeakyReLU') {
    const alpha = settings?.negative_slope ?? settings?.alpha;
    const standard = name === 'LeakyReLU' ? KERAS_LEAKY_ALPHA : LEAKY_ALPHA;
    assembly.add({ kind: 'activation', fn: 'leakyRelu', alpha: asNumber(alpha ?? standard, 'alpha') }, label);
    return;
  }
  const fn = typeof name === 'string' && Object.hasOwn(known, name) ? known[name] : undefined;
  if (!fn) return refuse(label, `its activation is ${JSON.stringify(name)}`);
  assembly.add({ kind: 'activation', fn }, label);
}

function kernelAndBias(adding: Adding, kernel: readonly number[], units: number): LayerWeights {
  const values = { kernel: adding.take('kernel', 0, kernel) };
  return adding.config.use_bias === false ? values : { ...values, bias: adding.take('bias', 1, [units]) };
}

const useBias = ({ config }: Adding) => (config.use_bias === false ? { useBias: false } : {});

function dense(adding: Adding): void {
  const { assembly, label, config } = adding;
  const units = asCount(config.units, `units of ${label}`, 1);
  const { shape } = assembly;
  const inputs = shape[shape.length - 1];
  const weights = kernelAndBias(adding, [inputs, units], units);
  if (shape.length === 1) assembly.add({ kind: 'dense', units, ...useBias(adding) }, label, weights);
  else assembly.add({ kind: 'conv2d', filters: units, kernel: 1, ...useBias(adding) }, label, weights); // pixel by pixel
  addActivation(adding, config.activation);
}

function conv2d(adding: Adding): void {
  const { assembly, label, config } = adding;
  checkImageSettings(adding);
  const filters = asCount(config.filters, `filters of ${label}`, 1);
  const kernel = square(adding, 'kernel_size');
  const stride = square(adding, 'strides', 1);
  const channels = assembly.shape[2] ?? 0;
  const weights = kernelAndBias(adding, [kernel, kernel, channels, filters], filters);
  assembly.add(
    { kind: 'conv2d', filters, kernel, stride, padding: paddingOf(adding), ...useBias(adding) },
    label,
    weights,
  );
  addActivation(adding, config.activation);
}

/** One filter per channel; `separable` mixes the channels after it. */
function depthwise(adding: Adding, separable: boolean): void {
  const { assembly, label, config } = adding;
  checkImageSettings(adding);
  const kernel = square(adding, 'kernel_size');
  const stride = square(adding, 'strides', 1);
  const channels = assembly.shape[2] ?? 0;
  if (paddingOf(adding) !== 'same' && kernel > 1)
    refuse(label, 'its padding is "valid"; "same" is supported');
  const values = adding.take(['depthwise_kernel', 'kernel'], 0, [kernel, kernel, channels, 1]);
  const spatial = { kind: 'depthwiseConv2d', kernel, stride } as const;
  if (separable) {
    assembly.add({ ...spatial, useBias: false }, label, { kernel: values });
    const filters = asCount(config.filters, `filters of ${label}`, 1);
    const mixing: LayerWeights = { kernel: adding.take('pointwise_kernel', 1, [1, 1, channels, filters]) };
    const bias = config.use_bias === false ? {} : { bias: adding.take('bias', 2, [filters]) };
    assembly.add({ kind: 'conv2d', filters, kernel: 1, ...useBias(adding) }, label, { ...mixing, ...bias });
  } else {
    const bias = config.use_bias === false ? {} : { bias: adding.take('bias', 1, [channels]) };
    assembly.add({ ...spatial, ...useBias(adding) }, label, { kernel: values, ...bias });
  }
  addActivation(adding, config.activation);
}

function conv2dTranspose(adding: Adding): void {
  const { assembly, label, config } = adding;
  checkImageSettings(adding);
  if (config.output_padding !== undefined && config.output_padding !== null)
    refuse(label, `its output_padding is ${JSON.stringify(config.output_padding)}`);
  const filters = asCount(config.filters, `filters of ${label}`, 1);
  const kernel = square(adding, 'kernel_size');
  const stride = square(adding, 'strides', 1);
  const channels = assembly.shape[2] ?? 0;
  const weights = kernelAndBias(adding, [kernel, kernel, filters, channels], filters);
  const padding = paddingOf(adding);
  addTransposed(assembly, label, { filters, kernel, stride, padding }, weights, SUPPORTED_KERAS);
  addActivation(adding, config.activation);
}

function batchNorm(adding: Adding): void {
  const { assembly, label, config } = adding;
  const { shape } = assembly;
  const axis = Array.isArray(config.axis) ? Number(config.axis[0]) : (config.axis ?? -1);
  if (axis !== -1 && axis !== shape.length) refuse(label, `its axis is ${JSON.stringify(config.axis)}`);
  const channels = shape[shape.length - 1];
  let slot = 0;
  const take = (name: string): Float32Array => adding.take(name, slot++, [channels]);
  const gamma = config.scale === false ? new Float32Array(channels).fill(1) : take('gamma');
  const beta = config.center === false ? new Float32Array(channels) : take('beta');
  const [movingMean, movingVariance] = [take('moving_mean'), take('moving_variance')];
  const momentum = asNumber(config.momentum ?? 0.99, `momentum of ${label}`);
  const epsilon = asNumber(config.epsilon ?? 1e-3, `epsilon of ${label}`);
  assembly.add({ kind: 'batchNorm', momentum, epsilon }, label, { gamma, beta, movingMean, movingVariance });
}

/** A factor and an addend for all values. */
function rescaling({ assembly, label, config }: Adding): void {
  const channels = assembly.shape[assembly.shape.length - 1];
  const all = (value: number): Float32Array => new Float32Array(channels).fill(value);
  assembly.add({ kind: 'batchNorm', momentum: 0.99, epsilon: 0 }, label, {
    gamma: all(asNumber(config.scale, `scale of ${label}`)),
    beta: all(asNumber(config.offset ?? 0, `offset of ${label}`)),
    movingMean: all(0),
    movingVariance: all(1),
  });
}

function upsampling(adding: Adding): void {
  const { assembly, label, config } = adding;
  checkImageSettings(adding);
  if ((config.interpolation ?? 'nearest') !== 'nearest')
    refuse(label, `it interpolates ${JSON.stringify(config.interpolation)}`);
  const times = Math.log2(square(adding, 'size', 2));
  if (!Number.isInteger(times)) refuse(label, `it enlarges ${2 ** times} times; powers of two are supported`);
  for (let i = 0; i < times; i++) assembly.add({ kind: 'upsample' }, label);
}

function zeroPadding(adding: Adding): void {
  const { assembly, label, config } = adding;
  checkImageSettings(adding);
  const padding = config.padding ?? 1;
  const side = (value: unknown): [number, number] =>
    typeof value === 'number'
      ? [value, value]
      : [asCount(asList(value, 'padding')[0], 'padding'), asCount(asList(value, 'padding')[1], 'padding')];
  const [rows, columns] =
    typeof padding === 'number' ? [padding, padding] : asList(padding, `padding of ${label}`);
  const [[top, bottom], [left, right]] = [side(rows), side(columns)];
  assembly.add({ kind: 'zeroPad', top, bottom, left, right }, label);
}

function reshape({ assembly, label, config }: Adding): void {
  const target = asList(config.target_shape, `target_shape of ${label}`).map((side) =>
    asNumber(side, 'target_shape'),
  );
  const known = target.filter((side) => side !== -1);
  const shape = target.map((side) => (side === -1 ? volume(assembly.shape) / volume(known) : side));
  assembly.add({ kind: 'reshape', shape }, label);
}

function relu(adding: Adding): void {
  const { assembly, label, config } = adding;
  if (config.max_value !== undefined && config.max_value !== null)
    refuse(label, `its max_value is ${JSON.stringify(config.max_value)}`);
  if ((config.threshold ?? 0) !== 0) refuse(label, `its threshold is ${JSON.stringify(config.threshold)}`);
  const alpha = asNumber(config.negative_slope ?? 0, `negative_slope of ${label}`);
  assembly.add(
    alpha === 0 ? { kind: 'activation', fn: 'relu' } : { kind: 'activation', fn: 'leakyRelu', alpha },
    label,
  );
}

function leakyRelu({ assembly, label, config }: Adding): void {
  const alpha = asNumber(config.negative_slope ?? config.alpha ?? KERAS_LEAKY_ALPHA, `alpha of ${label}`);
  assembly.add({ kind: 'activation', fn: 'leakyRelu', alpha }, label);
}

const nothing = (): void => undefined;

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
  UpSampling2D: upsampling,
  ZeroPadding2D: zeroPadding,
  Reshape: reshape,
  Flatten: ({ assembly, label }) => assembly.add({ kind: 'flatten' }, label),
  Activation: (adding) => addActivation(adding, adding.config.activation),
  ReLU: relu,
  LeakyReLU: leakyRelu,
  Dropout: ({ assembly, label, config }) =>
    assembly.add({ kind: 'dropout', rate: asNumber(config.rate ?? 0, 'rate') }, label),
  // These do nothing when a model draws.
  SpatialDropout2D: nothing,
  GaussianNoise: nothing,
  GaussianDropout: nothing,
  ActivityRegularization: nothing,
};

/** @throws UnsupportedLayerError, DamagedModelError, OversizedModelError */
export function addKerasLayer(assembly: NetworkAssembly, layer: PlacedLayer, weights: WeightSource): void {
  const label = describeLayer(layer);
  const add = Object.hasOwn(LAYERS, layer.className) ? LAYERS[layer.className] : undefined;
  if (!add) return refuse(label, 'there is no such layer here');
  const take: Adding['take'] = (names, slot, shape) =>
    weights.take(layer, typeof names === 'string' ? [names] : names, slot, shape);
  add({ assembly, layer, label, config: layer.config, take });
}
