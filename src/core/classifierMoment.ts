// What is seen of a classifier that learns, as plain data, beside what every run reports of its steps.

/** The classifier at one moment, on test images that it never trains on. */
export interface ClassifierMoment {
  readonly step: number;
  /** Share of the test images that it names rightly, 0..1. */
  readonly accuracy: number;
  /** Class that it reads each test image as. */
  readonly predicted: Uint8Array;
  /** Probability that it gives that class, 0..1. */
  readonly certainty: Float32Array;
  /** Mean cross-entropy of the test images, where that is measured. */
  readonly loss?: number;
  /** The same of some images that it learns from, as they are. */
  readonly learnt?: { readonly accuracy: number; readonly loss: number };
  /** Of one image at a time, here; where that is measured. */
  readonly millisecondsPerImage?: number;
}

/** How often images of each class (rows) are read as each class (columns), [classes * classes]. */
export function confusionCounts(labels: Uint8Array, predicted: Uint8Array, classes: number): Uint32Array {
  const counts = new Uint32Array(classes * classes);
  labels.forEach((label, i) => {
    if (predicted[i] < classes) counts[label * classes + predicted[i]]++;
  });
  return counts;
}
