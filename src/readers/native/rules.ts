// What each kind of step of a `model.bin` is in floating point: integers times their scales. Concatenations are several steps.
import { samePadding, volume, type Shape } from '../../core/network';
import type { GraphNode } from '../../graph/graph';
import { NORM_BITS, NORM_SHIFT } from '../../graph/int8Nodes';
import { DamagedModelError } from '../errors';
import type { NativeStep } from './file';
import { sameShape, textOf, type Memory, type Value } from './memory';

/** What each kind makes of a step. */
interface Site {
  readonly step: NativeStep;
  readonly memory: Memory;
  /** What it reads, as it lies there. */
  readonly value: Value;
  /** What it reads, as an image. */
  image(): Value;
}

type Rule = (site: Site) => GraphNode;

const node = ({ name }: NativeStep, values: readonly Value[], output: Shape) => ({
  name,
  from: values.map((value) => value.name),
  inputs: values.map(({ shape }) => shape),
  output,
});

/** Weights, biases and the rectifier of a step that sums products. */
function summed({ step, value }: Site, weights: number, channels: number) {
  const factors = step.factors(channels);
  const perChannel = weights / channels;
  const integers = step.int8s(weights);
  const biases = step.int32s(channels);
  return {
    weights: Float32Array.from(
      integers,
      (w, i) => (w * factors[Math.floor(i / perChannel)] * step.scale) / value.scale,
    ),
    bias: Float32Array.from(biases, (b, i) => b * factors[i] * step.scale),
    relu: step.low === step.outZero,
  };
}

/** How the windows of a step lie. @param sides of the image that they move over */
function paddingOf(step: NativeStep, sides: Shape): 'same' | 'valid' {
  const fits = (outputs: (axis: number) => number, starts: (axis: number) => number): boolean =>
    [0, 1].every((axis) => step.output[axis] === outputs(axis)) &&
    step.top === starts(0) &&
    step.left === starts(1);
  const { kernel, stride } = step;
  const same = (axis: number): number => Math.ceil(sides[axis] / stride[axis]);
  if (fits(same, (axis) => samePadding(sides[axis], kernel[axis], stride[axis])[0])) return 'same';
  const valid = (axis: number): number => Math.floor((sides[axis] - kernel[axis]) / stride[axis]) + 1;
  if (fits(valid, () => 0)) return 'valid';
  throw new DamagedModelError(
    `${step.name} makes ${textOf(step.output)} of ${textOf(sides)} by windows of ${kernel.join(' x ')}, which do not lie so`,
  );
}

const windowOf = ({ kernel, stride }: NativeStep) => ({ kernel, stride });

/** A convolution reads what a doubling before it made. */
function doubled({ step, memory, image }: Site): Value {
  const read = image();
  if (!step.doubled) return read;
  const [height, width, channels] = read.shape;
  const output = [2 * height, 2 * width, channels];
  return memory.add(
    { kind: 'upsample', ...node(step, [read], output), name: `${step.name}, doubled` },
    read.scale,
  );
}

function bordersOf({ input, output, top, left }: NativeStep, name: string, grows: boolean) {
  const rest = (axis: 0 | 1, before: number): number =>
    (grows ? output[axis] - input[axis] : input[axis] - output[axis]) - before;
  const [bottom, right] = [rest(0, top), rest(1, left)];
  if (bottom >= 0 && right >= 0) return { top, bottom, left, right };
  throw new DamagedModelError(
    `${name} makes ${textOf(output)} of ${textOf(input)} with borders ${top} and ${left}`,
  );
}

/** As it lies there where the last axis is the step's, else as an image. */
const byChannel = ({ step, value, image }: Site): Value =>
  value.shape[value.shape.length - 1] === step.input[2] ? value : image();

const copied =
  (kind: 'upsample' | 'resize'): Rule =>
  ({ step, image }) => ({ kind, ...node(step, [image()], step.output) });

const bordered =
  (kind: 'zeroPad' | 'reflectionPad' | 'crop'): Rule =>
  ({ step, image }) => ({
    kind,
    ...node(step, [image()], step.output),
    ...bordersOf(step, step.name, kind !== 'crop'),
  });

const pooled =
  (kind: 'averagePool' | 'maxPool'): Rule =>
  ({ step, image }) => {
    const read = image();
    return {
      kind,
      ...node(step, [read], step.output),
      ...windowOf(step),
      padding: paddingOf(step, read.shape),
    };
  };

const normed =
  (over: 'layer' | 'instance'): Rule =>
  (site) => {
    const { step } = site;
    const read = over === 'instance' ? site.image() : byChannel(site);
    const channels = step.input[2];
    const signs = step.int8s(channels);
    const factors = step.factors(channels);
    const shifts = step.int32s(channels);
    return {
      kind: 'exampleNorm',
      ...node(step, [read], read.shape),
      over,
      gamma: Float32Array.from(
        signs,
        (sign, i) => sign * factors[i] * step.scale * 2 ** (NORM_BITS - NORM_SHIFT),
      ),
      beta: Float32Array.from(shifts, (shift) => (shift * step.scale) / 2 ** NORM_SHIFT),
    };
  };

