// The TensorFlow Lite operators that graphs are made of, with the options of each. Numbers are the schema's.
import type { GraphNode, WeightedNode } from '../../graph/graph';
import type { TfliteOperator } from '../formats/tflite';

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
  pad: 22,
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

export interface OperatorKind {
  readonly code: number;
  readonly version: number;
  readonly options?: Options;
}

/** What one kind of weighted node is as an operator. */
export function weightedOperator(node: WeightedNode, arithmetic: Arithmetic): OperatorKind {
  const act = node.relu ? RELU : 0;
  switch (node.kind) {
    case 'dense': {
      const asymmetric = arithmetic === 'hybrid' ? 1 : 0;
      const options = { type: OPTIONS.fullyConnected, fields: [byte(0, act), byte(3, asymmetric)] };
      return {
        code: CODE.fullyConnected,
        version: { float: 1, hybrid: 9, int8: 4, int4: 10 }[arithmetic],
        options,
      };
    }
    case 'conv2d': {
      const fields = [
        byte(0, PADDING[node.padding]),
        word(1, node.stride),
        word(2, node.stride),
        byte(3, act),
      ];
      const options = { type: OPTIONS.conv2d, fields };
      return { code: CODE.conv2d, version: { float: 1, hybrid: 5, int8: 3, int4: 7 }[arithmetic], options };
    }
    case 'depthwiseConv2d': {
      const { stride } = node;
      const fields = [byte(0, PADDING.same), word(1, stride), word(2, stride), word(3, 1), byte(4, act)];
      const options = { type: OPTIONS.depthwiseConv2d, fields };
      return { code: CODE.depthwiseConv2d, version: arithmetic === 'int8' ? 3 : 1, options };
    }
    case 'conv2dTranspose': {
      // In int8 a rectifier is the saturation at the zero point -128; older runtimes know no fused one here.
      const fused = arithmetic === 'int8' ? 0 : act;
      const fields = [byte(0, PADDING.same), word(1, node.stride), word(2, node.stride), byte(3, fused)];
      return {
        code: CODE.transposeConv,
        version: fused ? 4 : 3,
        options: { type: OPTIONS.transposeConv, fields },
      };
    }
    case 'scaleShift': {
      const fields = [byte(0, PADDING.valid), word(1, 1), word(2, 1), word(3, 1), byte(4, act)];
      const options = { type: OPTIONS.depthwiseConv2d, fields };
      return { code: CODE.depthwiseConv2d, version: arithmetic === 'int8' ? 3 : 1, options };
    }
  }
}

/** What a node without weights is as an operator. */
export function plainOperator(
  node: Exclude<GraphNode, WeightedNode>,
  arithmetic: 'float' | 'int8',
): OperatorKind {
  const int8 = arithmetic === 'int8';
  switch (node.kind) {
    case 'reshape':
      return { code: CODE.reshape, version: 1 };
    case 'upsample':
      return {
        code: CODE.resizeNearest,
        version: int8 ? 2 : 1,
        options: { type: OPTIONS.resizeNearest, fields: [byte(0, 0)] },
      };
    case 'zeroPad':
      return { code: CODE.pad, version: int8 ? 2 : 1 };
    case 'relu':
      return { code: CODE.relu, version: int8 ? 2 : 1 };
    case 'tanh':
      return { code: CODE.tanh, version: int8 ? 2 : 1 };
    case 'sigmoid':
      return { code: CODE.logistic, version: int8 ? 2 : 1 };
    case 'leakyRelu': {
      const alpha = { slot: 0, type: 'float32', value: node.alpha, default: 0 } as const;
      return {
        code: CODE.leakyRelu,
        version: int8 ? 2 : 1,
        options: { type: OPTIONS.leakyRelu, fields: [alpha] },
      };
    }
  }
}

export const QUANTIZE: OperatorKind = { code: CODE.quantize, version: 1 };
/** From int8 or float16 to float32. */
export const dequantize = (from: 'int8' | 'float16'): OperatorKind => ({
  code: CODE.dequantize,
  version: from === 'float16' ? 3 : 2,
});

/** Shape that the weights of a node have in the file, and the axis that counts output channels. */
export function weightLayout(node: WeightedNode): {
  readonly shape: readonly number[];
  readonly axis: number;
} {
  const outputs = node.bias.length;
  switch (node.kind) {
    case 'dense':
      return { shape: [outputs, node.weights.length / outputs], axis: 0 };
    case 'conv2d':
    case 'conv2dTranspose':
      return { shape: [outputs, node.kernel, node.kernel, node.input[2]], axis: 0 };
    case 'depthwiseConv2d':
      return { shape: [1, node.kernel, node.kernel, outputs], axis: 3 };
    case 'scaleShift':
      return { shape: [1, 1, 1, outputs], axis: 3 };
  }
}

/** Where in the node's weights the number at a place of the file stands; null where both have one order. */
export function weightPlace(node: WeightedNode): ((at: number) => number) | null {
  if (node.kind !== 'depthwiseConv2d') return null;
  const channels = node.bias.length;
  const taps = node.kernel ** 2;
  return (at) => (at % channels) * taps + Math.floor(at / channels);
}
