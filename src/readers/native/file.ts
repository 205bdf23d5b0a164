// `model.bin` as steps with their numbers, read without trust: every place lies in the file, and all numbers together are no
// more than the file. What the steps compute is graph.ts's; the layout is exporters/native/layout.ts's.
import { crc32 } from '../../core/crc32';
import type { CurveFn } from '../../core/network';
import type { KernelName } from '../../exporters/cSource/kernels';
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
} from '../../exporters/native/layout';
import { DamagedModelError, ForeignModelError } from '../errors';

type Image = readonly [height: number, width: number, channels: number];
export type TableName = CurveFn | 'relu' | 'leakyRelu';

export interface NativeStep {
  readonly name: string;
  readonly kind: KernelName;
  readonly from: number;
  readonly to: number;
  readonly input: Image;
  readonly output: Image;
  readonly kernel: readonly [number, number];
  readonly stride: readonly [number, number];
  readonly top: number;
  readonly left: number;
  readonly doubled: boolean;
  readonly outZero: number;
  readonly low: number;
  readonly other: number;
  readonly first: number;
  /** Of one step of the output. */
  readonly scale: number;
  /** What its table holds; null where it has none. */
  readonly table: TableName | null;
  readonly slope: number;
  int8s(count: number): Int8Array;
  int32s(count: number): Int32Array;
  /** One for each of `channels`. */
  factors(channels: number): Float64Array;
}

export interface NativeFile {
  readonly latent: number;
  readonly classes: number;
  readonly inputScale: number;
  readonly image: Image;
  readonly steps: readonly NativeStep[];
  /** What goes in, where the file says it: of a classifier a picture, of a translator what was made of one. */
  readonly picture: Image | null;
  /** The classes of a classifier. */
  readonly names: readonly string[] | null;
}

const MOST_STEPS = 1000;
const MOST_SIDE = 4096;
const MOST_STEP_CHANNELS = 2 ** 20;
const MOST_VALUES = 2 ** 28;
const KIND_NAMES = new Map(Object.entries(KINDS).map(([name, number]) => [number, name]));
const TABLE_NAMES = new Map(Object.entries(TABLES).map(([name, number]) => [number, name]));

const isKind = (name: string | undefined): name is KernelName => name !== undefined && name in KINDS;
const isTable = (name: string | undefined): name is TableName => name !== undefined && name in TABLES;

const versionOf = (bytes: Uint8Array) =>
  Object.values(VERSIONS).find(({ magic }) => String.fromCharCode(...bytes.subarray(0, 7)) === magic);

/** Also of a later version. */
export const isNative = (bytes: Uint8Array): boolean =>
  bytes.length >= 8 && bytes[7] === 0 && /^GANVAS\d$/.test(String.fromCharCode(...bytes.subarray(0, 7)));

const within = (value: number, least: number, most: number, what: string): number => {
  if (value >= least && value <= most) return value;
  throw new DamagedModelError(`${what} is ${value}, expected ${least} to ${most}`);
};

const isScale = (value: number): boolean => value > 1e-12 && value < 1e12;

/** Counts the numbers that steps take. */
class Numbers {
  #left: number;

  constructor(
    readonly bytes: Uint8Array,
    readonly view: DataView,
  ) {
    this.#left = bytes.length;
  }

