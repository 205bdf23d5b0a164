// What each operator of an .onnx file is here, by its name.
import type { OnnxTensor } from './tensor';
import { batchNorm, conv, convTranspose, gemm, matMul } from './kernels';
import { instanceNorm, layerNorm } from './norms';
import * as plain from './plain';
import * as shapes from './shapes';
import type { OnnxSite } from './site';
import type { Flow } from './values';

/** The value that an operator makes, or what is worked out from a value's shape. */
export type OnnxRule = (site: OnnxSite) => Flow | OnnxTensor;

function gelu(site: OnnxSite): Flow {
  return plain.curve(site.text('approximate', 'none') === 'tanh' ? 'geluTanh' : 'gelu')(site);
}

/** What operators do that have no counterpart here. */
const IN_WORDS: readonly (readonly [op: RegExp, words: string])[] = [
  [/^(HardSwish|Mish)$/, 'multiplies a value with a curve of itself'],
  [/^(RNN|LSTM|GRU)$/, 'is recurrent'],
  [/Attention/, 'pays attention to other values'],
  [/^(If|Loop|Scan|SequenceMap)$/, 'decides while it runs'],
  [/^Random|^Bernoulli$|^Multinomial$/, 'draws random numbers of its own'],
  [
    /^(Exp|Log|Sqrt|Pow|Abs|Erf|Sin|Cos|Reciprocal|Reduce\w+)$/,
    'computes a step of something that is not known as a whole',
  ],
  [/^(Where|Less|Greater|Equal|And|Or|Not)/, 'compares values'],
  [
    /^(GroupNormalization|LpNormalization|LRN|MeanVarianceNormalization)$/,
    'normalizes otherwise than layers here',
  ],
  [/\./, 'is no operator of ONNX itself'],
];

/** Why an operator is not read, in words. */
export function unknownOperator(op: string): string {
  const words = IN_WORDS.find(([pattern]) => pattern.test(op))?.[1];
  return `there is no such operator here${words === undefined ? '' : `; it ${words}`}`;
}

export const RULES: Readonly<Record<string, OnnxRule>> = {
  Gemm: gemm,
  MatMul: matMul,
  Conv: conv,
  ConvTranspose: convTranspose,
  BatchNormalization: batchNorm,
  InstanceNormalization: instanceNorm,
  LayerNormalization: layerNorm,
  Relu: plain.relu,
  LeakyRelu: plain.leakyRelu,
  PRelu: plain.prelu,
  Elu: plain.elu,
  Selu: plain.selu,
  Gelu: gelu,
  Swish: plain.curve('swish'),
  Softplus: plain.curve('softplus'),
  Sigmoid: plain.curve('sigmoid'),
  HardSigmoid: plain.hardSigmoid,
  Tanh: plain.curve('tanh'),
  Softmax: plain.softmax,
  Clip: plain.clip,
  Add: plain.sum(1),
  Sub: plain.sum(-1),
  Sum: plain.sumOfAll,
  Mul: plain.product,
  Div: plain.quotient,
  Neg: plain.negative,
  AveragePool: plain.pool('averagePool'),
  MaxPool: plain.pool('maxPool'),
  GlobalAveragePool: plain.globalPool,
  Resize: plain.resize,
  Upsample: plain.resize,
  Gather: plain.gather,
  Identity: plain.pass,
  Dropout: plain.pass,
  Cast: plain.pass,
  QuantizeLinear: plain.pass,
  DequantizeLinear: plain.pass,
  Shape: shapes.shape,
  Reshape: shapes.reshape,
  Flatten: shapes.flatten,
  Squeeze: shapes.squeeze,
  Unsqueeze: shapes.unsqueeze,
  Transpose: shapes.turn,
  Slice: shapes.slice,
  Pad: shapes.pad,
  Concat: shapes.concat,
  DepthToSpace: shapes.depthToSpace,
};
