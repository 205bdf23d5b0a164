// Trains a feed-forward style student (Johnson et al. 2016, https://arxiv.org/abs/1603.08155): each step goes down content, style and
// smoothness of what it makes of a batch of pictures; of several styles each picture of a batch gets one (Dumoulin et al. 2017,
// https://arxiv.org/abs/1610.07629).
import { concat, fill, reshape, tensor, tidy, tile, type Tensor, type Tensor1D } from '@tensorflow/tfjs-core';
import { CLASS_INPUT } from '../../core/chosenClass';
import type { CompressionRecord } from '../../core/compressionRecord';
import type { GridLayout } from '../../core/gridLayout';
import { createRandom } from '../../core/random';
import type { RunConfig } from '../../core/runConfig';
import type { LoadedDataset } from '../../datasets/define';
import { batchIndices, toSignedUnit } from '../../datasets/sampling';
import { chosenNetwork, takeChosen } from '../../engine/chosenNetwork';
import { inHalves } from '../../engine/halfProducts';
import type { Network } from '../../engine/network';
import { Adam } from '../../engine/ops/adam';
import { images as asImages, vector } from '../../engine/ops/rank';
import { bilinearResize } from '../../engine/ops/resize';
import { stepInput } from '../../engine/recording';
import { adamSettings } from '../../training/adversaries';
import { toImageBatch } from '../../training/imageBatch';
import { CheckpointMismatchError } from '../../training/snapshot';
import type { PictureNetwork, TrainerState } from '../../training/taskTrainer';
import type { Draw } from '../../training/translators';
import { UpdatesTrainer } from '../../training/updatesTrainer';
import { styleStudentFacts as facts } from '../styleStudentFacts';
import { asRows, drawnBatch, imagesAt } from '../translation/pictures';
import { rateShare } from '../translation/rates';
import { sizedNetwork } from '../translation/sizedNetwork';
import type { FeatureNetwork } from './look';
import { PerceptualLoss } from './perceptual';
import { studentTranslators } from './studentTranslators';
import { contentOf, styleNames, type StyleName } from './stylePictures';
import type { StyleShelf } from './styleShelf';

/** Pictures of the timeline. */
export const ROWS = 6;
/** Keeps the draws of styles apart from every other use of the seed. */
export const STYLE_STREAM = 0x7374796c;
/** Grey pictures [b, h, w, 1] with the same number in all three channels. */
const coloured = (pictures: Tensor): Tensor =>
  pictures.shape[3] === 3 ? pictures : concat([pictures, pictures, pictures], 3);

export interface StudentData {
  readonly dataset: LoadedDataset;
  /** Pictures that training does not see, or the same. */
  readonly shown: LoadedDataset;
  readonly shelf: StyleShelf;
}

/** @throws CheckpointMismatchError where a run learned by another feature network than that of this fingerprint */
export function checkEncoder({ encoder = [] }: TrainerState['numbers'], known: number): void {
  if (encoder[0] === known) return;
  throw new CheckpointMismatchError(
    'The student learned from other weights of its feature network than those on this device.',
    'Give the file of weights that it began with, or start a new run from its settings.',
  );
}

export class StyleStudentTrainer extends UpdatesTrainer {
  readonly #perceptual: PerceptualLoss;
  readonly #styles: readonly StyleName[];
  /** Of several styles a network for each. */
  readonly #chosen: readonly Network[];