  take(at: number, count: number, size: number, name: string): void {
    this.#left -= count * size;
    if (at >= HEADER_BYTES && at % size === 0 && at + count * size <= this.bytes.length && this.#left >= 0)
      return;
    throw new DamagedModelError(
      `the ${count} numbers of ${name} at byte ${at} are not in its ${this.bytes.length} bytes`,
    );
  }
}

function readStep(numbers: Numbers, index: number, words: number, meanings: number): NativeStep {
  const { bytes, view } = numbers;
  const at = HEADER_BYTES + 4 * words * index;
  const word = (i: number): number => (i < words ? view.getInt32(at + 4 * i, true) : 0);
  const number = word(0);
  const kind = KIND_NAMES.get(number);
  const name = `step ${index + 1}${isKind(kind) ? ` (${kind})` : ''}`;
  if (!isKind(kind)) throw new DamagedModelError(`${name} is of the kind ${number}, which there is none of`);
  const imageAt = (from: number): Image => {
    const side = (i: number) =>
      within(word(from + i), 1, i === 2 ? MOST_STEP_CHANNELS : MOST_SIDE, `a side of ${name}`);
    const image = [side(0), side(1), side(2)] as const;
    within(image[0] * image[1] * image[2], 1, MOST_VALUES, `the size of ${name}`);
    return image;
  };
  const window = (i: number): number => within(word(i), 1, 1024, `the window of ${name}`);
  const border = (i: number): number => within(word(i), 0, MOST_SIDE, `a border of ${name}`);
  const [kernel, stride] = [window(9), window(10)];
  const count = word(17);
  const [weightsAt, biasAt, mantissaAt, exponentAt] = [word(18), word(19), word(20), word(21)];
  const meaning = meanings + MEANING_BYTES * index;
  const scale = view.getFloat32(meaning, true);
  if (!isScale(scale)) throw new DamagedModelError(`the scale of ${name} is ${scale}`);
  const tableNumber = view.getInt32(meaning + 4, true);
  const table = TABLE_NAMES.get(tableNumber);
  if (tableNumber !== 0 && !isTable(table))
    throw new DamagedModelError(`${name} holds the function ${tableNumber}, which there is none of`);
  return {
    ...{ name, kind, scale, doubled: word(13) === 1 },
    ...{ from: word(1), to: word(2), other: word(24), first: word(26) },
    ...{ input: imageAt(3), output: imageAt(6) },
    kernel: [kernel, word(22) === 0 ? kernel : window(22)],
    stride: [stride, word(23) === 0 ? stride : window(23)],
    ...{ top: border(11), left: border(12), outZero: word(15), low: word(16) },
    table: isTable(table) ? table : null,
    slope: view.getFloat32(meaning + 8, true),
    int8s(length) {
      numbers.take(weightsAt, length, 1, name);
      return new Int8Array(bytes.buffer, bytes.byteOffset + weightsAt, length);
    },
    int32s(length) {
      numbers.take(biasAt, length, 4, name);
      return Int32Array.from({ length }, (_, i) => view.getInt32(biasAt + 4 * i, true));
    },
    factors(channels) {
      if (count !== 1 && count !== channels)
        throw new DamagedModelError(`${name} has ${count} factors for ${channels} channels`);
      numbers.take(mantissaAt, count, 4, name);
      numbers.take(exponentAt, count, 1, name);
      return Float64Array.from({ length: channels }, (_, i) => {
        const place = count === 1 ? 0 : i;
        return view.getInt32(mantissaAt + 4 * place, true) * 2 ** (view.getInt8(exponentAt + place) - 31);
      });
    },
  };
}

/** Where it says something of pictures, and the sides of one as a person gives it. @param length of what it says, at least */
function readSides(bytes: Uint8Array, view: DataView, length: number): { at: number; sides: Image } {
  const at = within(view.getInt32(PICTURE_AT, true), HEADER_BYTES, bytes.length, 'the place of its picture');
  if (at + length > bytes.length)
    throw new DamagedModelError(`what it says of its picture is not in its ${bytes.length} bytes`);
  const side = (i: number): number =>
    within(view.getInt32(at + 4 * i, true), 1, i === 2 ? 3 : MOST_SIDE, 'a side of its picture');
  return { at, sides: [side(0), side(1), side(2)] };
}

/** The picture that a classifier takes, and the names of its `count` classes. */
function readNames(bytes: Uint8Array, view: DataView, count: number): Pick<NativeFile, 'picture' | 'names'> {
  const { at, sides } = readSides(bytes, view, PICTURE_BYTES);
  const texts = new TextDecoder().decode(bytes.subarray(at + PICTURE_BYTES)).split('\0');
  // Behind the last zero stands nothing.
  if (count > MOST_NAMES || texts.length <= count)
    throw new DamagedModelError(`it holds ${texts.length - 1} names of ${count} classes`);
  return { picture: sides, names: texts.slice(0, count) };
}

/** What a translator takes: a picture, or its lightness. */
function readPrepared(bytes: Uint8Array, view: DataView): Pick<NativeFile, 'picture' | 'names'> {
  const { at, sides } = readSides(bytes, view, PREPARED_BYTES);
  const preparation = view.getInt32(at + PICTURE_BYTES, true);
  if (!Object.values(PREPARATION_NUMBERS).some((known) => known === preparation))
    throw new DamagedModelError(
      `its pictures are prepared in the way ${preparation}, which there is none of`,
    );
  const isLightness = preparation === PREPARATION_NUMBERS.lightness;
  return { picture: [sides[0], sides[1], isLightness ? 1 : sides[2]], names: null };
}

/** @throws ForeignModelError for a version that says too little or is unknown, DamagedModelError */
export function readNativeFile(bytes: Uint8Array): NativeFile {
  const version = versionOf(bytes);
  if (!version) {
    throw new ForeignModelError(
      `The file is a model.bin of version ${String.fromCharCode(bytes[6])}, which is not known here.`,
      'Reload the page to get its newest version, then open the file again.',
    );
  }
  if (bytes.length < HEADER_BYTES)
    throw new DamagedModelError(`it has ${bytes.length} bytes, fewer than its header`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const word = (at: number): number => view.getInt32(at, true);
  if (view.getUint32(8, true) !== bytes.length)
    throw new DamagedModelError(
      `it says that it has ${view.getUint32(8, true)} bytes, and has ${bytes.length}`,
    );
  if (view.getUint32(12, true) !== crc32(bytes.subarray(CRC_FROM)))
    throw new DamagedModelError('its checksum is another');
  const count = within(word(16), 1, MOST_STEPS, 'the number of steps');
  if (HEADER_BYTES + 4 * version.words * count > bytes.length)
    throw new DamagedModelError(`its ${count} steps are not in its ${bytes.length} bytes`);
  const meanings = word(MEANINGS_AT);
  if (meanings === 0) {
    throw new ForeignModelError(
      'The file is a model.bin of an earlier version, whose integers do not say which numbers they stand for.',
      'Export the run as model.bin again, or as TensorFlow Lite, and open that.',
    );
  }
  if (meanings < HEADER_BYTES || meanings + MEANING_BYTES * count > bytes.length)
    throw new DamagedModelError(`the scales of its steps are not in its ${bytes.length} bytes`);
  const inputScale = view.getFloat32(28, true);
  if (!isScale(inputScale)) throw new DamagedModelError(`the scale of its input is ${inputScale}`);
  const numbers = new Numbers(bytes, view);
  const isNaming = version === VERSIONS.names;
  const isPictures = version === VERSIONS.pictures;
  return {
    ...{ picture: null, names: null },
    ...(isNaming && readNames(bytes, view, word(44))),
    ...(isPictures && readPrepared(bytes, view)),
    latent: within(word(20), 1, 2 ** 20, 'the length of its noise'),
    classes: within(word(24), 0, 1000, 'the number of its classes'),
    inputScale,
    image: [
      within(word(36), 1, MOST_SIDE, 'the height of its image'),
      within(word(40), 1, MOST_SIDE, 'the width of its image'),
      within(
        word(44),
        1,
        isNaming ? MOST_NAMES : isPictures ? MOST_CHANNELS : 3,
        'the channels of its image',
      ),
    ],
    steps: Array.from({ length: count }, (_, i) => readStep(numbers, i, version.words, meanings)),
  };
}
