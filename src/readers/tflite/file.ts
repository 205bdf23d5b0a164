// A .tflite file as tensors and operators, as far as generators need it: one subgraph, constants widened to float32.
// Field numbers are the schema's: https://github.com/google-ai-edge/LiteRT/blob/main/tflite/converter/schema/schema.fbs
import { fromFloat16Bits } from '../../graph/float16';
import { damaged, FlatTable, insideFile } from './flatTable';

/** Constants of one file together: 256 MB as float32. */
const MOST_VALUES = 2 ** 26;

const BITS = { float32: 32, float16: 16, int32: 32, int8: 8, int4: 4 } as const;

const TYPES = new Map([
  [0, 'float32'],
  [1, 'float16'],
  [2, 'int32'],
  [9, 'int8'],
  [17, 'int4'],
] as const);

export type StoredType = 'float32' | 'float16' | 'int32' | 'int8' | 'int4';

export interface FileTensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly type: StoredType;
  /** Real numbers (integers times scale) of a constant; null for what operators compute. */
  readonly values: Float32Array | null;
  /** The least real number that a computed int8 tensor can hold; null for others. */
  readonly lowest: number | null;
}

export interface FileOperator {
  /** BuiltinOperator of the schema. */
  readonly code: number;
  readonly inputs: readonly number[];
  readonly output: number;
  readonly options: FlatTable | null;
}

export interface TfliteFile {
  readonly description: string;
  readonly tensors: readonly FileTensor[];
  readonly operators: readonly FileOperator[];
  readonly input: number;
  readonly output: number;
}

function unpackInt4(bytes: Uint8Array, count: number): Int8Array {
  return Int8Array.from({ length: count }, (_, i) => {
    const half = (bytes[i >> 1] >> (i & 1 ? 4 : 0)) & 15;
    return half > 7 ? half - 16 : half;
  });
}

const volumeOf = (shape: readonly number[]): number => shape.reduce((product, side) => product * side, 1);

/** Integers as the real numbers that they stand for; scales stand along one axis, or there is a single one. */
function dequantized(integers: ArrayLike<number>, shape: readonly number[], quantization: FlatTable | null) {
  const scales = quantization ? new Float32Array(quantization.bytes(2, 4).buffer) : new Float32Array();
  if (scales.length === 0) return Float32Array.from(integers);
  const zeros = quantization ? new BigInt64Array(quantization.bytes(3, 8).buffer) : new BigInt64Array();
  const axis = scales.length > 1 ? (quantization?.int32(6) ?? 0) : 0;
  const inner = volumeOf(shape.slice(axis + 1));
  if (scales.length > 1 && shape[axis] !== scales.length) {
    throw damaged(`A tensor has ${scales.length} scales for ${shape[axis]} channels.`);
  }
  return Float32Array.from(integers, (value, i) => {
    const channel = scales.length > 1 ? Math.floor(i / inner) % scales.length : 0;
    return scales[channel] * (value - Number(zeros[channel] ?? 0n));
  });
}

function widen(
  bytes: Uint8Array<ArrayBuffer>,
  type: StoredType,
  shape: readonly number[],
  quantization: FlatTable | null,
): Float32Array {
  switch (type) {
    case 'float32':
      return new Float32Array(bytes.buffer);
    case 'float16':
      return Float32Array.from(new Uint16Array(bytes.buffer), fromFloat16Bits);
    case 'int32':
      return dequantized(new Int32Array(bytes.buffer), shape, quantization);
    case 'int8':
      return dequantized(new Int8Array(bytes.buffer), shape, quantization);
    case 'int4':
      return dequantized(unpackInt4(bytes, volumeOf(shape)), shape, quantization);
  }
}

function readTensor(table: FlatTable, buffers: readonly FlatTable[]): FileTensor {
  const name = table.text(3);
  const shape = table.int32s(0);
  const code = table.int8(1);
  const type = [...TYPES].find(([known]) => known === code)?.[1];
  if (!type) throw damaged(`The tensor ${name} has the type ${code}, which generators do not use.`);
  const bytes = buffers[table.int32(2)]?.bytes(0) ?? new Uint8Array();
  const quantization = table.table(4);
  if (bytes.length === 0) {
    const lowest = type === 'int8' ? dequantized([-128], [1], quantization)[0] : null;
    return { name, shape, type, values: null, lowest };
  }
  const needed = Math.ceil((volumeOf(shape) * BITS[type]) / 8);
  if (bytes.length !== needed)
    throw damaged(`The tensor ${name} [${shape.join(', ')}] has ${bytes.length} bytes of ${needed}.`);
  const values = widen(bytes, type, shape, quantization);
  if (values.length !== volumeOf(shape) || !values.every(Number.isFinite)) {
    throw damaged(
      `The tensor ${name} [${shape.join(', ')}] holds ${values.length} numbers, or what is none.`,
    );
  }
  return { name, shape, type, values, lowest: null };
}

/** The codes of old files have one byte; newer ones stand in a field of their own. */
const operatorCode = (table: FlatTable): number => Math.max(table.int8(0), table.int32(3));

function only<T>(items: readonly T[], what: string): T {
  const [first] = items;
  if (items.length !== 1) throw damaged(`The file has ${items.length} ${what}; a generator has one.`);
  return first;
}

/** @throws KioskModelError when the bytes are not such a file */
export function readTfliteFile(bytes: Uint8Array): TfliteFile {
  return insideFile(() => {
    const root = FlatTable.root(bytes, 'TFL3');
    const codes = root.tables(1).map(operatorCode);
    const graph = only(root.tables(2), 'graphs');
    const buffers = root.tables(4);
    let held = 0;
    const tensors = graph.tables(0).map((table) => {
      const tensor = readTensor(table, buffers);
      held += tensor.values?.length ?? 0;
      if (held <= MOST_VALUES) return tensor;
      throw damaged(`The file claims more than ${MOST_VALUES} constants.`);
    });
    const known = (index: number): number => {
      if (tensors[index]) return index;
      throw damaged(`The file names tensor ${index} of ${tensors.length}.`);
    };
    const operators = graph.tables(3).map((table): FileOperator => {
      const code = codes[table.int32(0)];
      if (code === undefined) throw damaged('An operator of the file has no code.');
      // Absent operands are -1.
      const inputs = table.int32s(1).map((index) => (index < 0 ? index : known(index)));
      return {
        code,
        inputs,
        output: known(only(table.int32s(2), 'outputs of an operator')),
        options: table.table(4),
      };
    });
    return {
      description: root.text(3),
      tensors,
      operators,
      input: known(only(graph.int32s(1), 'inputs')),
      output: known(only(graph.int32s(2), 'outputs')),
    };
  });
}
