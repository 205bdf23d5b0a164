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
  MOST_CHANNELS,
  MOST_NAMES,
  PICTURE_AT,
  PICTURE_BYTES,
  PREPARATION_NUMBERS,
  PREPARED_BYTES,
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

/** What the file says of pictures: their sides, how to read what comes out, and the names or what becomes of a picture before. */
function pictureBlock(
  q: Int8Graph,
  { shape, preparation }: LeavingPicture,
  names: readonly string[] | undefined,
): Uint8Array {
  const texts = new TextEncoder().encode(names?.map((name) => `${name.replaceAll('\0', ' ')}\0`).join(''));
  const bytes = new Uint8Array(names ? PICTURE_BYTES + texts.length : PREPARED_BYTES);
  const view = new DataView(bytes.buffer);
  [...shape, q.output.zeroPoint].forEach((value, i) => view.setInt32(4 * i, value, true));
  view.setFloat32(16, q.output.scale, true);
  if (names) bytes.set(texts, PICTURE_BYTES);
  else {
    view.setInt32(PICTURE_BYTES, PREPARATION_NUMBERS[preparation?.kind ?? 'none'], true);
    view.setInt32(PICTURE_BYTES + 4, preparation?.kind === 'coarse' ? preparation.block : 0, true);
  }
  return bytes;
}

const isDrawn = (channels: number): boolean => channels === 1 || channels === 3;

/** [height, width, channels] of what comes out; of shares one pixel. @throws UnsupportedModelError for what is neither */
function imageOf(
  { graph }: Int8Graph,
  names: readonly string[] | undefined,
  picture: LeavingPicture | null | undefined,
): readonly number[] {
  const output = outputShape(graph);
  if (names) {
    if (names.length <= MOST_NAMES && names.length === volume(output)) return [1, 1, names.length];
    throw new UnsupportedModelError(
      `${graph.name} puts out [${output.join(', ')}] for ${names.length} names; model.bin holds ${MOST_NAMES} at most.`,
      'Export the run in another format.',
    );
  }
  if (output.length === 3 && (isDrawn(output[2]) || (picture && output[2] <= MOST_CHANNELS))) return output;
  throw new UnsupportedModelError(
    `${graph.name} puts out [${output.join(', ')}]; the native program draws grey and RGB images, and of pictures makes up to ${MOST_CHANNELS} channels.`,
    'Export the generator.',
  );
}

/**
 * The file of one generator, translator or classifier.
 * @param picture what is given to one that takes pictures
 * @throws UnsupportedModelError for a network that puts out neither an image nor shares, or whose input is not noise and a class or a
 *   picture
 */
export function modelBinary(
  q: Int8Graph,
  input: GeneratorInput,
  picture?: LeavingPicture | null,
): Uint8Array<ArrayBuffer> {
  const { name } = q.graph;
  const { names } = input;
  const output = imageOf(q, names, picture);
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
  const isPrepared = picture && (picture.preparation !== undefined || !isDrawn(output[2]));
  const version = VERSIONS[names ? 'names' : isPrepared ? 'pictures' : joins ? 'joins' : 'chain'];
  const said = picture && (names || isPrepared) ? pictureBlock(q, picture, names) : new Uint8Array();
  const start = HEADER_BYTES + 4 * version.words * steps.length;
  const arrays = steps.flatMap((step) => step.numbers);
  const { at, end: meanings } = placed(arrays, start);
  const saidAt = meanings + MEANING_BYTES * steps.length;
  const end = saidAt + said.length;
  const bytes = new Uint8Array(end);
  const view = new DataView(bytes.buffer);
  const words = (offset: number, values: readonly number[]): void =>
    values.forEach((value, i) => view.setInt32(offset + 4 * i, value, true));

  bytes.set(new TextEncoder().encode(version.magic));
  words(8, [end, 0, steps.length, input.latent, input.classes]);
  view.setFloat32(28, q.input.scale, true);
  words(32, [q.input.zeroPoint, ...output, arenaBytes]);
  words(MEANINGS_AT, [meanings]);
  if (said.length > 0) words(PICTURE_AT, [saidAt]);
  bytes.set(said, saidAt);
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
