// Convolutions by their definition, in double precision: the reference that the engine's kernels are tested against.
import type { ConvGeometry } from '../engine/simd/conv/geometry';

/** Calls `visit` with flat indices for every product of a convolution: y[out] += x[in] * filter[weight]. */
function eachProduct(g: ConvGeometry, visit: (out: number, input: number, weight: number) => void): void {
  for (let n = 0; n < g.n; n++)
    for (let oy = 0; oy < g.outH; oy++)
      for (let ox = 0; ox < g.outW; ox++)
        for (let ky = 0; ky < g.kh; ky++)
          for (let kx = 0; kx < g.kw; kx++) {
            const iy = oy * g.strideH - g.padTop + ky * g.dilationH;
            const ix = ox * g.strideW - g.padLeft + kx * g.dilationW;
            if (iy < 0 || ix < 0 || iy >= g.h || ix >= g.w) continue;
            const out = ((n * g.outH + oy) * g.outW + ox) * g.co;
            const input = ((n * g.h + iy) * g.w + ix) * g.ci;
            const weight = (ky * g.kw + kx) * g.ci * g.co;
            for (let i = 0; i < g.ci; i++)
              for (let j = 0; j < g.co; j++) visit(out + j, input + i, weight + i * g.co + j);
          }
}

/** y [n, outH, outW, co] */
export function referenceConv(g: ConvGeometry, x: Float32Array, filter: Float32Array): Float64Array {
  const y = new Float64Array(g.n * g.outH * g.outW * g.co);
  eachProduct(g, (out, input, weight) => (y[out] += x[input] * filter[weight]));
  return y;
}

/** dx [n, h, w, ci] */
export function referenceGradInput(g: ConvGeometry, dy: Float32Array, filter: Float32Array): Float64Array {
  const dx = new Float64Array(g.n * g.h * g.w * g.ci);
  eachProduct(g, (out, input, weight) => (dx[input] += dy[out] * filter[weight]));
  return dx;
}

/** dFilter [kh, kw, ci, co] */
export function referenceGradFilter(g: ConvGeometry, x: Float32Array, dy: Float32Array): Float64Array {
  const dFilter = new Float64Array(g.kh * g.kw * g.ci * g.co);
  eachProduct(g, (out, input, weight) => (dFilter[weight] += x[input] * dy[out]));
  return dFilter;
}

/** Nearest 2x upsampling of [n, h, w, c]. */
export function referenceUpsample(n: number, h: number, w: number, c: number, x: Float32Array): Float32Array {
  const y = new Float32Array(n * 4 * h * w * c);
  for (let b = 0; b < n; b++)
    for (let i = 0; i < 2 * h; i++)
      for (let j = 0; j < 2 * w; j++)
        for (let k = 0; k < c; k++)
          y[((b * 2 * h + i) * 2 * w + j) * c + k] = x[((b * h + (i >> 1)) * w + (j >> 1)) * c + k] ?? 0;
  return y;
}

/** Largest difference, relative to the largest magnitude of the reference. */
export function relativeError(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  let difference = 0;
  let magnitude = 1e-30;
  for (let i = 0; i < expected.length; i++) {
    const d = Math.abs((actual[i] ?? NaN) - (expected[i] ?? NaN));
    if (!(d <= difference)) difference = d;
    magnitude = Math.max(magnitude, Math.abs(expected[i] ?? 0));
  }
  return difference / magnitude;
}
