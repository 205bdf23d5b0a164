// Networks for the export tests: a tiny generator with every kind of layer, and the zoo's own, with seeded weights and
// seeded batch norm statistics.
import { inputShape, chain, resolveNetwork, type NetworkSpec } from '../core/network';
import { defaultParams } from '../core/paramSpec';
import { createRandom, normalArray } from '../core/random';
import type { TrainedWeight, TrainedWeights } from '../graph/graph';
import { dcganAn12954 } from '../models/dcganAn12954';
import { dcganLight } from '../models/dcganLight';
import { lwGan } from '../models/lwGan';
import type { ModelDefinition } from '../models/define';

/** Dense, reshape, upsampling, both convolutions, batch norms, three activations: 16 numbers to 12 x 12 x 3. */
export const TINY_GENERATOR: NetworkSpec = chain(
  'generator',
  [16],
  [
    { kind: 'dense', units: 3 * 3 * 12, useBias: false },
    { kind: 'reshape', shape: [3, 3, 12] },
    { kind: 'batchNorm', momentum: 0.8 },
    { kind: 'activation', fn: 'relu' },
    { kind: 'upsample' },
    { kind: 'conv2d', filters: 10, kernel: 3 },
    { kind: 'batchNorm', momentum: 0.8 },
    { kind: 'activation', fn: 'leakyRelu', alpha: 0.2 },
    { kind: 'conv2dTranspose', filters: 3, kernel: 4, stride: 2 },
    { kind: 'activation', fn: 'tanh' },
  ],
);

/** Doubling that no convolution follows, padding in an image, a rectifier of its own: steps that generators here lack. */
export const ODD_GENERATOR: NetworkSpec = chain(
  'generator',
  [5],
  [
    { kind: 'dense', units: 3 * 2 * 4 },
    { kind: 'reshape', shape: [3, 2, 4] },
    { kind: 'zeroPad', top: 1, bottom: 0, left: 0, right: 2 },
    { kind: 'batchNorm', momentum: 0.8 },
    { kind: 'activation', fn: 'relu' },
    { kind: 'batchNorm', momentum: 0.8 },
    { kind: 'upsample' },
    { kind: 'conv2dTranspose', filters: 3, kernel: 3, stride: 3 },
    { kind: 'activation', fn: 'sigmoid' },
  ],
);

/** One filter for each channel: after doubling, with a stride, with and without bias and rectifier. */
export const DEPTHWISE_GENERATOR: NetworkSpec = chain(
  'generator',
  [6],
  [
    { kind: 'dense', units: 5 * 4 * 9 },
    { kind: 'reshape', shape: [5, 4, 9] },
    { kind: 'upsample' },
    { kind: 'depthwiseConv2d', kernel: 3, useBias: false },
    { kind: 'conv2d', filters: 12, kernel: 1 },
    { kind: 'batchNorm', momentum: 0.8 },
    { kind: 'activation', fn: 'relu' },
    { kind: 'depthwiseConv2d', kernel: 4, stride: 2 },
    { kind: 'batchNorm', momentum: 0.8 },
    { kind: 'activation', fn: 'relu' },
    { kind: 'upsample' },
    { kind: 'depthwiseConv2d', kernel: 5, useBias: false },
    { kind: 'conv2d', filters: 3, kernel: 1 },
    { kind: 'activation', fn: 'tanh' },
  ],
);

/** Strides, padding before a batch norm, flatten: a judge of 12 x 12 x 3. */
export const TINY_DISCRIMINATOR: NetworkSpec = chain(
  'discriminator',
  [12, 12, 3],
  [
    { kind: 'conv2d', filters: 6, kernel: 3, stride: 2 },
    { kind: 'activation', fn: 'leakyRelu', alpha: 0.2 },
    { kind: 'dropout', rate: 0.25 },
    { kind: 'conv2d', filters: 8, kernel: 4, stride: 2 },
    { kind: 'zeroPad', top: 0, bottom: 1, left: 0, right: 1 },
    { kind: 'batchNorm', momentum: 0.8 },
    { kind: 'activation', fn: 'leakyRelu', alpha: 0.2 },
    { kind: 'conv2d', filters: 8, kernel: 3, padding: 'valid' },
    { kind: 'activation', fn: 'relu' },
    { kind: 'batchNorm', momentum: 0.8 },
    { kind: 'flatten' },
    { kind: 'dense', units: 1 },
  ],
  { shownActivation: 'sigmoid' },
);

const MNIST = [28, 28, 1] as const;
const generatorOf = (model: ModelDefinition): NetworkSpec =>
  model.buildGenerator(MNIST, defaultParams(model.params));

export const LIGHT_GENERATOR = generatorOf(dcganLight);
export const LW_GENERATOR = generatorOf(lwGan);
export const AN12954_GENERATOR = generatorOf(dcganAn12954);
export const AN12954_DISCRIMINATOR = dcganAn12954.buildDiscriminator(
  MNIST,
  defaultParams(dcganAn12954.params),
);

/** The note's networks for pictures of 12 x 12: layer for layer, in a fifth of the arithmetic, for references in plain loops. */
const SMALL_NOTE = [12, 12, 1] as const;
export const AN12954_SMALL_GENERATOR = dcganAn12954.buildGenerator(
  SMALL_NOTE,
  defaultParams(dcganAn12954.params),
);
export const AN12954_SMALL_DISCRIMINATOR = dcganAn12954.buildDiscriminator(
  SMALL_NOTE,
  defaultParams(dcganAn12954.params),
);

/** Weights that keep activations of order one, with biases and statistics that are not trivial. */
export function seededWeights(spec: NetworkSpec, seed: number): TrainedWeights {
  const weights = new Map<string, TrainedWeight>();
  for (const layer of resolveNetwork(spec)) {
    for (const [slot, { role, shape }] of layer.weights.entries()) {
      const size = shape.reduce((product, side) => product * side, 1);
      const { kind } = layer.layer;
      const outputs = kind === 'conv2dTranspose' || kind === 'depthwiseConv2d' ? shape[2] : shape.at(-1);
      const fanIn = size / (outputs ?? 1) / (kind === 'conv2dTranspose' ? 4 : 1);
      const values = normalArray(size, seed, layer.index, slot);
      const random = createRandom(seed, layer.index, slot, 1);
      const scaled = values.map((v) => {
        if (role === 'kernel') return v * Math.sqrt(2 / fanIn);
        if (role === 'gamma') return 1 + 0.2 * v;
        if (role === 'movingVariance') return 0.5 + random.uniform();
        return 0.1 * v;
      });
      weights.set(`${layer.name}/${role}`, { shape, values: scaled });
    }
  }
  return weights;
}

/** Inputs of `rows` examples: normal numbers, or one class after the other where that is what the network takes. */
export function seededInputs(spec: NetworkSpec, rows: number, seed = 11): Float32Array {
  const [first] = spec.nodes;
  if (first.kind === 'embedding') return Float32Array.from({ length: rows }, (_, i) => i % first.classes);
  return normalArray(rows * inputShape(spec).reduce((product, side) => product * side, 1), seed);
}
