// Trains CycleGAN (Zhu et al. 2017, https://arxiv.org/abs/1703.10593): one update of both generators, then one of each
// discriminator, which sees pictures that the generators made in this step or earlier (training/imagePool). What it says of
// itself is cycleGanFacts.ts.
import { keep, reshape, tensor, tidy, type Tensor, type Tensor2D } from '@tensorflow/tfjs-core';
import { checkFrozenLayers, frozenNetwork } from '../core/frozenLayers';
import type { CompressionRecord } from '../core/compressionRecord';
import { withWidthsOf } from '../core/layerWidths';
import { passesNeed } from '../core/memoryNeed';
import { volume, type NetworkSpec } from '../core/network';
import { numberParam } from '../core/paramSpec';
import type { RunConfig } from '../core/runConfig';
import type { DomainPair, LoadedDataset } from '../datasets/define';
import { batchIndices, toSignedUnit } from '../datasets/sampling';
import { classesAsDomains } from '../datasets/pairs/domains';
import { inHalves } from '../engine/halfProducts';
import { Network, type ForwardMode } from '../engine/network';
import { Adam } from '../engine/ops/adam';
import { matrix } from '../engine/ops/rank';
import type { LossDefinition } from '../losses/define';
import type { ImageShape } from '../models/define';
import { adamSettings } from '../training/adversaries';
import { toImageBatch } from '../training/imageBatch';
import { ImagePool } from '../training/imagePool';
import type { TranslationSources } from '../training/measuring/translationMeasurer';
import { savedNetwork } from '../training/savedTensors';
import type { TrainerState } from '../training/taskTrainer';
import { drawsOf } from '../training/translators';
import { UpdatesTrainer, type UpdatePass } from '../training/updatesTrainer';
import { cycleGanFacts as facts } from './cycleGanFacts';
import { defineTask, type TaskParts } from './define';
import { cycleTerms } from './translation/cycleTerms';
import { cycleGrids, cycleTranslators } from './translation/cycleTranslators';
import { generatorSpec, patchSpec } from './translation/params';
import { drawnBatch } from './translation/pictures';
import { rateShare } from './translation/rates';
import { sizedNetwork } from './translation/sizedNetwork';
import { together } from './translation/together';

const NETWORKS = ['generatorAB', 'generatorBA', 'discriminatorA', 'discriminatorB'] as const;
type NetworkId = (typeof NETWORKS)[number];
type Specs = Readonly<Record<NetworkId, NetworkSpec>>;

/**
 * The four networks for pictures of a shape.
 * @param widths of the generators' layers, those of A to B first, where channels were cut out
 * @throws InvalidValueError for frozen layers that there are none of
 */
export function cycleGanSpecs(
  { taskParams, frozenLayers }: RunConfig,
  shape: ImageShape,
  widths?: readonly number[] | null,
): Specs {
  const [generatorAB, generatorBA] = withWidthsOf(
    [generatorSpec('generatorAB', taskParams, shape), generatorSpec('generatorBA', taskParams, shape)],
    widths,
  );
  const specs = {
    ...{ generatorAB, generatorBA },
    discriminatorA: patchSpec('discriminatorA', taskParams, shape),
    discriminatorB: patchSpec('discriminatorB', taskParams, shape),
  };
  checkFrozenLayers(frozenLayers, specs);
  const frozen = (id: NetworkId): NetworkSpec => frozenNetwork(specs[id], frozenLayers, id);
  return {
    generatorAB: frozen('generatorAB'),
    generatorBA: frozen('generatorBA'),
    discriminatorA: frozen('discriminatorA'),
    discriminatorB: frozen('discriminatorB'),
  };
}

const poolsOf = ({ taskParams }: RunConfig): readonly string[] =>
  numberParam(taskParams, 'poolSize') === 0 ? [] : ['poolA', 'poolB'];

/** The two domains of a data set, or two classes of it. @throws InvalidValueError when it has neither */
export const domainsOf = (
  dataset: LoadedDataset,
  { taskParams }: Pick<RunConfig, 'taskParams'>,
): DomainPair =>
  dataset.pair ??
  classesAsDomains(dataset, numberParam(taskParams, 'classA'), numberParam(taskParams, 'classB'));

