// Where the heaps of a distribution in the plane lie: what the data set draws around and what samples are judged by.

export interface PointModes {
  /** Centres, x then y. */
  readonly centres: readonly (readonly [number, number])[];
  /** Standard deviation of the points around their centre. */
  readonly deviation: number;
}
