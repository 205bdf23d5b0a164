// The TensorFlow Lite operators that graphs are made of, with the options of each. Numbers are the schema's.
import {
  applyRule,
  UnsupportedModelError,
  type GraphKind,
  type GraphNode,
  type NodeOf,
  type Rules,
  type WeightedNode,
} from '../../graph/graph';
import type { TfliteOperator } from '../formats/tflite';
import { EXAMPLE_NORM_EPSILON, type CurveFn } from '../../core/network';
import { CURVES } from '../../graph/curves';
import { perTensor, rawBytes, type OperatorKind, type TfliteAssembly } from './assemble';
import { CURVE_RECIPES, type Operand } from './curveRecipes';

const CODE = {
  add: 0,
  averagePool: 1,
  concat: 2,
  conv2d: 3,
  depthwiseConv2d: 4,
  dequantize: 6,
  fullyConnected: 9,
  maxPool: 17,
  mul: 18,
  relu: 19,
  reshape: 22,
  resizeBilinear: 23,
  softmax: 25,
  pad: 34,
  gather: 36,
  mean: 40,
  sub: 41,
  cast: 53,
  prelu: 54,
  slice: 65,
  transposeConv: 67,
  rsqrt: 76,
  resizeNearest: 97,
  leakyRelu: 98,
  squaredDifference: 99,
  mirrorPad: 100,
  quantize: 114,
} as const;

