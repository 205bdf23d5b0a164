// What networks from image to image are made of. Not models that can be chosen.
import type { ImageShape } from '../define';
import type { LayerSpec } from '../../core/network';
import type { NetworkBuilder } from '../../core/networkBuilder';

export interface ImageNetworkSettings {
  /** Of the image that goes in. */
  readonly shape: ImageShape;
  /** Of the image that comes out, which is as large. */
  readonly channels: number;
  /** Channels of the largest map, from 1. */
  readonly width: number;
  /** How often the sides are halved, from 1; `fittingDepth` says how often suits a picture. */
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

export const normOf = ({
  normalization,
}: Pick<ImageNetworkSettings, 'normalization'>): readonly LayerSpec[] => NORMS[normalization];

/** A convolution over an image whose borders are mirrored, so that nothing is seen of them. */
export function mirroredConvolution(filters: number, kernel: number): readonly LayerSpec[] {
  const rim = Math.floor(kernel / 2);
  return [
    { kind: 'reflectionPad', top: rim, bottom: rim, left: rim, right: rim },
    { kind: 'conv2d', filters, kernel, padding: 'valid' },
  ];
}

/** No map is made smaller than this by `fittingDepth`: in less a normalization over a map has nothing to compare. */
const LEAST_MAP_SIDE = 4;

/** The most halvings that leave maps of at least 4 x 4, from 1 and at most `most`. */
export function fittingDepth([height, width]: ImageShape, most: number): number {
  const halvings = Math.floor(Math.log2(Math.min(height, width) / LEAST_MAP_SIDE));
  return Math.max(1, Math.min(most, halvings));
}

/**
 * Sides that cannot be halved `depth` times are mirrored out below and to the right until they can.
 * @returns the value to go on from, and what cuts the result to the size of the picture again
 */
export function toWholeHalves(
  network: NetworkBuilder,
  value: string,
  { shape, depth }: Pick<ImageNetworkSettings, 'shape' | 'depth'>,
): { readonly value: string; readonly cut: readonly LayerSpec[] } {
  const multiple = 2 ** depth;
  const [bottom, right] = [shape[0], shape[1]].map((side) => (multiple - (side % multiple)) % multiple);
  if (bottom === 0 && right === 0) return { value, cut: [] };
  const rim = { top: 0, left: 0, bottom, right };
  return {
    value: network.add(value, { kind: 'reflectionPad', ...rim }),
    cut: [{ kind: 'crop', ...rim }],
  };
}
