// The ONNX file format as far as exported networks need it. Knows nothing of networks. Field numbers are those of
// https://github.com/onnx/onnx/blob/main/onnx/onnx.proto3
import { ProtobufMessage } from './protobuf';

export const ONNX_TYPE = { float: 1, int8: 3, int32: 6, int64: 7, float16: 10 } as const;
export type OnnxType = keyof typeof ONNX_TYPE;

export interface OnnxTensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly type: OnnxType;
  /** Little-endian, as the type says. */
  readonly data: Uint8Array;
}

/** Whole numbers, lists of them, words; real numbers are `{ float }`. */
export type OnnxAttribute = number | readonly number[] | string | { readonly float: number };

export interface OnnxNode {
  readonly op: string;
  /** Empty strings stand for optional inputs that are left out. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes?: Readonly<Record<string, OnnxAttribute>>;
}

/** A float input or output; the word stands for a free batch size. */
export interface OnnxValue {
  readonly name: string;
  readonly shape: readonly (number | string)[];
}

export interface OnnxModel {
  readonly name: string;
  readonly nodes: readonly OnnxNode[];
  readonly tensors: readonly OnnxTensor[];
  readonly inputs: readonly OnnxValue[];
  readonly outputs: readonly OnnxValue[];
  /** For people; absent where there is nothing to say. */
  readonly documentation?: string;
}

const IR_VERSION = 8;
const OPSET = 13; // per-axis DequantizeLinear; old enough for every runtime in use
const ATTRIBUTE = { float: 1, int: 2, text: 3, ints: 7 } as const;

function attribute(name: string, value: OnnxAttribute): ProtobufMessage {
  const message = new ProtobufMessage().text(1, name);
  if (typeof value === 'number') return message.int(3, value).int(20, ATTRIBUTE.int);
  if (typeof value === 'string') return message.text(4, value).int(20, ATTRIBUTE.text);
  if ('float' in value) return message.float(2, value.float).int(20, ATTRIBUTE.float);
  return message.ints(8, value).int(20, ATTRIBUTE.ints);
}

function node({ op, inputs, outputs, attributes = {} }: OnnxNode): ProtobufMessage {
  const message = new ProtobufMessage();
  for (const input of inputs) message.text(1, input);
  for (const output of outputs) message.text(2, output);
  message.text(3, outputs[0]).text(4, op);
  for (const [name, value] of Object.entries(attributes)) message.message(5, attribute(name, value));
  return message;
}

const tensor = ({ name, shape, type, data }: OnnxTensor): ProtobufMessage =>
  new ProtobufMessage().ints(1, shape).int(2, ONNX_TYPE[type]).text(8, name).bytes(9, data);

function value({ name, shape }: OnnxValue): ProtobufMessage {
  const sides = new ProtobufMessage();
  for (const side of shape) {
    const dimension = new ProtobufMessage();
    sides.message(1, typeof side === 'number' ? dimension.int(1, side) : dimension.text(2, side));
  }
  const type = new ProtobufMessage().int(1, ONNX_TYPE.float).message(2, sides);
  return new ProtobufMessage().text(1, name).message(2, new ProtobufMessage().message(1, type));
}

/** The model as the bytes of an `.onnx` file. */
export function writeOnnx(model: OnnxModel): Uint8Array<ArrayBuffer> {
  const graph = new ProtobufMessage();
  for (const n of model.nodes) graph.message(1, node(n));
  graph.text(2, model.name);
  for (const t of model.tensors) graph.message(5, tensor(t));
  for (const v of model.inputs) graph.message(11, value(v));
  for (const v of model.outputs) graph.message(12, value(v));
  const file = new ProtobufMessage().int(1, IR_VERSION).text(2, 'Ganvas');
  if (model.documentation !== undefined) file.text(6, model.documentation);
  return file.message(7, graph).message(8, new ProtobufMessage().text(1, '').int(2, OPSET)).finish();
}
