// Image to image from pairs (Isola et al. 2017, https://arxiv.org/abs/1611.07004): a generator makes fine pictures of coarse
// ones, near the right ones by L1 and sharp by a discriminator that sees both of a pair. The pairs come of the data set:
// each image, and the same with its blocks averaged.
import {
  abs,
  concat,
  mean,
  sub,
  tensor,
  tidy,
  type Scalar,
  type Tensor,
  type Tensor2D,
} from '@tensorflow/tfjs-core';
import { InvalidValueError } from '../core/errors';
import { checkFrozenLayers, frozenNetwork } from '../core/frozenLayers';
import { chain, type LayerSpec } from '../core/network';
import { numberParam } from '../core/paramSpec';
import type { RunConfig } from '../core/runConfig';
import type { LoadedDataset } from '../datasets/define';
import { batchIndices, toSignedUnit } from '../datasets/sampling';
import { Network } from '../engine/network';
import { Adam } from '../engine/ops/adam';
import { matrix } from '../engine/ops/rank';
import { stepInput } from '../engine/recording';
import type { ImageShape } from '../models/define';
import { adamSettings } from '../training/adversaries';
import { toImageBatch } from '../training/imageBatch';
import { savedNetwork } from '../training/savedTensors';
import { UpdatesTrainer } from '../training/updatesTrainer';
import { defineTask, TaskDataError, type TaskParts } from './define';

const SHOWN = 16;
const LEAST_SIDE = 4;
const leaky: LayerSpec = { kind: 'activation', fn: 'leakyRelu', alpha: 0.2 };
const conv = (filters: number, stride = 1): LayerSpec => ({ kind: 'conv2d', filters, kernel: 3, stride });

/** Values [count * h * w * c] with the mean of its block in place of every value. */
export function coarsened(values: Float32Array, shape: LoadedDataset['shape'], block: number): Float32Array {
  const [height, width, channels] = shape;
  const out = new Float32Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const [c, x] = [i % channels, Math.floor(i / channels) % width];
    const y = Math.floor(i / (channels * width)) % height;
    const first = i - c - channels * (x + width * y);
    const [left, top] = [x - (x % block), y - (y % block)];
    const [right, bottom] = [Math.min(width, left + block), Math.min(height, top + block)];
    let sum = 0;
    for (let v = top; v < bottom; v++)
      for (let u = left; u < right; u++) sum += values[first + channels * (u + width * v) + c];
    out[i] = sum / ((right - left) * (bottom - top));
  }
  return out;
}

const facts = {
  id: 'pair-translation',
  label: 'Coarse pictures made fine',
  help: 'A generator learns from pairs: it gets a picture in coarse blocks and draws the fine one.',
  hidden: true,
  params: [
    {
      id: 'block',
      kind: 'integer',
      label: 'Block',
      min: 2,
      max: 16,
      default: 4,
      unit: 'pixels',
      help: 'Side of the blocks that a coarse picture is made of.',
    },
    {
      id: 'l1Weight',
      kind: 'number',
      label: 'Weight of L1',
      min: 0,
      max: 1000,
      default: 100,
      help: 'How much nearness to the right picture counts beside fooling the discriminator.',
    },
    {
      id: 'width',
      kind: 'integer',
      label: 'Width',
      min: 1,
      max: 256,
      default: 32,
      unit: 'channels',
      help: 'Channels of the hidden layers of both networks.',
    },
  ],
  networks: [
    { id: 'generator', label: 'Generator', role: 'generator', learns: true, loss: 'generator' },
    {
      id: 'discriminator',
      label: 'Discriminator',
      role: 'discriminator',
      learns: true,
      loss: 'discriminator',
    },
  ],
  data: ['pairs'],
  updates: [
    { network: 'discriminator', times: 'dSteps', terms: [{ id: 'adversarial', label: 'Scores', weight: 1 }] },
    {
      network: 'generator',
      times: 1,
      terms: [
        { id: 'adversarial', label: 'Score', weight: 1 },
        { id: 'l1', label: 'L1 distance', weight: 'l1Weight' },
      ],
    },
  ],
  charts: [
    {
      id: 'losses',
      title: 'Loss',
      unit: '',
      logScale: true,
      help: 'Lower is better for the network that the line belongs to; L1 is the distance from the right pictures.',
      series: [
        { id: 'generator', label: 'Generator', role: 'generator', dash: [] },
        { id: 'discriminator', label: 'Discriminator', role: 'discriminator', dash: [6, 2] },
        { id: 'generator/l1', label: 'L1', role: 'real', dash: [2, 3] },
      ],
    },
  ],
  grids: [{ id: 'fine', label: 'The same coarse pictures made fine' }],
  exports: [{ network: 'generator', inputs: ['image'] }],
} as const;

