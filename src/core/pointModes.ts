// The clusters of a distribution in the plane, as facts that data sets know and measures need. Coordinates lie in [-1, 1].

/** Equally likely round Gaussians of one width. */
export interface PointModes {
  /** x then y of each. */
  readonly centres: readonly (readonly [number, number])[];
  readonly deviation: number;
}

/** A point is good within so many standard deviations of a mode (Srivastava et al. 2017, https://arxiv.org/abs/1705.07761). */
export const GOOD_DEVIATIONS = 3;

/** Images of one pixel whose two channels are x and y. */
export const isPlane = (shape: readonly number[]): boolean => shape.join() === '1,1,2';
