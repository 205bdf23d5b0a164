// A set of judged images, and what several metrics need of it, worked out when first asked for. Plain numbers.
import { predictedClasses } from './evaluator/predictedClasses';
import { countClasses } from './numerics/classCounts';
import { momentsOf, type Moments } from './numerics/moments';
import { cross, DENSITY_K, nearestOthers, type Crossing } from './numerics/neighbours';

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

export class SampleSet {
  readonly count: number;
  /** Mean and covariance of the features. */
  readonly moments: () => Moments = once(() => momentsOf(this.features, this.size));
  /** [count] predicted class of each image. */
  readonly predicted = once(() => predictedClasses(this.probabilities, this.classes));
  /** [classes] */
  readonly classCounts = once(() => countClasses(this.predicted(), this.classes));
  /** [count * 5] squared distances to the nearest others. */
  readonly nearest = once(() => nearestOthers(this.features, this.size, DENSITY_K));

  /**
   * @param features [count * size]
   * @param probabilities [count * classes]; empty when `classes` is 0
   */
  constructor(
    readonly features: Float32Array,
    readonly probabilities: Float32Array,
    readonly size: number,
    readonly classes: number,
    /** Classes that a conditional generator was asked for; null where it was not asked. */
    private readonly asked: Uint8Array | null = null,
  ) {
    this.count = features.length / size;
  }

  /** Features of the images of one class (asked for, else predicted), [n * size]. */
  featuresOf(label: number): Float32Array {
    const { size } = this;
    const labels = this.asked ?? this.predicted();
    const rows = [...labels.keys()].filter((row) => labels[row] === label);
    const chosen = new Float32Array(rows.length * size);
    rows.forEach((row, i) => chosen.set(this.features.subarray(row * size, (row + 1) * size), i * size));
    return chosen;
  }

  /** Share of the images that are predicted as what was asked for, 0..1; NaN where nothing was. */
  shareAsAsked(): number {
    const { asked, count } = this;
    if (!asked || count === 0 || this.classes === 0) return NaN;
    return this.predicted().reduce((sum, label, i) => sum + Number(label === asked[i]), 0) / count;
  }

  /** The first images. */
  first(count: number): SampleSet {
    if (count >= this.count) return this;
    const { size, classes } = this;
    return new SampleSet(
      this.features.subarray(0, count * size),
      this.probabilities.subarray(0, count * classes),
      size,
      classes,
      this.asked?.subarray(0, count) ?? null,
    );
  }
}

/** What a metric sees: generated images (or real ones kept apart, for the floor) against real ones. */
export interface MetricInput {
  readonly generated: SampleSet;
  readonly real: SampleSet;
  /** All pairs of both, compared once for every metric that needs it. */
  readonly crossing: () => Crossing;
}

export const metricInput = (generated: SampleSet, real: SampleSet): MetricInput => ({
  generated,
  real,
  crossing: once(() =>
    cross(generated.features, generated.nearest(), real.features, real.nearest(), real.size),
  ),
});
