// A .tflite file as tensors and operators, as far as generators need it: one subgraph. What operators mean stands in the
// rules. Field numbers are the schema's:
// https://github.com/google-ai-edge/LiteRT/blob/main/tflite/converter/schema/schema.fbs
import { DamagedModelError, ForeignModelError } from '../errors';
import { FlatTable } from './flatTable';
import { readTensor, type FileTensor } from './tensor';

export interface FileOperator {
  /** BuiltinOperator of the schema. */
  readonly code: number;
  /** Name of one that the schema does not have. */
  readonly custom: string;
  /** Absent operands are -1. */
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
  readonly options: FlatTable | null;
}

export interface TfliteFile {
  readonly description: string;
  readonly tensors: readonly FileTensor[];
  readonly operators: readonly FileOperator[];
  readonly input: number;
  readonly output: number;
}

export const isTflite = (bytes: Uint8Array): boolean =>
  bytes.length > 8 && String.fromCharCode(...bytes.subarray(4, 8)) === 'TFL3';

/** The codes of old files have one byte; newer ones stand in a field of their own. */
const readCode = (table: FlatTable): Pick<FileOperator, 'code' | 'custom'> => ({
  code: Math.max(table.int8(0), table.int32(3)),
  custom: table.text(1),
});

/** @throws ForeignModelError, DamagedModelError when the bytes are not such a file */
export function readTfliteFile(bytes: Uint8Array): TfliteFile {
  const root = FlatTable.root(bytes, 'TFL3');
  const codes = root.tables(1).map(readCode);
  const graphs = root.tables(2);
  if (graphs.length !== 1) {
    throw new ForeignModelError(
      `The .tflite file has ${graphs.length} graphs; one is supported.`,
      'Convert the generator alone.',
    );
  }
  const [graph] = graphs;
  const buffers = root.tables(4);
  const tensors = graph.tables(0).map((table) => readTensor(table, root, buffers));
  const known = (index: number): number => {
    if (tensors[index]) return index;
    throw new DamagedModelError(`it refers to tensor ${index} of ${tensors.length}`);
  };
  const operators = graph.tables(3).map((table): FileOperator => {
    const number = table.int32(0);
    const code = codes[number];
    if (!code) throw new DamagedModelError(`an operator has the code number ${number} of ${codes.length}`);
    return {
      ...code,
      inputs: table.int32s(1).map((index) => (index < 0 ? -1 : known(index))),
      outputs: table.int32s(2).map(known),
      options: table.table(4),
    };
  });
  const [inputs, outputs] = [graph.int32s(1), graph.int32s(2)];
  if (inputs.length !== 1 || outputs.length !== 1) {
    throw new ForeignModelError(
      `The .tflite file has ${inputs.length} inputs and ${outputs.length} outputs; one of each is supported.`,
      'Convert the generator without its class input.',
    );
  }
  return {
    description: root.text(3),
    tensors,
    operators,
    input: known(inputs[0]),
    output: known(outputs[0]),
  };
}
