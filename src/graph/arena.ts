// One block of memory for values that live for a while each: where every value lies, so that none overlaps another that
// lives at the same time, in as small a block as two simple ways find.

/** A value of `bytes` that is written in step `from` and last read in step `to`. */
export interface Lifetime {
  readonly bytes: number;
  readonly from: number;
  readonly to: number;
}

export interface ArenaPlan {
  readonly sizeBytes: number;
  /** Where each value starts. */
  readonly offsets: readonly number[];
}

const meet = (a: Lifetime, b: Lifetime): boolean => a.from <= b.to && b.from <= a.to;

/** Bytes that live at the busiest step: no block can be smaller. */
function busiest(values: readonly Lifetime[]): number {
  const at = (step: number): number =>
    values.reduce((sum, { bytes, from, to }) => sum + (from <= step && step <= to ? bytes : 0), 0);
  return values.reduce((most, { from }) => Math.max(most, at(from)), 0);
}

type Span = readonly [start: number, end: number];

/** The gaps between spans that are taken, up to `end`, from the lowest. */
function gaps(taken: readonly Span[], end: number): Span[] {
  const free: Span[] = [];
  let at = 0;
  for (const [start, stop] of [...taken].sort(([a], [b]) => a - b)) {
    if (start > at) free.push([at, Math.min(start, end)]);
    at = Math.max(at, stop);
  }
  if (at < end) free.push([at, end]);
  return free;
}

/** Places values one after the other; null where one finds no gap. */
function place(
  values: readonly Lifetime[],
  order: readonly number[],
  end: number,
  choose: (index: number, free: readonly Span[], bytes: number) => number | null,
): number[] | null {
  const offsets: number[] = [];
  const placed: number[] = [];
  for (const index of order) {
    const taken = placed
      .filter((other) => meet(values[other], values[index]))
      .map((other): Span => [offsets[other], offsets[other] + values[other].bytes]);
    const { bytes } = values[index];
    const fits = gaps(taken, end).filter(([start, stop]) => stop - start >= bytes);
    const offset = choose(index, fits, bytes);
    if (offset === null) return null;
    offsets[index] = offset;
    placed.push(index);
  }
  return offsets;
}

const byIndex = (values: readonly Lifetime[]): number[] => values.map((_, index) => index);

/** In order, one at the block's start, the next at its end: for a chain nothing is smaller. */
const fromBothEnds = (values: readonly Lifetime[], end: number): number[] | null =>
  place(values, byIndex(values), end, (index, free, bytes) => {
    if (free.length === 0) return null;
    return index % 2 === 0 ? free[0][0] : free[free.length - 1][1] - bytes;
  });

/** The largest first, each as low as it can lie. */
function largestFirst(values: readonly Lifetime[]): number[] {
  const order = byIndex(values).sort((a, b) => values[b].bytes - values[a].bytes || a - b);
  const lowest = place(values, order, Infinity, (_, free) => free[0][0]);
  return lowest ?? [];
}

/** @param values in the order in which they are written */
export function planArena(values: readonly Lifetime[]): ArenaPlan {
  const least = busiest(values);
  const offsets = fromBothEnds(values, least);
  if (offsets) return { sizeBytes: least, offsets };
  const stacked = largestFirst(values);
  return { sizeBytes: Math.max(...stacked.map((offset, i) => offset + values[i].bytes)), offsets: stacked };
}
