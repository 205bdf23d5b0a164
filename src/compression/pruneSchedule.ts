// How the share of pruned weights grows while the network learns to do without them: quickly at first, when there is much
// to spare, then ever slower (Zhu & Gupta 2017, https://arxiv.org/abs/1710.01878, equation 1).

/**
 * Share that is pruned after `step` of `steps` steps: s(t) = final * (1 - (1 - t)^3), t = step / steps.
 * @returns 0..final; `final` from the last step on
 */
export function cubicShare(step: number, steps: number, final: number): number {
  const t = Math.min(1, Math.max(0, steps > 0 ? step / steps : 1));
  return final * (1 - (1 - t) ** 3);
}
