// A classifier that learns while somebody watches: steps, and now and then its verdict on test images that it never
// trains on. The network and its update are the evaluator's own.
import { tensor, type Scalar } from '@tensorflow/tfjs-core';
import { GanvasError } from '../../core/errors';
import type { ImageBatch } from '../../core/history';
import type { JudgeMoment } from '../../core/judge';
import type { LoadedDataset } from '../../datasets/define';
import { toSignedUnit } from '../../datasets/sampling';
import { augment } from '../../metrics/evaluator/augment';
import { Classifier } from '../../metrics/evaluator/classifier';
import { predictedClasses } from '../../metrics/evaluator/predictedClasses';
import {
  AUGMENTATIONS,
  cosineRate,
  epochOrder,
  PLAIN_AUGMENTATION,
} from '../../metrics/evaluator/trainingPlan';
import { mixedOrder } from '../measuring/judgedImages';
import { nextTask } from '../yielding';

/** The images carry no labels, so there is nothing that a classifier could be told. */
export class NothingToNameError extends GanvasError {}

const BATCH = 64;
const RATE = 0.003;
/** Test images that are judged and shown. */
const TESTED = 600;
const AT_ONCE = 128;
/** Where no test images come with the data set, this share of it is kept apart. */
const APART = 0.2;
const LISTEN_EVERY_MS = 25;
const VERDICT_EVERY_MS = 400;
/** Verdicts take at most this share of the time. */
const VERDICT_SHARE = 0.25;

export interface JudgeOutlets {
  moment(moment: JudgeMoment): void;
  /** The loop has ended: by itself, on request, or by a failure. */
  ended(error: unknown): void;
}

export class JudgeTraining {
  step = 0;
  seconds = 0;
  readonly classNames: readonly string[];
  readonly testImages: ImageBatch;
  readonly labels: Uint8Array;
  /** Images that it learns from. */
  readonly trainingImages: number;
  readonly #classifier: Classifier;
  readonly #training: LoadedDataset;
  #order: Uint32Array = new Uint32Array();
  #loss: Scalar | null = null;
  #stop = false;
  #playing: Promise<void> | null = null;

  /** @throws NothingToNameError for images without labels */
  constructor(
    private readonly dataset: string,
    training: LoadedDataset,
    test: LoadedDataset | null,
    private readonly seed: number,
    private readonly outlets: JudgeOutlets,
  ) {
    const { classNames, shape } = training;
    if (!classNames || classNames.length < 2) {
      throw new NothingToNameError(
        'These images carry no labels, so there is nothing to learn to name.',
        'Choose a labelled data set; of a folder of images, the names of its folders are the labels.',
      );
    }
    this.classNames = classNames;
    this.#training = training;
    const order = mixedOrder((test ?? training).size);
    const kept = test ? TESTED : Math.min(TESTED, Math.ceil(APART * training.size));
    const tested = order.subarray(0, kept);
    const { pixels, labels } = (test ?? training).read(tested);
    this.testImages = { count: tested.length, height: shape[0], width: shape[1], channels: shape[2], pixels };
    this.labels = labels ?? new Uint8Array(tested.length);
    this.#apart = test ? null : order.subarray(kept);
    this.trainingImages = this.#apart?.length ?? training.size;
    this.#classifier = new Classifier(shape, classNames.length, seed);
  }

  /** Images to learn from, where the rest is kept apart for testing. */
  readonly #apart: Uint32Array | null;

  get isPlaying(): boolean {
    return this.#playing !== null;
  }

  /** Trains up to step `goal`; returns at once. */
  play(goal: number): void {
    if (this.#playing) return;
    this.#stop = false;
    this.#playing = this.#loop(goal).finally(() => (this.#playing = null));
  }

  async pause(): Promise<void> {
    this.#stop = true;
    await this.#playing;
  }

  async dispose(): Promise<void> {
    await this.pause();
    this.#loss?.dispose();
    this.#classifier.dispose();
  }

  /** What it says of the test images now. */
  async verdict(): Promise<JudgeMoment> {
    const { count, height, width, channels, pixels } = this.testImages;
    const volume = height * width * channels;
    const classes = this.classNames.length;
    const predicted = new Uint8Array(count);
    const certainty = new Float32Array(count);
    for (let start = 0; start < count; start += AT_ONCE) {
      const rows = Math.min(AT_ONCE, count - start);
      const values = toSignedUnit(pixels.subarray(start * volume, (start + rows) * volume));
      const images = tensor(values, [rows, height, width, channels]);
      const { probabilities } = await this.#classifier.judge(images);
      images.dispose();
      predicted.set(predictedClasses(probabilities, classes), start);
      for (let i = 0; i < rows; i++) certainty[start + i] = probabilities[i * classes + predicted[start + i]];
    }
    const right = predicted.filter((label, i) => label === this.labels[i]).length;
    const loss = this.#loss ? (await this.#loss.data())[0] : null;
    return { step: this.step, seconds: this.seconds, loss, accuracy: right / count, predicted, certainty };
  }

  async #loop(goal: number): Promise<void> {
    let [listened, verdictAt] = [performance.now(), performance.now() + VERDICT_EVERY_MS];
    try {
      while (!this.#stop && this.step < goal) {
        this.#advance(goal);
        const now = performance.now();
        if (now >= verdictAt) {
          this.outlets.moment(await this.verdict());
          const took = performance.now() - now;
          verdictAt = performance.now() + Math.max(VERDICT_EVERY_MS, took / VERDICT_SHARE);
        }
        if (now - listened > LISTEN_EVERY_MS) {
          await nextTask();
          listened = performance.now();
        }
      }
      this.outlets.moment(await this.verdict());
      this.outlets.ended(null);
    } catch (error) {
      this.outlets.ended(error);
    }
  }

  #advance(goal: number): void {
    const began = performance.now();
    const batch = Math.min(BATCH, this.trainingImages);
    const perEpoch = Math.floor(this.trainingImages / batch);
    const at = this.step % perEpoch;
    if (at === 0 || this.#order.length === 0)
      this.#order = epochOrder(this.trainingImages, this.seed, this.step - at);
    const chosen = this.#order.subarray(at * batch, (at + 1) * batch);
    const indices = this.#apart ? chosen.map((i) => this.#apart?.[i] ?? 0) : chosen;
    const { pixels, labels } = this.#training.read(indices);
    const how = AUGMENTATIONS[this.dataset] ?? PLAIN_AUGMENTATION;
    const images = augment(pixels, this.#training.shape, how, this.seed, this.step);
    this.#loss?.dispose();
    // A goal that is moved on starts another descent: the rate follows the share of the way that is done.
    const rate = cosineRate(RATE, this.step, goal);
    this.#loss = this.#classifier.train(images, labels ?? new Uint8Array(batch), this.step, rate);
    this.step++;
    this.seconds += (performance.now() - began) / 1000;
  }
}
