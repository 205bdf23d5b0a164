// One tensor of a .tflite file. Numbers of constants are read when an operator asks for them, so that a file costs little
// before it is known to be a generator. Field numbers are the schema's:
// https://github.com/google-ai-edge/LiteRT/blob/main/tflite/converter/schema/schema.fbs
import { fromFloat16Bits } from '../../graph/float16';
import { volume } from '../../graph/graph';
import { checkFinite, DamagedModelError, ForeignModelError } from '../errors';
import type { FlatTable } from './flatTable';

/** By the schema's number. */
const TYPE_NAMES: Readonly<Record<number, string>> = {
  0: 'float32',
  1: 'float16',
  2: 'int32',
  3: 'uint8',
  4: 'int64',
  6: 'bool',
  7: 'int16',
  9: 'int8',
  17: 'int4',
};

const WHOLE: readonly string[] = ['int64', 'int32', 'int8', 'int4'];

export interface FileTensor {
  readonly name: string;
  readonly shape: readonly number[];
  /** Whether a side beside the batch is left free: what `shape` says of it is no size then. */
  readonly isFree: boolean;
  readonly type: string;
  /** Whether the file holds its numbers; others are computed by operators. */
  readonly isConstant: boolean;
  /** Whether its numbers are whole and nothing gives them a scale. */
  readonly isWhole: boolean;
  /**
   * Real numbers (integers times scale) of a constant, read anew at each call.
   * @throws DamagedModelError, and ForeignModelError for a type that is no number of a generator
   */
  values(): Float32Array;
  /** The least real number that a computed int8 tensor can hold; null for others. */
  lowest(): number | null;
}

type Integers = ArrayLike<number>;

/** A type that constants may have: bits of a number, and what widens `count` of them. */
interface Stored {
  readonly bits: number;
  readonly read: (bytes: Uint8Array<ArrayBuffer>, count: number) => Float32Array | { integers: Integers };
}

function unpackInt4(bytes: Uint8Array, count: number): Int8Array {
  return Int8Array.from({ length: count }, (_, i) => {
    const half = (bytes[i >> 1] >> (i & 1 ? 4 : 0)) & 15;
    return half > 7 ? half - 16 : half;
  });
}

const STORED: Readonly<Record<string, Stored>> = {
  float32: { bits: 32, read: ({ buffer }) => new Float32Array(buffer) },
  float16: { bits: 16, read: ({ buffer }) => Float32Array.from(new Uint16Array(buffer), fromFloat16Bits) },
  int64: { bits: 64, read: ({ buffer }) => Float32Array.from(new BigInt64Array(buffer), Number) },
  int32: { bits: 32, read: ({ buffer }) => ({ integers: new Int32Array(buffer) }) },
  int8: { bits: 8, read: ({ buffer }) => ({ integers: new Int8Array(buffer) }) },
  int4: { bits: 4, read: (bytes, count) => ({ integers: unpackInt4(bytes, count) }) },
};

const scalesOf = (quantization: FlatTable | null): Float32Array =>
  quantization ? new Float32Array(quantization.bytes(2, 4).slice().buffer) : new Float32Array();

/** Integers as the real numbers that they stand for; scales stand along one axis, or there is a single one. */
function dequantized(
  integers: Integers,
  shape: readonly number[],
  name: string,
  quantization: FlatTable | null,
): Float32Array {
  const scales = scalesOf(quantization);
  const backward = scales.find((scale) => scale < 0);
  if (backward !== undefined)
    throw new DamagedModelError(`the tensor ${name} has the scale ${backward}, and none is below 0`);
  if (scales.length === 0) return Float32Array.from(integers);
  const zeros = quantization ? new BigInt64Array(quantization.bytes(3, 8).slice().buffer) : [];
  const axis = scales.length > 1 ? (quantization?.int32(6) ?? 0) : 0;
  const inner = volume(shape.slice(axis + 1));
  if (scales.length > 1 && shape[axis] !== scales.length) {
    throw new DamagedModelError(
      `the tensor ${name} has ${scales.length} scales for ${shape[axis] ?? 'no'} channels`,
    );
  }
  return Float32Array.from(integers, (value, i) => {
    const channel = scales.length > 1 ? Math.floor(i / inner) % scales.length : 0;
    return scales[channel] * (value - Number(zeros[channel] ?? 0n));
  });
}

/** Numbers of a buffer; large files keep them behind the tables. */
function bufferBytes(root: FlatTable, buffer: FlatTable | undefined): Uint8Array {
  if (!buffer) return new Uint8Array();
  const offset = buffer.uint64(1);
  return offset > 1 ? root.range(offset, buffer.uint64(2)) : buffer.bytes(0);
}

/** @param root of the file, whose buffers are `buffers` */
export function readTensor(table: FlatTable, root: FlatTable, buffers: readonly FlatTable[]): FileTensor {
  const name = table.text(3);
  const shape = table.int32s(0);
  const code = table.int8(1);
  const type = TYPE_NAMES[code] ?? `type ${code}`;
  const bytes = bufferBytes(root, buffers[table.int32(2)]);
  const quantization = table.table(4);
  const [, ...sides] = table.int32s(7);
  const isConstant = bytes.length > 0;
  return {
    name,
    shape,
    isFree: !isConstant && sides.some((side) => side < 0),
    type,
    isConstant,
    get isWhole() {
      return WHOLE.includes(type) && scalesOf(quantization).length === 0;
    },
    lowest: () => (type === 'int8' && !isConstant ? dequantized([-128], [1], name, quantization)[0] : null),
    values() {
      const stored = STORED[type];
      if (!stored)
        throw new ForeignModelError(
          `The tensor ${name} is ${type}.`,
          'Convert the model with float weights.',
        );
      const count = volume(shape);
      const needed = Math.ceil((count * stored.bits) / 8);
      const what = `the tensor ${name} [${shape.join(', ')}]`;
      if (!(count >= 0) || bytes.length !== needed)
        throw new DamagedModelError(`${what} has ${bytes.length} bytes of ${needed}`);
      const read = stored.read(bytes.slice(), count);
      const values = 'integers' in read ? dequantized(read.integers, shape, name, quantization) : read;
      if (values.length !== count) throw new DamagedModelError(`${what} holds ${values.length} numbers`);
      checkFinite(values, () => `${name} [${shape.join(', ')}]`);
      return values;
    },
  };
}
