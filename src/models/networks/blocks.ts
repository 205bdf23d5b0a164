// What networks from image to image are made of. Not models that can be chosen.
import type { ImageShape } from '../define';
import type { LayerSpec } from '../../core/network';

export interface ImageNetworkSettings {
  /** Of the image that goes in. */
  readonly shape: ImageShape;
  /** Of the image that comes out, which is as large. */
  readonly channels: number;
  /** Channels of the largest map, from 1. */
  readonly width: number;
  /** How often the sides are halved, from 1. */
  readonly depth: number;
  readonly normalization: 'batch' | 'instance' | 'none';
}

export const RELU: LayerSpec = { kind: 'activation', fn: 'relu' };
export const LEAKY: LayerSpec = { kind: 'activation', fn: 'leakyRelu', alpha: 0.2 };
export const TANH: LayerSpec = { kind: 'activation', fn: 'tanh' };

const NORMS = {
  batch: [{ kind: 'batchNorm', momentum: 0.9, epsilon: 1e-5 }],
  instance: [{ kind: 'instanceNorm' }],
  none: [],
} as const satisfies Record<ImageNetworkSettings['normalization'], readonly LayerSpec[]>;

export const normOf = ({ normalization }: ImageNetworkSettings): readonly LayerSpec[] => NORMS[normalization];

/** A convolution over an image whose borders are mirrored, so that nothing is seen of them. */
export function mirroredConvolution(filters: number, kernel: number): readonly LayerSpec[] {
  const rim = Math.floor(kernel / 2);
  return [
    { kind: 'reflectionPad', top: rim, bottom: rim, left: rim, right: rim },
    { kind: 'conv2d', filters, kernel, padding: 'valid' },
  ];
}
