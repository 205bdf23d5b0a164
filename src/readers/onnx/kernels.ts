// Operators with weights: matrix products, convolutions, transposed convolutions, normalizations by learned statistics.
import { samePadding, type Shape } from '../../core/network';
import { fromPlace, transpose } from '../../graph/kernelLayouts';
import { volume, type NodeOf } from '../../graph/graph';
import { unpaddedTranspose } from '../../graph/unpadded';
import type { OnnxSite } from './site';
import { transposedWindow } from './transposedWindow';
import { channelsOf, type Flow } from './values';

type Pair = readonly [number, number];

/** Columns of a matrix [units, inputs] from the order of an image channels first to that of the same image here. */
function columnsOf(flow: Flow, matrix: Float32Array, units: number): Float32Array {
  if (flow.layout !== 'turned') return matrix;
  const [height, width, channels] = flow.shape;
  return transpose(matrix, [units, channels, height, width], [0, 2, 3, 1]);
}

function dense(site: OnnxSite, flow: Flow, matrix: Float32Array, bias: Float32Array): Flow {
  const units = bias.length;
  if (flow.layout === 'first' || flow.layout === 'last') {
    if (flow.shape[0] * flow.shape[1] !== 1) return site.refuse('it multiplies each pixel by a matrix');
  }
  const weights = columnsOf(flow, matrix, units);
  return site.emit(flow, { kind: 'dense', weights, bias, relu: false }, [units], 'rows');
}

/** [units, inputs] out of a constant matrix. */
function matrixOf(site: OnnxSite, flow: Flow, transposed: boolean): { matrix: Float32Array; units: number } {
  const { shape } = site.tensor(1);
  const [inputs, units] = transposed ? [shape[1], shape[0]] : shape;
  if (shape.length !== 2 || inputs !== volume(flow.shape))
    return site.broken(`${site.label} has a matrix [${shape.join(', ')}] for ${volume(flow.shape)} numbers`);
  const values = site.weights(1);
  return { matrix: transposed ? values : transpose(values, shape, [1, 0]), units };
}

/** A x B + C, of which B and C are constants. */
export function gemm(site: OnnxSite): Flow {
  const flow = site.flow(0);
  if (site.int('transA', 0) !== 0) return site.refuse('it turns its input round');
  const { matrix, units } = matrixOf(site, flow, site.int('transB', 0) === 1);
  const [alpha, beta] = [site.float('alpha', 1), site.float('beta', 1)];
  const given = site.weights(2, new Float32Array(units));
  if (given.length !== units && given.length !== 1)
    return site.broken(`${site.label} has ${given.length} addends for ${units} numbers`);
  const bias = Float32Array.from({ length: units }, (_, i) => beta * given[given.length === 1 ? 0 : i]);
  return dense(site, flow, alpha === 1 ? matrix : matrix.map((w) => alpha * w), bias);
}

export function matMul(site: OnnxSite): Flow {
  const flow = site.flow(0);
  const { matrix, units } = matrixOf(site, flow, false);
  return dense(site, flow, matrix, new Float32Array(units));
}

function pairOf(site: OnnxSite, name: string, otherwise: Pair): Pair {
  const found = site.ints(name);
  if (!found) return otherwise;
  const [down, across] = found;
  if (found.length === 2 && Math.min(down, across) >= 0) return [down, across];
  return site.refuse(`its ${name} are [${found.slice(0, 8).join(', ')}]; two sides are known`);
}

/** Rows and columns around an image; `out` gives the sides by which `SAME` is worked out. */
export function padsOf(site: OnnxSite, image: Shape, kernel: Pair, stride: Pair): readonly [Pair, Pair] {
  const auto = site.text('auto_pad', 'NOTSET');
  if (auto === 'SAME_UPPER' || auto === 'SAME_LOWER') {
    const both = [0, 1].map((axis) => samePadding(image[axis], kernel[axis], stride[axis]));
    const [rows, columns] = auto === 'SAME_UPPER' ? both : both.map(([a, b]): Pair => [b, a]);
    return [rows, columns];
  }
  if (auto !== 'NOTSET' && auto !== 'VALID') return site.refuse(`its auto_pad is ${auto.slice(0, 40)}`);
  const [top, left, bottom, right] = (auto === 'VALID' ? undefined : site.ints('pads')) ?? [0, 0, 0, 0];
  const pads = [top, left, bottom, right];
  if (pads.every((n) => Number.isSafeInteger(n) && n >= 0))
    return [
      [top, bottom],
      [left, right],
    ];
  return site.refuse(`its pads are [${pads.join(', ')}]`);
}

