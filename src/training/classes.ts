// What a run knows of classes: how they enter the generator, and how the discriminator's outputs are read. Classes are
// labels of the data set, or the numbers of several generators that share all layers but the first (MGAN, Hoang et al.
// 2018, https://arxiv.org/abs/1708.02556; MAD-GAN, Ghosh et al. 2018, https://arxiv.org/abs/1704.02906).
import {
  add,
  concat2d,
  logSoftmax,
  logSumExp,
  mean,
  mul,
  neg,
  reshape,
  slice,
  sub,
  sum,
  type Scalar,
  type Tensor,
  type Tensor2D,
} from '@tensorflow/tfjs-core';
import { GanvasError } from '../core/errors';
import { numberParam } from '../core/paramSpec';
import type { RunConfig } from '../core/runConfig';
import { matrix } from '../engine/ops/rank';
import type { ModelDefinition } from '../models/define';
import type { ClassUse } from '../protocol';

/** The model needs labelled images and the data set has none. */
export class UnlabelledDataError extends GanvasError {}

/** Rows of zeros with a one at each class, [classes.length * count]. */
export function oneHotRows(classes: ArrayLike<number>, count: number): Float32Array {
  const rows = new Float32Array(classes.length * count);
  for (let i = 0; i < classes.length; i++) rows[i * count + classes[i]] = 1;
  return rows;
}

export class Classes {
  constructor(
    private readonly use: ClassUse,
    readonly count: number,
  ) {}

  /**
   * The classes of a model; null for models without.
   * @param labels how many classes the data set's labels name; null when it has none
   * @throws UnlabelledDataError
   */
  static of({ label, classes }: ModelDefinition, config: RunConfig, labels: number | null): Classes | null {
    if (!classes) return null;
    if (classes.source === 'generators')
      return new Classes(classes, numberParam(config.modelParams, 'generators'));
    if (labels !== null) return new Classes(classes, labels);
    throw new UnlabelledDataError(
      `${label} draws by class; the images of this data set carry no labels.`,
      'Choose a labelled data set, for example MNIST, or a model without classes.',
    );
  }

  /** Whether real images have classes too. */
  get areLabels(): boolean {
    return this.use.source === 'labels';
  }

  /** What the classes are called: the data set's names, or the generators by number. */
  namesOf(labels: readonly string[] | null): readonly string[] {
    if (this.areLabels && labels) return labels;
    return Array.from({ length: this.count }, (_, i) => `Generator ${i + 1}`);
  }

  /** Length of the latent vector, from the length of the generator's input. */
  latentSize(inputSize: number): number {
    return this.areLabels ? inputSize - this.count : inputSize / this.count;
  }

  /** What the numbers of the generator's input are, in words, without a full stop. */
  inputLayout(latentSize: number, labels: readonly string[] | null): string {
    const noise = `${latentSize} normal random numbers, mean 0, standard deviation 1`;
    const names = this.namesOf(labels).join(', ');
    return this.areLabels
      ? `${noise}, then ${this.count} numbers for the class: 1 at its place and 0 elsewhere (${names})`
      : `${this.count} slots of ${latentSize} numbers, one for each generator (${names}): ${noise}, in the slot of the` +
          ' generator that is to draw, and 0 in the others';
  }

  /** Length of the generator's input, from the length of the latent vector. */
  inputSize(latentSize: number): number {
    return this.areLabels ? latentSize + this.count : latentSize * this.count;
  }

  /** The generator's input rows from latents [n * latentSize] and n classes. */
  inputRows(latents: Float32Array, classes: ArrayLike<number>): Float32Array {
    const latentSize = latents.length / classes.length;
    const width = this.inputSize(latentSize);
    const rows = new Float32Array(classes.length * width);
    for (let i = 0; i < classes.length; i++) {
      const latent = latents.subarray(i * latentSize, (i + 1) * latentSize);
      rows.set(latent, i * width + (this.areLabels ? 0 : classes[i] * latentSize));
      if (this.areLabels) rows[i * width + latentSize + classes[i]] = 1;
    }
    return rows;
  }

  /**
   * The same from latents [n, latentSize] that a gradient is wanted by.
   * @param oneHot [n, count]
   */
  inputTensor(latents: Tensor2D, oneHot: Tensor2D): Tensor2D {
    if (this.areLabels) return concat2d([latents, oneHot], 1);
    const [rows, size] = latents.shape;
    const slots = mul(reshape(oneHot, [rows, this.count, 1]), reshape(latents, [rows, 1, size]));
    return reshape(slots, [rows, this.count * size]);
  }

  /** The score [b, 1] in the discriminator's outputs [b, 1 + count], for classes as one-hot rows [b, count]. */
  score(outputs: Tensor2D, oneHot: Tensor): Tensor2D {
    const [own, ofClasses] = [this.#column(outputs), this.#ofClasses(outputs)];
    switch (this.use.head) {
      case 'projection':
        return add(own, sum<Tensor2D>(mul(ofClasses, oneHot), 1, true));
      case 'auxiliary':
        return own;
      case 'mixture':
        return sub(own, logSumExp(ofClasses, 1, true));
    }
  }

  /** Whether the score of a picture is another one for another class. */
  get scoreDependsOnClass(): boolean {
    return this.use.head === 'projection';
  }

  /** How surprised the discriminator is by the classes, as a mean cross-entropy; null where it does not guess them. */
  surprise(outputs: Tensor2D, oneHot: Tensor): Scalar | null {
    if (this.use.head === 'projection') return null;
    return neg<Scalar>(mean(sum(mul(logSoftmax(this.#ofClasses(outputs)), oneHot), 1)));
  }

  /** Whether the generator is to make its class easy to guess. */
  get generatorShowsClass(): boolean {
    return this.use.head === 'auxiliary';
  }

  #column(outputs: Tensor2D): Tensor2D {
    return slice(outputs, [0, 0], [outputs.shape[0], 1]);
  }

  #ofClasses(outputs: Tensor2D): Tensor2D {
    return matrix(slice(outputs, [0, 1], [outputs.shape[0], this.count]));
  }
}
