// How a step of two adversaries is looked at while it is taken. What is shown lives only during the call: whoever wants to keep
// it makes a copy. A watch changes no number of the step; it may only leave an update out.
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Network, ValueWatch } from '../engine/network';
import type { InsideNetwork, WatchedPass } from '../protocol';

/** Both batches of the discriminator, [b, h, w, c] as it sees them and their scores [b, 1]. */
export interface WatchedBatches {
  readonly real: Tensor;
  readonly fake: Tensor;
  readonly onReal: Tensor;
  readonly onFake: Tensor;
}

export interface StepWatch {
  /** Noise [b, ...] of one network's update. */
  seeNoise(update: InsideNetwork, noise: Tensor): void;
  seeBatches(batches: WatchedBatches): void;
  /** The generator's fakes as the discriminator sees them, and their scores. */
  seeForged(images: Tensor, scores: Tensor): void;
  seeLoss(of: InsideNetwork, loss: Tensor): void;
  /** What looks at the layers of a pass. */
  pass(pass: WatchedPass): ValueWatch;
  /**
   * An update that is about to be made, by the gradients of the weights that learn; `others` are added to them.
   * @param make makes it, if the network is to learn in this step
   */
  update(
    id: InsideNetwork,
    network: Network,
    gradients: readonly Tensor[],
    others: readonly Tensor[] | null,
    make: () => void,
  ): void;
}
