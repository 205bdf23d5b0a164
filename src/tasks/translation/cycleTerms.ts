// The terms of CycleGAN's generator loss (Zhu et al. 2017, https://arxiv.org/abs/1703.10593), whoever makes the pictures: the
// generators that learn, or others in their place.
import { abs, add, mean, scalar, sub, type Scalar, type Tensor, type Tensor2D } from '@tensorflow/tfjs-core';
import { numberParam } from '../../core/paramSpec';
import type { RunConfig } from '../../core/runConfig';
import type { LossDefinition } from '../../losses/define';
import type { DrawEach } from './together';

const distance = (a: Tensor, b: Tensor): Scalar => mean<Scalar>(abs(sub(a, b)));

export interface CycleParts {
  readonly config: Pick<RunConfig, 'lossParams' | 'taskParams'>;
  readonly loss: LossDefinition;
  /** Pictures [b, h, w, c] of A and of B. */
  readonly real: readonly Tensor[];
  readonly toB: DrawEach;
  readonly toA: DrawEach;
  /** Scores [n, 1] of patches, by the discriminator of a domain. */
  readonly scores: (of: 'A' | 'B', images: Tensor) => Tensor2D;
  /** Is told what was made of `real`. */
  readonly made?: (asB: Tensor, asA: Tensor) => void;
}

/** Scalars by the id of their term; without a weight of identity that is not looked at. */
export function cycleTerms({ config, loss, real: [a, b], toB, toA, scores, made }: CycleParts) {
  const { lossParams, taskParams } = config;
  const looksAtIdentity = numberParam(taskParams, 'identityWeight') !== 0;
  const [asB, sameB] = toB(looksAtIdentity ? [a, b] : [a]);
  const [asA, sameA] = toA(looksAtIdentity ? [b, a] : [b]);
  made?.(asB, asA);
  const fooled = (of: 'A' | 'B', images: Tensor, right: Tensor): Scalar =>
    loss.generator(scores(of, images), lossParams, () => scores(of, right));
  return {
    adversarialAB: fooled('B', asB, b),
    adversarialBA: fooled('A', asA, a),
    cycleA: distance(toA([asB])[0], a),
    cycleB: distance(toB([asA])[0], b),
    identity: looksAtIdentity ? add<Scalar>(distance(sameA, a), distance(sameB, b)) : scalar(0),
  };
}
