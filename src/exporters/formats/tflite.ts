// The TensorFlow Lite file format (schema version 3) as far as exported networks need it: tensors, operators, one
// subgraph, one signature. Knows nothing of networks. Field numbers are the schema's:
// https://github.com/google-ai-edge/LiteRT/blob/main/tflite/converter/schema/schema.fbs
import { Builder, type Offset } from 'flatbuffers';

export const TENSOR_TYPE = { float32: 0, float16: 1, int32: 2, int8: 9, int4: 17 } as const;
export type TfliteType = keyof typeof TENSOR_TYPE;

export interface TfliteQuantization {
  readonly scales: Float32Array;
  /** One for all scales. */
  readonly zeroPoint: number;
  /** The axis that has one scale per index. */
  readonly axis: number;
}

export interface TfliteTensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly type: TfliteType;
  /** Absent for tensors that operators compute. */
  readonly data?: Uint8Array;
  readonly quantization?: TfliteQuantization;
  /** `shape` with -1 for sides that are left free. */
  readonly signature?: readonly number[];
}

/** One field of an operator's options table; defaults are the schema's. */
type OptionField =
  | {
      readonly slot: number;
      readonly type: 'int8' | 'int32' | 'float32';
      readonly value: number;
      readonly default: number;
    }
  | { readonly slot: number; readonly type: 'int32s'; readonly value: readonly number[] };

export interface TfliteOperator {
  /** BuiltinOperator of the schema. */
  readonly code: number;
  readonly version: number;
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
  /** BuiltinOptions of the schema; absent where the table would be empty. */
  readonly options?: { readonly type: number; readonly fields: readonly OptionField[] };
}

export interface TfliteModel {
  readonly description: string;
  readonly tensors: readonly TfliteTensor[];
  readonly operators: readonly TfliteOperator[];
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
}

const SCHEMA_VERSION = 3;
const BUFFER_ALIGNMENT = 16; // force_align of Buffer.data
const OPERATOR_CODES_OF_ONE_BYTE = 127;

/** One table: field by field, in slot order. */
function table(b: Builder, fields: number, fill: () => void): Offset {
  b.startObject(fields);
  fill();
  return b.endObject();
}

function int32s(b: Builder, values: readonly number[]): Offset {
  b.startVector(4, values.length, 4);
  for (let i = values.length - 1; i >= 0; i--) b.addInt32(values[i]);
  return b.endVector();
}

function offsets(b: Builder, values: readonly Offset[]): Offset {
  b.startVector(4, values.length, 4);
  for (let i = values.length - 1; i >= 0; i--) b.addOffset(values[i]);
  return b.endVector();
}

function bytes(b: Builder, values: Uint8Array): Offset {
  b.startVector(1, values.length, BUFFER_ALIGNMENT);
  for (let i = values.length - 1; i >= 0; i--) b.addInt8(values[i]);
  return b.endVector();
}

function quantization(b: Builder, { scales, zeroPoint, axis }: TfliteQuantization): Offset {
  b.startVector(4, scales.length, 4);
  for (let i = scales.length - 1; i >= 0; i--) b.addFloat32(scales[i]);
  const scaleVector = b.endVector();
  b.startVector(8, scales.length, 8);
  for (let i = 0; i < scales.length; i++) b.addInt64(BigInt(zeroPoint));
  const zeroPoints = b.endVector();
  return table(b, 7, () => {
    b.addFieldOffset(2, scaleVector, 0);
    b.addFieldOffset(3, zeroPoints, 0);
    b.addFieldInt32(6, axis, 0);
  });
}

function tensor(b: Builder, t: TfliteTensor, buffer: number): Offset {
  const name = b.createString(t.name);
  const shape = int32s(b, t.shape);
  const scales = t.quantization ? quantization(b, t.quantization) : 0;
  const signature = t.signature ? int32s(b, t.signature) : 0;
  return table(b, 11, () => {
    b.addFieldOffset(0, shape, 0);
    b.addFieldInt8(1, TENSOR_TYPE[t.type], 0);
    b.addFieldInt32(2, buffer, 0);
    b.addFieldOffset(3, name, 0);
    b.addFieldOffset(4, scales, 0);
    b.addFieldOffset(7, signature, 0);
    b.addFieldInt8(8, 1, 0); // has_rank
  });
}

