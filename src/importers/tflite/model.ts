// A .tflite file as tensors and operators, read with every size checked; the meaning of the operators is network.ts.
// https://github.com/google-ai-edge/LiteRT/blob/main/tflite/converter/schema/schema.fbs
import { volume } from '../../core/network';
import { fromFloat16Bits } from '../../graph/float16';
import { shapeText } from '../assembly';
import { BoundedBytes } from '../boundedBytes';
import { DamagedModelError, ForeignModelError } from '../../readers/errors';
import { FlatTable } from './flatbuffer';

export const TYPE = { float32: 0, float16: 1, int32: 2, int8: 9, int4: 17 } as const;
const TYPE_NAMES: Readonly<Record<number, string>> = {
  0: 'float32',
  1: 'float16',
  2: 'int32',
  3: 'uint8',
  4: 'int64',
  7: 'int16',
  9: 'int8',
  17: 'int4',
};
export const typeName = (type: number): string => TYPE_NAMES[type] ?? `type ${type}`;

export interface LiteTensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly type: number;
  /** Bytes in the file; null for what operators compute. */
  readonly data: Uint8Array | null;
  readonly quantization: FlatTable | null;
}

export interface LiteOperator {
  readonly code: number;
  readonly custom: string;
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
  readonly options: FlatTable | null;
}

export interface LiteModel {
  readonly tensors: readonly LiteTensor[];
  readonly operators: readonly LiteOperator[];
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
}

const MOST_SIDES = 8;
const MOST_OPERANDS = 64;

export const isTflite = (bytes: Uint8Array): boolean =>
  bytes.length > 8 && new TextDecoder().decode(bytes.subarray(4, 8)) === 'TFL3';

function bufferBytes(file: BoundedBytes, buffer: FlatTable | undefined): Uint8Array | null {
  if (!buffer) return null;
  const offset = buffer.u64(1);
  return offset > 1 ? file.slice(offset, buffer.u64(2)) : buffer.bytes(0); // large models keep data behind the tables
}

/** @throws DamagedModelError, ForeignModelError */
export function readLiteModel(bytes: Uint8Array): LiteModel {
  const file = new BoundedBytes(bytes, 'the .tflite file');
  const root = FlatTable.root(file);
  const [subgraph, ...others] = root.tables(2);
  if (!subgraph || others.length > 0) {
    throw new ForeignModelError(
      `The .tflite file has ${others.length + (subgraph ? 1 : 0)} graphs; one is supported.`,
      'Convert the generator alone.',
    );
  }
  const buffers = root.tables(4);
  const codes = root.tables(1);
  const tensors = subgraph.tables(0).map((table): LiteTensor => {
    return {
      name: table.text(3),
      shape: table.i32s(0, MOST_SIDES),
      type: table.i8(1),
      data: bufferBytes(file, buffers[table.i32(2)]),
      quantization: table.table(4),
    };
  });
  const operators = subgraph.tables(3).map((table): LiteOperator => {
    const code = codes.at(table.i32(0));
    if (!code)
      throw new DamagedModelError(`an operator has the code number ${table.i32(0)} of ${codes.length}`);
    return {
      code: Math.max(code.i8(0), code.i32(3)),
      custom: code.text(1),
      inputs: table.i32s(1, MOST_OPERANDS),
      outputs: table.i32s(2, MOST_OPERANDS),
      options: table.table(4),
    };
  });
  return {
    tensors,
    operators,
    inputs: subgraph.i32s(1, MOST_OPERANDS),
    outputs: subgraph.i32s(2, MOST_OPERANDS),
  };
}

function integers(tensor: LiteTensor, data: Uint8Array, count: number): Int8Array {
  if (tensor.type === TYPE.int8) return new Int8Array(data.slice(0, count).buffer);
  return Int8Array.from({ length: count }, (_, i) => ((data[i >> 1] >> (4 * (i & 1))) << 28) >> 28);
}

/**
 * Values of a constant as floats; integers are widened by their scales.
 * @throws DamagedModelError where data are missing, ForeignModelError for other types
 */
export function constantValues(tensor: LiteTensor): Float32Array {
  const { data, shape, name, type } = tensor;
  const count = volume(shape);
  const bits = { [TYPE.float32]: 32, [TYPE.float16]: 16, [TYPE.int8]: 8, [TYPE.int4]: 4 }[type];
  if (!data) throw new DamagedModelError(`the tensor ${name} has no values`);
  if (!bits)
    throw new ForeignModelError(
      `The tensor ${name} is ${typeName(type)}.`,
      'Convert the model with float weights.',
    );
  const bytes = Math.ceil((count * bits) / 8);
  if (!(count >= 0) || data.length !== bytes) {
    throw new DamagedModelError(
      `the tensor ${name} ${shapeText(shape)} has ${data.length} bytes, expected ${bytes}`,
    );
  }
  if (type === TYPE.float32) return new Float32Array(data.slice().buffer);
  if (type === TYPE.float16) return Float32Array.from(new Uint16Array(data.slice().buffer), fromFloat16Bits);
  const { quantization } = tensor;
  const scales = quantization?.f32s(2) ?? [];
  const zeroPoints = quantization?.i64s(3) ?? [];
  const axis = quantization?.i32(6) ?? 0;
  const inner = volume(shape.slice(axis + 1));
  if (scales.length !== 1 && scales.length !== shape[axis])
    throw new DamagedModelError(
      `the tensor ${name} has ${scales.length} scales for ${shape[axis] ?? 0} channels`,
    );
  const channel = (i: number): number => (scales.length === 1 ? 0 : Math.floor(i / inner) % scales.length);
  return Float32Array.from(
    integers(tensor, data, count),
    (q, i) => (q - (zeroPoints[channel(i)] ?? 0)) * scales[channel(i)],
  );
}

/** Whole numbers of a constant, for example a shape. */
export function constantInts({ data, name, type }: LiteTensor): number[] {
  if (type === TYPE.int32 && data && data.length % 4 === 0 && data.length < 1024)
    return [...new Int32Array(data.slice().buffer)];
  throw new DamagedModelError(`the tensor ${name} should hold a few whole numbers`);
}
