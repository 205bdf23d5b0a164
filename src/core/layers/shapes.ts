// Sides, borders and weights that several layer kinds share.
import { InvalidValueError } from '../errors';
import { soleShape, type OptionReader, type Shape, type WeightSpec } from './define';
import { amount, flag, oneOf, optional } from './options';

export const volume = (shape: Shape): number => shape.reduce((product, side) => product * side, 1);

/** How a convolution treats the border; `same` follows TensorFlow (asymmetric where the stride makes it so). */
export type PaddingMode = 'same' | 'valid';

export const PADDING_MODES = ['same', 'valid'] as const satisfies readonly PaddingMode[];

export type Initializer =
  { readonly kind: 'glorotUniform' } | { readonly kind: 'normal'; readonly standardDeviation: number };

/** What layers with a kernel have in common. */
export interface KernelOptions {
  readonly useBias?: boolean;
  /** Where the kernel starts. */
  readonly init?: Initializer;
}

/** `spectral` divides the kernel by its largest singular value, estimated by power iteration (Miyato et al. 2018). */
export interface SpectralOptions {
  readonly spectral?: boolean;
}

const initializer: OptionReader<Initializer> = (value, what) => {
  const { kind, standardDeviation }: Partial<Record<string, unknown>> =
    typeof value === 'object' && value !== null ? { ...value } : {};
  return oneOf(['glorotUniform', 'normal'])(kind, `${what}.kind`) === 'normal'
    ? { kind: 'normal', standardDeviation: amount(0, 1e6)(standardDeviation, `${what}.standardDeviation`) }
    : { kind: 'glorotUniform' };
};

export const KERNEL_OPTIONS = { useBias: optional(flag), init: optional(initializer) };
export const SPECTRAL_OPTIONS = { spectral: optional(flag) };

/** Side of a convolution's output. */
export function convOutputSide(side: number, kernel: number, stride: number, padding: PaddingMode): number {
  return padding === 'same' ? Math.ceil(side / stride) : Math.floor((side - kernel) / stride) + 1;
}

/** Zero rows before and after one side, TensorFlow's `same` rule. */
export function samePadding(side: number, kernel: number, stride: number): [number, number] {
  const total = Math.max(0, (Math.ceil(side / stride) - 1) * stride + kernel - side);
  return [Math.floor(total / 2), total - Math.floor(total / 2)];
}

/** The one image that goes into a layer. @throws InvalidValueError for another rank */
export function soleImage(inputs: readonly Shape[], name: string): readonly [number, number, number] {
  const shape = soleShape(inputs, name);
  if (shape.length !== 3) {
    throw new InvalidValueError(
      `${name} needs an image [height, width, channels] but gets [${shape.join(', ')}].`,
      'Put a reshape layer before it.',
    );
  }
  return [shape[0], shape[1], shape[2]];
}

/** Kernel, bias, and the estimates of the kernel's first singular vectors where it is divided by its norm. */
export const kernelWeights = (
  kernel: readonly number[],
  units: number,
  { useBias, spectral }: KernelOptions & SpectralOptions,
): readonly WeightSpec[] => [
  { role: 'kernel', shape: kernel, trainable: true },
  ...(useBias === false ? [] : [{ role: 'bias', shape: [units], trainable: true } as const]),
  ...(spectral ? singularVectors(kernel) : []),
];

/** Of a kernel seen as a matrix [all but the last, last]. */
const singularVectors = (kernel: readonly number[]): WeightSpec[] => {
  const units = kernel[kernel.length - 1];
  return [
    { role: 'spectralIn', shape: [volume(kernel) / units], trainable: false },
    { role: 'spectralOut', shape: [units], trainable: false },
  ];
};

export const scaleAndShift = (channels: number): WeightSpec[] => [
  { role: 'gamma', shape: [channels], trainable: true },
  { role: 'beta', shape: [channels], trainable: true },
];

/** Facts of a layer that has no weights and multiplies nothing. */
export const plainFacts = (output: Shape) => ({ output, weights: [], multiplyAdds: 0 });
