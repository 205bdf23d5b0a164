// Learning rates of tasks from image to image: as set for the first half of the run, then down to zero in a straight line
// (Zhu et al. 2017, section 5).
import type { ParamSpec } from '../../core/paramSpec';
import type { RunConfig } from '../../core/runConfig';

export const decayParam: ParamSpec = {
  id: 'decay',
  kind: 'boolean',
  label: 'Let the learning rates fall',
  group: 'Losses',
  default: true,
  help: 'Over the second half of the steps both learning rates fall to zero, so that the pictures come to rest.',
};

/** Share of the learning rates in a step, from 1: 1 to the middle of the run, then falling; above 0 in the last step. */
export function rateShare(
  { steps, taskParams }: Pick<RunConfig, 'steps' | 'taskParams'>,
  step: number,
): number {
  if (taskParams.decay !== true) return 1;
  const half = steps / 2;
  return Math.max(0, 1 - Math.max(0, step - 1 - half) / (steps - half));
}
