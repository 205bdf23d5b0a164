// Constants of an .onnx file: where their numbers lie, and these numbers. Sizes are checked before memory is taken.
import { fromFloat16Bits } from '../../graph/float16';
import { volume } from '../../graph/graph';
import { DamagedModelError, ForeignModelError, OversizedModelError } from '../errors';
import { floatsOf, intsOf, textOf, wireFields, fieldBudget, type WireField } from './wire';

/** Gives the bytes of a file beside the model. @throws ForeignModelError where it was not given */
export type TakeFile = (path: string) => Uint8Array;

export interface OnnxTensor {
  readonly name: string;
  readonly shape: readonly number[];
  /** float32 unless the file holds whole numbers. */
  readonly isWhole: boolean;
  /** @throws DamagedModelError where there are more or fewer than the shape says */
  numbers(): Float32Array | Float64Array;
}

type Numbers = Float32Array | Float64Array;
type Bytes = Uint8Array<ArrayBuffer>;

interface Storage {
  readonly word: string;
  readonly bytes: number;
  readonly isWhole: boolean;
  /** Of numbers that lie one after the other, little-endian. */
  readonly raw: (bytes: Bytes) => Numbers;
  /** Of one number as the integer fields hold it. */
  readonly widen?: (int: number) => number;
}

const whole = (word: string, bytes: number, raw: (bytes: Bytes) => Numbers): Storage => ({
  word,
  bytes,
  isWhole: true,
  raw,
});
const bits32 = new DataView(new ArrayBuffer(4));
function fromBfloat16Bits(bits: number): number {
  bits32.setUint32(0, (bits & 0xffff) * 2 ** 16);
  return bits32.getFloat32(0);
}
const halves = (word: string, widen: (bits: number) => number): Storage => ({
  word,
  bytes: 2,
  isWhole: false,
  raw: ({ buffer }) => Float32Array.from(new Uint16Array(buffer), widen),
  widen: (int) => widen(int & 0xffff),
});

/** By TensorProto.DataType. */
const STORAGES: Readonly<Record<number, Storage>> = {
  1: { word: 'float32', bytes: 4, isWhole: false, raw: ({ buffer }) => new Float32Array(buffer) },
  2: whole('uint8', 1, (bytes) => Float64Array.from(bytes)),
  3: whole('int8', 1, ({ buffer }) => Float64Array.from(new Int8Array(buffer))),
  4: whole('uint16', 2, ({ buffer }) => Float64Array.from(new Uint16Array(buffer))),
  5: whole('int16', 2, ({ buffer }) => Float64Array.from(new Int16Array(buffer))),
  6: whole('int32', 4, ({ buffer }) => Float64Array.from(new Int32Array(buffer))),
  7: whole('int64', 8, ({ buffer }) => Float64Array.from(new BigInt64Array(buffer), Number)),
  9: whole('bool', 1, (bytes) => Float64Array.from(bytes)),
  10: halves('float16', fromFloat16Bits),
  11: {
    word: 'float64',
    bytes: 8,
    isWhole: false,
    raw: ({ buffer }) => Float32Array.from(new Float64Array(buffer)),
  },
  16: halves('bfloat16', fromBfloat16Bits),
};

/** Numbers of one constant: 256 MB as float32. */
const MOST_VALUES = 2 ** 26;
const MOST_AXES = 8;

/** A constant that was worked out from others. */
export const tensorOf = (
  name: string,
  shape: readonly number[],
  numbers: Float32Array | Float64Array,
): OnnxTensor => ({ name, shape, isWhole: numbers instanceof Float64Array, numbers: () => numbers });

interface Found {
  readonly dims: number[];
  type: number;
  name: string;
  raw: Uint8Array | null;
  readonly typed: WireField[];
  readonly external: Map<string, string>;
  isExternal: boolean;
}

