// Trains a classifier by Adam on the cross-entropy of its batches, in two parts: what stays as it is, whose results are worked out
// once for each picture where they fit, and the rest. Both ways give the same numbers.
import { tensor, tidy, type Tensor } from '@tensorflow/tfjs-core';
import type { ClassifierMoment } from '../../core/classifierMoment';
import type { ImageBatch } from '../../core/history';
import { inputShape, networkTotals } from '../../core/network';
import { numberParam } from '../../core/paramSpec';
import { hashSeed } from '../../core/random';
import type { RunConfig } from '../../core/runConfig';
import { toSignedUnit } from '../../datasets/sampling';
import type { Network } from '../../engine/network';
import { Adam } from '../../engine/ops/adam';
import { matrix } from '../../engine/ops/rank';
import { stepInput } from '../../engine/recording';
import { crossEntropy } from '../../metrics/evaluator/classifier';
import { cosineRate, epochOrder } from '../../metrics/evaluator/trainingPlan';
import { oneHotRows } from '../../training/classes';
import { mixedOrder } from '../../training/measuring/evaluatedImages';
import type { TrainerState } from '../../training/taskTrainer';
import { UpdatesTrainer } from '../../training/updatesTrainer';
import { namedMoment, type NamingTrainer } from '../naming/namedMoment';
import type { Split } from '../naming/split';
import { retrainFacts as facts } from '../retrainFacts';
import { FeatureCache, isCacheable } from './featureCache';
import { CLASSIFIER, networkHalves } from './networks';
import { meanSurprise, shares } from './shares';
import { variantCount, variantOf, variantsAt } from './variants';

/** Images that it learns from, of which it is said how well it knows them. */
const LEARNT_SHOWN = 500;
const TIMED = 5;

interface Parts {
  /** Null where nothing stays as it is. */
  readonly fixed: Network | null;
  readonly rest: Network;
  /** Of pictures that it learns from, by number and variant, and of test images; null where they do not fit or nothing is fixed. */
  readonly learnt: FeatureCache | null;
  readonly tested: FeatureCache | null;
}

function partsOf(whole: Network, config: RunConfig, { size, testImages }: Split, mayCache: boolean): Parts {
  const halves = networkHalves(whole.spec);
  const fixed = halves.fixed && whole.part(halves.fixed);
  const pictures = size * variantCount(config.taskParams) + testImages.count;
  const caches = mayCache && fixed !== null && isCacheable(networkTotals(fixed.spec).output, pictures);
  const cache = (): FeatureCache | null => (caches && fixed ? new FeatureCache(fixed, config.batch) : null);
  return { fixed, rest: whole.part(halves.rest), learnt: cache(), tested: cache() };
}

export class RetrainTrainer extends UpdatesTrainer implements NamingTrainer {
  /** The whole network, to logits; this trainer's. */
  readonly classifier: Network;
  readonly #parts: Parts;
  readonly #numbersAt: (step: number) => Uint32Array;
  #milliseconds: number | null = null;

  /** @param mayCache false works out everything anew at every step, with the same numbers */
  constructor(
    config: RunConfig,
    readonly split: Split,
    classifier: Network,
    mayCache = true,
  ) {
    const [shape] = [inputShape(classifier.spec)];
    const parts = partsOf(classifier, config, split, mayCache);
    const { fixed, rest, learnt } = parts;
    const { seed, taskParams } = config;
    const batch = Math.min(config.batch, split.size);
    const perEpoch = Math.max(1, Math.floor(split.size / batch));
    const variants = variantCount(taskParams);
    let epoch = { first: -1, order: new Uint32Array() };
    const numbersAt = (step: number): Uint32Array => {
      const at = (step - 1) % perEpoch;
      const first = step - 1 - at;
      if (epoch.first !== first) epoch = { first, order: epochOrder(split.size, seed, first) };
      return epoch.order.subarray(at * batch, (at + 1) * batch);
    };
    const keysAt = (step: number): Uint32Array => {
      const chosen = variantsAt(taskParams, seed, step, batch);
      return numbersAt(step).map((number, i) => number * variants + chosen[i]);
    };
    const adam = new Adam(classifier.trainable);
    const classes = split.classNames.length;
    super({
      facts,
      config,
      networks: [{ id: CLASSIFIER, network: classifier, adam }],
      steps: ({ steps }) => steps,
      isTrainable: split.size > 0,
      pass: (_, step) => {
        const given = stepInput([batch, ...(learnt ? inputShape(rest.spec) : shape)], (values) => {
          const keys = keysAt(step());
          if (learnt) learnt.write(keys, values);
          else keys.forEach((key, i) => values.set(this.#picture(key), (i * values.length) / batch));
        });
        const wanted = stepInput([batch, classes], (values) =>
          values.set(oneHotRows(split.read(numbersAt(step())).labels ?? [], classes)),
        );
        const mode = { kind: 'training', dropoutSeed: () => hashSeed(seed, step()) } as const;
        const terms = () => {
          const features = fixed && !learnt ? fixed.apply(given, { kind: 'inference' }) : given;
          return { crossEntropy: crossEntropy(matrix(rest.apply(features, mode)), wanted) };
        };
        return { terms, held: [given, wanted] };
      },
      // A goal that is moved on starts another descent: the rate follows the share of the way that is done.
      settings: (_, step) => ({
        learningRate: cosineRate(
          numberParam(this.config.taskParams, 'learningRate'),
          step - 1,
          this.config.steps,
        ),
        beta1: 0.9,
        beta2: 0.999,
      }),
      grid: () => Promise.resolve(null),
      dispose: () => [classifier, adam].forEach((one) => one.dispose()),
    });
    this.classifier = classifier;
    this.#parts = parts;
    this.#numbersAt = keysAt;
  }

  /** Whether what does not change is worked out once. */
  get isCached(): boolean {
    return this.#parts.learnt !== null;
  }

  async beforeStep(step: number): Promise<void> {
    await this.#parts.learnt?.fill(this.#numbersAt(step), (key) => this.#picture(key));
  }

  async moment(step: number): Promise<ClassifierMoment> {
    const { testImages, labels, size, classNames } = this.split;
    const { tested, learnt } = this.#parts;
    const all = Uint32Array.from(labels.keys());
    const told = await this.#named(all, tested, (i) => this.#tested(i));
    const variants = variantCount(this.config.taskParams);
    const some = mixedOrder(size).subarray(0, LEARNT_SHOWN);
    const known = await this.#named(
      some.map((i) => i * variants),
      learnt,
      (key) => this.#picture(key),
    );
    const right = this.split.read(some).labels ?? new Uint8Array(some.length);
    this.#milliseconds ??= testImages.count > 0 ? await this.#time() : 0;
    return {
      ...namedMoment(step, this.split, told),
      loss: meanSurprise(told, labels, classNames.length),
      learnt: {
        accuracy: namedMoment(step, { classNames, labels: right }, known).accuracy,
        loss: meanSurprise(known, right, classNames.length),
      },
      millisecondsPerImage: this.#milliseconds,
    };
  }

  /**
   * Shares of the classes, rows that sum to 1.
   * @param images of the size that the network takes
   * @returns [count * classes]
   */
  async name(images: ImageBatch): Promise<Float32Array> {
    const values = toSignedUnit(images.pixels);
    const volume = values.length / images.count;
    return this.#named(
      Uint32Array.from({ length: images.count }, (_, i) => i),
      null,
      (i) => values.subarray(i * volume, (i + 1) * volume),
    );
  }