export function windowOf(site: OnnxSite, kernel: Pair): { kernel: Pair; stride: Pair } {
  const stride = pairOf(site, 'strides', [1, 1]);
  const dilations = pairOf(site, 'dilations', [1, 1]);
  if (dilations.join() !== '1,1')
    return site.refuse(`its dilations are ${dilations.join(' x ')}; 1 is known`);
  if (Math.min(...kernel, ...stride) < 1)
    return site.broken(`${site.label} has a window or stride of no size`);
  return { kernel, stride };
}

/** Zeros around the image, where there are any. */
export function padded(
  site: OnnxSite,
  flow: Flow,
  [[top, bottom], [left, right]]: readonly [Pair, Pair],
): Flow {
  if (top + bottom + left + right === 0) return flow;
  const [height, width, channels] = flow.shape;
  const output = [height + top + bottom, width + left + right, channels];
  return site.emit(flow, { kind: 'zeroPad', top, bottom, left, right }, output);
}

export function cropped(
  site: OnnxSite,
  flow: Flow,
  [[top, bottom], [left, right]]: readonly [Pair, Pair],
): Flow {
  if (top + bottom + left + right === 0) return flow;
  const [height, width, channels] = flow.shape;
  const output = [height - top - bottom, width - left - right, channels];
  if (Math.min(...output) < 1) return site.broken(`${site.label} leaves nothing of the image`);
  return site.emit(flow, { kind: 'crop', top, bottom, left, right }, output);
}

/** A kernel [filters, channels / groups, ...] with zeros where a filter does not look. */
function ungrouped(
  values: Float32Array,
  filters: number,
  channels: number,
  groups: number,
  pixels: number,
): Float32Array {
  const own = channels / groups;
  const all = new Float32Array(filters * channels * pixels);
  for (let f = 0; f < filters; f++) {
    const from = f * own * pixels;
    const to = (f * channels + Math.floor(f / (filters / groups)) * own) * pixels;
    all.set(values.subarray(from, from + own * pixels), to);
  }
  return all;
}

const isSame = (image: Shape, kernel: Pair, stride: Pair, pads: readonly [Pair, Pair]): boolean =>
  pads.every((pad, axis) => samePadding(image[axis], kernel[axis], stride[axis]).join() === pad.join());

const MOST_UNGROUPED = 2 ** 24;

export function conv(site: OnnxSite): Flow {
  const flow = site.image(0);
  const { shape } = site.tensor(1);
  const channels = channelsOf(flow);
  const groups = site.int('group', 1);
  const [filters, own, tall, wide] = shape;
  if (shape.length !== 4)
    return site.refuse(`its kernel is [${shape.join(', ')}]; those of images are known`);
  if (groups < 1 || own * groups !== channels || filters % groups !== 0)
    return site.broken(
      `${site.label} has a kernel [${shape.join(', ')}] in ${groups} groups for ${channels} channels`,
    );
  const { kernel, stride } = windowOf(site, [tall, wide]);
  const pads = padsOf(site, flow.shape, kernel, stride);
  const raw = site.weights(1); // before memory is taken for what its shape says
  const bias = site.weights(2, new Float32Array(filters));
  if (bias.length !== filters) return site.broken(`${site.label} has ${bias.length} of ${filters} biases`);
  const eachOwn = groups === channels && filters === channels && channels > 1;
  const still = Math.max(...pads.flat()) === 0;
  if (eachOwn && tall * wide === 1 && stride.join() === '1,1' && still) return site.affine(flow, raw, bias);
  if (eachOwn && isSame(flow.shape, kernel, stride, pads)) {
    const output = [...[0, 1].map((axis) => Math.ceil(flow.shape[axis] / stride[axis])), channels];
    const part = { kind: 'depthwiseConv2d', kernel, stride, bias, weights: raw, relu: false } as const;
    return site.emit(flow, part, output);
  }
  if (groups > 1 && filters * channels * tall * wide > MOST_UNGROUPED)
    return site.refuse(`it convolves ${groups} groups of channels by themselves`);
  const whole = groups === 1 ? raw : ungrouped(raw, filters, channels, groups, tall * wide);
  const weights = transpose(whole, [filters, channels, tall, wide], [0, 2, 3, 1]);
  const same = isSame(flow.shape, kernel, stride, pads);
  const from = same ? flow : padded(site, flow, pads);
  const sides = [0, 1].map((axis) =>
    same
      ? Math.ceil(from.shape[axis] / stride[axis])
      : Math.floor((from.shape[axis] - kernel[axis]) / stride[axis]) + 1,
  );
  if (Math.min(...sides) < 1) return site.broken(`${site.label} has a window larger than the image`);
  const padding = same ? 'same' : 'valid';
  return site.emit(from, { kind: 'conv2d', kernel, stride, padding, weights, bias, relu: false }, [
    ...sides,
    filters,
  ]);
}

