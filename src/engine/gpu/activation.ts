// WGSL of activations, of their slopes, and of the dropout mask.
import type { NamedAttrMap } from '@tensorflow/tfjs-core';
import { GpuArgumentError, numberAttr, stepNumberAttr, stringAttr } from './arguments';
import { f32, type ProgramNumbers } from './program';

/** Name and negative slope, as the operations pass them. */
export interface GpuActivation {
  readonly name: string;
  readonly alpha: number;
}

export const LINEAR: GpuActivation = { name: 'linear', alpha: 0 };

export const activationOf = (attrs: NamedAttrMap): GpuActivation => ({
  name: stringAttr(attrs, 'activation'),
  alpha: numberAttr(attrs, 'alpha'),
});

export const activationKey = ({ name, alpha }: GpuActivation): string =>
  name === 'leakyRelu' ? `${name}${alpha}` : name;

/** `fn activate(x)`. tanh is clamped: some drivers divide infinities outside. @throws GpuArgumentError for an unknown name */
export function activateText({ name, alpha }: GpuActivation): string {
  const body = (value: string) => `fn activate(x: f32) -> f32 { return ${value}; }`;
  switch (name) {
    case 'linear':
      return body('x');
    case 'relu':
      return body('max(x, 0f)');
    case 'leakyRelu':
      return body(`select(${f32(alpha)} * x, x, x > 0f)`);
    case 'tanh':
      return body('tanh(clamp(x, -15f, 15f))');
    case 'sigmoid':
      return body('1f / (1f + exp(-x))');
    default:
      throw new GpuArgumentError('a known activation', name);
  }
}

/** Slope of the activation as an expression of its output y; also of its input where it is piecewise linear. */
export function slopeText({ name, alpha }: GpuActivation, y: string): string {
  switch (name) {
    case 'linear':
      return '1f';
    case 'relu':
      return `select(0f, 1f, ${y} > 0f)`;
    case 'leakyRelu':
      return `select(${f32(alpha)}, 1f, ${y} > 0f)`;
    case 'tanh':
      return `(1f - ${y} * ${y})`;
    case 'sigmoid':
      return `(${y} * (1f - ${y}))`;
    default:
      throw new GpuArgumentError('a known activation', name);
  }
}

/** Dropout of one application in a program: its key, its numbers, and `fn mask(i)`, 0 or 1 / (1 - rate). */
export interface DropoutText {
  readonly key: string;
  readonly numbers: ProgramNumbers | undefined;
  readonly declarations: string;
}

/** The mask of ops/dropout.ts, bit for bit: kept where the upper 24 bits of the hash are below the threshold. */
export function dropoutText(attrs: NamedAttrMap): DropoutText {
  const rate = numberAttr(attrs, 'dropoutRate');
  if (rate === 0) {
    return { key: 'all', numbers: undefined, declarations: 'fn mask(i: u32) -> f32 { return 1f; }' };
  }
  const keep = Math.fround(1 - rate);
  return {
    key: `drop${rate}`,
    numbers: { type: 'u32', names: ['seed'], values: [stepNumberAttr(attrs, 'dropoutSeed')] },
    declarations: `
fn mask(i: u32) -> f32 {
  var h = i ^ numbers.seed;
  h = (h ^ (h >> 16u)) * 0x7feb352du;
  h = (h ^ (h >> 15u)) * 0x846ca68bu;
  h ^= h >> 16u;
  return select(0f, ${f32(1 / keep)}, (h >> 8u) < ${Math.ceil(keep * 16777216)}u);
}`,
  };
}
