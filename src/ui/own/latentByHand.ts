// Noise as a person turns it: number by number, or along directions of length 1. Pure.

/** How far a slider reaches: nearly all normal numbers lie within. */
export const REACH = 3;

export interface Knob {
  /** Which number, or which direction, from 0. */
  readonly index: number;
  readonly value: number;
}

/** How far the latent lies along a direction. */
export const along = (latent: Float32Array, axis: Float32Array): number =>
  latent.reduce((sum, value, i) => sum + value * axis[i], 0);

/** The latent moved along a direction until it lies `value` along it. */
export function movedAlong(latent: Float32Array, axis: Float32Array, value: number): Float32Array {
  const by = value - along(latent, axis);
  return latent.map((one, i) => one + by * axis[i]);
}

/** The latent with another number at one place. */
export function withNumber(latent: Float32Array, index: number, value: number): Float32Array {
  const next = latent.slice();
  next[index] = value;
  return next;
}

/** Direction `index` of several. */
export const axisOf = (axes: Float32Array, index: number, latentSize: number): Float32Array =>
  axes.subarray(index * latentSize, (index + 1) * latentSize);
