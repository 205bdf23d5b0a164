// What Keras has no single layer for, as several of its stock layers that compute exactly the same: mirrored borders,
// interpolation to any sides, normalization of one example, two curves. Every version of Keras has them, and TensorFlow.js.
import { pixelBetween } from '../../graph/floatMeans';
import {
  EXAMPLE_NORM_EPSILON,
  PIXEL_NORM_EPSILON,
  type LayerSpec,
  type ResolvedNode,
  type Shape,
} from '../../core/network';
import type { KerasConfig } from './config';

export interface KerasWeight {
  /** Keras' short name, for example `kernel` or `moving_mean`. */
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

export interface KerasPart {
  readonly className: string;
  /** Without its name. */
  readonly config: KerasConfig;
  /** Where Keras calls its kernel otherwise. */
  readonly kernelName?: string;
  /** What it makes, where that is not yet what the node makes. */
  readonly shape?: Shape;
  /** Which parts it takes, by index; -1 is what goes into the node. The part before it where absent. */
  readonly from?: readonly number[];
  /** Its weights out of the node's own; the first part has them all and the others none where absent. */
  readonly weights?: (own: readonly KerasWeight[]) => readonly KerasWeight[];
}

/** What goes into the node. */
const GIVEN = -1;
const last = { data_format: 'channels_last' };
const frozen = { trainable: false };

/** x [..., n] times a matrix [n, units] that nobody learns. */
const matrix = (values: Float32Array, inputs: number, units: number): KerasPart => ({
  className: 'Dense',
  config: { units, activation: 'linear', use_bias: false, ...frozen },
  weights: () => [{ name: 'kernel', shape: [inputs, units], values }],
});

/** One row or column of an image. */
function line([height, width, channels]: Shape, axis: 1 | 2, at: number): KerasPart {
  const around = [at, (axis === 1 ? height : width) - 1 - at];
  return {
    className: 'Cropping2D',
    config: { cropping: axis === 1 ? [around, [0, 0]] : [[0, 0], around], ...last },
    shape: axis === 1 ? [1, width, channels] : [height, 1, channels],
  };
}

/** Rows (or columns) `before`..1, the image, and as many as `after` before its last one, one beside the other. */
export function mirroredBorders(
  { top, bottom, left, right }: LayerSpec<'reflectionPad'>,
  { input }: ResolvedNode,
): readonly KerasPart[] {
  const parts: KerasPart[] = [];
  let shape = input;
  let source = GIVEN;
  const sides = [
    [1, top, bottom],
    [2, left, right],
  ] as const;
  for (const [axis, before, after] of sides) {
    if (before + after === 0) continue;
    const side = shape[axis - 1];
    const cut = (at: number): number => parts.push({ ...line(shape, axis, at), from: [source] }) - 1;
    const first = Array.from({ length: before }, (_, i) => cut(before - i));
    const behind = Array.from({ length: after }, (_, i) => cut(side - 2 - i));
    shape = shape.with(axis - 1, side + before + after);
    const from = [...first, source, ...behind];
    source = parts.push({ className: 'Concatenate', config: { axis }, shape, from }) - 1;
  }
  return parts;
}

/** Bilinear interpolation of `size` values to `count` with half-pixel centres, as a matrix [size, count]. */
export function interpolation(size: number, count: number): Float32Array {
  const values = new Float32Array(size * count);
  for (let to = 0; to < count; to++) {
    const [low, high, share] = pixelBetween(to, size, count);
    values[low * count + to] += 1 - share;
    values[high * count + to] += share;
  }
  return values;
}

/** Each side in turn is the last axis, where a matrix interpolates it. */
export function interpolated({ input, output }: ResolvedNode): readonly KerasPart[] {
  const [height, width, channels] = input;
  const [rows, columns] = output;
  const turned = (shape: Shape): KerasPart => ({
    className: 'Permute',
    config: { dims: [2, 3, 1] },
    shape,
  });
  return [
    turned([width, channels, height]),
    { ...matrix(interpolation(height, rows), height, rows), shape: [width, channels, rows] },
    turned([channels, rows, width]),
    { ...matrix(interpolation(width, columns), width, columns), shape: [channels, rows, columns] },
    turned(output),
  ];
}

/** By mean and variance over all axes, or over the two sides; then a factor and an addend for each channel. */
export function layerNormalization(
  over: 'layer' | 'instance',
  { input }: ResolvedNode,
): readonly KerasPart[] {
  const epsilon = EXAMPLE_NORM_EPSILON;
  if (input.length === 1)
    return [{ className: 'LayerNormalization', config: { axis: -1, epsilon, center: true, scale: true } }];
  const axis = over === 'layer' ? [1, 2, 3] : [1, 2];
  const channels = input[2];
  return [
    {
      className: 'LayerNormalization',
      config: { axis, epsilon, center: false, scale: false },
      weights: () => [],
    },
    {
      className: 'DepthwiseConv2D',
      config: {
        kernel_size: [1, 1],
        strides: [1, 1],
        padding: 'same',
        depth_multiplier: 1,
        ...last,
        dilation_rate: [1, 1],
        activation: 'linear',
        use_bias: true,
      },
      weights: ([gamma, beta]) => [
        { name: 'depthwise_kernel', shape: [1, 1, channels, 1], values: gamma.values },
        { name: 'bias', shape: [channels], values: beta.values },
      ],
    },
  ];
}

/** [x, -x] has mean 0 and the variance that is the mean square of x: normalized, its first half is what is asked for. */
export function pixelNormalization({ input }: ResolvedNode): readonly KerasPart[] {
  const channels = input[input.length - 1];
  const both = new Float32Array(2 * channels * channels);
  const half = new Float32Array(2 * channels * channels);
  for (let c = 0; c < channels; c++) {
    both[2 * channels * c + c] = 1;
    both[2 * channels * c + channels + c] = -1;
    half[channels * c + c] = 1;
  }
  const wide = input.with(-1, 2 * channels);
  return [
    { ...matrix(both, channels, 2 * channels), shape: wide },
    {
      className: 'LayerNormalization',
      config: { axis: -1, epsilon: PIXEL_NORM_EPSILON, center: false, scale: false, ...frozen },
      shape: wide,
    },
    matrix(half, 2 * channels, channels),
  ];
}

/** Keras' own default, which no fast kernel of any version rounds up. */
const AFFINE_EPSILON = 1e-3;

/** factor * x + addend, for every value. */
const affine = ({ input }: ResolvedNode, factor: number, addend: number): KerasPart => {
  const channels = input[input.length - 1];
  const all = (name: string, value: number): KerasWeight => ({
    name,
    shape: [channels],
    values: new Float32Array(channels).fill(value),
  });
  return {
    className: 'BatchNormalization',
    config: { axis: -1, epsilon: AFFINE_EPSILON, center: true, scale: true, ...frozen },
    weights: () => [
      all('gamma', factor),
      all('beta', addend),
      all('moving_mean', 0),
      all('moving_variance', 1 - AFFINE_EPSILON),
    ],
  };
};

/** max(0, min(6, x + 3)) / 6: by its name Keras 2 means another function than Keras 3 and PyTorch. */
export const hardSigmoid = (node: ResolvedNode): readonly KerasPart[] => [
  affine(node, 1, 3),
  { className: 'ReLU', config: { max_value: 6 } },
  affine(node, 1 / 6, 0),
];

/** GELU by tanh is x sigmoid(slope (x + cube x^3)). */
export const GELU_SLOPE = 2 * Math.sqrt(2 / Math.PI);
export const GELU_CUBE = 0.044715;

/** x sigmoid(2 sqrt(2 / pi) (x + 0.044715 x^3)), which is GELU by tanh; Keras has no name for it, and TensorFlow.js
 * does not find its own. */
export function geluTanh(node: ResolvedNode): readonly KerasPart[] {
  const slope = GELU_SLOPE;
  const times = (from: readonly number[]): KerasPart => ({ className: 'Multiply', config: {}, from });
  return [
    affine(node, GELU_CUBE * slope, 0),
    times([GIVEN, 0]), // TensorFlow.js loses a value that a layer takes twice
    affine(node, 1, slope),
    times([GIVEN, 2]),
    { className: 'Activation', config: { activation: 'sigmoid' } },
    times([GIVEN, 4]),
  ];
}
