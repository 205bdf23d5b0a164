// The evaluator's network as data: a small convolutional body that ends in features, and a head that turns them into
// class logits. Declared in two parts, so that features and classes come out of one pass. Not trained here.
import { chain, type LayerSpec, type NetworkSpec } from '../../core/network';

/** Height, width and channels of the images. */
export type ImageShape = readonly [number, number, number];

/** Width of the features that distances are taken in. */
export const FEATURES = 64;

const norm: LayerSpec = { kind: 'batchNorm', momentum: 0.95 };
const relu: LayerSpec = { kind: 'activation', fn: 'relu' };
const conv = (filters: number, kernel: number, stride: number): LayerSpec[] => [
  { kind: 'conv2d', filters, kernel, stride, useBias: false },
  norm,
  relu,
];

/** Images [b, h, w, c] in [-1, 1] to features [b, 64], all at least 0. */
export const featureNetwork = (shape: ImageShape): NetworkSpec =>
  chain('evaluator', shape, [
    ...conv(16, 5, 2),
    ...conv(32, 3, 1),
    ...conv(48, 3, 2),
    ...conv(64, 3, 2),
    { kind: 'flatten' },
    { kind: 'dense', units: FEATURES },
    norm,
    relu,
  ]);

/** Features [b, 64] to logits [b, classes]. */
export const classNetwork = (classes: number): NetworkSpec =>
  chain(
    'evaluatorHead',
    [FEATURES],
    [
      { kind: 'dropout', rate: 0.25 },
      { kind: 'dense', units: classes },
    ],
  );
