// Directions in noise along which a generator's pictures change most: of the linear map from noise to picture that fits many
// drawn pictures best, the main ones. GANSpace (Härkönen et al. 2020, https://arxiv.org/abs/2004.02546) finds such directions by
// the principal components of a layer; here that layer is the picture, so that any generator has them.
import { normalArray } from '../../core/random';
import type { LatentAxes } from '../../protocol';

const ROUNDS = 60;
/** Variance of a pixel that is rounding alone. */
const EVEN = 1e-10;

/** Product of the rows of `a` [rows * inner] and `b` [columns * inner]. */
function rowProducts(a: Float64Array, b: Float64Array, rows: number, inner: number): Float64Array {
  const columns = b.length / inner;
  const out = new Float64Array(rows * columns);
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) {
      let sum = 0;
      for (let i = 0; i < inner; i++) sum += a[r * inner + i] * b[c * inner + i];
      out[r * columns + c] = sum;
    }
  return out;
}

/** Makes rows [count * size] of length 1 and at right angles to each other, the first ones first. */
function straighten(rows: Float64Array, count: number, size: number): void {
  for (let i = 0; i < count; i++) {
    const own = rows.subarray(i * size, (i + 1) * size);
    for (let before = 0; before < i; before++) {
      const other = rows.subarray(before * size, (before + 1) * size);
      const along = own.reduce((sum, value, at) => sum + value * other[at], 0);
      for (let at = 0; at < size; at++) own[at] -= along * other[at];
    }
    const length = Math.hypot(...own) || 1;
    for (let at = 0; at < size; at++) own[at] /= length;
  }
}

/**
 * The map's main directions by orthogonal iteration (Golub & Van Loan, section 8.2).
 * @param latents [n * latentSize], standard normal
 * @param pictures [n * volume] drawn from them
 * @param count of directions, at most latentSize
 */
export function latentAxes(
  latents: Float32Array,
  pictures: Float32Array,
  latentSize: number,
  count: number,
): LatentAxes {
  const n = latents.length / latentSize;
  const volume = pictures.length / n;
  const means = new Float64Array(volume);
  for (let i = 0; i < pictures.length; i++) means[i % volume] += pictures[i] / n;
  // What one unit of each latent number adds to each pixel on average: independent numbers of variance 1 need no more.
  const slopes = new Float64Array(latentSize * volume);
  let variance = 0;
  for (let row = 0; row < n; row++)
    for (let at = 0; at < volume; at++) {
      const value = pictures[row * volume + at] - means[at];
      variance += (value * value) / n;
      for (let j = 0; j < latentSize; j++)
        slopes[j * volume + at] += (latents[row * latentSize + j] * value) / n;
    }
  const gram = rowProducts(slopes, slopes, latentSize, volume);
  const axes = Float64Array.from(normalArray(count * latentSize, 1));
  straighten(axes, count, latentSize);
  for (let round = 0; round < ROUNDS; round++) {
    axes.set(rowProducts(axes, gram, count, latentSize));
    straighten(axes, count, latentSize);
  }
  const moved = rowProducts(axes, gram, count, latentSize);
  const shares = Array.from({ length: count }, (_, i) => {
    let along = 0;
    for (let j = 0; j < latentSize; j++) along += moved[i * latentSize + j] * axes[i * latentSize + j];
    return variance > EVEN * volume ? along / variance : 0;
  });
  return { axes: Float32Array.from(axes), shares };
}
