// What judges samples, whatever it is made of. Which one judges which data set is openEvaluator.ts.
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Network } from '../../engine/network';
import type { Verdict } from './classifier';

/** Images, points in the plane, or images that were translated and whose classes are known. */
export type EvaluatedThing = 'images' | 'points' | 'translations';

export interface Evaluator {
  /** What judges, for people: `classifier trained on MNIST, right on 99.5 % of its test images`. */
  readonly label: string;
  readonly sees: EvaluatedThing;
  /** Width of the features. */
  readonly size: number;
  /** Empty where it knows no classes. */
  readonly classNames: readonly string[];
  /** What it is made of, where that is a network: to features, and from them to logits. They stay the evaluator's. */
  readonly networks?: { readonly body: Network; readonly head: Network | null };
  /** @param images [count, h, w, c] in [-1, 1], stays the caller's */
  evaluate(images: Tensor): Promise<Verdict>;
  dispose(): void;
}
