// `model.bin`: a full-integer generator or classifier as the steps and numbers that board/native runs without being compiled for it.
// The same steps as the C export (cSource/stepWords); layout.ts says what stands where.
import { inputShape, outputShape } from '../../graph/edges';
import { UnsupportedModelError, volume } from '../../graph/graph';
import type { Int8Graph } from '../../graph/int8Graph';
import type { Place } from '../../graph/program';
import { crc32 } from '../../core/crc32';
import type { GeneratorInput, LeavingPicture } from '../../protocol';
import { planSteps, type CStep } from '../cSource/stepWords';
import {
  CRC_FROM,
  HEADER_BYTES,
  KINDS,
  MEANING_BYTES,
  MEANINGS_AT,
  MOST_NAMES,
  NAMES_AT,
  NAMES_HEADER_BYTES,
  TABLES,
  VERSIONS,
} from './layout';

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

/** The number of the function in a step's table, and the slope of a leaky rectifier. */
function tableOf({ node }: CStep): readonly [number, number] {
  if (node.kind === 'curve') return [TABLES[node.fn], 0];
  if (node.kind === 'leakyRelu') return [TABLES.leakyRelu, node.alpha];
  return [node.kind === 'relu' ? TABLES.relu : 0, 0];
}

/** What names pictures says of them: sides of a picture, how to read its shares, and the names. */
function namesBlock(q: Int8Graph, names: readonly string[], shape: LeavingPicture['shape']): Uint8Array {
  const texts = new TextEncoder().encode(names.map((name) => `${name.replaceAll('\0', ' ')}\0`).join(''));
  const bytes = new Uint8Array(NAMES_HEADER_BYTES + texts.length);
  const view = new DataView(bytes.buffer);
  [...shape, q.output.zeroPoint].forEach((value, i) => view.setInt32(4 * i, value, true));
  view.setFloat32(16, q.output.scale, true);
  bytes.set(texts, NAMES_HEADER_BYTES);
  return bytes;
}

/** [height, width, channels] of what comes out; of shares one pixel. @throws UnsupportedModelError for what is neither */
function imageOf({ graph }: Int8Graph, names: readonly string[] | undefined): readonly number[] {
  const output = outputShape(graph);
  if (names) {
    if (names.length <= MOST_NAMES && names.length === volume(output)) return [1, 1, names.length];
    throw new UnsupportedModelError(
      `${graph.name} puts out [${output.join(', ')}] for ${names.length} names; model.bin holds ${MOST_NAMES} at most.`,
      'Export the run in another format.',
    );
  }
  if (output.length === 3 && (output[2] === 1 || output[2] === 3)) return output;
  throw new UnsupportedModelError(
    `${graph.name} puts out [${output.join(', ')}]; the native program draws grey and RGB images.`,
    'Export the generator.',
  );
}

/**
 * The file of one generator, or of one classifier.
 * @param picture what is given to one that names pictures
 * @throws UnsupportedModelError for a network that puts out neither a grey or RGB image nor shares, or whose input is not noise and a
 *   class or a picture
 */
export function modelBinary(
  q: Int8Graph,
  input: GeneratorInput,
  picture?: LeavingPicture | null,
): Uint8Array<ArrayBuffer> {
  const { name } = q.graph;
  const { names } = input;
  const output = imageOf(q, names);
  const given = names ? volume(picture?.shape ?? [0]) : input.latent + input.classes;
  if (given !== volume(inputShape(q.graph))) {
    throw new UnsupportedModelError(
      names
        ? `${name} takes ${volume(inputShape(q.graph))} numbers, not ${given} of a picture.`
        : `${name} takes ${volume(inputShape(q.graph))} numbers, not ${input.latent} of noise and ${input.classes} classes.`,
      names
        ? 'Export the run of a classifier.'
        : 'Export a model whose input is noise, or noise and a class.',
    );
  }
  const { steps, arenaBytes } = planSteps(q);
  const joins = steps.some(({ words: { kind } }) => kind === 'add' || kind === 'concat');
  const version = VERSIONS[names ? 'names' : joins ? 'joins' : 'chain'];
  const said = names && picture ? namesBlock(q, names, picture.shape) : new Uint8Array();
  const start = HEADER_BYTES + 4 * version.words * steps.length;
  const arrays = steps.flatMap((step) => step.numbers);
  const { at, end: meanings } = placed(arrays, start);
  const namesAt = meanings + MEANING_BYTES * steps.length;
  const end = namesAt + said.length;
  const bytes = new Uint8Array(end);
  const view = new DataView(bytes.buffer);
  const words = (offset: number, values: readonly number[]): void =>
    values.forEach((value, i) => view.setInt32(offset + 4 * i, value, true));

  bytes.set(new TextEncoder().encode(version.magic));
  words(8, [end, 0, steps.length, input.latent, input.classes]);
  view.setFloat32(28, q.input.scale, true);
  words(32, [q.input.zeroPoint, ...output, arenaBytes]);
  words(MEANINGS_AT, [meanings]);
  if (said.length > 0) words(NAMES_AT, [namesAt]);
  bytes.set(said, namesAt);
  let next = 0;
  for (const [i, step] of steps.entries()) {
    const places = step.numbers.map(() => at[next++]);
    words(HEADER_BYTES + 4 * version.words * i, stepWords(step, places).slice(0, version.words));
  }
  const scales = new Map(q.nodes.map((item) => [item.node, item.output.scale]));
  for (const [i, step] of steps.entries()) {
    const place = meanings + MEANING_BYTES * i;
    const [table, slope] = tableOf(step);
    view.setFloat32(place, scales.get(step.node) ?? 0, true);
    words(place + 4, [table]);
    view.setFloat32(place + 8, slope, true);
  }
  arrays.forEach((array, i) => {
    if (array instanceof Int8Array)
      bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.length), at[i]);
    else words(at[i], Array.from(array));
  });
  view.setUint32(12, crc32(bytes.subarray(CRC_FROM)), true);
  return bytes;
}
