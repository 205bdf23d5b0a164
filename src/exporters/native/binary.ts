// `model.bin`: a full-integer generator as the steps and numbers that board/native runs without being compiled for it.
// The same steps as the C export (cSource/steps). Little endian:
//   header, 64 bytes: "GANVAS1\0", bytes of the file, CRC-32 of what follows at 16, steps, latent, classes, scale (float32)
//     and zero point of the input, height, width, channels, bytes of arena, zeros
//   steps, 96 bytes each: the 22 words of `StepWords` in order, zeros (board/native/format.h)
//   numbers: each array at a multiple of four
import { padBefore } from '../../graph/floatReference';
import { UnsupportedModelError, volume } from '../../graph/graph';
import type { Int8Graph, Int8Weighted } from '../../graph/int8Graph';
import { crc32 } from '../../core/crc32';
import type { Shape } from '../../core/network';
import type { GeneratorInput } from '../../protocol';
import { planProgram, type CStep, type Place } from '../cSource/steps';

const HEADER_BYTES = 64;
const STEP_BYTES = 96;
const CRC_FROM = 16;
const KINDS = [
  'dense',
  'conv2d',
  'conv2dTranspose',
  'scaleShift',
  'table',
  'upsample',
  'zeroPad',
  'depthwiseConv2d',
] as const;

interface StepWords {
  readonly kind: (typeof KINDS)[number];
  readonly from: Place;
  readonly to: Place;
  readonly input: Shape;
  readonly output: Shape;
  readonly kernel?: number;
  readonly stride?: number;
  readonly top?: number;
  readonly left?: number;
  readonly doubled?: boolean;
  readonly inZero?: number;
  readonly outZero?: number;
  readonly low?: number;
  readonly factors?: number;
  /** Weights, biases, mantissas, exponents. */
  readonly numbers: readonly (Int8Array | Int32Array)[];
}

const placeWord = (place: Place): number => (place === 'latent' ? -1 : place === 'image' ? -2 : place.offset);

/** [height, width, channels] of any shape: what is flat has one pixel. */
const asImage = (shape: Shape): readonly number[] => (shape.length === 3 ? shape : [1, 1, volume(shape)]);

function numbersOf(item: Int8Weighted): StepWords['numbers'] {
  return [
    item.weights,
    item.bias,
    Int32Array.from(item.factors, (f) => f.mantissa),
    Int8Array.from(item.factors, (f) => f.exponent),
  ];
}

function weightedWords(step: CStep & { kind: 'weighted' }): StepWords {
  const { item, from, to, doubled } = step;
  const { node } = item;
  const zero = item.output.zeroPoint;
  const [height, width, channels] = asImage(node.input);
  const common = {
    kind: node.kind,
    from,
    to,
    input: doubled ? [height / 2, width / 2, channels] : [height, width, channels],
    output: asImage(node.output),
    doubled,
    inZero: item.input.zeroPoint,
    outZero: zero,
    low: node.relu ? zero : -128,
    factors: item.factors.length,
    numbers: numbersOf(item),
  };
  if (node.kind === 'scaleShift') {
    const pixels = volume(node.output) / node.bias.length;
    return { ...common, input: [1, pixels, node.bias.length], output: [1, pixels, node.bias.length] };
  }
  if (node.kind === 'dense') return common;
  return {
    ...common,
    kernel: node.kernel,
    stride: node.stride,
    top: padBefore(node, 0),
    left: padBefore(node, 1),
  };
}

function wordsOf(step: CStep): StepWords {
  if (step.kind === 'weighted') return weightedWords(step);
  const { node } = step.item;
  const { from, to } = step;
  if (step.kind === 'table') {
    const size = asImage(node.output);
    return { kind: 'table', from, to, input: size, output: size, numbers: [step.item.table] };
  }
  const shapes = { from, to, input: asImage(node.input), output: asImage(node.output), numbers: [] };
  if (node.kind !== 'zeroPad') return { ...shapes, kind: 'upsample' };
  return { ...shapes, kind: 'zeroPad', top: node.top, left: node.left, inZero: step.item.input.zeroPoint };
}

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
  const { output, name } = q.graph;
  if (output.length !== 3 || (output[2] !== 1 && output[2] !== 3)) {
    throw new UnsupportedModelError(
      `${name} puts out [${output.join(', ')}]; the native program draws grey and RGB images.`,
      'Export the generator.',
    );
  }
  if (input.latent + input.classes !== volume(q.graph.input)) {
    throw new UnsupportedModelError(
      `${name} takes ${volume(q.graph.input)} numbers, not ${input.latent} of noise and ${input.classes} classes.`,
      'Export a model whose input is noise, or noise and a class.',
    );
  }
  const program = planProgram(q);
  const steps = program.steps.map(wordsOf);
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
  words(32, [q.input.zeroPoint, ...output, program.arenaBytes]);
  let next = 0;
  for (const [i, step] of steps.entries()) {
    const places = step.numbers.map(() => at[next++]);
    words(HEADER_BYTES + STEP_BYTES * i, [
      KINDS.indexOf(step.kind),
      placeWord(step.from),
      placeWord(step.to),
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