const OPTIONS = {
  conv2d: 1,
  depthwiseConv2d: 2,
  pool: 5,
  fullyConnected: 8,
  softmax: 9,
  concat: 10,
  add: 11,
  resizeBilinear: 15,
  gather: 23,
  reducer: 27,
  transposeConv: 49,
  resizeNearest: 74,
  leakyRelu: 75,
  mirrorPad: 77,
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
  /** Tensors of its weights and bias, or of other parameters; empty for a node without. */
  readonly weights: readonly number[];
  readonly arithmetic: Arithmetic;
  /** A value that it reads, in the scale of what it puts out. */
  readonly toOutputScale: (input: number, index: number) => number;
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

const pool =
  (code: number) =>
  (node: NodeOf<'averagePool' | 'maxPool'>, { a, inputs, arithmetic, output }: NodeSite): void => {
    const [height, width] = node.kernel;
    const [down, across] = node.stride;
    const sizes = [word(1, across), word(2, down), word(3, width), word(4, height), byte(5, 0)];
    const options = { type: OPTIONS.pool, fields: [byte(0, PADDING[node.padding]), ...sizes] };
    a.operator({ code, version: arithmetic === 'int8' ? 2 : 1, options }, [inputs[0]], output());
  };

/** Mean, variance and what follows, one operator each: the file format has no normalization of one example. */
function writeNorm(
  node: NodeOf<'exampleNorm'>,
  { a, inputs: [x], weights: [gamma, beta], output }: NodeSite,
): void {
  const { name, output: shape, over } = node;
  const axes = shape.map((_, i) => i + 1);
  const over1 = over === 'layer' ? axes : axes.slice(0, -1);
  const kept = shape.map((side, i) => (over1.includes(i + 1) ? 1 : side));
  const axis = a.ints(`${name}/axes`, over1);
  const step = (what: string, sides: readonly number[]): number =>
    a.value(`${name}/${what}`, sides, 'float32');
  const mean = { code: CODE.mean, version: 1, options: { type: OPTIONS.reducer, fields: [byte(0, 1)] } };
  const plain = (code: number) => ({ code, version: 1 });
  const middle = a.operator(mean, [x, axis], step('mean', kept));
  const squares = a.operator(plain(CODE.squaredDifference), [x, middle], step('squares', shape));
  const variance = a.operator(mean, [squares, axis], step('variance', kept));
  const epsilon = a.constant(
    `${name}/epsilon`,
    [1],
    'float32',
    rawBytes(Float32Array.of(EXAMPLE_NORM_EPSILON)),
  );
  const raised = a.operator(plain(CODE.add), [variance, epsilon], step('raised', kept));
  const scale = a.operator(plain(CODE.rsqrt), [raised], step('scale', kept));
  const centred = a.operator(plain(CODE.sub), [x, middle], step('centred', shape));
  const normal = a.operator(plain(CODE.mul), [centred, scale], step('normal', shape));
  const scaled = a.operator(plain(CODE.mul), [normal, gamma], step('scaled', shape));
  a.operator(plain(CODE.add), [scaled, beta], output());
}

/** @throws UnsupportedModelError naming a curve that has no full-integer form here */
function writeCurve({ name, fn, output: shape }: NodeOf<'curve'>, site: NodeSite): void {
  const { a, inputs, arithmetic, output } = site;
  const integers = arithmetic === 'int8';
  const steps = CURVE_RECIPES[fn];
  const made: number[] = [];
  const tensorOf = (operand: Operand, part: string): number => {
    if (operand === 'x') return inputs[0];
    if ('step' in operand) return made[operand.step];
    return a.constant(part, [1], 'float32', rawBytes(Float32Array.of(operand.number)));
  };
  for (const [i, { code, of, option, int8 }] of steps.entries()) {
    if (integers && !int8) throw noIntegerCurve(name, fn);
    const part = `${name}/${fn}_${i + 1}`;
    const operands = of.map((operand) => tensorOf(operand, `${part}/number`));
    const options = option && { type: option.type, fields: [option.field] };
    const between = () =>
      integers && int8?.made
        ? a.value(part, shape, 'int8', perTensor(int8.made))
        : a.value(part, shape, 'float32');
    const to = i === steps.length - 1 ? output() : between();
    made.push(a.operator({ code, version: integers ? (int8?.version ?? 1) : 1, options }, operands, to));
  }
}

const noIntegerCurve = (name: string, fn: CurveFn): UnsupportedModelError =>
  new UnsupportedModelError(
    `Layer ${name} is ${CURVES[fn].words}, for which TensorFlow Lite has no operator in full integers.`,
    'Choose C source or the native program, which hold it as a table, or int8 weights with float activations.',
  );

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
  reflectionPad: (node, { a, inputs, arithmetic, output }) => {
    const { top, bottom, left, right } = node;
    const paddings = a.ints(`${node.name}/paddings`, [0, 0, top, bottom, left, right, 0, 0], [4, 2]);
    const options = { type: OPTIONS.mirrorPad, fields: [byte(0, 0)] };
    const kind = { code: CODE.mirrorPad, version: arithmetic === 'int8' ? 2 : 1, options };
    a.operator(kind, [inputs[0], paddings], output());
  },
  crop: (node, { a, inputs, arithmetic, output }) => {
    const begin = a.ints(`${node.name}/begin`, [0, node.top, node.left, 0]);
    const size = a.ints(`${node.name}/size`, [1, ...node.output]);
    const kind = { code: CODE.slice, version: arithmetic === 'int8' ? 2 : 1 };
    a.operator(kind, [inputs[0], begin, size], output());
  },
  resize: (node, { a, inputs, output }) => {
    const size = a.ints(`${node.name}/size`, node.output.slice(0, 2));
    const options = { type: OPTIONS.resizeBilinear, fields: [byte(2, 0), byte(3, 1)] };
    a.operator({ code: CODE.resizeBilinear, version: 3, options }, [inputs[0], size], output());
  },
  averagePool: pool(CODE.averagePool),
  maxPool: pool(CODE.maxPool),
  add: (_, { a, inputs, arithmetic, output }) => {
    const options = { type: OPTIONS.add, fields: [byte(0, 0)] };
    a.operator({ code: CODE.add, version: arithmetic === 'int8' ? 2 : 1, options }, inputs, output());
  },
  concat: (node, { a, inputs, arithmetic, output, toOutputScale }) => {
    const fields = [word(0, node.output.length), byte(1, 0)];
    const kind = { code: CODE.concat, version: arithmetic === 'int8' ? 2 : 1 };
    const brought = inputs.map((input, i) => toOutputScale(input, i));
    a.operator({ ...kind, options: { type: OPTIONS.concat, fields } }, brought, output());
  },
  softmax: (node, site) => {
    const beta = { slot: 0, type: 'float32', value: 1, default: 0 } as const;
    ofTwo(CODE.softmax, { type: OPTIONS.softmax, fields: [beta] })(node, site);
  },
  prelu: (_, { a, inputs, weights: [slopes], output }) => {
    a.operator({ code: CODE.prelu, version: 1 }, [inputs[0], slopes], output());
  },
  exampleNorm: writeNorm,
  embedding: ({ name, output: [units] }, { a, inputs, weights: [table], output }) => {
    const asInt = a.value(`${name}/class`, [1], 'int32');
    a.operator({ code: CODE.cast, version: 1 }, [inputs[0]], asInt);
    const row = a.value(`${name}/row`, [1, units], 'float32');
    const options = { type: OPTIONS.gather, fields: [word(0, 0)] };
    a.operator({ code: CODE.gather, version: 1, options }, [table, asInt], row);
    const shape = a.ints(`${name}/shape`, [1, units]);
    a.operator({ code: CODE.reshape, version: 1 }, [row, shape], output());
  },
  relu: ofTwo(CODE.relu),
  curve: writeCurve,
  leakyRelu: (node, site) => {
    const alpha = { slot: 0, type: 'float32', value: node.alpha, default: 0 } as const;
    ofTwo(CODE.leakyRelu, { type: OPTIONS.leakyRelu, fields: [alpha] })(node, site);
  },
};

/** Appends the operators of a node. */
export const writeNode = (node: GraphNode, site: NodeSite): void => applyRule(WRITERS, node, site);

export const QUANTIZE: OperatorKind = { code: CODE.quantize, version: 1 };
/** From one scale to another. */
export const QUANTIZE_TO_QUANTIZED: OperatorKind = { code: CODE.quantize, version: 2 };
/** From int8 or float16 to float32. */
export const dequantize = (from: 'int8' | 'float16'): OperatorKind => ({
  code: CODE.dequantize,
  version: from === 'float16' ? 3 : 2,
});
