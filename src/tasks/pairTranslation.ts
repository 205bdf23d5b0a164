// Image to image from pairs (Isola et al. 2017, https://arxiv.org/abs/1611.07004): a generator makes of a picture another, near
// the right one by L1 and sharp by a discriminator that sees both of a pair. Where pairs come from is
// translation/pairSources.ts, what the task says of itself pairTranslationFacts.ts.
import {
  abs,
  concat,
  mean,
  reshape,
  sub,
  tensor,
  tidy,
  type Scalar,
  type Tensor,
  type Tensor2D,
} from '@tensorflow/tfjs-core';
import { checkFrozenLayers, frozenNetwork } from '../core/frozenLayers';
import type { ImageBatch } from '../core/history';
import { withWidthsOf } from '../core/layerWidths';
import { passesNeed } from '../core/memoryNeed';
import { chain, volume, type LayerSpec, type NetworkSpec } from '../core/network';
import { numberParam } from '../core/paramSpec';
import type { RunConfig } from '../core/runConfig';
import { batchIndices } from '../datasets/sampling';
import { inHalves } from '../engine/halfProducts';
import { Network, type ForwardMode } from '../engine/network';
import { Adam } from '../engine/ops/adam';
import { matrix } from '../engine/ops/rank';
import { stepInput } from '../engine/recording';
import type { ImageShape } from '../models/define';
import { adamSettings } from '../training/adversaries';
import { savedNetwork } from '../training/savedTensors';
import { termsOfUpdate, type Draw } from '../training/translators';
import { UpdatesTrainer } from '../training/updatesTrainer';
import { defineTask, type TaskParts } from './define';
import { pairTranslationFacts as facts } from './pairTranslationFacts';
import { keptColourBytes } from './translation/keptColours';
import { modeOf, pairSource, shapesOf, type PairSource } from './translation/pairSources';
import { generatorSpec, patchSpec } from './translation/params';
import { rateShare } from './translation/rates';
import { sizedNetwork } from './translation/sizedNetwork';
import { together } from './translation/together';

const ROWS = 8;
/** Draws of held-back pairs that are judged are none of those that are shown. */
const HELD_BACK = 2;
const leaky: LayerSpec = { kind: 'activation', fn: 'leakyRelu', alpha: 0.2 };
const conv = (filters: number, stride = 1): LayerSpec => ({ kind: 'conv2d', filters, kernel: 3, stride });

/** Three convolutions, and a discriminator of the whole picture. */
function plainSpecs(filters: number, given: ImageShape, channels: number, both: ImageShape) {
  return {
    generator: chain('generator', given, [
      ...[conv(filters), leaky, conv(filters), leaky, conv(channels)],
      { kind: 'activation', fn: 'tanh' },
    ]),
    discriminator: chain(
      'discriminator',
      both,
      [conv(filters, 2), leaky, conv(filters, 2), leaky, { kind: 'flatten' }, { kind: 'dense', units: 1 }],
      { shownActivation: 'sigmoid' },
    ),
  };
}

/**
 * Both networks for pictures of a shape.
 * @param widths of the generator's layers, where channels were cut out
 * @throws InvalidValueError for frozen layers that there are none of
 */
export function pairSpecs(
  config: RunConfig,
  shape: ImageShape,
  widths?: readonly number[] | null,
): Readonly<Record<'generator' | 'discriminator', NetworkSpec>> {
  const { taskParams, frozenLayers } = config;
  const { given, right } = shapesOf(modeOf(config, shape), shape);
  const both: ImageShape = [given[0], given[1], given[2] + right[2]];
  const isPlain = taskParams.generator === 'plain' || taskParams.generator === undefined;
  const whole = isPlain
    ? plainSpecs(numberParam(taskParams, 'width'), given, right[2], both)
    : {
        generator: generatorSpec('generator', taskParams, given, right[2]),
        discriminator: patchSpec('discriminator', taskParams, both),
      };
  const specs = { ...whole, generator: withWidthsOf([whole.generator], widths)[0] };
  checkFrozenLayers(frozenLayers, specs);
  return {
    generator: frozenNetwork(specs.generator, frozenLayers, 'generator'),
    discriminator: frozenNetwork(specs.discriminator, frozenLayers, 'discriminator'),
  };
}

