// Moving averages: many tensors moved towards others in one update, in place.
import { add, mul, sub, tidy, type NamedTensorMap, type Tensor, type Variable } from '@tensorflow/tfjs-core';
import { numberNow, type StepNumber } from '../recording';
import { hasKernel, runKernelMulti } from './kernel';

/** targets[i] += share * (scale * sources[i] - targets[i]); shapes agree pairwise. */
export function moveTowards(
  targets: readonly Variable[],
  sources: readonly Tensor[],
  share: StepNumber,
  scale = 1,
): void {
  if (hasKernel('GanvasLerp')) {
    const inputs: NamedTensorMap = {};
    for (const [i, target] of targets.entries()) {
      inputs[`target${i}`] = target;
      inputs[`source${i}`] = sources[i];
    }
    runKernelMulti('GanvasLerp', inputs, {
      count: targets.length,
      share: numberNow(share),
      shareOf: share,
      scale,
    });
    return;
  }
  const now = numberNow(share);
  tidy(() => {
    for (const [i, target] of targets.entries()) {
      target.assign(add(target, mul(sub(mul(sources[i], scale), target), now)));
    }
  });
}
