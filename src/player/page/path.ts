// Ways from one latent to another: along the sphere that normal numbers lie near, since a straight line leads through numbers
// that are too small (T. White, 2016, https://arxiv.org/abs/1609.04468). Pure.

const lengthOf = (values: Float32Array): number => Math.hypot(...values);

/** @param t from 0 (`from`) to 1 (`to`) */
export function between(from: Float32Array, to: Float32Array, t: number): Float32Array {
  const lengths = lengthOf(from) * lengthOf(to);
  const cosine = from.reduce((sum, value, i) => sum + value * to[i], 0) / lengths;
  const angle = Math.acos(Math.max(-1, Math.min(1, cosine)));
  const isStraight = !(Math.sin(angle) > 1e-3); // also where one of them is all zeros
  const [a, b] = isStraight
    ? [1 - t, t]
    : [Math.sin((1 - t) * angle) / Math.sin(angle), Math.sin(t * angle) / Math.sin(angle)];
  return from.map((value, i) => a * value + b * to[i]);
}

/** Slow at both ends. */
export const eased = (t: number): number => t * t * (3 - 2 * t);
