// Walks through latent space.

/**
 * Spherical interpolation between two latents (White 2016, https://arxiv.org/abs/1609.04468): keeps the length that
 * normal vectors have, where a straight line would pass through the dull middle.
 * @returns `count` rows of `from.length` numbers; the first is `from`, the last `to`
 */
export function interpolateLatents(from: Float32Array, to: Float32Array, count: number): Float32Array {
  const rows = new Float32Array(count * from.length);
  for (let row = 0; row < count; row++) {
    rows.set(latentBetween(from, to, count > 1 ? row / (count - 1) : 0), row * from.length);
  }
  return rows;
}

/** The latent a share 0..1 of the way from one to another, as `interpolateLatents` goes. */
export function latentBetween(from: Float32Array, to: Float32Array, share: number): Float32Array {
  let dot = 0;
  let fromSquared = 0;
  let toSquared = 0;
  for (let i = 0; i < from.length; i++) {
    dot += from[i] * to[i];
    fromSquared += from[i] ** 2;
    toSquared += to[i] ** 2;
  }
  const cosine = Math.min(1, Math.max(-1, dot / Math.sqrt(fromSquared * toSquared || 1)));
  const angle = Math.acos(cosine);
  const flat = angle < 1e-6;
  const a = flat ? 1 - share : Math.sin((1 - share) * angle) / Math.sin(angle);
  const b = flat ? share : Math.sin(share * angle) / Math.sin(angle);
  return from.map((value, i) => a * value + b * to[i]);
}