export class CycleGanTrainer extends UpdatesTrainer {
  readonly #pools: readonly ImagePool[];

  constructor(
    config: RunConfig,
    /** What it learns from. */
    readonly domains: DomainPair,
    /** Pictures that it does not see, or the same as `domains`. */
    readonly shown: DomainPair,
    loss: LossDefinition,
    private readonly nets: Readonly<Record<NetworkId, Network>>,
    compression?: CompressionRecord,
  ) {
    const { shape } = domains.a.images;
    const { seed, taskParams } = config;
    const { generatorAB, generatorBA, discriminatorA, discriminatorB } = nets;
    const learners = NETWORKS.map((id) => ({ id, network: nets[id], adam: new Adam(nets[id].trainable) }));
    const size = numberParam(taskParams, 'poolSize');
    const pools = poolsOf(config).map((id, i) => new ImagePool(id, size, volume(shape), seed, i));
    const held = [...learners, ...pools.map((pool) => pool.held)];
    const mode = { kind: 'training', dropoutSeed: seed } as const;
    const asScores = (patches: Tensor): Tensor2D => matrix(reshape(patches, [-1, 1]));
    const scoresOf = (of: 'A' | 'B', images: Tensor, how: ForwardMode = mode): Tensor2D =>
      asScores((of === 'A' ? discriminatorA : discriminatorB).apply(images, how));
    let real: readonly Tensor[] = [];
    let made: readonly Tensor[] = [];
    /** Both generators; what they made stays for the discriminators. */
    const translate = (step: () => number): UpdatePass => {
      const { batch } = this.config;
      real = [domains.a, domains.b].map(({ images }, part) => drawnBatch(images, batch, seed, step, part));
      const terms = () =>
        cycleTerms({
          ...{ config: this.config, loss, real, scores: scoresOf },
          toB: together(generatorAB.spec, (images) => generatorAB.apply(images, mode)),
          toA: together(generatorBA.spec, (images) => generatorBA.apply(images, mode)),
          made: (asB, asA) => (made = [keep(asA), keep(asB)]),
        });
      return { terms, held: [] };
    };
    /** One discriminator: `which` is 0 of A, 1 of B. */
    const judge = (which: 0 | 1, step: () => number): UpdatePass => {
      const network = which === 0 ? discriminatorA : discriminatorB;
      const [right, latest] = [real[which], made[which]];
      const pool = pools.at(which);
      const shownTo = pool ? pool.exchange(latest, step) : latest;
      const judged = together(network.spec, (images) => network.apply(images, mode));
      const terms = () => {
        const [onReal, onMade] = judged([right, shownTo]).map(asScores);
        return { adversarial: loss.discriminator(onReal, onMade, this.config.lossParams) };
      };
      return { terms, held: pool ? [right, latest, shownTo] : [right, latest] };
    };
    const translators = cycleTranslators({
      ...{ config: () => this.config, domains, shown, loss, generatorAB, generatorBA },
      scores: (of, images) => scoresOf(of, images, { kind: 'inference' }),
    });
    super({
      facts,
      config,
      networks: held,
      steps: ({ steps }) => steps,
      isTrainable: domains.a.images.size > 0 && domains.b.images.size > 0,
      pass(network, step) {
        if (network === 'generatorAB') return translate(step);
        return judge(network === 'discriminatorA' ? 0 : 1, step);
      },
      settings: (network, step) => {
        const { learningRateG, learningRateD } = this.config;
        const rate = network === 'generatorAB' ? learningRateG : learningRateD;
        return adamSettings(this.config, rate * rateShare(this.config, step));
      },
      translate: async (id, { count, height, width, channels, pixels }) => {
        const network = sizedNetwork(id === 'generatorBA' ? generatorBA : generatorAB, height, width);
        const images = tidy(() =>
          inHalves(() =>
            network.apply(tensor(toSignedUnit(pixels), [count, height, width, channels]), {
              kind: 'inference',
            }),
          ),
        );
        const batch = await toImageBatch(images);
        images.dispose();
        return batch;
      },
      picturesFor(id, count) {
        const { images } = id === 'generatorBA' ? shown.b : shown.a;
        return toSignedUnit(images.read(batchIndices(seed, 0, 1, count, images.size)).pixels);
      },
      keepsZeros: compression?.keepsZeros ? ['generatorAB', 'generatorBA'] : [],
      translators,
      grids: cycleGrids(shown),
      grid: () => translators.moment(drawsOf(translators.networks)),
      dispose: () => {
        learners.forEach(({ network, adam }) => [network, adam].forEach((one) => one.dispose()));
        pools.forEach((pool) => pool.dispose());
      },
    });
    this.#pools = pools;
  }

