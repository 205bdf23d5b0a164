// What a loss is: two functions of discriminator logits. Adding one is a file and a line in index.ts.
import type { Scalar, Tensor2D } from '@tensorflow/tfjs-core';
import type { ParamValues } from '../core/paramSpec';
import type { LossEntry } from '../protocol';

export interface LossDefinition extends LossEntry {
  /** Loss of the discriminator from its logits on a real and on a fake batch, both [b, 1]. */
  discriminator(real: Tensor2D, fake: Tensor2D, params: ParamValues): Scalar;
  /** Loss of the generator from the logits on its fakes, [b, 1]. */
  generator(fake: Tensor2D, params: ParamValues): Scalar;
}

export const defineLoss = (definition: LossDefinition): LossDefinition => definition;
