// A run small enough for plain JavaScript: four-pixel images and networks of a few weights, with every kind of layer
// that training treats specially (batch norm, dropout, averaging).
import { chain } from '../core/network';
import { readRunConfig, type RunConfig } from '../core/runConfig';
import type { LoadedDataset } from '../datasets/define';
import { losses } from '../losses';
import type { LossDefinition } from '../losses/define';
import { nonSaturating } from '../losses/nonSaturating';
import { defineModel, type ModelDefinition } from '../models/define';
import type { TrainerParts } from '../training/trainer';

export const tinyModel = defineModel({
  id: 'tiny',
  label: 'Tiny',
  help: '',
  paper: '',
  params: [],
  recommended: { batch: 4, emaDecay: 0.9 },
  buildGenerator: () =>
    chain(
      'generator',
      [3],
      [
        { kind: 'dense', units: 8 },
        { kind: 'batchNorm', momentum: 0.8 },
        { kind: 'activation', fn: 'relu' },
        { kind: 'reshape', shape: [2, 2, 2] },
        { kind: 'upsample' },
        { kind: 'conv2d', filters: 1, kernel: 3 },
        { kind: 'activation', fn: 'tanh' },
      ],
    ),
  buildDiscriminator: () =>
    chain(
      'discriminator',
      [4, 4, 1],
      [
        { kind: 'conv2d', filters: 3, kernel: 3, stride: 2 },
        { kind: 'batchNorm', momentum: 0.8 },
        { kind: 'activation', fn: 'leakyRelu', alpha: 0.2 },
        { kind: 'dropout', rate: 0.25 },
        { kind: 'flatten' },
        { kind: 'dense', units: 1 },
      ],
    ),
});

const SIZE = 20;

/** Images whose pixels are a function of their index. */
export const tinyDataset: LoadedDataset = {
  shape: [4, 4, 1],
  size: SIZE,
  classNames: ['a', 'b', 'c'],
  read: (indices) => ({
    pixels: Uint8Array.from(
      { length: indices.length * 16 },
      (_, i) => (indices[i >> 4] * 37 + (i & 15) * 11) % 256,
    ),
    labels: Uint8Array.from(indices, (index) => index % 3),
  }),
};

export function tinyConfig(
  changes: Record<string, unknown> = {},
  model: ModelDefinition = tinyModel,
): RunConfig {
  return readRunConfig(
    { dataset: 'tiny', model: model.id, loss: nonSaturating.id, steps: 6, ...changes },
    { datasets: [{ id: 'tiny', params: [] }], models: [model], losses },
  );
}

const lossNamed = (id: string): LossDefinition => losses.find((loss) => loss.id === id) ?? nonSaturating;

export function tinyParts(
  changes: Record<string, unknown> = {},
  model: ModelDefinition = tinyModel,
): TrainerParts {
  const config = tinyConfig(changes, model);
  return { config, dataset: tinyDataset, model, loss: lossNamed(config.loss) };
}
