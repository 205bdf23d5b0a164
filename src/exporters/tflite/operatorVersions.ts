// Which TensorFlow Lite first had each operator in each version that is written here. By TensorFlow's own list:
// https://github.com/tensorflow/tensorflow/blob/master/tensorflow/lite/tools/versioning/runtime_version.cc
import type { TfliteModel } from '../formats/tflite';

/** By BuiltinOperator and version of the operator. */
const FIRST = new Map<number, Readonly<Record<number, string>>>([
  [0, { 1: '1.5', 2: '1.14' }], // ADD
  [1, { 1: '1.5', 2: '1.14' }], // AVERAGE_POOL_2D
  [2, { 1: '1.5', 2: '1.14' }], // CONCATENATION
  [3, { 1: '1.5', 3: '1.14', 5: '2.4', 7: '2.11' }], // CONV_2D
  [4, { 1: '1.5', 3: '1.14' }], // DEPTHWISE_CONV_2D
  [6, { 2: '1.14', 3: '1.15' }], // DEQUANTIZE
  [9, { 1: '1.5', 4: '1.14', 9: '2.3', 10: '2.11' }], // FULLY_CONNECTED
  [14, { 1: '1.14', 2: '1.14' }], // LOGISTIC
  [17, { 1: '1.5', 2: '1.14' }], // MAX_POOL_2D
  [18, { 1: '1.5', 2: '1.14' }], // MUL
  [19, { 1: '1.5', 2: '2.1' }], // RELU
  [21, { 1: '1.5', 2: '1.14' }], // RELU6
  [22, { 1: '1.5' }], // RESHAPE
  [23, { 3: '2.2' }], // RESIZE_BILINEAR
  [25, { 1: '1.5', 2: '1.14' }], // SOFTMAX
  [28, { 1: '1.14', 2: '1.14' }], // TANH
  [34, { 1: '1.5', 2: '1.14' }], // PAD
  [36, { 1: '1.6', 2: '1.14' }], // GATHER
  [40, { 1: '1.6' }], // MEAN
  [41, { 1: '1.6' }], // SUB
  [45, { 1: '1.6', 2: '1.14' }], // STRIDED_SLICE
  [47, { 1: '1.7' }], // EXP
  [53, { 1: '1.5' }], // CAST
  [54, { 1: '1.8' }], // PRELU
  [59, { 1: '1.9' }], // NEG
  [67, { 1: '1.9', 2: '2.2', 3: '2.3' }], // TRANSPOSE_CONV
  [73, { 1: '1.14' }], // LOG
  [76, { 1: '1.10' }], // RSQRT
  [77, { 1: '1.10' }], // SHAPE
  [97, { 1: '1.13', 2: '1.14' }], // RESIZE_NEAREST_NEIGHBOR
  [98, { 1: '1.13', 2: '2.3' }], // LEAKY_RELU
  [99, { 1: '1.13' }], // SQUARED_DIFFERENCE
  [100, { 1: '1.13', 2: '2.3' }], // MIRROR_PAD
  [101, { 1: '1.13' }], // ABS
  [111, { 1: '1.14' }], // ELU
  [114, { 1: '1.14', 2: '1.15' }], // QUANTIZE
  [150, { 1: '2.9', 2: '2.9' }], // GELU
]);

const parts = (version: string): number =>
  version.split('.').reduce((sum, part) => 1000 * sum + Number(part), 0);

/** The oldest TensorFlow Lite that has every operator of a file, for example `2.3`. */
export const oldestTensorFlow = ({ operators }: TfliteModel): string =>
  operators.reduce((oldest, { code, version }) => {
    const first = FIRST.get(code)?.[version];
    if (!first)
      throw new TypeError(`no version of TensorFlow Lite is known for operator ${code}, version ${version}`);
    return parts(first) > parts(oldest) ? first : oldest;
  }, '1.5');
