// The TensorFlow Lite operators that graphs are made of, with the options of each; every one takes as many examples as come in.
import {
  applyRule,
  type GraphKind,
  type GraphNode,
  type NodeOf,
  type Rules,
  type WeightedNode,
} from '../../graph/graph';
import { byte, CODE, dequantize, OPTIONS, PADDING, RELU, word, type Field, type Options } from './codes';
import { writeCurve } from './curves';
import { writeNorm, writePixelNorm } from './norms';
import type { NodeSite } from './site';
import { writeTransposed } from './transposed';

/** Masks of a strided slice: all examples and all channels. */
const WHOLE_ENDS = 0b1001;

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
  conv2dTranspose: writeTransposed,
  scaleShift: (node, site) =>
    depthwise([byte(0, PADDING.valid), word(1, 1), word(2, 1), word(3, 1), byte(4, fused(node))], site),
  reshape: (node, { a, inputs, output }) => {
    a.operator(...a.reshaping(node, inputs[0]), output());
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
  // SLICE keeps to the size that its output says, also when the input is resized.
  crop: ({ name, top, left, output: [rows, columns] }, { a, inputs, arithmetic, output }) => {
    const begin = a.ints(`${name}/begin`, [0, top, left, 0]);
    const end = a.ints(`${name}/end`, [0, top + rows, left + columns, 0]);
    const step = a.ints(`${name}/step`, [1, 1, 1, 1]);
    const fields = [word(0, WHOLE_ENDS), word(1, WHOLE_ENDS)];
    const options = { type: OPTIONS.stridedSlice, fields };
    const kind = { code: CODE.stridedSlice, version: arithmetic === 'int8' ? 2 : 1, options };
    a.operator(kind, [inputs[0], begin, end, step], output());
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
  pixelNorm: writePixelNorm,
  embedding: ({ name, output: [units] }, { a, inputs, weights: [table], arithmetic, output, like }) => {
    const isInteger = arithmetic === 'int8';
    const counted = isInteger
      ? a.operator(dequantize('int8'), [inputs[0]], a.value(`${name}/float`, [1], 'float32'))
      : inputs[0];
    const asInt = a.value(`${name}/class`, [1], 'int32');
    a.operator({ code: CODE.cast, version: 1 }, [counted], asInt);
    const row = like(`${name}/row`, [1, units]);
    const options = { type: OPTIONS.gather, fields: [word(0, 0)] };
    a.operator({ code: CODE.gather, version: isInteger ? 2 : 1, options }, [table, asInt], row);
    a.operator(...a.reshaping({ name, output: [units] }, row), output());
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