function options(b: Builder, { fields }: NonNullable<TfliteOperator['options']>): Offset {
  const lists = fields.map((field) => (field.type === 'int32s' ? int32s(b, field.value) : 0));
  return table(b, Math.max(...fields.map((f) => f.slot)) + 1, () => {
    for (const [i, field] of fields.entries()) {
      if (field.type === 'int32s') b.addFieldOffset(field.slot, lists[i], 0);
      else if (field.type === 'int8') b.addFieldInt8(field.slot, field.value, field.default);
      else if (field.type === 'int32') b.addFieldInt32(field.slot, field.value, field.default);
      else b.addFieldFloat32(field.slot, field.value, field.default);
    }
  });
}

function operator(b: Builder, op: TfliteOperator, codeIndex: number): Offset {
  const inputs = int32s(b, op.inputs);
  const outputs = int32s(b, op.outputs);
  const optionTable = op.options ? options(b, op.options) : 0;
  return table(b, 9, () => {
    b.addFieldInt32(0, codeIndex, 0);
    b.addFieldOffset(1, inputs, 0);
    b.addFieldOffset(2, outputs, 0);
    b.addFieldInt8(3, op.options?.type ?? 0, 0);
    b.addFieldOffset(4, optionTable, 0);
  });
}

function signature(b: Builder, model: TfliteModel): Offset {
  const named = (index: number): Offset => {
    const name = b.createString(model.tensors[index].name);
    return table(b, 2, () => {
      b.addFieldOffset(0, name, 0);
      b.addFieldInt32(1, index, 0);
    });
  };
  const inputs = offsets(b, model.inputs.map(named));
  const outputs = offsets(b, model.outputs.map(named));
  const key = b.createString('serving_default');
  return table(b, 5, () => {
    b.addFieldOffset(0, inputs, 0);
    b.addFieldOffset(1, outputs, 0);
    b.addFieldOffset(2, key, 0);
  });
}

/** The model as the bytes of a `.tflite` file. */
export function writeTflite(model: TfliteModel): Uint8Array<ArrayBuffer> {
  const dataBytes = model.tensors.reduce((sum, t) => sum + (t.data?.length ?? 0), 0);
  const b = new Builder(dataBytes + 65536);

  const buffers: Offset[] = [table(b, 1, () => undefined)]; // buffer 0 stands for "no data"
  const bufferOf = model.tensors.map(({ data }) => {
    if (!data) return 0;
    const content = bytes(b, data);
    return buffers.push(table(b, 1, () => b.addFieldOffset(0, content, 0))) - 1;
  });

  const codes = [...new Set(model.operators.map((op) => `${op.code} ${op.version}`))];
  const operators = model.operators.map((op) => operator(b, op, codes.indexOf(`${op.code} ${op.version}`)));
  const tensors = model.tensors.map((t, i) => tensor(b, t, bufferOf[i]));
  const name = b.createString('main');
  const tensorVector = offsets(b, tensors);
  const inputs = int32s(b, model.inputs);
  const outputs = int32s(b, model.outputs);
  const operatorVector = offsets(b, operators);
  const subgraph = table(b, 5, () => {
    b.addFieldOffset(0, tensorVector, 0);
    b.addFieldOffset(1, inputs, 0);
    b.addFieldOffset(2, outputs, 0);
    b.addFieldOffset(3, operatorVector, 0);
    b.addFieldOffset(4, name, 0);
  });
  const codeTables = codes.map((key) => {
    const [code, version] = key.split(' ').map(Number);
    return table(b, 4, () => {
      b.addFieldInt8(0, Math.min(code, OPERATOR_CODES_OF_ONE_BYTE), 0);
      b.addFieldInt32(2, version, 1);
      b.addFieldInt32(3, code, 0);
    });
  });
  const signatures = offsets(b, [signature(b, model)]);
  const codeVector = offsets(b, codeTables);
  const subgraphs = offsets(b, [subgraph]);
  const description = b.createString(model.description);
  const bufferVector = offsets(b, buffers);
  const root = table(b, 8, () => {
    b.addFieldInt32(0, SCHEMA_VERSION, 0);
    b.addFieldOffset(1, codeVector, 0);
    b.addFieldOffset(2, subgraphs, 0);
    b.addFieldOffset(3, description, 0);
    b.addFieldOffset(4, bufferVector, 0);
    b.addFieldOffset(7, signatures, 0);
  });
  b.finish(root, 'TFL3');
  return new Uint8Array(b.asUint8Array());
}