export function convTranspose(site: OnnxSite): Flow {
  const flow = site.image(0);
  const { shape } = site.tensor(1);
  const groups = site.int('group', 1);
  const [channels, filters, tall, wide] = shape;
  if (shape.length !== 4 || channels !== channelsOf(flow))
    return site.broken(`${site.label} has a kernel [${shape.join(', ')}] for ${channelsOf(flow)} channels`);
  if (groups !== 1) return site.refuse(`it convolves ${groups} groups of channels by themselves`);
  if (site.ints('output_shape')) return site.refuse('it names its output_shape');
  if (site.text('auto_pad', 'NOTSET') !== 'NOTSET') return site.refuse('it names its padding by a word');
  const { kernel, stride } = windowOf(site, [tall, wide]);
  const pads = padsOf(site, flow.shape, kernel, stride);
  const extra = pairOf(site, 'output_padding', [0, 0]);
  if (extra.some((rows, axis) => rows >= stride[axis]))
    return site.broken(`${site.label} has the output_padding ${extra.join(' x ')}`);
  const raw = site.weights(1); // before memory is taken for what its shape says
  const bias = site.weights(2, new Float32Array(filters));
  if (bias.length !== filters) return site.broken(`${site.label} has ${bias.length} of ${filters} biases`);
  const base: NodeOf<'conv2dTranspose'> = {
    kind: 'conv2dTranspose',
    name: site.walking.unusedName(site.node.outputs[0] ?? ''),
    from: [flow.name],
    inputs: [flow.shape],
    output: [flow.shape[0] * stride[0], flow.shape[1] * stride[1], filters],
    kernel,
    stride,
    weights: new Float32Array(),
    bias,
    relu: false,
  };
  const node = { ...base, weights: fromPlace(base, raw, 'onnx') };
  const [rows, columns] = [0, 1].map((axis) =>
    transposedWindow(flow.shape[axis], kernel[axis], stride[axis], pads[axis], extra[axis]),
  );
  if (!rows || !columns) return site.broken(`${site.label} leaves nothing of the image`);
  const plain = pads
    .flat()
    .concat(extra)
    .every((n) => n === 0);
  const whole = rows.border + columns.border > 0 && plain ? unpaddedTranspose(node) : null;
  if (whole) {
    site.walking.nodes.push(...whole);
    return { ...flow, name: node.name, shape: [rows.size, columns.size, filters] };
  }
  const around: readonly [Pair, Pair] = [
    [rows.border, rows.border],
    [columns.border, columns.border],
  ];
  const from = padded(site, flow, around);
  const sides = [from.shape[0] * stride[0], from.shape[1] * stride[1], filters];
  const grown: Pair = [kernel[0] + rows.grown, kernel[1] + columns.grown];
  const part = {
    kind: 'conv2dTranspose',
    kernel: grown,
    stride,
    weights: enlarged(node, grown),
    bias,
    relu: false,
  } as const;
  return cropped(site, site.emit(from, part, sides), [rows.cut, columns.cut]);
}

/** The kernel with zeros behind its last rows and columns. */
function enlarged(
  { weights, kernel, bias, inputs }: NodeOf<'conv2dTranspose'>,
  [rows, columns]: Pair,
): Float32Array {
  const [tall, wide] = kernel;
  if (tall === rows && wide === columns) return weights;
  const channels = inputs[0][2];
  const made = new Float32Array(bias.length * rows * columns * channels);
  for (let f = 0; f < bias.length; f++)
    for (let y = 0; y < tall; y++) {
      const at = (f * tall + y) * wide * channels;
      made.set(weights.subarray(at, at + wide * channels), (f * rows + y) * columns * channels);
    }
  return made;
}

export function batchNorm(site: OnnxSite): Flow {
  const flow = site.flow(0);
  if (site.int('training_mode', 0) !== 0) return site.refuse('it normalizes as in training');
  if (flow.layout === 'last') return site.refuse('it normalizes something else than channels');
  const epsilon = site.float('epsilon', 1e-5);
  const [gamma, beta, mean, variance] = [1, 2, 3, 4].map((index) => site.weights(index));
  const channels = flow.layout === 'turned' ? volume(flow.shape) : channelsOf(flow);
  if (flow.layout === 'turned') return site.refuse('it normalizes numbers that were an image');
  if ([gamma, beta, mean, variance].some(({ length }) => length !== channels))
    return site.broken(
      `${site.label} has weights of [${[gamma, beta, mean, variance].map((w) => w.length).join(', ')}] for ${channels} channels`,
    );
  const factors = gamma.map((g, i) => g / Math.sqrt(variance[i] + epsilon));
  return site.affine(
    flow,
    factors,
    beta.map((b, i) => b - mean[i] * factors[i]),
  );
}
