// The networks from image to image: one adversarial step against PyTorch in double precision, and a task that they learn.
import { neg, tensor } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { chain, inputShape, type NetworkSpec } from '../core/network';
import { prependLayer } from '../core/networkEdits';
import { normalArray } from '../core/random';
import { readRunConfig } from '../core/runConfig';
import { teach } from '../compression/teach';
import { Network } from '../engine/network';
import { losses } from '../losses';
import { defineModel } from '../models/define';
import { resnet } from '../models/networks/resnet';
import { unet } from '../models/networks/unet';
import { noiseImages, type RandomRun } from '../testing/randomNetworks';
import { closeSimd, openSimd } from '../testing/simdAgreement';
import { pythonMisses } from '../testing/tools';
import { torchDisagreements } from '../testing/torchSteps';

beforeAll(() => openSimd({ threads: 2 }).then(() => undefined));
afterAll(closeSimd);

const SHAPE = [32, 32, 1] as const;
const settings = { shape: SHAPE, channels: 1, width: 4 } as const;
const NETWORKS = [
  ['U-Net', unet({ ...settings, depth: 4, normalization: 'batch' })],
  ['U-Net with instance normalization', unet({ ...settings, depth: 3, normalization: 'instance' })],
  ['ResNet', resnet({ ...settings, depth: 2, blocks: 2, normalization: 'instance' })],
] as const;

/** A generator that takes its image as a list of numbers, against a small discriminator. */
function runOf(network: NetworkSpec, seed: number): RandomRun {
  const pixels = SHAPE[0] * SHAPE[1];
  const generator = prependLayer(network, [pixels], { kind: 'reshape', shape: inputShape(network) });
  const discriminator = chain('discriminator', SHAPE, [
    { kind: 'conv2d', filters: 6, kernel: 4, stride: 2 },
    { kind: 'activation', fn: 'leakyRelu', alpha: 0.2 },
    { kind: 'averagePool', size: 2 },
    { kind: 'flatten' },
    { kind: 'dense', units: 1 },
  ]);
  const model = defineModel({
    id: `image-${seed}`,
    label: '',
    help: '',
    paper: '',
    params: [],
    recommended: {},
    buildGenerator: () => generator,
    buildDiscriminator: () => discriminator,
  });
  const config = readRunConfig(
    { dataset: 'noise', model: model.id, seed, batch: 4, emaDecay: 0, learningRateG: 1e-3 },
    { datasets: [{ id: 'noise', params: [] }], models: [model], losses },
  );
  const parts = { config, dataset: noiseImages(SHAPE, seed), model, loss: losses[0] };
  return { seed, parts, generator, discriminator, multiplyAdds: 0 };
}

const missing = pythonMisses('torch', 'python3-torch');

it.skipIf(missing).each(NETWORKS)(
  `%s: a step has PyTorch's losses and gradients ${missing ?? ''}`,
  { timeout: 180_000 },
  async (_, network) => {
    const found = await torchDisagreements([1, 2].map((seed) => runOf(network, seed)));
    expect(found.join('\n\n')).toBe('');
  },
);

it.each(NETWORKS)('%s learns to turn images into their negatives', { timeout: 180_000 }, async (_, spec) => {
  const network = new Network(spec, 3);
  const [batch, size] = [4, SHAPE[0] * SHAPE[1]];
  const learned = await teach({
    what: 'The test',
    steps: 60,
    learningRate: 5e-3,
    inputs: (step) => {
      const pixels = normalArray(batch * size, 5, step).map((v) => Math.tanh(0.5 * v));
      return tensor(pixels, [batch, ...SHAPE]);
    },
    wanted: (images) => neg(images),
    drawn: (images) => network.apply(images, { kind: 'training', dropoutSeed: 1 }),
    weights: network.trainable,
    signal: new AbortController().signal,
    progress: () => undefined,
  });
  expect(learned.lastLoss).toBeLessThan(0.6 * learned.firstLoss);
  network.dispose();
});
