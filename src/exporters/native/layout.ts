// What stands where in `model.bin`, for whoever writes it and whoever reads it back. Little endian:
//   header, 64 bytes: "GANVAS1\0" to "GANVAS4\0", bytes of the file, CRC-32 of what follows at 16, steps, latent, classes, scale (float32)
//     and zero point of the input, height, width, channels, bytes of arena, place of the meanings or 0, place of what it says of pictures or 0, zeros
//   steps: the words of a step (board/native/step.h), the first 24 of them, or from GANVAS2 on all 27; what joins no values
//     is written as GANVAS1, which programs before branches read too; what names pictures is GANVAS3, its image 1 x 1 x classes
//   numbers: each array at a multiple of four
//   meanings, which the program that draws passes over: of each step the scale of its output (float32), the number of the
//     function that its table holds, and the slope of a leaky rectifier (float32)
//   pictures, of GANVAS3 and GANVAS4: height, width and channels of a picture as a person gives it, zero point and scale (float32)
//     of what comes out; then of GANVAS3 the name of each class in UTF-8, each behind it a zero, and of GANVAS4, which is for pictures
//     that do not go in as they are and for what comes out with neither one nor three channels, what becomes of the picture before (the
//     place in PREPARATION_NUMBERS) and the side of its blocks
import type { CurveFn } from '../../core/network';
import type { Preparation } from '../../core/pictureFit';
import type { KernelName } from '../cSource/kernels';

export const HEADER_BYTES = 64;
export const CRC_FROM = 16;
/** Where the place of the meanings stands. */
export const MEANINGS_AT = 52;
export const MEANING_BYTES = 12;
/** Where the place of what it says of pictures stands, how long that is before the first name, and of GANVAS4. */
export const PICTURE_AT = 56;
export const PICTURE_BYTES = 20;
export const PREPARED_BYTES = 28;
export const MOST_NAMES = 256;
/** Of what comes out of a picture. */
export const MOST_CHANNELS = 256;
/** Pictures go in as they are, or what becomes of them before. */
export const PREPARATION_NUMBERS = { none: 0, lightness: 1, coarse: 2 } as const satisfies Readonly<
  Record<Preparation['kind'] | 'none', number>
>;

/** Words of a step in each version of the file. */
export const VERSIONS = {
  chain: { magic: 'GANVAS1', words: 24 },
  joins: { magic: 'GANVAS2', words: 27 },
  names: { magic: 'GANVAS3', words: 27 },
  pictures: { magic: 'GANVAS4', words: 27 },
} as const;

/** The numbers of board/native/format.h, which files rely on. */
export const KINDS: Readonly<Record<KernelName, number>> = {
  dense: 0,
  conv2d: 1,
  conv2dTranspose: 2,
  scaleShift: 3,
  table: 4,
  upsample: 5,
  zeroPad: 6,
  depthwiseConv2d: 7,
  crop: 8,
  reflectionPad: 9,
  averagePool: 10,
  maxPool: 11,
  resize: 12,
  prelu: 13,
  softmax: 14,
  add: 15,
  concat: 16,
  layerNorm: 17,
  instanceNorm: 18,
  pixelNorm: 19,
  embedding: 20,
};

/** What a table holds; 0 for a step that has none. */
export const TABLES: Readonly<Record<CurveFn | 'relu' | 'leakyRelu', number>> = {
  relu: 1,
  leakyRelu: 2,
  tanh: 3,
  sigmoid: 4,
  relu6: 5,
  elu: 6,
  selu: 7,
  gelu: 8,
  geluTanh: 9,
  swish: 10,
  softplus: 11,
  hardSigmoid: 12,
};