  /** Pictures [b, h, w, c] of A as B; the caller disposes both. */
  readonly translatedToB = (images: Tensor): Tensor =>
    tidy(() => this.nets.generatorAB.apply(images, { kind: 'inference' }));

  /** What a measurer needs whose evaluator reads images of A; null where the classes of held-back pictures are not known. */
  get readable(): Omit<TranslationSources, 'openEvaluator'> | null {
    const { a, b, readsA } = this.shown;
    if (readsA === undefined || !a.images.classNames || !b.images.classNames) return null;
    const { generatorBA, discriminatorA } = this.nets;
    const adamOf = (network: Network): Adam => {
      const adam = this.networks.find((held) => held.network === network)?.adam;
      if (adam) return adam;
      throw new TypeError(`${network.spec.name} does not learn`);
    };
    return {
      real: a.images,
      other: b.images,
      translate: (images) => tidy(() => generatorBA.apply(images, { kind: 'inference' })),
      adams: () => [adamOf(generatorBA), adamOf(discriminatorA)],
      beta1: this.config.beta1,
    };
  }

  override async read(): Promise<TrainerState> {
    const next = this.taken + 1;
    const numbers = { pools: [next, ...this.#pools.map((pool) => pool.filledBefore(next))] };
    return { ...(await super.read()), numbers };
  }

  override restore(state: TrainerState): void {
    super.restore(state);
    const [next = 1, ...filled] = state.numbers.pools ?? [];
    this.#pools.forEach((pool, i) => pool.resume(next, filled[i] ?? 0));
  }
}

export const cycleGan = defineTask({
  ...facts,
  /** @throws InvalidValueError for data without two domains and for frozen layers that there are none of */
  build({ config, dataset, loss, test, compression }: TaskParts): CycleGanTrainer {
    const domains = domainsOf(dataset, config);
    const specs = cycleGanSpecs(config, domains.a.images.shape, compression?.widths);
    const network = (id: NetworkId): Network => new Network(specs[id], config.seed);
    const shown = test ? domainsOf(test, config) : domains;
    const networks = {
      generatorAB: network('generatorAB'),
      generatorBA: network('generatorBA'),
      discriminatorA: network('discriminatorA'),
      discriminatorB: network('discriminatorB'),
    };
    return new CycleGanTrainer(config, domains, shown, loss, networks, compression);
  },
  describe(config, shape) {
    const specs = cycleGanSpecs(config, shape);
    const identity = numberParam(config.taskParams, 'identityWeight') > 0 ? 1 : 0;
    const passes = (id: NetworkId): number => (id.startsWith('generator') ? 2 + identity : 1);
    const images = poolsOf(config).length * numberParam(config.taskParams, 'poolSize');
    return {
      networks: NETWORKS.map((id) => ({ id, spec: specs[id] })),
      need: passesNeed({
        ...{ batch: config.batch, kept: images * volume(shape), data: 0 },
        networks: NETWORKS.map((id) => ({ spec: specs[id], passes: passes(id) })),
      }),
    };
  },
  *saved({ config, shape, compression }) {
    const specs = cycleGanSpecs(config, shape, compression?.widths);
    for (const id of NETWORKS) yield savedNetwork(id, specs[id], 'kept');
    const pools = poolsOf(config);
    const images = [numberParam(config.taskParams, 'poolSize'), volume(shape)];
    const weights = [{ name: 'images', shape: images, learns: false }];
    for (const id of pools) yield { kind: 'network', id, weights, optimizer: 'none' };
    yield { kind: 'numbers', name: 'pools', length: 1 + pools.length };
  },
});
