// Measures the generator of a trainer: real images judged once, generated ones anew each time, every metric on both.
// When that happens, and how much time it may take, is liveMeasures.ts.
import type { Tensor } from '@tensorflow/tfjs-core';
import { AbortedError } from '../../core/errors';
import type { MeasurePoint, MeasureReport } from '../../core/measures';
import type { LoadedDataset } from '../../datasets/define';
import { metrics } from '../../metrics';
import type { MetricDefinition } from '../../metrics/define';
import type { Evaluator } from '../../metrics/evaluator/evaluator';
import { metricInput, SampleSet, type MetricInput } from '../../metrics/sampleSet';
import { measuredLatents } from '../streams';
import type { Trainer } from '../trainer';
import { nextTask } from '../yielding';
import { EVALUATED_AT_ONCE, EvaluatedImages, mixedOrder, RealImages } from './evaluatedImages';
import { networkNorms } from './norms';

/** Real images that samples are compared with, at least. */
export const FEWEST_REAL = 2000;

export interface MeasurerSources {
  readonly trainer: () => Trainer;
  readonly dataset: LoadedDataset;
  /** Real images that training does not see; null where there are none. */
  readonly loadHeldOut: () => Promise<LoadedDataset | null>;
  readonly openEvaluator: () => Promise<Evaluator>;
}

interface Reference {
  readonly evaluator: Evaluator;
  /** Training images. */
  readonly real: RealImages;
  /** Real images for the floor, none of them among `real`. */
  readonly apart: RealImages;
}

export interface MeasureOptions {
  readonly samples: number;
  readonly which: (metric: MetricDefinition) => boolean;
  /** Draws instead of the trainer's generator, from the same latents: [count, h, w, c], disposed by the measurer. */
  readonly draw?: (latents: Float32Array, classes: Uint8Array) => Tensor;
  /** Asked between two handfuls of images. */
  readonly cancelled: () => boolean;
  /** 0..1 */
  readonly progress?: (fraction: number) => void;
}

/** Real images to compare with, and others for the floor. @param heldOut null where nothing is kept apart */
export function dividedImages(
  dataset: LoadedDataset,
  heldOut: LoadedDataset | null,
  evaluator: Evaluator,
): Omit<Reference, 'evaluator'> {
  const order = mixedOrder(dataset.size);
  if (heldOut) {
    return {
      real: new RealImages(dataset, order, evaluator),
      apart: new RealImages(heldOut, mixedOrder(heldOut.size), evaluator),
    };
  }
  // Nothing is kept apart: the images are divided, so that no image is compared with itself.
  const half = Math.ceil(dataset.size / 2);
  return {
    real: new RealImages(dataset, order.subarray(0, half), evaluator),
    apart: new RealImages(dataset, order.subarray(half), evaluator),
  };
}

export class Measurer {
  #reference: Reference | null = null;
  /** Files may be on their way: training does not wait for them. */
  #opening: Promise<void> | null = null;
  #problem: { readonly error: unknown } | null = null;
  #disposed = false;
  readonly #floors = new Map<string, number>();

  constructor(private readonly sources: MeasurerSources) {}

