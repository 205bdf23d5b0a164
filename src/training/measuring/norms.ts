// How large a network's gradient and weights are. The gradient is the one that Adam remembers (its first moment, freed
// of its bias), so nothing is differentiated for it.
import {
  addN,
  concat,
  sqrt,
  square,
  stack,
  sum,
  tidy,
  type Scalar,
  type Tensor,
} from '@tensorflow/tfjs-core';
import type { NetworkNorms } from '../../core/measures';
import type { Adam } from '../../engine/ops/adam';

const squares = (tensors: readonly Tensor[]): Scalar => addN(tensors.map((t) => sum<Scalar>(square(t))));

/**
 * Norms of what each optimizer moves, in one read.
 * @param beta1 Adam's memory of past gradients
 */
export async function networkNorms(adams: readonly Adam[], beta1: number): Promise<NetworkNorms[]> {
  const values = tidy(() =>
    concat(
      adams.map(({ parameters, firstMoments }) => sqrt(stack([squares(firstMoments), squares(parameters)]))),
    ),
  );
  const read = await values.data();
  values.dispose();
  return adams.map(({ updates }, i) => {
    const bias = 1 - beta1 ** updates;
    return { gradient: updates > 0 ? read[2 * i] / bias : 0, weights: read[2 * i + 1] };
  });
}
