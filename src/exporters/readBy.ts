// Which programs read the files of each format and variant, with their versions: the one table that the page and the model
// card show. Versions of TensorFlow Lite follow from the operators (tflite/operatorVersions.ts); where a network needs newer
// ones, its card says so. Others are what the project's tests run, or what the programs' own sources take.
import type { FileReader } from '../core/fileReaders';

const LITERT: FileReader = { words: 'LiteRT 1 and 2, LiteRT.js 2.5' };
const ONNX: readonly FileReader[] = [
  { words: 'ONNX Runtime 1.8 or later (opset 13)' },
  { words: 'OpenVINO, TensorRT and other readers of opset 13' },
];
const lite = (version: string): FileReader => ({ words: `TensorFlow Lite ${version} or later` });
/** What files without a bias in their transposed convolutions take besides. */
const older = (words: string): FileReader => ({ words, only: { option: 'runtimes', value: 'older' } });
const ARM_NN = older('Arm NN 20.11 or later');
const MICRO: FileReader = { words: 'TensorFlow Lite Micro of 2021 or later' };
const BROWSERS: readonly FileReader[] = [
  {
    words: 'any browser with JavaScript; quickly where it has WebAssembly with SIMD (since 2023 all of them)',
  },
];
const TFJS: readonly FileReader[] = [{ words: 'TensorFlow.js 4 (tf.loadLayersModel)' }];

/** By format and variant. */
const READ_BY = {
  tflite: {
    'int8-float-io': [LITERT, lite('2.3'), older('TensorFlow Lite 2.2'), ARM_NN],
    int8: [MICRO, LITERT, lite('2.3'), older('TensorFlow Lite 2.2'), ARM_NN],
    'dynamic-int8': [LITERT, lite('2.4')],
    int4: [LITERT, lite('2.11')],
    float16: [LITERT, lite('2.3'), older('TensorFlow Lite 1.15')],
    float32: [LITERT, lite('2.3'), older('TensorFlow Lite 1.14'), ARM_NN],
  },
  'web-page': { 'weights-int8': BROWSERS, float16: BROWSERS, float32: BROWSERS },
  'tflite-array': { int8: [MICRO] },
  c: { int8: [{ words: 'any C99 compiler' }] },
  native: { int8: [{ words: 'ganvas-infer of a board bundle that was made with this version' }] },
  onnx: { float32: ONNX, float16: ONNX, int8: ONNX },
  tfjs: { float32: TFJS, float16: TFJS, uint16: TFJS, uint8: TFJS },
  keras: {
    h5: [{ words: 'Keras 2 and 3 (TensorFlow 2)' }],
    keras: [{ words: 'Keras 3' }],
  },
  pytorch: { npz: [{ words: 'PyTorch 1.13 or later with NumPy' }] },
} as const satisfies Readonly<Record<string, Readonly<Record<string, readonly FileReader[]>>>>;

export type FormatId = keyof typeof READ_BY;
export type VariantOf<F extends FormatId> = keyof (typeof READ_BY)[F] & string;

const BY_FORMAT: Readonly<Record<FormatId, Readonly<Record<string, readonly FileReader[]>>>> = READ_BY;

/** Who reads the files of a variant. */
export const readBy = <F extends FormatId>(format: F, variant: VariantOf<F>): readonly FileReader[] =>
  BY_FORMAT[format][variant];
