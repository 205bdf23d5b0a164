// Convolutions as matrix products, NHWC: forward, and the gradients by the input and by the filter. The gradient by the
// input, which is also the transposed convolution, runs as strides x strides products, so that no tap is multiplied by
// the zeros that a stride puts between pixels.
import { activateText, activationKey, type GpuActivation } from './activation';
import type { Product } from './matrixProduct';

/** Sizes of a convolution of x [batch, height, width, channels] to y [batch, outHeight, outWidth, filters]. */
export interface ConvSizes {
  readonly batch: number;
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  readonly outHeight: number;
  readonly outWidth: number;
  readonly filters: number;
  readonly kernelHeight: number;
  readonly kernelWidth: number;
  readonly strides: readonly [number, number];
  readonly padTop: number;
  readonly padLeft: number;
}

const keyOf = (s: ConvSizes): string =>
  [s.batch, s.height, s.width, s.channels, s.outHeight, s.outWidth, s.filters]
    .concat([s.kernelHeight, s.kernelWidth, ...s.strides, s.padTop, s.padLeft])
    .join();

const constants = (s: ConvSizes): string => `
const H = ${s.height}u; const W = ${s.width}u; const CI = ${s.channels}u;
const OH = ${s.outHeight}u; const OW = ${s.outWidth}u; const CO = ${s.filters}u;
const KH = ${s.kernelHeight}u; const KW = ${s.kernelWidth}u;
const SH = ${s.strides[0]}u; const SW = ${s.strides[1]}u;
const PT = ${s.padTop}u; const PL = ${s.padLeft}u;`;

/** x under output pixel `pixel` at tap `tap`, channel `c`; zero in the padding. */
const GATHER = `
fn gather(pixel: u32, tap: u32, c: u32) -> f32 {
  let row = pixel / OW;
  let iy = row % OH * SH + tap / KW;
  let ix = pixel % OW * SW + tap % KW;
  if (iy < PT || ix < PL || iy >= H + PT || ix >= W + PL) { return 0f; }
  return x[((row / OH * H + iy - PT) * W + ix - PL) * CI + c];
}`;

const biasText = (hasBias: boolean, index: string): string =>
  hasBias ? `activate(value + bias[${index}])` : 'activate(value)';

export function forwardProduct(s: ConvSizes, hasBias: boolean, activation: GpuActivation): Product {
  return {
    key: `conv|${keyOf(s)}|${hasBias}|${activationKey(activation)}`,
    reads: hasBias ? ['x', 'filter_', 'bias'] : ['x', 'filter_'],
    writes: ['y'],
    rows: s.batch * s.outHeight * s.outWidth,
    columns: s.filters,
    depth: s.kernelHeight * s.kernelWidth * s.channels,
    aRuns: 'k',
    bRuns: 'n',
    text: () => ({
      declarations: constants(s) + GATHER + activateText(activation),
      a: 'return gather(m, k / CI, k % CI);',
      b: 'return filter_[k * CO + n];',
      store: `y[m * CO + n] = ${biasText(hasBias, 'n')};`,
    }),
  };
}

/** Gradient by the filter, and with `withBias` by the bias: one more row whose A is 1. */
export function filterGradientProduct(s: ConvSizes, withBias: boolean): Product {
  const taps = s.kernelHeight * s.kernelWidth * s.channels;
  return {
    key: `convFilter|${keyOf(s)}|${withBias}`,
    reads: ['x', 'dy'],
    writes: withBias ? ['dFilter', 'dBias'] : ['dFilter'],
    rows: withBias ? taps + 1 : taps,
    columns: s.filters,
    depth: s.batch * s.outHeight * s.outWidth,
    aRuns: 'm',
    bRuns: 'n',
    text: () => ({
      declarations: constants(s) + GATHER,
      a: `${withBias ? `if (m == ${taps}u) { return 1f; }` : ''} return gather(k, m / CI, m % CI);`,
      b: 'return dy[k * CO + n];',
      store: withBias
        ? `if (m == ${taps}u) { dBias[n] = value; } else { dFilter[m * CO + n] = value; }`
        : 'dFilter[m * CO + n] = value;',
    }),
  };
}

/** Gradient by the input; with a bias and an activation it is a transposed convolution. */
export function inputGradientProduct(s: ConvSizes, hasBias: boolean, activation: GpuActivation): Product {
  const [strideY, strideX] = s.strides;
  const [tapsY, tapsX] = [Math.ceil(s.kernelHeight / strideY), Math.ceil(s.kernelWidth / strideX)];
  return {
    key: `convInput|${keyOf(s)}|${hasBias}|${activationKey(activation)}`,
    reads: hasBias ? ['dy', 'filter_', 'bias'] : ['dy', 'filter_'],
    writes: ['dx'],
    rows: s.batch * Math.ceil(s.height / strideY) * Math.ceil(s.width / strideX),
    columns: s.channels,
    depth: tapsY * tapsX * s.filters,
    phases: strideY * strideX,
    aRuns: 'k',
    bRuns: 'k',
    text: () => ({
      declarations: `${constants(s)}${activateText(activation)}
// Rows and columns of x in a phase, its first tap, and how many taps reach it.
fn rowsIn(phase: u32) -> u32 { return (H + SH - 1u - phase / SW) / SH; }
fn columnsIn(phase: u32) -> u32 { return (W + SW - 1u - phase % SW) / SW; }
fn firstY(phase: u32) -> u32 { return (phase / SW + PT) % SH; }
fn firstX(phase: u32) -> u32 { return (phase % SW + PL) % SW; }
fn tapsY(phase: u32) -> u32 { return (KH + SH - 1u - firstY(phase)) / SH; }
fn tapsX(phase: u32) -> u32 { return (KW + SW - 1u - firstX(phase)) / SW; }
fn tapOf(phase: u32, k: u32) -> vec2u {
  let tap = k / CO;
  return vec2u(firstY(phase) + tap / tapsX(phase) * SH, firstX(phase) + tap % tapsX(phase) * SW);
}
fn pixelOfRow(phase: u32, m: u32) -> vec3u {
  let row = m / columnsIn(phase);
  let rows = rowsIn(phase);
  return vec3u(row / rows, row % rows * SH + phase / SW, m % columnsIn(phase) * SW + phase % SW);
}`,
      rowsOf: `${s.batch}u * rowsIn(phase) * columnsIn(phase)`,
      depthOf: 'tapsY(phase) * tapsX(phase) * CO',
      a: `
  let pixel = pixelOfRow(phase, m);
  let tap = tapOf(phase, k);
  if (pixel.y + PT < tap.x || pixel.z + PL < tap.y) { return 0f; }
  let oy = (pixel.y + PT - tap.x) / SH;
  let ox = (pixel.z + PL - tap.y) / SW;
  if (oy >= OH || ox >= OW) { return 0f; }
  return dy[((pixel.x * OH + oy) * OW + ox) * CO + k % CO];`,
      b: `
  let tap = tapOf(phase, k);
  return filter_[((tap.x * KW + tap.y) * CI + n) * CO + k % CO];`,
      store: `
  let pixel = pixelOfRow(phase, m);
  dx[((pixel.x * H + pixel.y) * W + pixel.z) * CI + n] = ${biasText(hasBias, 'n')};`,
    }),
  };
}
