// One TensorFlow Lite operator after the other as layers with their weights in the engine's layout.
import { transpose } from '../../graph/kernelLayouts';
import { volume, type PaddingMode } from '../../core/network';
import type { LayerWeights, NetworkAssembly } from '../assembly';
import { DamagedModelError, UnsupportedLayerError } from '../../readers/errors';
import { addTransposed } from '../transposed';
import { constantInts, type LiteOperator, type LiteTensor } from './model';

export const CODE = {
  add: 0,
  conv2d: 3,
  depthwiseConv2d: 4,
  dequantize: 6,
  fullyConnected: 9,
  logistic: 14,
  mul: 18,
  relu: 19,
  reshape: 22,
  tanh: 28,
  pad: 34,
  sub: 41,
  tile: 69,
  expandDims: 70,
  transposeConv: 67,
  resizeNearest: 97,
  leakyRelu: 98,
  squeeze: 43,
} as const;

const NAMES: Readonly<Record<number, string>> = {
  0: 'ADD',
  1: 'AVERAGE_POOL_2D',
  2: 'CONCATENATION',
  3: 'CONV_2D',
  4: 'DEPTHWISE_CONV_2D',
  6: 'DEQUANTIZE',
  7: 'EMBEDDING_LOOKUP',
  9: 'FULLY_CONNECTED',
  14: 'LOGISTIC',
  17: 'MAX_POOL_2D',
  18: 'MUL',
  19: 'RELU',
  21: 'RELU6',
  22: 'RESHAPE',
  23: 'RESIZE_BILINEAR',
  25: 'SOFTMAX',
  28: 'TANH',
  32: 'CUSTOM',
  34: 'PAD',
  36: 'GATHER',
  39: 'TRANSPOSE',
  40: 'MEAN',
  41: 'SUB',
  42: 'DIV',
  67: 'TRANSPOSE_CONV',
  69: 'TILE',
  97: 'RESIZE_NEAREST_NEIGHBOR',
  98: 'LEAKY_RELU',
  114: 'QUANTIZE',
  117: 'HARD_SWISH',
  126: 'BATCH_MATMUL',
};

export const SUPPORTED_OPERATORS =
  'Operators that can be opened: FULLY_CONNECTED, CONV_2D, DEPTHWISE_CONV_2D, TRANSPOSE_CONV, RESIZE_NEAREST_NEIGHBOR, RESIZE_BILINEAR, RESHAPE, PAD, MIRROR_PAD, STRIDED_SLICE, pools, ADD, CONCATENATION, SOFTMAX, PRELU, RELU, LEAKY_RELU, TANH, LOGISTIC; in a chain with float activations also MUL, ADD and SUB by channel.';

export const operatorLabel = ({ code, custom }: LiteOperator, name: string): string =>
  `${name || 'without a name'} (${custom || (NAMES[code] ?? `operator ${code}`)})`;

/** What an operator is made from. */
export interface OperatorSite {
  readonly assembly: NetworkAssembly;
  readonly operator: LiteOperator;
  readonly label: string;
  /** Index of the tensor that the data come in by. */
  readonly at: number;
  readonly made: LiteTensor;
  readonly walk: {
    tensor(index: number): LiteTensor;
    isConstant(index: number): boolean;
    values(index: number): Float32Array;
  };
}

const refuse = ({ label }: OperatorSite, problem: string): never => {
  throw new UnsupportedLayerError(label, problem, SUPPORTED_OPERATORS);
};

const option = ({ operator }: OperatorSite, slot: number, standard = 0): number =>
  operator.options?.i8(slot, standard) ?? standard;
const wide = ({ operator }: OperatorSite, slot: number, standard = 0): number =>
  operator.options?.i32(slot, standard) ?? standard;

const paddingOf = (site: OperatorSite): PaddingMode => (option(site, 0) === 0 ? 'same' : 'valid');

function strideOf(site: OperatorSite): number {
  const [width, height] = [wide(site, 1), wide(site, 2)];
  return width === height && width > 0 ? width : refuse(site, `its stride is ${height} x ${width}`);
}

/** Activations that operators carry along, by the schema's number. */
function addFused(site: OperatorSite, slot: number): void {
  const number = option(site, slot);
  const { assembly, label } = site;
  if (number === 1) assembly.add({ kind: 'activation', fn: 'relu' }, label);
  else if (number === 4) assembly.add({ kind: 'activation', fn: 'tanh' }, label);
  else if (number !== 0) refuse(site, `its activation is number ${number}`);
}

