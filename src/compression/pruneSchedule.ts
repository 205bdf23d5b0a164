// When and how much is pruned while a network learns to do without it: quickly at first, when there is much to spare, then
// ever slower (Zhu & Gupta 2017, https://arxiv.org/abs/1710.01878, equation 1). Pure.
import { InvalidValueError } from '../core/errors';

/** Single weights, or whole channels. */
export type PruneTarget = 'weights' | 'channels';

const MOST_SHARE = 0.95;
/** Part of the steps in which pruning happens; the rest heals what it did. */
const PRUNING_PART = 0.5;
/** Times that the choice is made anew while the share grows. */
const ROUNDS = 10;

/** @throws InvalidValueError for a share that is nothing or leaves nothing */
export function checkShare(share: number): void {
  if (share > 0 && share <= MOST_SHARE) return;
  throw new InvalidValueError(
    `The share to prune is ${share}.`,
    `Give a number above 0 and up to ${MOST_SHARE}.`,
  );
}

/** Steps of `steps` in which the share grows: none where only channels are cut, without learning. */
export function pruningSteps(target: PruneTarget, steps: number): number {
  const part = Math.round(PRUNING_PART * steps);
  return target === 'weights' ? Math.max(1, part) : part;
}

/** Whether what goes is chosen anew after `step`, where the share grows for `pruning` steps. */
export function isChoice(step: number, pruning: number): boolean {
  const every = Math.max(1, Math.floor(pruning / ROUNDS));
  return step <= pruning && (step % every === 0 || step === pruning);
}

/**
 * Share that is pruned after `step` of `steps` steps: s(t) = final * (1 - (1 - t)^3), t = step / steps.
 * @returns 0..final; `final` from the last step on
 */
export function cubicShare(step: number, steps: number, final: number): number {
  const t = Math.min(1, Math.max(0, steps > 0 ? step / steps : 1));
  return final * (1 - (1 - t) ** 3);
}
