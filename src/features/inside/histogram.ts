// Shares and weights as bars, and what is kept of them while a person looks. Pure.
import type { LayerWeights } from '../../protocol';

/** Shares 0..1 counted in equal bins, as shares of all. */
export function shareBins(shares: ArrayLike<number>, bins: number): number[] {
  const counts = new Array<number>(bins).fill(0);
  for (let i = 0; i < shares.length; i++) counts[Math.min(bins - 1, Math.floor(shares[i] * bins))]++;
  return counts.map((count) => count / Math.max(1, shares.length));
}

export const meanOf = (values: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  return values.length > 0 ? sum / values.length : NaN;
};

/** The weights of all layers of one network at one step. */
export interface WeightMoment {
  readonly step: number;
  readonly layers: readonly LayerWeights[];
}

const MOST_MOMENTS = 64;

/** With one more; every second goes where they become too many, the newest stays. */
export function withMoment(kept: readonly WeightMoment[], next: WeightMoment): readonly WeightMoment[] {
  const all = [...kept.filter(({ step }) => step < next.step), next];
  return all.length <= MOST_MOMENTS ? all : all.filter((_, i) => (all.length - 1 - i) % 2 === 0);
}

/** One layer through the moments as columns of shares, on one axis from -reach to reach. */
export function weightColumns(
  moments: readonly WeightMoment[],
  layer: string,
  bins: number,
): { readonly reach: number; readonly columns: readonly { step: number; shares: number[] }[] } {
  const found = moments.flatMap(({ step, layers }) => {
    const weights = layers.find((one) => one.layer === layer);
    return weights ? [{ step, weights }] : [];
  });
  const reach = Math.max(0, ...found.map(({ weights }) => weights.reach));
  const columns = found.map(({ step, weights }) => {
    const shares = new Array<number>(bins).fill(0);
    const total = weights.counts.reduce((sum, count) => sum + count, 0);
    for (const [i, count] of weights.counts.entries()) {
      const value = ((i + 0.5) / weights.counts.length) * 2 * weights.reach - weights.reach;
      const at = reach > 0 ? Math.floor(((value / reach + 1) / 2) * bins) : bins >> 1;
      shares[Math.min(bins - 1, Math.max(0, at))] += total > 0 ? count / total : 0;
    }
    return { step, shares };
  });
  return { reach, columns };
}
