// What a loss is: functions of discriminator logits, and where it needs them a penalty on the discriminator's slope and a
// bound on its weights. Adding one is a file and a line in index.ts.
import type { Scalar, Tensor, Tensor2D } from '@tensorflow/tfjs-core';
import type { ParamValues } from '../core/paramSpec';
import type { LossEntry } from '../protocol';

/** What a penalty may look at. Everything it makes is freed by the caller. */
export interface PenaltyContext {
  /** The real images of this update as the discriminator saw them, [b, h, w, c]. */
  readonly real: Tensor;
  /** The fakes, likewise. */
  readonly fake: Tensor;
  /**
   * Gradient of the discriminator's logit by its input at `images` [b, h, w, c], image by image; same shape. It can be
   * differentiated by the discriminator's weights. Dropout is off in it.
   */
  inputGradient(images: Tensor): Tensor;
  /** A uniform random number in [0, 1) for each image, [b, 1, 1, 1]; new ones at every step. */
  uniform(): Tensor;
}

export interface LossDefinition extends LossEntry {
  /** Loss of the discriminator from its logits on a real and on a fake batch, both [b, 1]. */
  discriminator(real: Tensor2D, fake: Tensor2D, params: ParamValues): Scalar;
  /**
   * Loss of the generator from the logits on its fakes, [b, 1]. `real` judges a batch of real images, also [b, 1], for
   * losses that compare; those that do not ask for it do not pay for it.
   */
  generator(fake: Tensor2D, params: ParamValues, real: () => Tensor2D): Scalar;
  /** Added to the discriminator's loss. A loss with one declares `differentiatesTwice`. */
  penalty?(context: PenaltyContext, params: ParamValues): Scalar;
  /** After each update of the discriminator its weights are clipped to plus and minus this. */
  weightBound?(params: ParamValues): number;
}

export const defineLoss = (definition: LossDefinition): LossDefinition => definition;
