// Everything that a step takes from outside the networks: batches, latents, classes, seeds, random treatment of images.
// Each is a function of (seed, step, part), and an input of the step, so that a recorded step is replayed with new ones.
import type { Tensor } from '@tensorflow/tfjs-core';
import type { RunConfig } from '../core/runConfig';
import type { LoadedDataset } from '../datasets/define';
import { batchIndices, toSignedUnit } from '../datasets/sampling';
import { stepInput } from '../engine/recording';
import { oneHotRows, type Classes } from './classes';
import { treatImages } from './stabilizers';
import {
  discriminatorLatents,
  dropoutSeed,
  fakeClasses,
  generatorLatents,
  penaltyUniforms,
  treatmentRandom,
  type DropoutPass,
  type TreatmentPass,
} from './streams';

export class StepInputs {
  /** The step that is being taken, from 1; also in replays. */
  step = 0;

  constructor(
    /** Settings may change between steps. */
    public config: RunConfig,
    private readonly dataset: LoadedDataset,
    private readonly classes: Classes | null,
    private readonly latentSize: number,
  ) {}

  get hasImages(): boolean {
    return this.dataset.size > 0;
  }

  /** Real images of part `part` in [-1, 1], [batch, h, w, c]. */
  realBatch(part: number): Tensor {
    const { dataset } = this;
    return stepInput([this.config.batch, ...dataset.shape], (values) => {
      if (dataset.readValues) values.set(dataset.readValues(this.#indices(part)));
      else toSignedUnit(this.#real(part).pixels, values);
    });
  }

  /** The generator's input for discriminator update `part`, [batch, ...]. */
  discriminatorNoise(part: number): Tensor {
    const { seed } = this.config;
    const latents = (length: number) => discriminatorLatents(seed, this.step, part, length);
    return this.#generatorInput(latents, () => this.#classesD(part));
  }

  /** The generator's input for its own update, [batch, ...]. */
  generatorNoise(): Tensor {
    const latents = (length: number) => generatorLatents(this.config.seed, this.step, length);
    return this.#generatorInput(latents, () => this.#classesG());
  }

  /** Classes of both batches of discriminator update `part`, [batch, classes]; null for models without. */
  classRowsD = (part: number): Tensor | null => this.#oneHot(() => this.#classesD(part));

  /** Classes of the fakes of the generator's update. */
  classRowsG = (): Tensor | null => this.#oneHot(() => this.#classesG());

  /** Seed of the dropout of one pass through the discriminator, asked anew when a step is replayed. */
  dropoutSeed =
    (pass: DropoutPass, part: number): (() => number) =>
    () =>
      dropoutSeed(this.config.seed, pass, this.step, part);

  /** Images as the discriminator sees them. */
  treat(images: Tensor, pass: TreatmentPass, part: number): Tensor {
    const { config } = this;
    return treatImages(images, {
      config,
      step: () => this.step,
      random: (use) => treatmentRandom(config.seed, pass, this.step, part, use),
    });
  }

  /** A uniform number for each of `count` images, [count, 1, 1, 1]. */
  uniforms(part: number, count: number): Tensor {
    return stepInput([count, 1, 1, 1], (values) =>
      values.set(penaltyUniforms(this.config.seed, this.step, part, count)),
    );
  }

  #indices(part: number): Int32Array {
    const { seed, batch } = this.config;
    return batchIndices(seed, this.step, part, batch, this.dataset.size);
  }

  #real(part: number): ReturnType<LoadedDataset['read']> {
    return this.dataset.read(this.#indices(part));
  }

  /** Of fakes the classes of the real images beside them, or which generator draws them. */
  #classesD(part: number): ArrayLike<number> {
    const labels = this.classes?.areLabels ? this.#real(part).labels : null;
    return labels ?? this.#drawnClasses('classesD', part);
  }

  #classesG(): ArrayLike<number> {
    return this.#drawnClasses('classesG', 0);
  }

  #drawnClasses(pass: 'classesD' | 'classesG', part: number): Uint8Array {
    const { seed, batch } = this.config;
    return fakeClasses(seed, pass, this.step, part, batch, this.classes?.count ?? 1);
  }

  #oneHot(classes: () => ArrayLike<number>): Tensor | null {
    if (!this.classes) return null;
    const { count } = this.classes;
    return stepInput([this.config.batch, count], (values) => values.set(oneHotRows(classes(), count)));
  }

  #generatorInput(latents: (length: number) => Float32Array, classes: () => ArrayLike<number>): Tensor {
    const { batch } = this.config;
    const length = batch * this.latentSize;
    const known = this.classes;
    if (!known) return stepInput([batch, this.latentSize], (values) => values.set(latents(length)));
    return stepInput([batch, known.inputSize(this.latentSize)], (values) =>
      values.set(known.inputRows(latents(length), classes())),
    );
  }
}