/** @throws InvalidValueError for frozen layers that there are none of */
function networksFor(config: RunConfig, shape: ImageShape) {
  const [height, width, channels] = shape;
  const filters = numberParam(config.taskParams, 'width');
  const specs = {
    generator: chain('generator', shape, [
      ...[conv(filters), leaky, conv(filters), leaky, conv(channels)],
      { kind: 'activation', fn: 'tanh' },
    ]),
    discriminator: chain(
      'discriminator',
      [height, width, 2 * channels],
      [conv(filters, 2), leaky, conv(filters, 2), leaky, { kind: 'flatten' }, { kind: 'dense', units: 1 }],
      { shownActivation: 'sigmoid' },
    ),
  };
  checkFrozenLayers(config.frozenLayers, specs);
  const { frozenLayers } = config;
  return {
    generator: frozenNetwork(specs.generator, frozenLayers, 'generator'),
    discriminator: frozenNetwork(specs.discriminator, frozenLayers, 'discriminator'),
  };
}

export const pairTranslation = defineTask({
  ...facts,
  build({ config, dataset, loss }: TaskParts): UpdatesTrainer {
    const { shape } = dataset;
    const [height, width] = shape;
    if (Math.min(height, width) < LEAST_SIDE || dataset.readValues) {
      throw new TaskDataError(
        `Pictures of ${height} x ${width} have no coarse form.`,
        `Choose images of at least ${LEAST_SIDE} pixels a side.`,
      );
    }
    if (loss.penalty || loss.weightBound) {
      throw new InvalidValueError(
        `${loss.label} bounds the discriminator's slope, which this task does not.`,
        'Choose a loss without a penalty or clipping.',
      );
    }
    const specs = networksFor(config, shape);
    const held = (['generator', 'discriminator'] as const).map((id) => {
      const network = new Network(specs[id], config.seed);
      return { id, network, adam: new Adam(network.trainable) };
    });
    const [generator, discriminator] = held.map(({ network }) => network);

    const fine = (step: number, part: number, count: number): Float32Array =>
      toSignedUnit(dataset.read(batchIndices(config.seed, step, part, count, dataset.size)).pixels);
    const coarse = (step: number, part: number, count: number): Float32Array =>
      coarsened(fine(step, part, count), shape, numberParam(config.taskParams, 'block'));
    const mode = { kind: 'training', dropoutSeed: config.seed } as const;
    const draw = (given: Tensor): Tensor => generator.apply(given, mode);
    const score = (given: Tensor, answer: Tensor): Tensor2D =>
      matrix(discriminator.apply(concat([given, answer], 3), mode));

    const trainer: UpdatesTrainer = new UpdatesTrainer({
      facts,
      config,
      networks: held,
      steps: ({ steps }) => steps,
      isTrainable: dataset.size > 0,
      pass(network, step, part) {
        const { batch, lossParams, dSteps } = trainer.config;
        // The generator's pairs are none that an update of the discriminator has seen in this step.
        const own = network === 'generator' ? dSteps : part;
        const size = [batch, ...shape];
        const right = stepInput(size, (values) => values.set(fine(step(), own, batch)));
        const given = stepInput(size, (values) => values.set(coarse(step(), own, batch)));
        if (network === 'discriminator') {
          const drawn = tidy(() => draw(given));
          const terms = () => ({
            adversarial: loss.discriminator(score(given, right), score(given, drawn), lossParams),
          });
          return { terms, held: [right, given, drawn] };
        }
        const terms = () => {
          const drawn = draw(given);
          const real = () => score(given, right);
          return {
            adversarial: loss.generator(score(given, drawn), lossParams, real),
            l1: mean<Scalar>(abs(sub(drawn, right))),
          };
        };
        return { terms, held: [right, given] };
      },
      settings(network) {
        const { learningRateG, learningRateD } = trainer.config;
        return adamSettings(trainer.config, network === 'generator' ? learningRateG : learningRateD);
      },
      async grid() {
        const images = tidy(() =>
          generator.apply(tensor(coarse(0, 0, SHOWN), [SHOWN, ...shape]), { kind: 'inference' }),
        );
        const batch = await toImageBatch(images);
        images.dispose();
        return batch;
      },
      dispose: () => held.forEach(({ network, adam }) => [network, adam].forEach((one) => one.dispose())),
    });
    return trainer;
  },
  saved({ config, shape }) {
    const { generator, discriminator } = networksFor(config, shape);
    return [
      savedNetwork('generator', generator, 'kept'),
      savedNetwork('discriminator', discriminator, 'kept'),
    ];
  },
});