  constructor(
    config: RunConfig,
    private readonly data: StudentData,
    features: FeatureNetwork,
    private readonly generator: Network,
    compression?: CompressionRecord,
  ) {
    const { seed, taskParams } = config;
    const pictures = contentOf(data.dataset);
    const { shape } = pictures;
    const styles = styleNames(config);
    const chosen = styles.length > 1 ? styles.map(() => chosenNetwork(generator)) : [];
    const perceptual = new PerceptualLoss(features, taskParams, [shape[0], shape[1]]);
    perceptual.setStyles(data.shelf.pictures);
    const adam = new Adam(generator.trainable);
    const mode = { kind: 'training', dropoutSeed: seed } as const;
    super({
      facts,
      config,
      networks: [{ id: 'generator', network: generator, adam }, data.shelf.held],
      constants: () => perceptual.tensors,
      steps: ({ steps }) => steps,
      isTrainable: pictures.size > 0,
      pass: (_, step) => {
        const { batch } = this.config;
        const given = drawnBatch(pictures, batch, seed, step, 0);
        const drawn = styles.length > 1 ? drawnStyles(batch, styles.length, seed, step) : null;
        const content = tidy(() => perceptual.contentOf(coloured(given)));
        const terms = () => ({ ...perceptual.terms(this.#made(given, drawn, mode), content, drawn) });
        return { terms, held: [given, ...content, ...(drawn ? [drawn] : [])] };
      },
      settings: (_, step) =>
        adamSettings(this.config, this.config.learningRateG * rateShare(this.config, step)),
      keepsZeros: compression?.keepsZeros ? ['generator'] : [],
      translators:
        styles.length > 1
          ? undefined
          : studentTranslators({
              ...{ network: generator, seed, batch: () => this.config.batch, pictures, shown: data.shown },
              terms: (given, made) => {
                const content = perceptual.contentOf(coloured(given));
                return { ...perceptual.terms(made, content, null) };
              },
              rows: (paint) => batchOf(() => this.#rows(paint)),
            }),
      grids: [gridOf(styles.map(({ label }) => label))],
      grid: () => batchOf(() => this.#rows()),
      picturesFor: (_, count) => {
        const { shown } = data;
        return toSignedUnit(shown.read(batchIndices(seed, 0, 1, count, shown.size)).pixels);
      },
      translate: (id, { count, height, width, pixels }) => {
        const style = Math.max(
          0,
          styles.findIndex((one) => one.id === id),
        );
        return batchOf(() =>
          inHalves(() => this.painted(tensor(toSignedUnit(pixels), [count, height, width, shape[2]]), style)),
        );
      },
      dispose: () => [generator, ...chosen, adam, perceptual, data.shelf].forEach((one) => one.dispose()),
    });
    this.#perceptual = perceptual;
    this.#styles = styles;
    this.#chosen = chosen;
  }

  /** Of several styles a network for each, as it is now; of one none but the network that learns. */
  get pictureNetworks(): readonly PictureNetwork[] {
    return this.#chosen.map((_, style) => {
      const { id, label } = this.#styles[style];
      return { id, label, network: this.#painter(style) };
    });
  }

  /** Pictures [b, h, w, c] painted in one style, [b, h, w, 3] from -1 to 1; in `tidy`. */
  painted(pictures: Tensor, style: number): Tensor {
    const [, height, width] = pictures.shape;
    return sizedNetwork(this.#painter(style), height, width).apply(pictures, { kind: 'inference' });
  }

  override async read(): Promise<TrainerState> {
    return { ...(await super.read()), numbers: { encoder: [this.#perceptual.fingerprint] } };
  }

  override restore(state: TrainerState): void {
    checkEncoder(state.numbers, this.#perceptual.fingerprint);
    super.restore(state);
    this.#perceptual.setStyles(this.data.shelf.pictures);
    this.recordAnew();
  }

  /** The network that paints in a style, with the weights of this moment. */
  #painter(style: number): Network {
    const chosen = this.#chosen.at(style);
    if (!chosen) return this.generator;
    takeChosen(chosen, this.generator, style);
    return chosen;
  }

  #made(given: Tensor, styles: Tensor1D | null, mode: Parameters<Network['apply']>[1]): Tensor {
    const [{ name }, ...others] = this.generator.spec.inputs;
    return this.generator.apply(
      others.length > 0 && styles
        ? { [name]: given, [CLASS_INPUT]: reshape(styles, [given.shape[0], 1]) }
        : given,
      mode,
    );
  }

  /** Of one style: given, style, painted. Of several a column each, below the style pictures. */
  #rows(paint: Draw = (given) => this.painted(given, 0)): Tensor {
    const { shown, shelf } = this.data;
    const chosen = batchIndices(this.config.seed, 0, 0, ROWS, shown.size);
    const given = imagesAt(shown, chosen);
    const [height, width] = shown.shape;
    const styles = bilinearResize(asImages(shelf.pictures), [height, width]);
    const count = styles.shape[0];
    if (count === 1) return asRows([coloured(given), tile(styles, [ROWS, 1, 1, 1]), paint(given)]);
    const empty = fill([1, height, width, 3], 0);
    const painted = Array.from({ length: count }, (_, style) => this.painted(given, style));
    return concat([empty, styles, asRows([coloured(given), ...painted])], 0);
  }
}

const gridOf = (names: readonly string[]): GridLayout => ({
  ...facts.grids[0],
  columns: names.length === 1 ? ['given', names[0], 'painted'] : ['given', ...names],
  rows: names.length === 1 ? ROWS : ROWS + 1,
});

/** The number of the style of each picture of a batch, as the step draws it. */
const drawnStyles = (batch: number, count: number, seed: number, step: () => number): Tensor1D =>
  vector(
    stepInput([batch], (values) => {
      const random = createRandom(seed, STYLE_STREAM, step());
      for (let i = 0; i < batch; i++) values[i] = random.int(count);
    }),
  );

async function batchOf(pictures: () => Tensor) {
  const made = tidy(pictures);
  const batch = await toImageBatch(made);
  made.dispose();
  return batch;
}
