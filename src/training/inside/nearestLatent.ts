// The noise whose picture is nearest to a given one, by gradient descent through the generator: AnoGAN (Schlegl et al. 2017,
// https://arxiv.org/abs/1703.05921, section 2.2). Several starts are moved side by side as rows of one batch, each by itself:
// Adam works number by number, and the loss is a sum over rows. Reads the networks; changes nothing of them.
import {
  abs,
  add,
  engine,
  keep,
  mean,
  mul,
  sub,
  sum,
  tensor,
  tensor2d,
  tidy,
  variable,
  type Scalar,
  type Tensor,
  type Tensor2D,
  type Variable,
} from '@tensorflow/tfjs-core';
import { Adam } from '../../engine/ops/adam';
import { matrix } from '../../engine/ops/rank';
import type { NearestOptions } from '../../protocol';
import { oneHotRows } from '../classes';
import type { Trainer } from '../trainer';
import { judgesFeatures, type FeatureLook } from './judgeFeatures';

const BETAS = { beta1: 0.9, beta2: 0.999 } as const;

/** Rows that are moved, and what each is to become. */
export interface SearchRows {
  /** [rows * latentSize] */
  readonly latents: Float32Array;
  /** Class that each row is drawn as; zeros where the model knows none. */
  readonly classes: Uint8Array;
  /** The picture of each row, [rows * height * width * channels] in [-1, 1]. */
  readonly pictures: Float32Array;
}

export type SearchSettings = Pick<NearestOptions, 'steps' | 'learningRate' | 'features'>;

/** A search under way; `dispose` frees its tensors. */
export class NearestSearch {
  /** Updates made so far. */
  step = 0;
  readonly #latents: Variable;
  readonly #oneHot: Tensor2D | null;
  readonly #pictures: Tensor;
  readonly #features: Tensor | null;
  readonly #look: FeatureLook | null;
  readonly #adam: Adam;

  constructor(
    private readonly trainer: Trainer,
    { latents, classes, pictures }: SearchRows,
    private readonly settings: SearchSettings,
  ) {
    const rows = classes.length;
    const known = trainer.classes;
    this.#latents = tidy(() => variable(tensor2d(latents, [rows, trainer.latentSize])));
    this.#oneHot = known && tensor2d(oneHotRows(classes, known.count), [rows, known.count]);
    this.#pictures = tensor(pictures, [rows, ...trainer.imageShape]);
    this.#look = settings.features > 0 ? judgesFeatures(trainer) : null;
    const look = this.#look;
    this.#features = look && tidy(() => look(this.#pictures));
    this.#adam = new Adam([this.#latents]);
  }

  /** Loss of each row, (1 - features) of its pixels and features of its features: [rows]. */
  #losses(): { readonly losses: Tensor; readonly drawn: Tensor } {
    const drawn = this.#draw();
    const pixels = meanOfRows(abs(sub(drawn, this.#pictures)));
    const [look, wanted] = [this.#look, this.#features];
    if (!look || !wanted) return { losses: pixels, drawn };
    const share = this.settings.features;
    const features = meanOfRows(abs(sub(look(drawn), wanted)));
    return { losses: add(mul(pixels, 1 - share), mul(features, share)), drawn };
  }

  #draw(): Tensor {
    const { classes, average, generator } = this.trainer;
    const z = matrix(this.#latents);
    const input = classes && this.#oneHot ? classes.inputTensor(z, this.#oneHot) : z;
    return (average ?? generator).apply(input, { kind: 'inference' });
  }

  /**
   * One update of all rows.
   * @returns the loss of each row before it, and what was drawn from it; the caller disposes both
   */
  update(): { readonly losses: Tensor; readonly drawn: Tensor } {
    const found = this.gradient();
    const { steps, learningRate } = this.settings;
    const rate = (learningRate * (1 + Math.cos((Math.PI * this.step) / steps))) / 2;
    this.#adam.apply([found.gradient], { ...BETAS, learningRate: rate });
    found.gradient.dispose();
    this.step++;
    return found;
  }

  /** The slope of the loss by the latents, [rows, latentSize], with what `update` gives. The caller disposes all three. */
  gradient(): { readonly gradient: Tensor; readonly losses: Tensor; readonly drawn: Tensor } {
    const kept: { losses?: Tensor; drawn?: Tensor } = {};
    const [gradient] = tidy(() => {
      const { value, grads } = engine().gradients((): Scalar => {
        const { losses, drawn } = this.#losses();
        kept.losses = keep(losses.clone());
        kept.drawn = keep(drawn.clone());
        return sum<Scalar>(losses);
      }, [this.#latents]);
      value.dispose();
      return grads;
    });
    if (!kept.losses || !kept.drawn) throw new TypeError('The loss was not computed.');
    return { gradient, losses: kept.losses, drawn: kept.drawn };
  }

  /** As they are now, without an update. The caller disposes both. */
  look(): { readonly losses: Tensor; readonly drawn: Tensor } {
    const [losses, drawn] = tidy(() => {
      const found = this.#losses();
      return [found.losses, found.drawn];
    });
    return { losses, drawn };
  }

  /** [rows * latentSize] */
  async latents(): Promise<Float32Array> {
    return Float32Array.from(await this.#latents.data());
  }

  dispose(): void {
    for (const part of [this.#latents, this.#oneHot, this.#pictures, this.#features, this.#adam])
      part?.dispose();
  }
}

function meanOfRows(values: Tensor): Tensor {
  return mean(
    values,
    Array.from({ length: values.rank - 1 }, (_, axis) => axis + 1),
  );
}
