// How predicted classes spread: which are covered, and how far the spread is from even.

/** A class counts as covered when at least this share of its fair share was drawn (1 % of all for ten classes). */
export const COVERED_SHARE = 0.1;

/** Number of predictions of each class; those of no class are left out. */
export function countClasses(predicted: Uint8Array, classes: number): Uint32Array {
  const counts = new Uint32Array(classes);
  for (const label of predicted) if (label < classes) counts[label]++;
  return counts;
}

/**
 * Whether each class is covered.
 * @param total samples in all, more than the sum of the counts where some belong to no class
 */
export function coveredClasses(
  counts: Uint32Array,
  total = counts.reduce((sum, count) => sum + count, 0),
): boolean[] {
  const least = Math.max(1, (COVERED_SHARE * total) / counts.length);
  return Array.from(counts, (count) => count >= least);
}

/**
 * Kullback-Leibler divergence of the counts from an even spread over the classes marked in `present`, in nats: 0 when
 * even, log(classes) when all lie in one. Counts of other classes are left out.
 * @returns NaN when none of them was drawn
 */
export function klFromEven(counts: Uint32Array, present: readonly boolean[]): number {
  const kept = counts.filter((_, c) => present[c]);
  const total = kept.reduce((sum, count) => sum + count, 0);
  if (total === 0) return NaN;
  let divergence = 0;
  for (const count of kept) {
    if (count > 0) divergence += (count / total) * Math.log((count / total) * kept.length);
  }
  return Math.max(0, divergence);
}

/**
 * exp of the mean divergence of each row from the mean row: 1 (all alike or undecided) to the number of classes.
 * @param probabilities [count * classes], rows sum to 1
 */
export function classScore(probabilities: Float32Array, classes: number): number {
  const count = probabilities.length / classes;
  const marginal = new Float64Array(classes);
  for (let i = 0; i < probabilities.length; i++) marginal[i % classes] += probabilities[i] / count;
  let sum = 0;
  for (let i = 0; i < probabilities.length; i++) {
    const p = probabilities[i];
    if (p > 0) sum += p * Math.log(p / marginal[i % classes]);
  }
  return Math.exp(sum / count);
}