  /** The same of the first test images. */
  nameTested(count: number): Promise<Float32Array> {
    return this.#named(
      Uint32Array.from({ length: count }, (_, i) => i),
      null,
      (i) => this.#tested(i),
    );
  }

  /** Pictures that it learns from, as they are, [count * h * w * c] in [-1, 1]; again from the first where there are fewer. */
  learntPictures(count: number): Float32Array {
    const variants = variantCount(this.config.taskParams);
    const order = mixedOrder(this.split.size);
    const pictures = Array.from({ length: count }, (_, i) =>
      this.#picture(order[i % order.length] * variants),
    );
    const values = new Float32Array(count * pictures[0].length);
    pictures.forEach((picture, i) => values.set(picture, i * picture.length));
    return values;
  }

  /** Pictures as the network takes them, [count * h * w * c] in [-1, 1]: the test images, again from the first where there are fewer. */
  override picturesFor(_: string, count: number): Float32Array {
    const first = this.#tested(0);
    const values = new Float32Array(count * first.length);
    for (let i = 0; i < count; i++)
      values.set(this.#tested(i % this.split.testImages.count), i * first.length);
    return values;
  }

  override restore(state: TrainerState): void {
    super.restore(state);
    for (const cache of [this.#parts.learnt, this.#parts.tested]) cache?.clear();
  }

  #tested(i: number): Float32Array {
    const { count, pixels } = this.split.testImages;
    const volume = pixels.length / count;
    return toSignedUnit(pixels.subarray(i * volume, (i + 1) * volume));
  }

  /** The variant of an image that it learns from. */
  #picture(key: number): Float32Array {
    const { taskParams, seed } = this.config;
    const variants = variantCount(taskParams);
    const [image, variant] = [Math.floor(key / variants), key % variants];
    const { pixels } = this.split.read(Uint32Array.of(image));
    const [height, width, channels] = inputShape(this.classifier.spec);
    return variantOf(taskParams, [height, width, channels], pixels, { seed, image, variant });
  }

  /** Shares of the classes of these pictures, [keys * classes]. */
  async #named(
    keys: Uint32Array,
    cache: FeatureCache | null,
    picture: (key: number) => Float32Array,
  ): Promise<Float32Array> {
    await cache?.fill(keys, picture);
    const classes = this.split.classNames.length;
    const named = new Float32Array(keys.length * classes);
    const network = cache ? this.#parts.rest : this.classifier;
    const shape = inputShape(network.spec);
    const atOnce = this.config.batch;
    for (let start = 0; start < keys.length; start += atOnce) {
      const some = keys.subarray(start, start + atOnce);
      const volume = shape.reduce((product, side) => product * side, 1);
      const values = new Float32Array(some.length * volume);
      if (cache) cache.write(some, values);
      else some.forEach((key, i) => values.set(picture(key), i * volume));
      const logits = this.#forward(network, values, [some.length, ...shape]);
      named.set(shares(await logits.data(), classes), start * classes);
      logits.dispose();
    }
    return named;
  }

  #forward(network: Network, values: Float32Array, shape: number[]): Tensor {
    return tidy(() => network.apply(tensor(values, shape), { kind: 'inference' }));
  }

  /** Median milliseconds of one picture alone through the whole network. */
  async #time(): Promise<number> {
    const values = this.#tested(0);
    const times: number[] = [];
    for (let i = 0; i <= TIMED; i++) {
      const began = performance.now();
      const logits = this.#forward(this.classifier, values, [1, ...inputShape(this.classifier.spec)]);
      await logits.data();
      logits.dispose();
      if (i > 0) times.push(performance.now() - began);
    }
    return times.sort((a, b) => a - b)[TIMED >> 1];
  }
}
