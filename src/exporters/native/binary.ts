// `model.bin`: a full-integer generator as the steps and numbers that board/native runs without being compiled for it.
// The same steps as the C export (cSource/stepWords). Little endian:
//   header, 64 bytes: "GANVAS1\0" or "GANVAS2\0", bytes of the file, CRC-32 of what follows at 16, steps, latent, classes, scale (float32)
//     and zero point of the input, height, width, channels, bytes of arena, zeros
//   steps: the words of a step (board/native/step.h), the first 24 of them, or in GANVAS2 all 27; what joins no values
//     is written as GANVAS1, which programs before branches read too
//   numbers: each array at a multiple of four
import { inputShape, outputShape } from '../../graph/edges';
import { UnsupportedModelError, volume } from '../../graph/graph';
import type { Int8Graph } from '../../graph/int8Graph';
import type { Place } from '../../graph/program';
import { crc32 } from '../../core/crc32';
import type { GeneratorInput } from '../../protocol';
import type { KernelName } from '../cSource/kernels';
import { planSteps, type CStep } from '../cSource/stepWords';

const HEADER_BYTES = 64;
const CRC_FROM = 16;

/** Words of a step in each version of the file. */
const VERSIONS = {
  chain: { magic: 'GANVAS1', words: 24 },
  joins: { magic: 'GANVAS2', words: 27 },
} as const;

/** The numbers of board/native/format.h, which files rely on. */
const KINDS: Readonly<Record<KernelName, number>> = {
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

const placeWord = (place: Place): number => (place === 'latent' ? -1 : place === 'image' ? -2 : place.offset);

/** Places of arrays behind one another, each at a multiple of four. */
function placed(arrays: readonly (Int8Array | Int32Array)[], start: number): { at: number[]; end: number } {
  let end = start;
  const at = arrays.map((array) => {
    const offset = end;
    end += Math.ceil(array.byteLength / 4) * 4;
    return offset;
  });
  return { at, end };
}

/** All words of a step, in the order of board/native/step.h. */
const stepWords = ({ words: step, from, to }: CStep, places: readonly number[]): number[] => [
  KINDS[step.kind],
  placeWord(from[0]),
  placeWord(to),
  ...step.input,
  ...step.output,
  step.kernel ?? 1,
  step.stride ?? 1,
  step.top ?? 0,
  step.left ?? 0,
  step.doubled ? 1 : 0,
  step.inZero ?? 0,
  step.outZero ?? 0,
  step.low ?? -128,
  step.factors ?? 0,
  ...[0, 1, 2, 3].map((k) => places[k] ?? 0),
  step.kernelWidth ?? 0,
  step.strideWidth ?? 0,
  from.length > 1 ? placeWord(from[1]) : 0,
  step.otherZero ?? 0,
  step.first ?? 0,
];

/**
 * The file of one generator.
 * @throws UnsupportedModelError for a network that puts out no grey or RGB image, or whose input is not noise and a class
 */
export function modelBinary(q: Int8Graph, input: GeneratorInput): Uint8Array<ArrayBuffer> {
  const { name } = q.graph;
  const output = outputShape(q.graph);
  if (output.length !== 3 || (output[2] !== 1 && output[2] !== 3)) {
    throw new UnsupportedModelError(
      `${name} puts out [${output.join(', ')}]; the native program draws grey and RGB images.`,
      'Export the generator.',
    );
  }
  if (input.latent + input.classes !== volume(inputShape(q.graph))) {
    throw new UnsupportedModelError(
      `${name} takes ${volume(inputShape(q.graph))} numbers, not ${input.latent} of noise and ${input.classes} classes.`,
      'Export a model whose input is noise, or noise and a class.',
    );
  }
  const { steps, arenaBytes } = planSteps(q);
  const joins = steps.some(({ words: { kind } }) => kind === 'add' || kind === 'concat');
  const version = VERSIONS[joins ? 'joins' : 'chain'];
  const start = HEADER_BYTES + 4 * version.words * steps.length;
  const arrays = steps.flatMap((step) => step.numbers);
  const { at, end } = placed(arrays, start);
  const bytes = new Uint8Array(end);
  const view = new DataView(bytes.buffer);
  const words = (offset: number, values: readonly number[]): void =>
    values.forEach((value, i) => view.setInt32(offset + 4 * i, value, true));

  bytes.set(new TextEncoder().encode(version.magic));
  words(8, [end, 0, steps.length, input.latent, input.classes]);
  view.setFloat32(28, q.input.scale, true);
  words(32, [q.input.zeroPoint, ...output, arenaBytes]);
  let next = 0;
  for (const [i, step] of steps.entries()) {
    const places = step.numbers.map(() => at[next++]);
    words(HEADER_BYTES + 4 * version.words * i, stepWords(step, places).slice(0, version.words));
  }
  arrays.forEach((array, i) => {
    if (array instanceof Int8Array)
      bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.length), at[i]);
    else words(at[i], Array.from(array));
  });
  view.setUint32(12, crc32(bytes.subarray(CRC_FROM)), true);
  return bytes;
}