/** What a generator makes of given values [count * h * w * c]. */
async function drawnFrom(shape: PairSource['given'], given: Float32Array, draw: Draw): Promise<Float32Array> {
  const count = given.length / (shape[0] * shape[1] * shape[2]);
  const images = tidy(() => draw(tensor(given, [count, ...shape])));
  const made = Float32Array.from(await images.data());
  images.dispose();
  return made;
}

/** Rows of given, made and right pictures. */
async function drawnRows(source: PairSource, indices: ArrayLike<number>, draw: Draw): Promise<ImageBatch> {
  const { given, right } = source.read(indices);
  const made = await drawnFrom(source.given, given, draw);
  const shown = source.shown(given, made);
  const columns = [shown.given, shown.made, source.shown(given, right).made];
  const [height, width] = source.given;
  const channels = source.shownChannels;
  const volume = height * width * channels;
  const pixels = new Uint8Array(indices.length * columns.length * volume);
  for (let row = 0; row < indices.length; row++)
    columns.forEach((column, at) =>
      pixels.set(column.subarray(row * volume, (row + 1) * volume), (row * columns.length + at) * volume),
    );
  return { count: indices.length * columns.length, height, width, channels, pixels };
}

export const pairTranslation = defineTask({
  ...facts,
  /** @throws InvalidValueError for frozen layers that there are none of, TaskDataError for data that have no such pairs */
  build({ config, dataset, loss, test, compression }: TaskParts): UpdatesTrainer {
    const source = pairSource(dataset, config);
    const shown = test ? pairSource(test, config) : source;
    const specs = pairSpecs(config, dataset.shape, compression?.widths);
    const held = (['generator', 'discriminator'] as const).map((id) => {
      const network = new Network(specs[id], config.seed);
      return { id, network, adam: new Adam(network.trainable) };
    });
    const [generator, discriminator] = held.map(({ network }) => network);
    const read = (step: number, part: number, count: number) =>
      source.read(batchIndices(config.seed, step, part, count, source.size));
    /** Pairs of the step that is being taken; `part` tells draws of one step apart. */
    const drawnPair = (step: () => number, part: number) => {
      const { batch } = trainer.config;
      // Both sides of a step come of one reading: to read pictures and to change their colours takes long.
      const last = { step: NaN, pair: { given: new Float32Array(), right: new Float32Array() } };
      const pair = () => {
        const now = step();
        if (last.step !== now) Object.assign(last, { step: now, pair: read(now, part, batch) });
        return last.pair;
      };
      const right = stepInput([batch, ...source.right], (values) => values.set(pair().right));
      const given = stepInput([batch, ...source.given], (values) => values.set(pair().given));
      return { right, given };
    };
    const mode = { kind: 'training', dropoutSeed: config.seed } as const;
    const draw: Draw = (given) => generator.apply(given, mode);
    const drawNow: Draw = (given) => generator.apply(given, { kind: 'inference' });
    const asScores = (patches: Tensor): Tensor2D => matrix(reshape(patches, [-1, 1]));
    const score = (given: Tensor, answer: Tensor, how: ForwardMode = mode): Tensor2D =>
      asScores(discriminator.apply(concat([given, answer], 3), how));
    const termsOf = (given: Tensor, right: Tensor, draw: Draw, how: ForwardMode) => {
      const drawn = draw(given);
      const real = () => score(given, right, how);
      return {
        adversarial: loss.generator(score(given, drawn, how), trainer.config.lossParams, real),
        l1: mean<Scalar>(abs(sub(drawn, right))),
      };
    };

    const shownRows = batchIndices(config.seed, 0, 0, ROWS, shown.size);
    const trainer: UpdatesTrainer = new UpdatesTrainer({
      facts,
      config,
      networks: held,
      steps: ({ steps }) => steps,
      isTrainable: source.size > 0,
      pass(network, step, part) {
        const { lossParams, dSteps } = trainer.config;
        // The generator's pairs are none that an update of the discriminator has seen in this step.
        const own = network === 'generator' ? dSteps : part;
        const { right, given } = drawnPair(step, own);
        if (network === 'discriminator') {
          const drawn = tidy(() => draw(given));
          const judged = together(discriminator.spec, (pairs) => discriminator.apply(pairs, mode));
          const terms = () => {
            const [onRight, onDrawn] = judged([right, drawn].map((answer) => concat([given, answer], 3)));
            return { adversarial: loss.discriminator(asScores(onRight), asScores(onDrawn), lossParams) };
          };
          return { terms, held: [right, given, drawn] };
        }
        return { terms: () => termsOf(given, right, draw, mode), held: [right, given] };
      },
      settings(network, step) {
        const { learningRateG, learningRateD } = trainer.config;
        const rate = network === 'generator' ? learningRateG : learningRateD;
        return adamSettings(trainer.config, rate * rateShare(trainer.config, step));
      },
      keepsZeros: compression?.keepsZeros ? ['generator'] : [],
      translators: {
        networks: [{ id: 'generator', label: source.columns[1], network: generator }],
        terms: termsOfUpdate(facts, 'generator'),
        get batch() {
          return trainer.config.batch;
        },
        lesson(step, stream) {
          const { given, right } = drawnPair(step, stream);
          const { lossParams } = trainer.config;
          const how = { kind: 'inference' } as const;
          return {
            given: [given],
            fooled: ([made]) =>
              loss.generator(score(given, made, how), lossParams, () => score(given, right, how)),
            held: [right, given],
          };
        },
        heldBack(draws, part) {
          const chosen = batchIndices(config.seed, 0, HELD_BACK + part, config.batch, shown.size);
          const { given, right } = shown.read(chosen);
          return termsOf(
            tensor(given, [chosen.length, ...shown.given]),
            tensor(right, [chosen.length, ...shown.right]),
            draws.generator,
            { kind: 'inference' },
          );
        },
        made: 1,
        moment: (draws) => drawnRows(shown, shownRows, draws.generator),
        shown(_, given, made) {
          const [height, width] = source.given;
          const count = given.length / volume(source.given);
          const bytes = source.shown(given, made);
          const batch = (pixels: Uint8Array): ImageBatch => {
            return { count, height, width, channels: source.shownChannels, pixels };
          };
          return { given: batch(bytes.given), made: batch(bytes.made) };
        },
      },
      grids: [{ id: facts.grids[0].id, label: facts.grids[0].label, columns: source.columns, rows: ROWS }],
      grid: () => drawnRows(shown, shownRows, drawNow),
      picturesFor: (_, count) => shown.read(batchIndices(config.seed, 0, 1, count, shown.size)).given,
      preparation: source.preparation,
      async translate(_, images) {
        const { height, width, channels, pixels } = images;
        const given = source.take(pixels, [height, width, channels]);
        const network = sizedNetwork(generator, height, width);
        const draw: Draw = (values) => inHalves(() => network.apply(values, { kind: 'inference' }));
        const drawn = await drawnFrom([height, width, source.given[2]], given, draw);
        const { made } = source.shown(given, drawn);
        return { ...images, channels: source.shownChannels, pixels: made };
      },
      dispose: () => held.forEach(({ network, adam }) => [network, adam].forEach((one) => one.dispose())),
    });
    return trainer;
  },
  describe(config, shape) {
    const specs = pairSpecs(config, shape);
    const of = (id: keyof typeof specs) => ({ id, spec: specs[id] });
    const { size } = config.datasetParams;
    const pictures = modeOf(config, shape) === 'colour' && typeof size === 'number' ? size : 0;
    return {
      networks: [of('generator'), of('discriminator')],
      need: passesNeed({
        ...{ batch: config.batch, kept: 0, data: keptColourBytes(shape, pictures) },
        // The discriminator sees right and drawn answers at once.
        networks: [
          { spec: specs.generator, passes: 1 },
          { spec: specs.discriminator, passes: 2 },
        ],
      }),
    };
  },
  saved({ config, shape, compression }) {
    const { generator, discriminator } = pairSpecs(config, shape, compression?.widths);
    return [
      savedNetwork('generator', generator, 'kept'),
      savedNetwork('discriminator', discriminator, 'kept'),
    ];
  },
});
