// The TensorFlow Lite operators that graphs are made of, with the options of each. Numbers are the schema's.
import {
  applyRule,
  type GraphKind,
  type GraphNode,
  type NodeOf,
  type Rules,
  type WeightedNode,
} from '../../graph/graph';
import type { TfliteOperator } from '../formats/tflite';
import type { OperatorKind, TfliteAssembly } from './assemble';

const CODE = {
  conv2d: 3,
  depthwiseConv2d: 4,
  dequantize: 6,
  fullyConnected: 9,
  logistic: 14,
  relu: 19,
  reshape: 22,
  tanh: 28,
  pad: 34,
  transposeConv: 67,
  resizeNearest: 97,
  leakyRelu: 98,
  quantize: 114,
} as const;

const OPTIONS = {
  conv2d: 1,
  depthwiseConv2d: 2,
  fullyConnected: 8,
  transposeConv: 49,
  resizeNearest: 74,
  leakyRelu: 75,
} as const;

type Options = NonNullable<TfliteOperator['options']>;
type Field = Options['fields'][number];

const byte = (slot: number, value: number): Field => ({ slot, type: 'int8', value, default: 0 });
const word = (slot: number, value: number, standard = 0): Field => ({
  slot,
  type: 'int32',
  value,
  default: standard,
});

const PADDING = { same: 0, valid: 1 } as const;
const RELU = 1;

/** What numbers an operator works on: versions differ. `hybrid` is float activations with integer weights. */
export type Arithmetic = 'float' | 'hybrid' | 'int8' | 'int4';

/** Where a node is written. */
export interface NodeSite {
  readonly a: TfliteAssembly;
  /** Tensors of what it reads. */
  readonly inputs: readonly number[];
  /** Tensors of its weights and bias; empty for a node without. */
  readonly weights: readonly number[];
  readonly arithmetic: Arithmetic;
  /** Makes the tensor of what it puts out. */
  readonly output: () => number;
}

const fused = ({ relu }: WeightedNode): number => (relu ? RELU : 0);
const strides = ({ stride: [height, width] }: NodeOf<'conv2d' | 'depthwiseConv2d' | 'conv2dTranspose'>) => [
  word(1, width),
  word(2, height),
];
const ofTwo =
  (code: number, options?: Options) =>
  (_: GraphNode, { a, inputs, arithmetic, output }: NodeSite): void => {
    const kind = { code, version: arithmetic === 'int8' ? 2 : 1, options };
    a.operator(kind, [inputs[0]], output());
  };

function depthwise(fields: Field[], { a, inputs, weights, arithmetic, output }: NodeSite): void {
  const options = { type: OPTIONS.depthwiseConv2d, fields };
  const kind = { code: CODE.depthwiseConv2d, version: arithmetic === 'int8' ? 3 : 1, options };
  a.operator(kind, [...inputs, ...weights], output());
}

const WRITERS: Rules<GraphKind, [NodeSite], void> = {
  dense: (node, { a, inputs, weights, arithmetic, output }) => {
    const asymmetric = arithmetic === 'hybrid' ? 1 : 0;
    const options = { type: OPTIONS.fullyConnected, fields: [byte(0, fused(node)), byte(3, asymmetric)] };
    const version = { float: 1, hybrid: 9, int8: 4, int4: 10 }[arithmetic];
    a.operator({ code: CODE.fullyConnected, version, options }, [...inputs, ...weights], output());
  },
  conv2d: (node, { a, inputs, weights, arithmetic, output }) => {
    const fields = [byte(0, PADDING[node.padding]), ...strides(node), byte(3, fused(node))];
    const version = { float: 1, hybrid: 5, int8: 3, int4: 7 }[arithmetic];
    const options = { type: OPTIONS.conv2d, fields };
    a.operator({ code: CODE.conv2d, version, options }, [...inputs, ...weights], output());
  },
  depthwiseConv2d: (node, site) =>
    depthwise([byte(0, PADDING.same), ...strides(node), word(3, 1), byte(4, fused(node))], site),
  conv2dTranspose: (node, { a, inputs, weights: [kernel, bias], arithmetic, output }) => {
    // In int8 a rectifier is the saturation at the zero point -128; older runtimes know no fused one here.
    const act = arithmetic === 'int8' ? 0 : fused(node);
    const fields = [byte(0, PADDING.same), ...strides(node), byte(3, act)];
    const options = { type: OPTIONS.transposeConv, fields };
    const shape = a.ints(`${node.name}/shape`, [1, ...node.output]);
    const kind = { code: CODE.transposeConv, version: act ? 4 : 3, options };
    a.operator(kind, [shape, kernel, inputs[0], bias], output());
  },
  scaleShift: (node, site) =>
    depthwise([byte(0, PADDING.valid), word(1, 1), word(2, 1), word(3, 1), byte(4, fused(node))], site),
  reshape: (node, { a, inputs, output }) => {
    const shape = a.ints(`${node.name}/shape`, [1, ...node.output]);
    a.operator({ code: CODE.reshape, version: 1 }, [inputs[0], shape], output());
  },
  upsample: (node, { a, inputs, arithmetic, output }) => {
    const options = { type: OPTIONS.resizeNearest, fields: [byte(0, 0)] };
    const size = a.ints(`${node.name}/size`, node.output.slice(0, 2));
    const kind = { code: CODE.resizeNearest, version: arithmetic === 'int8' ? 2 : 1, options };
    a.operator(kind, [inputs[0], size], output());
  },
  zeroPad: ({ name, top, bottom, left, right }, { a, inputs, arithmetic, output }) => {
    const paddings = a.ints(`${name}/paddings`, [0, 0, top, bottom, left, right, 0, 0], [4, 2]);
    const kind = { code: CODE.pad, version: arithmetic === 'int8' ? 2 : 1 };
    a.operator(kind, [inputs[0], paddings], output());
  },
  relu: ofTwo(CODE.relu),
  tanh: ofTwo(CODE.tanh),
  sigmoid: ofTwo(CODE.logistic),
  leakyRelu: (node, site) => {
    const alpha = { slot: 0, type: 'float32', value: node.alpha, default: 0 } as const;
    ofTwo(CODE.leakyRelu, { type: OPTIONS.leakyRelu, fields: [alpha] })(node, site);
  },
};

/** Appends the operators of a node. */
export const writeNode = (node: GraphNode, site: NodeSite): void => applyRule(WRITERS, node, site);

export const QUANTIZE: OperatorKind = { code: CODE.quantize, version: 1 };
/** From int8 or float16 to float32. */
export const dequantize = (from: 'int8' | 'float16'): OperatorKind => ({
  code: CODE.dequantize,
  version: from === 'float16' ? 3 : 2,
});