function collect(fields: Iterable<WireField>): Found {
  const typed: WireField[] = [];
  const external = new Map<string, string>();
  const found: Found = { dims: [], type: 0, name: '', raw: null, typed, external, isExternal: false };
  for (const field of fields) {
    const { number } = field;
    if (number === 1) for (const side of intsOf(field, 'the shape of a constant')) found.dims.push(side);
    else if (number === 2) found.type = field.int;
    else if (number === 8) found.name = textOf(field);
    else if (number === 9) found.raw = field.bytes;
    else if (number === 14) found.isExternal = field.int === 1;
    else if (number === 13) {
      const entry = [...wireFields(field.bytes, 'a place of constants', fieldBudget())];
      const [key, value] = [1, 2].map((n) => entry.find((f) => f.number === n));
      if (key && value) external.set(textOf(key), textOf(value));
    } else if ([4, 5, 7, 10, 11].includes(number)) typed.push(field);
  }
  return found;
}

function outside({ external }: Found, name: string, bytes: number, take: TakeFile): Uint8Array {
  const location = external.get('location');
  if (!location) throw new DamagedModelError(`the constant ${name} lies in a file that it does not name`);
  const offset = Number(external.get('offset') ?? 0);
  const length = Number(external.get('length') ?? bytes);
  const file = take(location);
  if (!(Number.isSafeInteger(offset) && offset >= 0 && length === bytes && offset + bytes <= file.length))
    throw new DamagedModelError(
      `the constant ${name} should be ${bytes} bytes at ${offset} of ${location}, which has ${file.length}`,
    );
  return file.subarray(offset, offset + bytes);
}

/** Numbers out of the fields of their own kind; of whole numbers and halves one after the other. */
function typedNumbers(
  { typed, type }: Found,
  name: string,
  { isWhole, widen }: Storage,
  count: number,
): Numbers {
  const held = typed.reduce((sum, { bytes }) => sum + Math.max(1, bytes.length), 0);
  if (held < count)
    throw new DamagedModelError(
      `the constant ${name} has ${held} bytes for the ${count} numbers of its shape`,
    );
  const values = isWhole ? new Float64Array(count) : new Float32Array(count);
  let at = 0;
  for (const field of typed) {
    const wide = (): Float32Array => Float32Array.from(new Float64Array(field.bytes.slice().buffer));
    if (type === 11 && field.bytes.length % 8 !== 0)
      throw new DamagedModelError(`the constant ${name} has ${field.bytes.length} bytes of doubles`);
    const found =
      type === 1
        ? floatsOf(field, `the constant ${name}`)
        : type === 11
          ? wide()
          : intsOf(field, `the constant ${name}`);
    if (at + found.length > count)
      throw new DamagedModelError(`the constant ${name} has more than the ${count} numbers of its shape`);
    for (const value of found) values[at++] = widen ? widen(value) : value;
  }
  if (at === count) return values;
  throw new DamagedModelError(`the constant ${name} has ${at} of the ${count} numbers of its shape`);
}

/** @throws DamagedModelError, ForeignModelError for numbers of an unknown kind, OversizedModelError */
export function readTensor(fields: Iterable<WireField>, fallback: string, take: TakeFile): OnnxTensor {
  const found = collect(fields);
  const { dims, raw, type } = found;
  const name = (found.name || fallback).slice(0, 120);
  const storage = Object.hasOwn(STORAGES, type) ? STORAGES[type] : undefined;
  if (dims.length > MOST_AXES || dims.some((side) => !Number.isSafeInteger(side) || side < 0))
    throw new DamagedModelError(`the constant ${name} has the shape [${dims.slice(0, 9).join(', ')}]`);
  const count = volume(dims);
  return {
    name: found.name || fallback,
    shape: dims,
    isWhole: storage?.isWhole ?? false,
    numbers() {
      if (!storage)
        throw new ForeignModelError(
          `The constant ${name} is stored as the kind ${type} of ONNX.`,
          'float32, float16, bfloat16, float64 and whole numbers of 8 to 64 bits can be opened.',
        );
      if (count > MOST_VALUES)
        throw new OversizedModelError(
          `The constant ${name} has ${count} numbers; ${MOST_VALUES} are the most.`,
        );
      if (raw === null && !found.isExternal) return typedNumbers(found, name, storage, count);
      const bytes = raw ?? outside(found, name, count * storage.bytes, take);
      if (bytes.length !== count * storage.bytes)
        throw new DamagedModelError(
          `the constant ${name} has ${bytes.length} bytes; [${dims.join(', ')}] of ${storage.word} take ${count * storage.bytes}`,
        );
      return storage.raw(bytes.slice());
    },
  };
}
