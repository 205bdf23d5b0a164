// Walks through latent space.

/**
 * Spherical interpolation between two latents (White 2016, https://arxiv.org/abs/1609.04468): keeps the length that
 * normal vectors have, where a straight line would pass through the dull middle.
 * @returns `count` rows of `from.length` numbers; the first is `from`, the last `to`
 */
export function interpolateLatents(from: Float32Array, to: Float32Array, count: number): Float32Array {
  const size = from.length;
  let dot = 0;
  let fromSquared = 0;
  let toSquared = 0;
  for (let i = 0; i < size; i++) {
    dot += from[i] * to[i];
    fromSquared += from[i] ** 2;
    toSquared += to[i] ** 2;
  }
  const cosine = Math.min(1, Math.max(-1, dot / Math.sqrt(fromSquared * toSquared || 1)));
  const angle = Math.acos(cosine);
  const rows = new Float32Array(count * size);
  for (let row = 0; row < count; row++) {
    const t = count > 1 ? row / (count - 1) : 0;
    const flat = angle < 1e-6;
    const a = flat ? 1 - t : Math.sin((1 - t) * angle) / Math.sin(angle);
    const b = flat ? t : Math.sin(t * angle) / Math.sin(angle);
    for (let i = 0; i < size; i++) rows[row * size + i] = a * from[i] + b * to[i];
  }
  return rows;
}
