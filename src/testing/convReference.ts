// Convolutions by their definition, in double precision: the reference that the engine's kernels are tested against.
import type { ConvGeometry } from '../engine/simd/conv/geometry';

/**
 * Calls `visit` for every place of an output and tap of the filter that meet a pixel of the input: the flat indices of that
 * output's, that pixel's and that tap's first channels.
 */
function eachMeeting(g: ConvGeometry, visit: (out: number, input: number, weight: number) => void): void {
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
            visit(out, input, (ky * g.kw + kx) * g.ci * g.co);
          }
}

/** y [n, outH, outW, co] */
export function referenceConv(g: ConvGeometry, x: Float32Array, filter: Float32Array): Float64Array {
  const y = new Float64Array(g.n * g.outH * g.outW * g.co);
  // The channels' loops stand in each pass: called for every product, they took most of the time of the kernels' tests.
  eachMeeting(g, (out, input, weight) => {
    for (let i = 0; i < g.ci; i++)
      for (let j = 0; j < g.co; j++) y[out + j] += x[input + i] * filter[weight + i * g.co + j];
  });
  return y;
}

/** dx [n, h, w, ci] */
export function referenceGradInput(g: ConvGeometry, dy: Float32Array, filter: Float32Array): Float64Array {
  const dx = new Float64Array(g.n * g.h * g.w * g.ci);
  eachMeeting(g, (out, input, weight) => {
    for (let i = 0; i < g.ci; i++)
      for (let j = 0; j < g.co; j++) dx[input + i] += dy[out + j] * filter[weight + i * g.co + j];
  });
  return dx;
}

/** dFilter [kh, kw, ci, co] */
export function referenceGradFilter(g: ConvGeometry, x: Float32Array, dy: Float32Array): Float64Array {
  const dFilter = new Float64Array(g.kh * g.kw * g.ci * g.co);
  eachMeeting(g, (out, input, weight) => {
    for (let i = 0; i < g.ci; i++)
      for (let j = 0; j < g.co; j++) dFilter[weight + i * g.co + j] += x[input + i] * dy[out + j];
  });
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
