// The networks from image to image: one adversarial step against PyTorch in double precision, and a task that they learn.
import { abs, mean, neg, square, sub, type Scalar } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { chain, inputShape, type NetworkSpec } from '../core/network';
import { prependLayer } from '../core/networkEdits';
import { normalArray } from '../core/random';
import { readRunConfig } from '../core/runConfig';
import { Network } from '../engine/network';
import { Adam } from '../engine/ops/adam';
import { stepInput } from '../engine/recording';
import { losses } from '../losses';
import { defineModel } from '../models/define';
import { resnet } from '../models/networks/resnet';
import { unet } from '../models/networks/unet';
import { noiseImages, type RandomRun } from '../testing/randomNetworks';
import { closeSimd, openSimd } from '../testing/simdAgreement';
import { tinyConfig } from '../testing/tinyRun';
import { pythonMisses } from '../testing/tools';
import { torchDisagreements } from '../testing/torchSteps';
import { UpdatesTrainer } from './updatesTrainer';

beforeAll(() => openSimd({ threads: 2 }).then(() => undefined));
afterAll(closeSimd);

const SHAPE = [32, 32, 1] as const;
const settings = { shape: SHAPE, channels: 1, width: 4 } as const;
const NETWORKS = [
  ['U-Net', unet({ ...settings, depth: 4, normalization: 'batch' })],
  ['U-Net with instance normalization', unet({ ...settings, depth: 3, normalization: 'instance' })],
  ['ResNet', resnet({ ...settings, depth: 2, blocks: 2, normalization: 'instance' })],
] as const;

/** What the networks are to learn below. */
const NEGATIVES = {
  label: 'Negatives',
  updates: [
    { network: 'network', times: 1, terms: ['l1', 'l2'].map((id) => ({ id, label: id, weight: 0.5 })) },
  ],
  charts: [
    {
      id: 'losses',
      title: 'Loss',
      help: '',
      unit: '',
      logScale: false,
      series: [{ id: 'network', label: 'Loss', role: 'generator', dash: [] }],
    },
  ],
} as const;

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
  const adam = new Adam(network.trainable);
  const [batch, size] = [4, SHAPE[0] * SHAPE[1]];
  const trainer = new UpdatesTrainer({
    facts: NEGATIVES,
    config: tinyConfig(),
    networks: [{ id: 'network', network, adam }],
    steps: () => 60,
    isTrainable: true,
    pass(_network, step) {
      const images = stepInput([batch, ...SHAPE], (values) =>
        values.set(normalArray(batch * size, 5, step()).map((v) => Math.tanh(0.5 * v))),
      );
      const wanted = neg(images);
      const terms = () => {
        const missed = sub(network.apply(images, { kind: 'training', dropoutSeed: 1 }), wanted);
        return { l1: mean<Scalar>(abs(missed)), l2: mean<Scalar>(square(missed)) };
      };
      return { terms, held: [images, wanted] };
    },
    settings: (_network, step) => ({
      learningRate: 2.5e-3 * (1 + Math.cos((Math.PI * (step - 1)) / 60)),
      beta1: 0.9,
      beta2: 0.999,
    }),
    grid: () => Promise.resolve(null),
    dispose: () => [network, adam].forEach((one) => one.dispose()),
  });
  const losses: number[] = [];
  for (let step = 1; step <= trainer.steps; step++) {
    const report = trainer.step(step);
    losses.push(report.dataSync()[0]);
    report.dispose();
  }
  expect(losses[59]).toBeLessThan(0.6 * losses[0]);
  trainer.dispose();
});