/** Weights with their shape, which must have four sides and a square kernel. */
function filters(
  site: OperatorSite,
  index: number,
): { readonly values: Float32Array; readonly shape: readonly number[]; readonly kernel: number } {
  if (!site.walk.isConstant(index)) return refuse(site, 'its weights are computed');
  const { shape } = site.walk.tensor(index);
  if (shape.length !== 4 || shape[1] !== shape[2])
    return refuse(site, `its weights are [${shape.join(', ')}]`);
  return { values: site.walk.values(index), shape, kernel: shape[1] };
}

function withBias(
  { operator, walk }: OperatorSite,
  slot: number,
  kernel: Float32Array,
): LayerWeights & { readonly kernel: Float32Array } {
  const index = operator.inputs[slot] ?? -1;
  return index < 0 ? { kernel } : { kernel, bias: walk.values(index) };
}

const biasFlag = (weights: LayerWeights) => (weights.bias ? {} : { useBias: false });

function fullyConnected(site: OperatorSite): void {
  const { assembly, operator, label, walk } = site;
  if (!walk.isConstant(operator.inputs[1])) refuse(site, 'its weights are computed');
  const { shape } = walk.tensor(operator.inputs[1]);
  if (shape.length !== 2) refuse(site, `its weights are [${shape.join(', ')}]`);
  const [units, inputs] = shape;
  const matrix = transpose(walk.values(operator.inputs[1]), [units, inputs], [1, 0]);
  const weights = withBias(site, 2, matrix);
  if (assembly.shape.length !== 1) assembly.add({ kind: 'flatten' }, label);
  assembly.add({ kind: 'dense', units, ...biasFlag(weights) }, label, weights);
  addFused(site, 0);
}

function conv2d(site: OperatorSite): void {
  const { assembly, operator, label } = site;
  const { values, shape, kernel } = filters(site, operator.inputs[1]);
  if (wide(site, 4, 1) !== 1 || wide(site, 5, 1) !== 1) refuse(site, 'it is dilated');
  if (shape[3] !== assembly.shape[2])
    refuse(site, `it takes ${shape[3]} of ${assembly.shape[2] ?? 0} channels`);
  const weights = withBias(site, 2, transpose(values, shape, [1, 2, 3, 0]));
  const layer = {
    kind: 'conv2d',
    filters: shape[0],
    kernel,
    stride: strideOf(site),
    padding: paddingOf(site),
  } as const;
  assembly.add({ ...layer, ...biasFlag(weights) }, label, weights);
  addFused(site, 3);
}

function depthwise(site: OperatorSite): void {
  const { assembly, operator, label } = site;
  const { values, shape, kernel } = filters(site, operator.inputs[1]);
  if (wide(site, 5, 1) !== 1 || wide(site, 6, 1) !== 1) refuse(site, 'it is dilated');
  if (shape[3] !== assembly.shape[2])
    refuse(site, `it makes ${shape[3]} of ${assembly.shape[2] ?? 0} channels`);
  const stride = strideOf(site);
  const weights = withBias(site, 2, values);
  if (kernel === 1 && stride === 1) addScale(site, values, weights.bias ?? new Float32Array(shape[3]));
  else if (paddingOf(site) === 'same')
    assembly.add({ kind: 'depthwiseConv2d', kernel, stride, ...biasFlag(weights) }, label, weights);
  else refuse(site, 'it has no padding');
  addFused(site, 4);
}

function transposeConv(site: OperatorSite): void {
  const { assembly, operator, label } = site;
  const { values, shape, kernel } = filters(site, operator.inputs[1]);
  const [outputs, , , channels] = shape;
  const weights = withBias(site, 3, transpose(values, shape, [1, 2, 0, 3]));
  if (channels !== assembly.shape[2])
    refuse(site, `it takes ${channels} of ${assembly.shape[2] ?? 0} channels`);
  const layer = { filters: outputs, kernel, stride: strideOf(site), padding: paddingOf(site) };
  addTransposed(assembly, label, layer, weights, SUPPORTED_OPERATORS);
  addFused(site, 3);
}

