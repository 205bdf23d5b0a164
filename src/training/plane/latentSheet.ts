// A sheet through the middle of latent space, cut into pieces of equal probability: what the generator makes of it shows
// where it stretches, folds and crowds the noise. With two latents it is all of latent space.
import { normalArray } from '../../core/random';

/** Two directions of length one at right angles, [size] each; the axes themselves where there are no more than two. */
function directions(size: number, seed: number): [Float64Array, Float64Array] {
  const axis = (at: number) => Float64Array.from({ length: size }, (_, i) => (i === at ? 1 : 0));
  if (size <= 2) return [axis(0), axis(1)];
  const [first, second] = [1, 2].map((part) => Float64Array.from(normalArray(size, seed, part)));
  const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, i) => sum + value * b[i], 0);
  const unit = (a: Float64Array) => a.map((value) => value / Math.sqrt(dot(a, a)));
  const along = unit(first);
  const overlap = dot(along, second);
  return [along, unit(second.map((value, i) => value - overlap * along[i]))];
}

/**
 * Latents of the sheet, ring by ring from the middle, [rings * spokes * size]. A ring and the next hold the same share
 * of a normal distribution between them, and so do two spokes; lengths are those that latents of this size have.
 */
export function latentSheet(size: number, rings: number, spokes: number, seed: number): Float32Array {
  const [across, up] = directions(size, seed);
  const scale = Math.sqrt(Math.max(1, size / 2));
  const rows = new Float32Array(rings * spokes * size);
  for (let ring = 0; ring < rings; ring++) {
    const radius = scale * Math.sqrt(-2 * Math.log(1 - ring / rings));
    for (let spoke = 0; spoke < spokes; spoke++) {
      const angle = (2 * Math.PI * spoke) / spokes;
      const [a, b] = [radius * Math.cos(angle), radius * Math.sin(angle)];
      const start = (ring * spokes + spoke) * size;
      for (let i = 0; i < size; i++) rows[start + i] = a * across[i] + b * up[i];
    }
  }
  return rows;
}
