// From one value per step to the few hundred points that a screen can show: smoothing and decimation. Pure.

export interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * Exponential moving average over about `window` points, without the pull towards zero at the beginning
 * (each value is divided by the weight seen so far, as Adam does with its moments).
 */
export function smooth(values: Float64Array, window: number): Float64Array {
  const keep = 1 - 2 / (Math.max(1, window) + 1);
  const smoothed = new Float64Array(values.length);
  let sum = 0;
  let weight = 0;
  for (let i = 0; i < values.length; i++) {
    if (Number.isFinite(values[i])) {
      sum = keep * sum + (1 - keep) * values[i];
      weight = keep * weight + (1 - keep);
    }
    smoothed[i] = weight > 0 ? sum / weight : NaN;
  }
  return smoothed;
}

/** Lowest and highest point of each of `most / 2` spans, in order: peaks survive, unlike with every n-th point. */
export function decimateExtremes(x: Float64Array, y: Float64Array, most: number): Point[] {
  const n = y.length;
  if (n <= most) return Array.from(y, (value, i) => ({ x: x[i], y: value }));
  const spans = Math.floor(most / 2);
  const points: Point[] = [];
  for (let span = 0; span < spans; span++) {
    const from = Math.floor((span * n) / spans);
    const to = Math.floor(((span + 1) * n) / spans);
    let low = from;
    let high = from;
    for (let i = from + 1; i < to; i++) {
      if (y[i] < y[low]) low = i;
      if (y[i] > y[high]) high = i;
    }
    const [first, second] = low < high ? [low, high] : [high, low];
    points.push({ x: x[first], y: y[first] });
    if (second !== first) points.push({ x: x[second], y: y[second] });
  }
  return points;
}

/** At most `most` points at even distances, the first and the last among them; for lines that are smooth already. */
export function decimateEvenly(x: Float64Array, y: Float64Array, most: number): Point[] {
  const n = y.length;
  if (n <= most) return Array.from(y, (value, i) => ({ x: x[i], y: value }));
  return Array.from({ length: most }, (_, k) => {
    const i = Math.round((k * (n - 1)) / (most - 1));
    return { x: x[i], y: y[i] };
  });
}

/** Index of the last x that is not above `at` (x ascending), or 0. */
export function indexAt(x: ArrayLike<number>, at: number): number {
  let low = 0;
  let high = Math.max(0, x.length - 1);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (x[middle] <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The last point whose value of `by` is not above; of at least one, in the order of that value. */
export const pointAt = <K extends string, P extends Readonly<Record<K, number>>>(
  points: readonly P[],
  by: K,
  value: number,
): P =>
  points[
    indexAt(
      Float64Array.from(points, (point) => point[by]),
      value,
    )
  ];
