// A classifier built from its description: features and class probabilities of images, and one training step.
// It owns its variables; `dispose` frees them. Which images it sees and for how long is the caller's business.
import {
  engine,
  logSoftmax,
  mean,
  mul,
  neg,
  oneHot,
  softmax,
  sum,
  tensor,
  tensor1d,
  tidy,
  type Scalar,
  type Tensor,
  type Tensor2D,
} from '@tensorflow/tfjs-core';
import { hashSeed } from '../../core/random';
import { Network, type NetworkWeight } from '../../engine/network';
import { Adam } from '../../engine/ops/adam';
import { matrix } from '../../engine/ops/rank';
import { classNetwork, featureNetwork, type ImageShape } from './classifierNetwork';

/** What a classifier says of a batch of images. */
export interface Verdict {
  /** [count * 64] */
  readonly features: Float32Array;
  /** [count * classes], rows sum to 1 (0 where an image belongs to no class); empty where no classes are known */
  readonly probabilities: Float32Array;
}

/**
 * @param head null for features alone
 * @param images [count, h, w, c] in [-1, 1], stays the caller's
 */
export async function classify(body: Network, head: Network | null, images: Tensor): Promise<Verdict> {
  const [features, ...probabilities] = tidy(() => {
    const inside = body.apply(images, { kind: 'inference' });
    return [inside, ...(head ? [softmax(head.apply(inside, { kind: 'inference' }))] : [])];
  });
  const read = async (t: Tensor | undefined): Promise<Float32Array> =>
    Float32Array.from((await t?.data()) ?? []);
  const verdict = { features: await read(features), probabilities: await read(probabilities[0]) };
  for (const t of [features, ...probabilities]) t.dispose();
  return verdict;
}

/** Mean cross-entropy. @param logits [b, classes]; `wanted` the same, one 1 a row */
export const crossEntropy = (logits: Tensor2D, wanted: Tensor): Scalar =>
  neg<Scalar>(mean(sum(mul(wanted, logSoftmax(logits)), 1)));

export class Classifier {
  readonly body: Network;
  /** Null for a network of features alone. */
  readonly head: Network | null;
  #adam: Adam | null = null;

  /** @param classes 0 for features alone */
  constructor(
    readonly shape: ImageShape,
    readonly classes: number,
    private readonly seed: number,
  ) {
    this.body = new Network(featureNetwork(shape), seed);
    this.head = classes > 0 ? new Network(classNetwork(classes), seed) : null;
  }

  /** All weights, moving statistics included, under names that are unique in the classifier. */
  get weights(): readonly NetworkWeight[] {
    const named = (prefix: string, network: Network | null) =>
      (network?.weights ?? []).map((weight) => ({ ...weight, name: `${prefix}/${weight.name}` }));
    return [...named('body', this.body), ...named('head', this.head)];
  }

  /** @param images [count, h, w, c] in [-1, 1], stays the caller's */
  classify(images: Tensor): Promise<Verdict> {
    return classify(this.body, this.head, images);
  }

  /**
   * One step of Adam on the cross-entropy of a batch.
   * @param images [b * h * w * c] in [-1, 1]; `labels` [b]
   * @returns the loss, a scalar that the caller disposes
   */
  train(images: Float32Array, labels: Uint8Array, step: number, learningRate: number): Scalar {
    const { head, body } = this;
    if (!head) throw new TypeError('A network of features alone cannot be trained');
    const weights = [...body.trainable, ...head.trainable];
    this.#adam ??= new Adam(weights);
    const mode = { kind: 'training', dropoutSeed: hashSeed(this.seed, step) } as const;
    const { value, grads } = engine().gradients((): Scalar => {
      const input = tensor(images, [labels.length, ...this.shape]);
      const logits = matrix(head.apply(body.apply(input, mode), mode));
      const wanted = oneHot(tensor1d(Int32Array.from(labels), 'int32'), this.classes);
      return crossEntropy(logits, wanted);
    }, weights);
    this.#adam.apply(grads, { learningRate, beta1: 0.9, beta2: 0.999 });
    for (const grad of grads) grad.dispose();
    return value;
  }

  dispose(): void {
    for (const part of [this.body, this.head, this.#adam]) part?.dispose();
  }
}
