// Paints one picture in the style of another (Gatys et al. 2016, https://arxiv.org/abs/1508.06576): a step looks at the losses and
// their gradient with regard to the picture, then an optimizer on this side moves the pixels (lbfgs.ts, adam.ts).
import { slice, tidy, type Tensor1D } from '@tensorflow/tfjs-core';
import type { GridLayout } from '../../core/gridLayout';
import type { ImageBatch } from '../../core/history';
import { numberParam } from '../../core/paramSpec';
import { normalArray } from '../../core/random';
import type { RunConfig } from '../../core/runConfig';
import { seriesOfTask } from '../../core/taskFacts';
import { CheckpointMismatchError } from '../../training/snapshot';
import type { TaskTrainer, TrainerState } from '../../training/taskTrainer';
import { styleTransferFacts as facts } from '../styleTransferFacts';
import { PictureAdam } from './adam';
import { Lbfgs } from './lbfgs';
import { StyleLook, type FeatureNetwork } from './look';
import type { PictureOptimizer } from './pictureOptimizer';
import type { TwoPictures } from './pictures';
import { savedValues } from './savedValues';

const NOISE_STREAM = 0x6e6f6973;
/** Standard deviation of brightness of the noise that a picture begins with. */
const NOISE = 0.3;
const PIXELS = 'picture/pixels';
const SERIES = seriesOfTask(facts).map(({ id }) => id);

/** @throws CheckpointMismatchError when the run was painted with other weights of the feature network than these */
export function checkPainted({ encoder = [] }: TrainerState['numbers'], known: number): void {
  if (encoder[0] === known) return;
  throw new CheckpointMismatchError(
    'The run was painted with other weights of its feature network than those on this device.',
    'Give the file of weights that it began with, or start a new run from its settings.',
  );
}

export class StyleTransferTrainer implements TaskTrainer {
  readonly networks = [];
  readonly series = SERIES;
  readonly isTrainable = true;
  readonly grids: readonly GridLayout[];
  #config: RunConfig;
  #look: StyleLook;
  #picture: Float32Array;
  readonly #optimizer: PictureOptimizer;
  /** Losses and gradient of the step that was taken, until the picture has moved. */
  #found: Tensor1D | null = null;
  /** It is of weights that have changed meanwhile. */
  #isOutdated = false;

  constructor(
    config: RunConfig,
    private readonly pictures: TwoPictures,
    private readonly features: FeatureNetwork,
  ) {
    const { content, shape } = pictures;
    this.#config = config;
    this.#look = new StyleLook(config.taskParams, pictures, features);
    this.#picture =
      config.taskParams.start === 'noise'
        ? normalArray(content.length, config.seed, NOISE_STREAM).map((value) => NOISE * value)
        : content.slice();
    this.#optimizer = config.taskParams.optimizer === 'adam' ? new PictureAdam(content.length) : new Lbfgs();
    const [{ id, label }] = facts.grids;
    this.grids = [{ id, label, columns: ['content', 'style', 'picture'], rows: 1 }];
    this.#shape = [1, ...shape];
  }

  readonly #shape: readonly [1, number, number, number];

  get config(): RunConfig {
    return this.#config;
  }

  /** Weights that change make another loss, from the next step on. */
  set config(config: RunConfig) {
    const before = this.#config.taskParams;
    this.#config = config;
    const changed = Object.keys(config.taskParams).filter((id) => config.taskParams[id] !== before[id]);
    if (changed.every((id) => id === 'learningRate')) return;
    this.#optimizer.forget();
    this.#isOutdated = this.#found !== null;
    if (this.#look.reweigh(config.taskParams)) return;
    this.#look.dispose();
    this.#look = new StyleLook(config.taskParams, this.pictures, this.features);
  }

  get steps(): number {
    return this.#config.steps;
  }

  get isReplaying(): boolean {
    return this.#look.isReplaying;
  }

  /** The pixels [1, h, w, 3] of this moment, RGB from -1 to 1 and what lies beyond. */
  get pixels(): Float32Array {
    return this.#picture;
  }

  /** The losses at the picture of this moment, in the order of `series`, and the gradient of the first. */
  lossesNow(): readonly [losses: Float32Array, gradient: Float32Array] {
    const found = this.#look.at(this.#picture);
    const values = Float32Array.from(found.dataSync());
    found.dispose();
    return [values.slice(0, SERIES.length), values.slice(SERIES.length)];
  }

  step(): Tensor1D {
    if (this.#found) throw new TypeError('The picture has not moved since the step before');
    const found = this.#look.at(this.#picture);
    this.#found = found;
    return tidy(() => slice(found, [0], [SERIES.length]));
  }

  async afterStep(): Promise<void> {
    const found = this.#found;
    if (!found) return;
    const values = Float32Array.from(await found.data());
    found.dispose();
    this.#found = null;
    const rate = numberParam(this.#config.taskParams, 'learningRate');
    this.#optimizer.move(this.#picture, values.subarray(SERIES.length), values[0], rate);
    if (this.#isOutdated) this.#optimizer.forget();
    this.#isOutdated = false;
  }

  grid(): Promise<ImageBatch> {
    const [height, width, channels] = this.pictures.shape;
    const { content, style } = this.pictures;
    const length = content.length;
    const pixels = new Uint8Array(3 * length);
    [content, style, this.#picture].forEach((values, column) => {
      for (let i = 0; i < length; i++)
        pixels[column * length + i] = Math.max(0, Math.min(255, Math.round((values[i] + 1) * 127.5)));
    });
    return Promise.resolve({ count: 3, height, width, channels, pixels });
  }

  read(): Promise<TrainerState> {
    const { updates, tensors, numbers } = this.#optimizer.read(this.#shape);
    const picture = { name: PIXELS, shape: this.#shape, values: this.#picture.slice() };
    return Promise.resolve({
      updates,
      tensors: [picture, ...tensors],
      numbers: { ...numbers, encoder: [this.#look.fingerprint] },
    });
  }

  restore(state: TrainerState): void {
    checkPainted(state.numbers, this.#look.fingerprint);
    const picture = savedValues(state.tensors, PIXELS, this.#picture.length);
    this.#optimizer.restore(state, picture.length);
    this.#picture = picture;
  }

  dispose(): void {
    this.#found?.dispose();
    this.#look.dispose();
  }
}
