// What reading any Keras layer needs: its settings, checked, and the activation that it may carry.
import { LEAKY_ALPHA, type ActivationName, type PaddingMode, type Sides } from '../../core/network';
import type { NetworkAssembly } from '../assembly';
import { UnsupportedLayerError } from '../../readers/errors';
import { asCount, asCounts, asList, asNumber, asText, fieldsOrNull, type Fields } from '../fields';
import type { PlacedLayer } from './topology';

export const SUPPORTED_KERAS =
  'Layers that can be opened: Dense, Conv2D, SeparableConv2D, DepthwiseConv2D, Conv2DTranspose, BatchNormalization, LayerNormalization, GroupNormalization, Embedding, Rescaling, UpSampling2D, ZeroPadding2D, Cropping2D, AveragePooling2D, MaxPooling2D, GlobalAveragePooling2D, Add, Concatenate, PReLU, Softmax, Reshape, Flatten, Dropout, and the activations relu, leaky_relu, tanh, sigmoid, elu, selu, gelu, swish, softplus, softmax, linear.';

/** Keras' default of the layer LeakyReLU. */
export const KERAS_LEAKY_ALPHA = 0.3;

export interface Adding {
  readonly assembly: NetworkAssembly;
  readonly layer: PlacedLayer;
  readonly label: string;
  readonly config: Fields;
  readonly take: (names: string | readonly string[], slot: number, shape: readonly number[]) => Float32Array;
  /** The same for each layer of the file that it stands for. */
  readonly parts: readonly Adding[];
}

export const refuse = (label: string, problem: string): never => {
  throw new UnsupportedLayerError(label, problem, SUPPORTED_KERAS);
};

export const pair = (value: unknown, what: string, least = 1): [number, number] => {
  const [a, b] = typeof value === 'number' ? [value, value] : asCounts(value, what, least);
  return [asCount(a, what, least), asCount(b ?? a, what, least)];
};

/** One number where both are alike. */
export const sidesOf = ({ config, label }: Adding, key: string, fallback?: number): Sides => {
  const [a, b] = pair(config[key] ?? fallback, `${key} of ${label}`);
  return a === b ? a : [a, b];
};

/** One number for both directions. */
export function square({ config, label }: Adding, key: string, fallback?: number): number {
  const [a, b] = pair(config[key] ?? fallback, `${key} of ${label}`);
  return a === b ? a : refuse(label, `its ${key} is ${a} x ${b}; only squares are supported`);
}

export function checkImageSettings({ config, label }: Adding): void {
  if ((config.data_format ?? 'channels_last') !== 'channels_last') refuse(label, 'its channels come first');
  for (const key of ['dilation_rate', 'groups', 'depth_multiplier']) {
    const value = config[key] ?? 1;
    const plain = typeof value === 'number' ? value === 1 : asList(value, key).every((side) => side === 1);
    if (!plain) refuse(label, `its ${key} is ${JSON.stringify(value)}`);
  }
}

export function paddingOf({ config, label }: Adding): PaddingMode {
  const padding = config.padding ?? 'valid';
  return padding === 'same' || padding === 'valid'
    ? padding
    : refuse(label, `its padding is ${JSON.stringify(padding)}`);
}

/** `hard_sigmoid` is not here: Keras 2 and 3 mean different functions by it. */
const ACTIVATIONS: Readonly<Record<string, ActivationName>> = {
  relu: 'relu',
  tanh: 'tanh',
  sigmoid: 'sigmoid',
  relu6: 'relu6',
  elu: 'elu',
  selu: 'selu',
  gelu: 'gelu',
  swish: 'swish',
  silu: 'swish',
  softplus: 'softplus',
};

/** The activation that a setting names: text, or an object as Keras 3 writes it. */
export function addActivation({ assembly, label }: Adding, value: unknown): void {
  const object = fieldsOrNull(value);
  const settings = fieldsOrNull(object?.config);
  const name = object
    ? asText(settings?.name ?? object.class_name, `activation of ${label}`)
    : (value ?? 'linear');
  if (name === 'softmax') return assembly.add({ kind: 'softmax' }, label);
  if (name === 'linear') return;
  if (name === 'leaky_relu' || name === 'LeakyReLU') {
    const alpha = settings?.negative_slope ?? settings?.alpha;
    const standard = name === 'LeakyReLU' ? KERAS_LEAKY_ALPHA : LEAKY_ALPHA;
    assembly.add({ kind: 'activation', fn: 'leakyRelu', alpha: asNumber(alpha ?? standard, 'alpha') }, label);
    return;
  }
  const fn = typeof name === 'string' && Object.hasOwn(ACTIVATIONS, name) ? ACTIVATIONS[name] : undefined;
  if (!fn) return refuse(label, `its activation is ${JSON.stringify(name)}`);
  assembly.add({ kind: 'activation', fn }, label);
}