function tabled(site: Site): GraphNode {
  const { step } = site;
  const read = byChannel(site);
  const base = node(step, [read], read.shape);
  if (step.table === null)
    throw new DamagedModelError(`${step.name} does not say which function its table holds`);
  if (step.table === 'relu') return { kind: 'relu', ...base };
  if (step.table === 'leakyRelu') return { kind: 'leakyRelu', ...base, alpha: step.slope };
  return { kind: 'curve', ...base, fn: step.table };
}

export const RULES: Readonly<Record<Exclude<NativeStep['kind'], 'concat'>, Rule>> = {
  dense(site) {
    const { step, memory, value } = site;
    const inputs = volume(step.input);
    const units = volume(step.output);
    const flat = memory.shaped(value, [inputs]);
    return { kind: 'dense', ...node(step, [flat], [units]), ...summed(site, inputs * units, units) };
  },
  conv2d(site) {
    const { step } = site;
    const read = doubled(site);
    const [filters, channels] = [step.output[2], read.shape[2]];
    const parts = summed(site, filters * volume(step.kernel) * channels, filters);
    const padding = paddingOf(step, read.shape);
    return { kind: 'conv2d', ...node(step, [read], step.output), ...parts, ...windowOf(step), padding };
  },
  depthwiseConv2d(site) {
    const { step } = site;
    const read = doubled(site);
    const channels = read.shape[2];
    const parts = summed(site, channels * volume(step.kernel), channels);
    if (paddingOf(step, read.shape) !== 'same')
      throw new DamagedModelError(`${step.name} has windows that leave the border out`);
    return { kind: 'depthwiseConv2d', ...node(step, [read], step.output), ...parts, ...windowOf(step) };
  },
  conv2dTranspose(site) {
    const { step } = site;
    const read = site.image();
    const [filters, channels] = [step.output[2], read.shape[2]];
    const starts = [step.top, step.left];
    const fits = [0, 1].every(
      (axis) =>
        step.output[axis] === read.shape[axis] * step.stride[axis] &&
        starts[axis] === samePadding(step.output[axis], step.kernel[axis], step.stride[axis])[0],
    );
    if (!fits)
      throw new DamagedModelError(`${step.name} makes ${textOf(step.output)} of ${textOf(read.shape)}`);
    const parts = summed(site, filters * volume(step.kernel) * channels, filters);
    return { kind: 'conv2dTranspose', ...node(step, [read], step.output), ...parts, ...windowOf(step) };
  },
  scaleShift(site) {
    const read = byChannel(site);
    const channels = site.step.output[2];
    return {
      kind: 'scaleShift',
      ...node(site.step, [read], read.shape),
      ...summed(site, channels, channels),
    };
  },
  table: tabled,
  upsample: copied('upsample'),
  resize: copied('resize'),
  zeroPad: bordered('zeroPad'),
  reflectionPad: bordered('reflectionPad'),
  crop: bordered('crop'),
  averagePool: pooled('averagePool'),
  maxPool: pooled('maxPool'),
  prelu(site) {
    const { step, value } = site;
    const read = byChannel(site);
    const slopes = step.int8s(step.input[2]);
    const [, negative] = step.factors(2);
    const scale = (negative * step.scale) / value.scale;
    return {
      kind: 'prelu',
      ...node(step, [read], read.shape),
      slopes: Float32Array.from(slopes, (s) => s * scale),
    };
  },
  softmax(site) {
    const read = byChannel(site);
    return { kind: 'softmax', ...node(site.step, [read], read.shape) };
  },
  add({ step, memory, value }) {
    const other = memory.shaped(memory.at(step.other, step), value.shape);
    return { kind: 'add', ...node(step, [value, other], value.shape) };
  },
  layerNorm: normed('layer'),
  instanceNorm: normed('instance'),
  pixelNorm(site) {
    const read = byChannel(site);
    return { kind: 'pixelNorm', ...node(site.step, [read], read.shape) };
  },
  embedding({ step, value }) {
    const units = step.output[2];
    const rows = step.int8s(step.kernel[0] * units);
    const table = Float32Array.from(rows, (row) => (row - step.outZero) * step.scale);
    return { kind: 'embedding', ...node(step, [value], [units]), table };
  },
};

/** The parts of a concatenation follow one another. */
export function joined(parts: readonly NativeStep[], memory: Memory): GraphNode {
  const [first] = parts;
  const values = parts.map((step) => {
    const value = memory.at(step.from, step);
    const [, pixels, channels] = step.input;
    return value.shape[value.shape.length - 1] === channels
      ? value
      : memory.shaped(value, [1, pixels, channels]);
  });
  const output = [...values[0].shape.slice(0, -1), first.output[2]];
  const widths = parts.map((step) => step.input[2]);
  const follow = parts.every(
    (step, i) =>
      step.first === widths.slice(0, i).reduce((sum, width) => sum + width, 0) &&
      sameShape(values[i].shape.slice(0, -1), output.slice(0, -1)),
  );
  if (!follow || widths.reduce((sum, width) => sum + width, 0) !== first.output[2])
    throw new DamagedModelError(`the parts of ${first.name} do not lie side by side`);
  return { kind: 'concat', ...node(first, values, output) };
}
