// What patterns.ts has joined, as the layers of this project. The matrices and numbers that the export writes are checked
// before a layer takes their place; steps of 8-bit weights are allowed for.
import { PIXEL_NORM_EPSILON } from '../../core/network';
import { GELU_CUBE, GELU_SLOPE, interpolation } from '../../exporters/keras/parts';
import { asCount, asNumber } from '../fields';
import { refuse, type Adding } from './adding';
import { addExampleNorm, axesOf } from './norms';

/** Half of a step of 8-bit weights over a range of 2. */
const CLOSE = 0.005;

const alike = (found: Float32Array, expected: (i: number) => number): boolean =>
  found.every((value, i) => Math.abs(value - expected(i)) <= CLOSE * Math.max(1, Math.abs(expected(i))));

function resize({ assembly, label, parts }: Adding): void {
  const [height, width] = assembly.shape;
  const [, down, , across] = parts;
  const interpolated = (part: Adding, size: number): number => {
    const units = asCount(part.config.units, `units of ${part.label}`, 1);
    const expected = interpolation(size, units);
    if (!alike(part.take('kernel', 0, [size, units]), (i) => expected[i]))
      refuse(part.label, 'it turns an image by a matrix that does not interpolate');
    return units;
  };
  if (assembly.shape.length !== 3) return refuse(label, 'it turns something else than an image');
  const rows = interpolated(down, height);
  const columns = interpolated(across, width);
  assembly.add({ kind: 'resize', factor: [rows / height, columns / width] }, label);
}

function pixelNorm({ assembly, label, parts: [first, norm, second] }: Adding): void {
  const channels = assembly.shape[assembly.shape.length - 1];
  const units = [first, second].map((part) => asCount(part.config.units, `units of ${part.label}`, 1));
  const epsilon = asNumber(norm.config.epsilon ?? 1e-3, `epsilon of ${norm.label}`);
  const rank = assembly.shape.length;
  const fits =
    units.join() === [2 * channels, channels].join() &&
    epsilon === PIXEL_NORM_EPSILON &&
    axesOf(norm, rank).join() === String(rank) &&
    alike(first.take('kernel', 0, [channels, 2 * channels]), (i) => {
      const [from, to] = [Math.floor(i / (2 * channels)), i % (2 * channels)];
      return to % channels === from ? (to < channels ? 1 : -1) : 0;
    }) &&
    alike(second.take('kernel', 0, [2 * channels, channels]), (i) =>
      Math.floor(i / channels) === i % channels ? 1 : 0,
    );
  if (!fits) refuse(norm.label, 'it normalizes neither an image nor a pixel');
  assembly.add({ kind: 'pixelNorm' }, label);
}

/** Factors and addends of a normalization as a convolution of single pixels. */
function exampleNorm({ assembly, parts: [norm, scale] }: Adding): void {
  const channels = assembly.shape[2] ?? 0;
  addExampleNorm(norm, {
    gamma: scale.take(['depthwise_kernel', 'kernel'], 0, [1, 1, channels, 1]),
    beta: scale.take('bias', 1, [channels]),
  });
}

/** Whether a batch norm multiplies all values by a factor and adds an addend, and does nothing else. */
function isAffine({ assembly, config, label, take }: Adding, factor: number, addend: number): boolean {
  const channels = assembly.shape[assembly.shape.length - 1];
  const epsilon = asNumber(config.epsilon ?? 1e-3, `epsilon of ${label}`);
  const numbers = { gamma: factor, beta: addend, moving_mean: 0, moving_variance: 1 - epsilon };
  return Object.entries(numbers).every(([name, value], slot) =>
    alike(take(name, slot, [channels]), () => value),
  );
}

function geluTanh({ assembly, label, parts: [first, , second] }: Adding): void {
  if (!isAffine(first, GELU_CUBE * GELU_SLOPE, 0) || !isAffine(second, 1, GELU_SLOPE))
    refuse(first.label, 'it stands in a product that is no GELU');
  assembly.add({ kind: 'activation', fn: 'geluTanh' }, label);
}

function embedding({ assembly, label, parts: [{ config, take }] }: Adding): void {
  const classes = asCount(config.input_dim, `input_dim of ${label}`, 1);
  const units = asCount(config.output_dim, `output_dim of ${label}`, 1);
  assembly.add({ kind: 'embedding', classes, units }, label, {
    kernel: take('embeddings', 0, [classes, units]),
  });
}

export const COMPOSED: Readonly<Record<string, (adding: Adding) => void>> = {
  'composed/resize': resize,
  'composed/pixelNorm': pixelNorm,
  'composed/exampleNorm': exampleNorm,
  'composed/geluTanh': geluTanh,
  'composed/embedding': embedding,
};
