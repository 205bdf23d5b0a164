// Measures a translation whose right answers are known: held-back pictures of B are made A, and a classifier reads them. The
// floor is what it reads of real pictures of A. When that happens, and how much time it may take, is liveMeasures.ts.
import { tensor, type Tensor } from '@tensorflow/tfjs-core';
import type { MeasurePoint } from '../../core/measures';
import type { LoadedDataset } from '../../datasets/define';
import { toSignedUnit } from '../../datasets/sampling';
import type { Adam } from '../../engine/ops/adam';
import { metrics } from '../../metrics';
import type { Evaluator } from '../../metrics/evaluator/evaluator';
import { metricInput, SampleSet } from '../../metrics/sampleSet';
import { nextTask } from '../yielding';
import { EVALUATED_AT_ONCE, mixedOrder } from './evaluatedImages';
import type { Measuring } from './liveMeasures';
import type { MeasureOptions } from './measurer';
import { networkNorms } from './norms';

export interface TranslationSources {
  /** Held-back images of the kind that the evaluator reads, and of the other kind; both labelled. */
  readonly real: LoadedDataset;
  readonly other: LoadedDataset;
  /** Pictures [b, h, w, c] of the other kind as the one that is read; the measurer disposes them. */
  readonly translate: (images: Tensor) => Tensor;
  /** Of the generator that translates, and of what judges it in training. */
  readonly adams: () => readonly [Adam, Adam];
  readonly beta1: number;
  readonly openEvaluator: () => Promise<Evaluator>;
}

export class TranslationMeasurer implements Measuring {
  #evaluator: Evaluator | null = null;
  #opening: Promise<void> | null = null;
  #problem: { readonly error: unknown } | null = null;
  #disposed = false;
  /** By how many images it was taken of. */
  readonly #floors = new Map<number, SampleSet>();

  constructor(private readonly sources: TranslationSources) {}

  isReady(): boolean {
    return this.#evaluator !== null;
  }

  /** Files may be on their way: training does not wait for them. */
  prepare(): Promise<void> {
    if (this.#problem) return Promise.reject(this.#problem.error);
    this.#opening ??= this.#open();
    return Promise.resolve();
  }

  /** @returns null when cancelled */
  async measure(
    step: number,
    seconds: number,
    { samples, which, cancelled }: Pick<MeasureOptions, 'samples' | 'which' | 'cancelled'>,
  ): Promise<MeasurePoint | null> {
    await this.prepare();
    await this.#opening;
    if (this.#problem) throw this.#problem.error;
    const evaluator = this.#evaluator;
    if (!evaluator) return null;
    const { real, other, translate, adams, beta1 } = this.sources;
    const floor =
      this.#floors.get(samples) ??
      (await this.#judge(evaluator, real, samples, cancelled, (images) => images));
    const made = floor && (await this.#judge(evaluator, other, samples, cancelled, translate));
    if (!made) return null;
    this.#floors.set(samples, floor);
    const chosen = metrics.filter((metric) => metric.of === 'translations' && which(metric));
    const valuesOf = (set: SampleSet): Readonly<Record<string, number>> =>
      Object.fromEntries(chosen.map(({ id, compute }) => [id, compute(metricInput(set, floor))]));
    const [generator, discriminator] = await networkNorms(adams(), beta1);
    return {
      ...{ step, seconds, samples: made.count, evaluator: evaluator.label },
      ...{ values: valuesOf(made), floors: valuesOf(floor), floorSamples: floor.count },
      ...{ classNames: evaluator.classNames, classCounts: [...made.classCounts()] },
      ...{ generator, discriminator },
    };
  }

  dispose(): void {
    this.#disposed = true;
    this.#evaluator?.dispose();
    this.#evaluator = null;
  }

  async #open(): Promise<void> {
    try {
      const evaluator = await this.sources.openEvaluator();
      if (this.#disposed) evaluator.dispose();
      else this.#evaluator = evaluator;
    } catch (error) {
      this.#problem = { error };
    }
  }

  async #judge(
    evaluator: Evaluator,
    images: LoadedDataset,
    samples: number,
    cancelled: () => boolean,
    made: (images: Tensor) => Tensor,
  ): Promise<SampleSet | null> {
    const chosen = mixedOrder(images.size).subarray(0, samples);
    const { size } = evaluator;
    const classes = evaluator.classNames.length;
    const features = new Float32Array(chosen.length * size);
    const probabilities = new Float32Array(chosen.length * classes);
    const labels = new Uint8Array(chosen.length);
    for (let start = 0; start < chosen.length; start += EVALUATED_AT_ONCE) {
      const some = chosen.subarray(start, start + EVALUATED_AT_ONCE);
      const read = images.read(some);
      labels.set(read.labels ?? [], start);
      const given = tensor(toSignedUnit(read.pixels), [some.length, ...images.shape]);
      const judged = made(given);
      const verdict = await evaluator.evaluate(judged);
      if (judged !== given) judged.dispose();
      given.dispose();
      features.set(verdict.features, start * size);
      probabilities.set(verdict.probabilities, start * classes);
      if (cancelled()) return null;
      await nextTask();
    }
    return new SampleSet(features, probabilities, size, classes, labels);
  }
}