/** A factor and an addend per channel: a batch norm that has no statistics left. */
function addScale({ assembly, label }: OperatorSite, gamma: Float32Array, beta: Float32Array): void {
  const movingMean = new Float32Array(gamma.length);
  const movingVariance = new Float32Array(gamma.length).fill(1);
  assembly.add({ kind: 'batchNorm', momentum: 0.99, epsilon: 0 }, label, {
    gamma,
    beta,
    movingMean,
    movingVariance,
  });
}

function byChannel(site: OperatorSite): void {
  const { assembly, operator, walk, at } = site;
  const constant = operator.inputs.find((index) => index !== at) ?? -1;
  if (!walk.isConstant(constant)) refuse(site, 'it joins two branches');
  const channels = assembly.shape[assembly.shape.length - 1];
  const values = walk.values(constant);
  if (values.length !== 1 && values.length !== channels)
    refuse(site, `it has ${values.length} values for ${channels} channels`);
  const each = Float32Array.from({ length: channels }, (_, i) => values[values.length === 1 ? 0 : i]);
  const [zeros, ones] = [new Float32Array(channels), new Float32Array(channels).fill(1)];
  if (operator.code === CODE.mul) addScale(site, each, zeros);
  else if (operator.code === CODE.add) addScale(site, ones, each);
  else if (operator.inputs[0] === at)
    addScale(
      site,
      ones,
      each.map((v) => -v),
    );
  else
    addScale(
      site,
      ones.map(() => -1),
      each,
    );
  addFused(site, 0);
}

function resize(site: OperatorSite): void {
  const { assembly, operator, label, walk } = site;
  if (option(site, 0) !== 0) refuse(site, 'it aligns corners');
  const [height, width] = constantInts(walk.tensor(operator.inputs[1]));
  const [h, w] = assembly.shape;
  const times = Math.log2(height / h);
  if (height / h !== width / w || !Number.isInteger(times) || times < 0)
    refuse(site, `it makes ${height} x ${width} of ${h} x ${w}; sides may be doubled`);
  for (let i = 0; i < times; i++) assembly.add({ kind: 'upsample' }, label);
}

function pad(site: OperatorSite): void {
  const { assembly, operator, label, walk } = site;
  const amounts = constantInts(walk.tensor(operator.inputs[1]));
  const [top, bottom, left, right] = amounts.slice(2);
  const others = [...amounts.slice(0, 2), ...amounts.slice(6)];
  if (amounts.length !== 8 || others.some((amount) => amount !== 0) || amounts.some((amount) => amount < 0))
    refuse(site, `it pads by [${amounts.join(', ')}]`);
  assembly.add({ kind: 'zeroPad', top, bottom, left, right }, label);
}

function reshape({ assembly, label, made }: OperatorSite): void {
  const shape = made.shape.slice(1);
  if (volume(shape) !== volume(assembly.shape))
    throw new DamagedModelError(`${label} makes [${shape.join(', ')}] of [${assembly.shape.join(', ')}]`);
  assembly.add({ kind: 'reshape', shape }, label);
}

const OPERATORS: Readonly<Record<number, (site: OperatorSite) => void>> = {
  [CODE.add]: byChannel,
  [CODE.sub]: byChannel,
  [CODE.mul]: byChannel,
  [CODE.conv2d]: conv2d,
  [CODE.depthwiseConv2d]: depthwise,
  [CODE.fullyConnected]: fullyConnected,
  [CODE.transposeConv]: transposeConv,
  [CODE.resizeNearest]: resize,
  [CODE.pad]: pad,
  [CODE.reshape]: reshape,
  [CODE.squeeze]: reshape,
  [CODE.expandDims]: reshape,
  [CODE.relu]: ({ assembly, label }) => assembly.add({ kind: 'activation', fn: 'relu' }, label),
  [CODE.tanh]: ({ assembly, label }) => assembly.add({ kind: 'activation', fn: 'tanh' }, label),
  [CODE.logistic]: ({ assembly, label }) => assembly.add({ kind: 'activation', fn: 'sigmoid' }, label),
  [CODE.leakyRelu]: ({ assembly, label, operator }) =>
    assembly.add({ kind: 'activation', fn: 'leakyRelu', alpha: operator.options?.f32(0) ?? 0 }, label),
};

/** @throws UnsupportedLayerError, DamagedModelError, OversizedModelError */
export function addOperator(site: OperatorSite): void {
  const add = OPERATORS[site.operator.code];
  if (add) add(site);
  else refuse(site, 'there is no such operator here');
}
