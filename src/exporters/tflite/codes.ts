// Numbers of the TensorFlow Lite schema: operators, their options, and fields of options.
import type { TfliteOperator } from '../formats/tflite';
import type { OperatorKind } from './assemble';

export const CODE = {
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
  resizeBilinear: 23,
  softmax: 25,
  pad: 34,
  gather: 36,
  mean: 40,
  sub: 41,
  stridedSlice: 45,
  cast: 53,
  prelu: 54,
  slice: 65,
  transposeConv: 67,
  rsqrt: 76,
  shape: 77,
  resizeNearest: 97,
  leakyRelu: 98,
  squaredDifference: 99,
  mirrorPad: 100,
  quantize: 114,
} as const;

export const OPTIONS = {
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
  stridedSlice: 32,
  shape: 55,
  transposeConv: 49,
  resizeNearest: 74,
  leakyRelu: 75,
  mirrorPad: 77,
} as const;

export type Options = NonNullable<TfliteOperator['options']>;
export type Field = Options['fields'][number];

export const byte = (slot: number, value: number): Field => ({ slot, type: 'int8', value, default: 0 });
export const word = (slot: number, value: number, standard = 0): Field => ({
  slot,
  type: 'int32',
  value,
  default: standard,
});

export const PADDING = { same: 0, valid: 1 } as const;
/** A rectifier that an operator carries. */
export const RELU = 1;

export const QUANTIZE: OperatorKind = { code: CODE.quantize, version: 1 };
/** From one scale to another. */
export const QUANTIZE_TO_QUANTIZED: OperatorKind = { code: CODE.quantize, version: 2 };
/** From int8 or float16 to float32. */
export const dequantize = (from: 'int8' | 'float16'): OperatorKind => ({
  code: CODE.dequantize,
  version: from === 'float16' ? 3 : 2,
});
