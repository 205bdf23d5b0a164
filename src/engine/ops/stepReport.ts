// The few numbers of a training step in one tensor, so that one read brings them all.
import { cast, greater, less, mean, stack, tidy, type Scalar, type Tensor } from '@tensorflow/tfjs-core';
import { vector } from './rank';
import { hasKernel, runKernel } from './kernel';

const share = (hits: Tensor): Scalar => mean(cast(hits, 'float32'));

/**
 * Both losses, and the shares of real images judged real (logit above 0) and of fakes judged fake (below 0).
 * @returns [4]: dLoss, gLoss, accuracyReal, accuracyFake
 */
export function stepReport(dLoss: Tensor, gLoss: Tensor, onReal: Tensor, onFake: Tensor) {
  if (hasKernel('GanvasStepReport')) {
    return vector(runKernel('GanvasStepReport', { dLoss, gLoss, onReal, onFake }, {}));
  }
  return tidy(() => vector(stack([dLoss, gLoss, share(greater(onReal, 0)), share(less(onFake, 0))])));
}
