// Networks with branches for the tests of everything that writes, reads or prunes networks: each of the layer kinds that came
// with branches, and the two networks from image to image at 32 pixels.
import { NetworkBuilder } from '../core/networkBuilder';
import { chain, type LayerSpec, type NetworkSpec } from '../core/network';
import { resnet } from '../models/networks/resnet';
import { unet } from '../models/networks/unet';

/**
 * Noise to an image of 12 x 8, over pools, slopes, sums and neighbours.
 * @param resizes whether it interpolates, which not every format means alike
 */
export function branchedGenerator(resizes = true): NetworkSpec {
  const network = new NetworkBuilder('generator');
  const start = network.add(
    network.input('noise', [7]),
    { kind: 'dense', units: 6 * 8 * 4 },
    { kind: 'reshape', shape: [6, 8, 4] },
    { kind: 'prelu' },
  );
  const oblong = network.add(
    start,
    { kind: 'conv2d', filters: 4, kernel: [3, 1], useBias: false },
    { kind: 'batchNorm', momentum: 0.8 },
    { kind: 'activation', fn: 'swish' },
  );
  const sum = network.join([start, oblong], { kind: 'add' });
  const mean = network.add(sum, { kind: 'averagePool', size: 3, stride: 2, padding: 'same' });
  const most = network.add(sum, { kind: 'maxPool', size: [3, 2], stride: 2, padding: 'same' });
  const both = network.join([mean, most], { kind: 'concat' });
  const pooled = network.add(
    both,
    { kind: 'globalAveragePool' },
    { kind: 'dense', units: 8 },
    { kind: 'softmax' },
    { kind: 'dense', units: 3 * 4 * 8 },
    { kind: 'reshape', shape: [3, 4, 8] },
  );
  const again = network.join([both, pooled], { kind: 'add' });
  const grown = network.add(again, resizes ? { kind: 'resize', factor: 2 } : { kind: 'upsample' }, {
    kind: 'activation',
    fn: 'relu6',
  });
  const skip = network.join([grown, oblong], { kind: 'concat' });
  return network.build(
    network.add(
      skip,
      { kind: 'depthwiseConv2d', kernel: [1, 3] },
      { kind: 'conv2dTranspose', filters: 2, kernel: [4, 3], stride: [2, 1] },
      { kind: 'prelu' },
      { kind: 'zeroPad', top: 1, bottom: 1, left: 1, right: 1 },
      { kind: 'crop', top: 2, bottom: 0, left: 1, right: 1 },
      { kind: 'conv2d', filters: 1, kernel: 3 },
      { kind: 'activation', fn: 'tanh' },
    ),
  );
}

/** Noise to an image of 9 x 11: kinds that some formats have no word of their own for. */
export const COMPOSED_GENERATOR: NetworkSpec = chain(
  'generator',
  [6],
  [
    { kind: 'dense', units: 48 },
    { kind: 'layerNorm' },
    { kind: 'activation', fn: 'hardSigmoid' },
    { kind: 'reshape', shape: [4, 4, 3] },
    { kind: 'pixelNorm' },
    { kind: 'activation', fn: 'gelu' },
    { kind: 'resize', factor: [1.5, 2.25] },
    { kind: 'conv2d', filters: 4, kernel: 3 },
    { kind: 'layerNorm' },
    { kind: 'activation', fn: 'geluTanh' },
    { kind: 'reflectionPad', top: 2, bottom: 1, left: 0, right: 2 },
    { kind: 'conv2d', filters: 4, kernel: 1 },
    { kind: 'instanceNorm' },
    { kind: 'activation', fn: 'selu' },
    { kind: 'conv2d', filters: 3, kernel: 3 },
    { kind: 'activation', fn: 'softplus' },
    { kind: 'activation', fn: 'hardSigmoid' },
    { kind: 'activation', fn: 'elu' },
  ],
);

/** Noise to an image of 6 x 5 x 3, over every curve. */
export const CURVED_GENERATOR: NetworkSpec = chain(
  'generator',
  [6],
  [
    { kind: 'dense', units: 90 },
    { kind: 'activation', fn: 'relu6' },
    { kind: 'reshape', shape: [6, 5, 3] },
    ...(['elu', 'selu', 'gelu', 'geluTanh', 'swish', 'softplus', 'hardSigmoid', 'sigmoid'] as const).flatMap(
      (fn): LayerSpec[] => [
        { kind: 'conv2d', filters: 4, kernel: 3 },
        { kind: 'batchNorm', momentum: 0.8 },
        { kind: 'activation', fn },
      ],
    ),
    { kind: 'conv2d', filters: 3, kernel: 3 },
    { kind: 'activation', fn: 'tanh' },
  ],
);

/** A class to an image: a row of a table, put into shape. */
export const CLASS_GENERATOR: NetworkSpec = chain(
  'generator',
  [1],
  [
    { kind: 'embedding', classes: 4, units: 12 },
    { kind: 'dense', units: 27 },
    { kind: 'reshape', shape: [3, 3, 3] },
    { kind: 'activation', fn: 'tanh' },
  ],
);

const PIXELS = { shape: [32, 32, 1], channels: 3, width: 6, depth: 3 } as const;

/** 32 pixels, grey to colours, each way of normalizing. */
export const UNET_GENERATOR: NetworkSpec = unet({ ...PIXELS, normalization: 'batch' });
export const RESNET_GENERATOR: NetworkSpec = resnet({
  ...PIXELS,
  depth: 2,
  blocks: 2,
  normalization: 'instance',
});

/** The same as far as full integers hold it, with batch norms. */
export const PLAIN_RESNET_GENERATOR: NetworkSpec = resnet({
  ...PIXELS,
  depth: 2,
  blocks: 2,
  normalization: 'batch',
});
