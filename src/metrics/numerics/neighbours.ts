// Nearest neighbours among rows of features, by plain comparison of all pairs. Squared Euclidean distances throughout.

/** Features that are compared before it is asked whether the distance still matters. */
const STRIDE = 16;

/** Squared distance of row i of a to row j of b, or infinity once it is more than `most`. */
function squared(a: Float32Array, i: number, b: Float32Array, j: number, size: number, most: number): number {
  let sum = 0;
  const [first, other] = [i * size, j * size];
  for (let start = 0; start < size; start += STRIDE) {
    const end = Math.min(size, start + STRIDE);
    for (let k = start; k < end; k++) {
      const difference = a[first + k] - b[other + k];
      sum += difference * difference;
    }
    if (sum > most) return Infinity;
  }
  return sum;
}

/** Keeps the `k` smallest of what is put into row `row` of `nearest`, ascending. */
function insert(nearest: Float64Array, row: number, k: number, value: number): void {
  let at = row * k + k - 1;
  if (value >= nearest[at]) return;
  const first = row * k;
  while (at > first && nearest[at - 1] > value) {
    nearest[at] = nearest[at - 1];
    at--;
  }
  nearest[at] = value;
}

/**
 * Squared distances of each row to its `k` nearest other rows, ascending.
 * @param rows [count * size]
 * @returns [count * k]; infinite where there are fewer than k other rows
 */
export function nearestOthers(rows: Float32Array, size: number, k: number): Float64Array {
  const count = rows.length / size;
  const nearest = new Float64Array(count * k).fill(Infinity);
  for (let i = 0; i < count; i++) {
    for (let j = i + 1; j < count; j++) {
      const most = Math.max(nearest[i * k + k - 1], nearest[j * k + k - 1]);
      const distance = squared(rows, i, rows, j, size, most);
      insert(nearest, i, k, distance);
      insert(nearest, j, k, distance);
    }
  }
  return nearest;
}

/** What the pairs of two sets say about each other; every ball is as wide as the way to a point's k-th neighbour. */
export interface Crossing {
  /** Generated points in at least one ball around a real point (k = 3), and the reverse. */
  readonly generatedInReal: number;
  readonly realInGenerated: number;
  /** Balls around real points (k = 5) that each generated point lies in, summed over all. */
  readonly ballsEntered: number;
  /** Real points whose ball (k = 5) holds a generated point. */
  readonly realReached: number;
  /** [generated] distance to the nearest real point. */
  readonly nearestReal: Float64Array;
}

/** Neighbours whose distance bounds the balls of precision and recall, and those of density and coverage. */
export const RECALL_K = 3;
export const DENSITY_K = 5;

/**
 * Compares every generated with every real point.
 * @param generatedRadii `nearestOthers(generated, size, DENSITY_K)`; `realRadii` likewise
 */
export function cross(
  generated: Float32Array,
  generatedRadii: Float64Array,
  real: Float32Array,
  realRadii: Float64Array,
  size: number,
): Crossing {
  const [count, reals] = [generated.length / size, real.length / size];
  const nearestReal = new Float64Array(count);
  const [held, reached] = [new Uint8Array(reals), new Uint8Array(reals)];
  let [generatedInReal, ballsEntered] = [0, 0];
  for (let i = 0; i < count; i++) {
    const own = generatedRadii[i * DENSITY_K + RECALL_K - 1];
    let nearest = Infinity;
    let inside = false;
    for (let j = 0; j < reals; j++) {
      const wide = realRadii[j * DENSITY_K + DENSITY_K - 1];
      const distance = squared(generated, i, real, j, size, Math.max(own, wide, nearest));
      if (distance < nearest) nearest = distance;
      if (distance <= realRadii[j * DENSITY_K + RECALL_K - 1]) inside = true;
      if (distance <= own) held[j] = 1;
      if (distance <= wide) {
        ballsEntered++;
        reached[j] = 1;
      }
    }
    nearestReal[i] = Math.sqrt(nearest);
    if (inside) generatedInReal++;
  }
  const marked = (marks: Uint8Array): number => marks.reduce((sum, mark) => sum + mark, 0);
  return {
    generatedInReal,
    realInGenerated: marked(held),
    ballsEntered,
    realReached: marked(reached),
    nearestReal,
  };
}
