// Nearest upsampling to twice the sides followed by a 3x3 `same` convolution, without the upsampled map. Each of the four
// parities of an output pixel sees only 2x2 source pixels, under sums of the nine taps (2.25 times fewer products); the
// sums are made while a tile of the filter is loaded.
import { activateText, activationKey, type GpuActivation } from './activation';
import type { Product } from './matrixProduct';

/** x [batch, height, width, channels] to y [batch, 2 height, 2 width, filters]. */
export interface UpsampleSizes {
  readonly batch: number;
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  readonly filters: number;
}

const keyOf = (s: UpsampleSizes): string => [s.batch, s.height, s.width, s.channels, s.filters].join();

const constants = (s: UpsampleSizes): string => `
const H = ${s.height}u; const W = ${s.width}u; const CI = ${s.channels}u; const CO = ${s.filters}u;
`;

/** Sum of the filter over taps lo..hi in both directions, for input channel c and filter n. */
const FOLD = `
fn fold(lo: vec2u, hi: vec2u, c: u32, n: u32) -> f32 {
  var sum = 0f;
  for (var ky = lo.x; ky <= hi.x; ky++) {
    for (var kx = lo.y; kx <= hi.y; kx++) { sum += filter_[((ky * 3u + kx) * CI + c) * CO + n]; }
  }
  return sum;
}`;

export function forwardProduct(s: UpsampleSizes, hasBias: boolean, activation: GpuActivation): Product {
  return {
    key: `upConv|${keyOf(s)}|${hasBias}|${activationKey(activation)}`,
    reads: hasBias ? ['x', 'filter_', 'bias'] : ['x', 'filter_'],
    writes: ['y'],
    rows: s.batch * s.height * s.width,
    columns: s.filters,
    depth: 4 * s.channels,
    phases: 4,
    aRuns: 'k',
    bRuns: 'n',
    text: () => ({
      declarations: constants(s) + FOLD + activateText(activation),
      // Source pixel (i - 1 + parity + t), t in {0, 1}; coordinates here are one larger, to stay unsigned.
      a: `
  let row = m / W;
  let tap = k / CI;
  let iy = row % H + tap / 2u + phase / 2u;
  let ix = m % W + tap % 2u + phase % 2u;
  if (iy < 1u || ix < 1u || iy > H || ix > W) { return 0f; }
  return x[((row / H * H + iy - 1u) * W + ix - 1u) * CI + k % CI];`,
      // Parity 0: taps {0}, then {1, 2}; parity 1: {0, 1}, then {2}.
      b: `
  let tap = k / CI;
  let t = vec2u(tap / 2u, tap % 2u);
  let parity = vec2u(phase / 2u, phase % 2u);
  return fold(t + parity * t, select(t + 1u, 2u * t, parity == vec2u(0u)), k % CI, n);`,
      store: `
  let row = m / W;
  let oy = 2u * (row % H) + phase / 2u;
  let ox = 2u * (m % W) + phase % 2u;
  y[((row / H * 2u * H + oy) * 2u * W + ox) * CO + n] = activate(value${hasBias ? ' + bias[n]' : ''});`,
    }),
  };
}

/** Gradient by x: a 4x4 convolution of stride 2 over dy, under the same sums of taps. */
export function inputGradientProduct(s: UpsampleSizes): Product {
  return {
    key: `upConvInput|${keyOf(s)}`,
    reads: ['dy', 'filter_'],
    writes: ['dx'],
    rows: s.batch * s.height * s.width,
    columns: s.channels,
    depth: 16 * s.filters,
    aRuns: 'k',
    bRuns: 'k',
    text: () => ({
      declarations: constants(s) + FOLD,
      a: `
  let row = m / W;
  let tap = k / CO;
  let oy = 2u * (row % H) + tap / 4u;
  let ox = 2u * (m % W) + tap % 4u;
  if (oy < 1u || ox < 1u || oy > 2u * H || ox > 2u * W) { return 0f; }
  return dy[((row / H * 2u * H + oy - 1u) * 2u * W + ox - 1u) * CO + k % CO];`,
      // Rows 2i - 1 to 2i + 2 of dy meet taps {2}, {1, 2}, {0, 1}, {0}.
      b: `
  let tap = k / CO;
  let t = vec2u(tap / 4u, tap % 4u);
  return fold(2u - min(t, vec2u(2u)), min(3u - t, vec2u(2u)), n, k % CO);`,
      store: 'dx[m * CI + n] = value;',
    }),
  };
}

/**
 * Gradient by the filter, one product per tap: x times the sum of the four pixels of dy that saw it through this tap.
 * With `withBias` the middle tap, which meets every pixel of dy once, has one more row whose A is 1.
 */
export function filterGradientProduct(s: UpsampleSizes, withBias: boolean): Product {
  return {
    key: `upConvFilter|${keyOf(s)}|${withBias}`,
    reads: ['x', 'dy'],
    writes: withBias ? ['dFilter', 'dBias'] : ['dFilter'],
    rows: withBias ? s.channels + 1 : s.channels,
    columns: s.filters,
    depth: s.batch * s.height * s.width,
    phases: 9,
    aRuns: 'm',
    bRuns: 'n',
    text: () => ({
      declarations: constants(s),
      ...(withBias ? { rowsOf: 'select(CI, CI + 1u, phase == 4u)' } : {}),
      a: `${withBias ? 'if (m == CI) { return 1f; }' : ''} return x[k * CI + m];`,
      b: `
  let row = k / W;
  let image = row / H * 2u * H;
  var sum = 0f;
  for (var j = 0u; j < 4u; j++) {
    // One larger than the pixel's coordinates.
    let oy = 2u * (row % H) + 2u + j / 2u - phase / 3u;
    let ox = 2u * (k % W) + 2u + j % 2u - phase % 3u;
    if (oy >= 1u && ox >= 1u && oy <= 2u * H && ox <= 2u * W) {
      sum += dy[((image + oy - 1u) * 2u * W + ox - 1u) * CO + n];
    }
  }
  return sum;`,
      store: `${withBias ? 'if (m == CI) { dBias[n] = value; return; }' : ''} dFilter[(phase * CI + m) * CO + n] = value;`,
    }),
  };
}