  /** Whether all real images for this many samples have been judged. */
  isReady(samples: number): boolean {
    if (!this.#reference) return false;
    const { real, apart } = this.#reference;
    const wanted = Math.max(FEWEST_REAL, samples);
    return (
      real.judged.count >= Math.min(real.most, wanted) && apart.judged.count >= Math.min(apart.most, samples)
    );
  }

  /** Does one handful of what `isReady` asks for; nothing while files are on their way. */
  async prepare(samples: number): Promise<void> {
    if (this.#problem) throw this.#problem.error;
    if (!this.#reference) {
      this.#opening ??= this.#open();
      return;
    }
    const { real, apart } = this.#reference;
    const wanted = Math.max(FEWEST_REAL, samples);
    if (real.judged.count < Math.min(real.most, wanted)) await real.more(wanted);
    else await apart.more(samples);
  }

  /** @returns null when cancelled */
  async measure(step: number, seconds: number, options: MeasureOptions): Promise<MeasurePoint | null> {
    return (await this.report(step, seconds, options))?.point ?? null;
  }

  /** As `measure`, class by class too where a metric can. Prepares what is missing. */
  async report(step: number, seconds: number, options: MeasureOptions): Promise<MeasureReport | null> {
    const { samples, cancelled, which, progress } = options;
    const began = performance.now();
    while (!this.isReady(samples)) {
      if (cancelled()) return null;
      await this.prepare(samples);
      await this.#opening;
      progress?.(0.4 * this.#prepared(samples));
      await nextTask();
    }
    const reference = this.#reference;
    const generated = await this.#generate(options, (done) => progress?.(0.4 + 0.3 * done));
    if (!generated || !reference) return null;
    const { evaluator, real, apart } = reference;
    const against = real.judged.take(Math.max(FEWEST_REAL, samples));
    const heldOut = apart.judged.take(samples);
    const inputs = { drawn: metricInput(generated, against), floor: metricInput(heldOut, against) };
    const chosen = metrics.filter((m) => which(m) && isDefinedFor(m, evaluator));
    const values: Record<string, number> = {};
    const floors: Record<string, number> = {};
    const byClass: Record<string, readonly number[]> = {};
    for (const [i, metric] of chosen.entries()) {
      put(values, metric.id, metric.compute(inputs.drawn));
      put(floors, metric.id, this.#floor(metric, inputs.floor));
      if (metric.computeByClass) byClass[metric.id] = metric.computeByClass(inputs.drawn);
      progress?.(0.7 + (0.3 * (i + 1)) / chosen.length);
      if (cancelled()) return null;
      await nextTask();
    }
    const trainer = this.sources.trainer();
    const [generator, discriminator] = await networkNorms(
      [trainer.generatorAdam, trainer.discriminatorAdam],
      trainer.config.beta1,
    );
    const point: MeasurePoint = {
      step,
      seconds,
      samples,
      evaluator: evaluator.label,
      values,
      floors,
      floorSamples: heldOut.count,
      classNames: evaluator.classNames,
      classCounts: [...generated.classCounts()],
      generator,
      discriminator,
    };
    return { point, byClass, tookSeconds: (performance.now() - began) / 1000 };
  }

  /** What judges samples, which it keeps. Throws what kept it from opening. */
  async evaluator(): Promise<Evaluator> {
    this.#opening ??= this.#open();
    await this.#opening;
    if (this.#problem) throw this.#problem.error;
    if (this.#reference) return this.#reference.evaluator;
    throw new AbortedError('Opening what judges pictures');
  }

  dispose(): void {
    this.#disposed = true;
    this.#reference?.evaluator.dispose();
    this.#reference = null;
  }

  async #open(): Promise<void> {
    try {
      const heldOut = await this.sources.loadHeldOut();
      const evaluator = await this.sources.openEvaluator();
      if (this.#disposed) evaluator.dispose();
      else this.#reference = { evaluator, ...dividedImages(this.sources.dataset, heldOut, evaluator) };
    } catch (error) {
      this.#problem = { error };
    }
  }

  #prepared(samples: number): number {
    if (!this.#reference) return 0;
    const { real, apart } = this.#reference;
    const wanted = Math.max(FEWEST_REAL, samples) + samples;
    return Math.min(1, (real.judged.count + apart.judged.count) / wanted);
  }

  async #generate(
    { samples, cancelled, draw }: MeasureOptions,
    progress: (fraction: number) => void,
  ): Promise<SampleSet | null> {
    const evaluator = this.#reference?.evaluator;
    const trainer = this.sources.trainer();
    const drawn =
      draw ?? ((latents: Float32Array, classes: Uint8Array) => trainer.generate(latents, classes));
    if (!evaluator) return null;
    const { size, classNames } = evaluator;
    const judged = new EvaluatedImages(size, classNames.length);
    const asked = trainer.everyClass(samples);
    for (let start = 0; start < samples; start += EVALUATED_AT_ONCE) {
      const count = Math.min(EVALUATED_AT_ONCE, samples - start);
      const latents = measuredLatents(trainer.config.seed, start, count, trainer.latentSize);
      const images = drawn(latents, asked.subarray(start, start + count));
      const { features, probabilities } = await evaluator.evaluate(images);
      images.dispose();
      judged.add(features, probabilities);
      progress((start + count) / samples);
      if (cancelled()) return null;
      await nextTask();
    }
    const { features, probabilities } = judged.take(samples);
    const known = trainer.classes;
    const meant = known?.areLabels === true && known.count === classNames.length ? asked : null;
    return new SampleSet(features, probabilities, size, classNames.length, meant);
  }

  /** A floor depends on the two sets of real images alone. */
  #floor(metric: MetricDefinition, input: MetricInput): number {
    const key = `${metric.id} ${input.generated.count} ${input.real.count}`;
    const value = this.#floors.get(key) ?? metric.compute(input);
    this.#floors.set(key, value);
    return value;
  }
}

const isDefinedFor = (metric: MetricDefinition, { sees, classNames }: Evaluator): boolean =>
  (metric.of ?? sees) === sees && (classNames.length > 0 || !metric.needsClasses);

function put(into: Record<string, number>, id: string, value: number): void {
  if (Number.isFinite(value)) into[id] = value;
}
