// Keras layers with weights, which are brought into the engine's layout.
import { pairOf } from '../../core/network';
import { addAffine } from '../affine';
import type { LayerWeights } from '../assembly';
import { asCount, asNumber } from '../fields';
import { addTransposed } from '../transposed';
import { addActivation } from './activations';
import { checkImageSettings, paddingOf, refuse, sidesOf, SUPPORTED_KERAS, type Adding } from './adding';

function kernelAndBias(adding: Adding, kernel: readonly number[], units: number): LayerWeights {
  const values = { kernel: adding.take('kernel', 0, kernel) };
  return adding.config.use_bias === false ? values : { ...values, bias: adding.take('bias', 1, [units]) };
}

const useBias = ({ config }: Adding) => (config.use_bias === false ? { useBias: false } : {});

export function dense(adding: Adding): void {
  const { assembly, label, config } = adding;
  const units = asCount(config.units, `units of ${label}`, 1);
  const { shape } = assembly;
  const inputs = shape[shape.length - 1];
  const weights = kernelAndBias(adding, [inputs, units], units);
  if (shape.length === 1) assembly.add({ kind: 'dense', units, ...useBias(adding) }, label, weights);
  else assembly.add({ kind: 'conv2d', filters: units, kernel: 1, ...useBias(adding) }, label, weights); // pixel by pixel
  addActivation(adding, config.activation);
}

export function conv2d(adding: Adding): void {
  const { assembly, label, config } = adding;
  checkImageSettings(adding);
  const filters = asCount(config.filters, `filters of ${label}`, 1);
  const kernel = sidesOf(adding, 'kernel_size');
  const stride = sidesOf(adding, 'strides', 1);
  const channels = assembly.shape[2] ?? 0;
  const weights = kernelAndBias(adding, [...pairOf(kernel), channels, filters], filters);
  assembly.add(
    { kind: 'conv2d', filters, kernel, stride, padding: paddingOf(adding), ...useBias(adding) },
    label,
    weights,
  );
  addActivation(adding, config.activation);
}

/** One filter per channel; `separable` mixes the channels after it. */
export function depthwise(adding: Adding, separable: boolean): void {
  const { assembly, label, config } = adding;
  checkImageSettings(adding);
  const kernel = sidesOf(adding, 'kernel_size');
  const stride = sidesOf(adding, 'strides', 1);
  const channels = assembly.shape[2] ?? 0;
  if (paddingOf(adding) !== 'same' && Math.max(...pairOf(kernel)) > 1)
    refuse(label, 'its padding is "valid"; "same" is supported');
  const values = adding.take(['depthwise_kernel', 'kernel'], 0, [...pairOf(kernel), channels, 1]);
  const spatial = { kind: 'depthwiseConv2d', kernel, stride } as const;
  if (separable) {
    assembly.add({ ...spatial, useBias: false }, label, { kernel: values });
    const filters = asCount(config.filters, `filters of ${label}`, 1);
    const mixing: LayerWeights = { kernel: adding.take('pointwise_kernel', 1, [1, 1, channels, filters]) };
    const bias = config.use_bias === false ? {} : { bias: adding.take('bias', 2, [filters]) };
    assembly.add({ kind: 'conv2d', filters, kernel: 1, ...useBias(adding) }, label, { ...mixing, ...bias });
  } else {
    const bias = config.use_bias === false ? {} : { bias: adding.take('bias', 1, [channels]) };
    assembly.add({ ...spatial, ...useBias(adding) }, label, { kernel: values, ...bias });
  }
  addActivation(adding, config.activation);
}

export function conv2dTranspose(adding: Adding): void {
  const { assembly, label, config } = adding;
  checkImageSettings(adding);
  if (config.output_padding !== undefined && config.output_padding !== null)
    refuse(label, `its output_padding is ${JSON.stringify(config.output_padding)}`);
  const filters = asCount(config.filters, `filters of ${label}`, 1);
  const kernel = sidesOf(adding, 'kernel_size');
  const stride = sidesOf(adding, 'strides', 1);
  const channels = assembly.shape[2] ?? 0;
  const weights = kernelAndBias(adding, [...pairOf(kernel), filters, channels], filters);
  const padding = paddingOf(adding);
  addTransposed(assembly, label, { filters, kernel, stride, padding }, weights, SUPPORTED_KERAS);
  addActivation(adding, config.activation);
}

export function batchNorm(adding: Adding): void {
  const { assembly, label, config } = adding;
  const { shape } = assembly;
  const axis = Array.isArray(config.axis) ? Number(config.axis[0]) : (config.axis ?? -1);
  if (axis !== -1 && axis !== shape.length) refuse(label, `its axis is ${JSON.stringify(config.axis)}`);
  const channels = shape[shape.length - 1];
  let slot = 0;
  const take = (name: string): Float32Array => adding.take(name, slot++, [channels]);
  const gamma = config.scale === false ? new Float32Array(channels).fill(1) : take('gamma');
  const beta = config.center === false ? new Float32Array(channels) : take('beta');
  const [movingMean, movingVariance] = [take('moving_mean'), take('moving_variance')];
  const momentum = asNumber(config.momentum ?? 0.99, `momentum of ${label}`);
  const epsilon = asNumber(config.epsilon ?? 1e-3, `epsilon of ${label}`);
  assembly.add({ kind: 'batchNorm', momentum, epsilon }, label, { gamma, beta, movingMean, movingVariance });
}

/** Rows by class; Keras keeps the axis of the one index. */
export function embedding({ assembly, label, config, take }: Adding): void {
  const classes = asCount(config.input_dim, `input_dim of ${label}`, 1);
  const units = asCount(config.output_dim, `output_dim of ${label}`, 1);
  assembly.add({ kind: 'embedding', classes, units }, label, {
    kernel: take('embeddings', 0, [classes, units]),
  });
  assembly.add({ kind: 'reshape', shape: [1, units] }, label);
}

/** A factor and an addend for all values, or for each channel. */
export function rescaling({ assembly, label, config }: Adding): void {
  const channels = assembly.shape[assembly.shape.length - 1];
  const each = (value: unknown, what: string): Float32Array =>
    Array.isArray(value) && value.length === channels
      ? Float32Array.from(value, (item) => asNumber(item, what))
      : new Float32Array(channels).fill(asNumber(value, what));
  addAffine(
    assembly,
    label,
    each(config.scale, `scale of ${label}`),
    each(config.offset ?? 0, `offset of ${label}`),
  );
}
