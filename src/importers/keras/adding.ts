// What reading any Keras layer needs: its settings, checked, and the activation that it may carry.
import type { PaddingMode, Sides } from '../../core/network';
import type { NetworkAssembly } from '../assembly';
import { UnsupportedLayerError } from '../../readers/errors';
import { asCount, asCounts, asList, asNumber, type Fields } from '../fields';
import type { PlacedLayer } from './topology';

export const SUPPORTED_KERAS =
  'Layers that can be opened: Dense, Conv2D, SeparableConv2D, DepthwiseConv2D, Conv2DTranspose, BatchNormalization, LayerNormalization, GroupNormalization, Embedding, Rescaling, UpSampling2D, ZeroPadding2D, Cropping2D, AveragePooling2D, MaxPooling2D, GlobalAveragePooling2D, Add, Concatenate, ReLU, LeakyReLU, PReLU, ELU, Softmax, Reshape, Flatten, Dropout, and the activations relu, relu6, leaky_relu, tanh, hard_tanh, sigmoid, hard_sigmoid, log_sigmoid, elu, celu, selu, gelu, swish, softplus, softmax, linear.';

export interface Adding {
  readonly assembly: NetworkAssembly;
  readonly layer: PlacedLayer;
  readonly label: string;
  readonly config: Fields;
  /** Of Keras, by which the file was written: 2 or 3 mean other functions by some names. */
  readonly kerasVersion: number;
  readonly take: (names: string | readonly string[], slot: number, shape: readonly number[]) => Float32Array;
  /** The same for each layer of the file that it stands for. */
  readonly parts: readonly Adding[];
}

export const refuse = (label: string, problem: string): never => {
  throw new UnsupportedLayerError(label, problem, SUPPORTED_KERAS);
};

/** A setting that is one number. */
export const amountOf = ({ config, label }: Adding, key: string, fallback: number): number =>
  asNumber(config[key] ?? fallback, `${key} of ${label}`);

export const pair = (value: unknown, what: string, least = 1): [number, number] => {
  const [a, b] = typeof value === 'number' ? [value] : asCounts(value, what, least);
  return [asCount(a, what, least), asCount(b ?? a, what, least)];
};

/** One number where both are alike. */
export const sidesOf = ({ config, label }: Adding, key: string, fallback?: number): Sides => {
  const [a, b] = pair(config[key] ?? fallback, `${key} of ${label}`);
  return a === b ? a : [a, b];
};

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
