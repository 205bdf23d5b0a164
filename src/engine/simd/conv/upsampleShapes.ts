// What upsampling + 3x3 convolution works on, however it is computed.
import type { ActivationSpec } from './activation';

/** Sides of the map before upsampling. */
export interface UpsampleGeometry {
  readonly n: number;
  readonly h: number;
  readonly w: number;
  readonly ci: number;
  readonly co: number;
}

/** Addresses of the forward pass. */
export interface UpsampleForward {
  /** [n, h, w, ci] */
  readonly x: number;
  /** [3, 3, ci, co] */
  readonly filter: number;
  /** [co], 0 for none */
  readonly bias: number;
  /** [n, 2h, 2w, co] */
  readonly out: number;
  readonly activation: ActivationSpec;
}
