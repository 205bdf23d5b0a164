// `model.bin`: a full-integer generator as the steps and numbers that board/native runs without being compiled for it.
// The same steps as the C export (cSource/stepWords). Little endian:
//   header, 64 bytes: "GANVAS1\0", bytes of the file, CRC-32 of what follows at 16, steps, latent, classes, scale (float32)
//     and zero point of the input, height, width, channels, bytes of arena, zeros
//   steps, 96 bytes each: the 24 words of a step (board/native/step.h)
//   numbers: each array at a multiple of four
import { inputShape, outputShape } from '../../graph/edges';
import { UnsupportedModelError, volume } from '../../graph/graph';
import type { Int8Graph } from '../../graph/int8Graph';
import type { Place } from '../../graph/program';
import { crc32 } from '../../core/crc32';
import type { GeneratorInput } from '../../protocol';
import type { KernelName } from '../cSource/kernels';
import { planSteps } from '../cSource/stepWords';

const HEADER_BYTES = 64;
const STEP_BYTES = 96;
const CRC_FROM = 16;
/** In the order of board/native/format.h, which files rely on. */
const KINDS: readonly KernelName[] = [
  'dense',
  'conv2d',
  'conv2dTranspose',
  'scaleShift',
  'table',
  'upsample',
  'zeroPad',
  'depthwiseConv2d',
];

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
  const start = HEADER_BYTES + STEP_BYTES * steps.length;
  const arrays = steps.flatMap((step) => step.numbers);
  const { at, end } = placed(arrays, start);
  const bytes = new Uint8Array(end);
  const view = new DataView(bytes.buffer);
  const words = (offset: number, values: readonly number[]): void =>
    values.forEach((value, i) => view.setInt32(offset + 4 * i, value, true));

  bytes.set(new TextEncoder().encode('GANVAS1'));
  words(8, [end, 0, steps.length, input.latent, input.classes]);
  view.setFloat32(28, q.input.scale, true);
  words(32, [q.input.zeroPoint, ...output, arenaBytes]);
  let next = 0;
  for (const [i, { words: step, numbers, from, to }] of steps.entries()) {
    const places = numbers.map(() => at[next++]);
    words(HEADER_BYTES + STEP_BYTES * i, [
      KINDS.indexOf(step.kind),
      placeWord(from),
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
    ]);
  }
  arrays.forEach((array, i) => {
    if (array instanceof Int8Array)
      bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.length), at[i]);
    else words(at[i], Array.from(array));
  });
  view.setUint32(12, crc32(bytes.subarray(CRC_FROM)), true);
  return bytes;
}
