// An .onnx file as its graph: operators, constants, what goes in and out. Knows no operator's meaning.
// Field numbers: https://github.com/onnx/onnx/blob/main/onnx/onnx.proto3
import { DamagedModelError, ForeignModelError, OversizedModelError } from '../errors';
import { readTensor, type OnnxTensor, type TakeFile } from './tensor';
import { fieldBudget, floatsOf, intsOf, textOf, wireFields, type FieldBudget, type WireField } from './wire';

const MOST_NODES = 8192;
const MOST_TENSORS = 8192;
/** Sets of operators that are known; before the seventh, sums and products joined shapes by other rules. */
const FIRST_SET = 7;
const LAST_SET = 25;

export interface OnnxAttributes {
  readonly ints: ReadonlyMap<string, readonly number[]>;
  readonly floats: ReadonlyMap<string, readonly number[]>;
  readonly texts: ReadonlyMap<string, string>;
  readonly tensors: ReadonlyMap<string, OnnxTensor>;
}

export interface OnnxNode {
  readonly op: string;
  /** Its name and kind, for messages. */
  readonly label: string;
  /** Empty for an optional input that is left out. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: OnnxAttributes;
}

export interface OnnxPort {
  readonly name: string;
  /** Null for a side that the file leaves free. */
  readonly shape: readonly (number | null)[];
}

export interface OnnxFile {
  readonly nodes: readonly OnnxNode[];
  readonly constants: ReadonlyMap<string, OnnxTensor>;
  /** Without those that have a constant. */
  readonly inputs: readonly OnnxPort[];
  readonly outputs: readonly OnnxPort[];
  /** What the file says of itself. */
  readonly documentation: string;
}

/** Whether bytes begin as a model does: its version, then one of its fields. */
export const isOnnx = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x08 &&
  bytes[1] > 0 &&
  bytes[1] < 32 &&
  [0x12, 0x1a, 0x22, 0x28, 0x32, 0x3a, 0x42].includes(bytes[2]);

/** Bytes of what a file says of itself that are looked at. */
const MOST_WORDS = 4096;

class FileReader {
  readonly #budget: FieldBudget = fieldBudget();
  #tensors = 0;

  constructor(private readonly take: TakeFile) {}

  fields(bytes: Uint8Array, what: string): Generator<WireField> {
    return wireFields(bytes, what, this.#budget);
  }

  tensor(bytes: Uint8Array, name: string): OnnxTensor {
    if (++this.#tensors > MOST_TENSORS)
      throw new OversizedModelError(`The model has more than ${MOST_TENSORS} constants.`);
    return readTensor(this.fields(bytes, 'a constant'), name, this.take);
  }

  node(bytes: Uint8Array): OnnxNode {
    const [inputs, outputs]: [string[], string[]] = [[], []];
    let [name, op, domain] = ['', '', ''];
    const attributes = {
      ints: new Map<string, readonly number[]>(),
      floats: new Map<string, readonly number[]>(),
      texts: new Map<string, string>(),
      tensors: new Map<string, OnnxTensor>(),
    };
    for (const field of this.fields(bytes, 'an operator')) {
      if (field.number === 1) inputs.push(textOf(field));
      else if (field.number === 2) outputs.push(textOf(field));
      else if (field.number === 3) name = textOf(field);
      else if (field.number === 4) op = textOf(field);
      else if (field.number === 5) this.#attribute(field.bytes, attributes);
      else if (field.number === 7) domain = textOf(field);
    }
    const own = domain === '' || domain === 'ai.onnx';
    const kind = own ? op : `${domain}.${op}`;
    const label = `${(name || outputs[0] || 'without a name').slice(0, 120)} (${kind.slice(0, 60) || '?'})`;
    return { op: kind, label, inputs, outputs, attributes };
  }

  #attribute(
    bytes: Uint8Array,
    attributes: {
      readonly ints: Map<string, readonly number[]>;
      readonly floats: Map<string, readonly number[]>;
      readonly texts: Map<string, string>;
      readonly tensors: Map<string, OnnxTensor>;
    },
  ): void {
    let name = '';
    const [ints, floats]: [number[], number[]] = [[], []];
    let text: string | null = null;
    let tensor: OnnxTensor | null = null;
    for (const field of this.fields(bytes, 'an attribute')) {
      const { number } = field;
      if (number === 1) name = textOf(field);
      else if (number === 3) ints.push(field.int);
      else if (number === 8) for (const int of intsOf(field, 'an attribute')) ints.push(int);
      else if (number === 2 || number === 7) for (const f of floatsOf(field, 'an attribute')) floats.push(f);
      else if (number === 4) text = textOf(field);
      else if (number === 5) tensor = this.tensor(field.bytes, 'a constant');
    }
    if (ints.length > 0) attributes.ints.set(name, ints);
    if (floats.length > 0) attributes.floats.set(name, floats);
    if (text !== null) attributes.texts.set(name, text);
    if (tensor) attributes.tensors.set(name, tensor);
  }

  port(bytes: Uint8Array): OnnxPort {
    let name = '';
    const shape: (number | null)[] = [];
    for (const field of this.fields(bytes, 'an input or output')) {
      if (field.number === 1) name = textOf(field);
      if (field.number !== 2) continue;
      const inner = (of: Uint8Array, number: number) =>
        [...this.fields(of, 'a type')].filter((f) => f.number === number).map(({ bytes: b }) => b);
      const sides = inner(field.bytes, 1)
        .flatMap((type) => inner(type, 2))
        .flatMap((held) => inner(held, 1));
      for (const side of sides) {
        const said = [...this.fields(side, 'a size')].find((f) => f.number === 1);
        shape.push(said && said.int > 0 ? said.int : null);
      }
    }
    return { name, shape };
  }

  graph(bytes: Uint8Array): Omit<OnnxFile, 'documentation'> {
    const nodes: OnnxNode[] = [];
    const constants = new Map<string, OnnxTensor>();
    const [inputs, outputs]: [OnnxPort[], OnnxPort[]] = [[], []];
    for (const field of this.fields(bytes, 'the graph')) {
      if (field.number === 1) nodes.push(this.node(field.bytes));
      else if (field.number === 5) {
        const tensor = this.tensor(field.bytes, '');
        constants.set(tensor.name, tensor);
      } else if (field.number === 11) inputs.push(this.port(field.bytes));
      else if (field.number === 12) outputs.push(this.port(field.bytes));
      if (nodes.length > MOST_NODES)
        throw new OversizedModelError(`The model has more than ${MOST_NODES} operators.`);
    }
    return { nodes, constants, inputs: inputs.filter(({ name }) => !constants.has(name)), outputs };
  }
}

function checkSet(set: number): void {
  if (set >= FIRST_SET && set <= LAST_SET) return;
  throw new ForeignModelError(
    `The ONNX model uses the operator set ${set}; ${FIRST_SET} to ${LAST_SET} are known.`,
    'Convert it with the ONNX version converter, for example to operator set 13.',
  );
}

/**
 * @param take gives the file beside the model in which constants are kept
 * @throws DamagedModelError, ForeignModelError, OversizedModelError
 */
export function readOnnxFile(bytes: Uint8Array, take: TakeFile): OnnxFile {
  const reader = new FileReader(take);
  let graph: Omit<OnnxFile, 'documentation'> | null = null;
  let documentation = '';
  let set: number | null = null;
  for (const field of reader.fields(bytes, 'the file')) {
    if (field.number === 7) graph = reader.graph(field.bytes);
    if (field.number === 6) documentation = textOf({ ...field, bytes: field.bytes.subarray(0, MOST_WORDS) });
    if (field.number !== 8) continue;
    const said = [...reader.fields(field.bytes, 'the set of operators')];
    const domain = said.find(({ number }) => number === 1);
    const version = said.find(({ number }) => number === 2);
    if (!domain || domain.bytes.length === 0 || textOf(domain) === 'ai.onnx') set = version?.int ?? 1;
  }
  if (!graph) throw new DamagedModelError('the .onnx file ends before its graph');
  if (set === null) throw new DamagedModelError('the .onnx file does not say which set of operators it uses');
  checkSet(set);
  return { ...graph, documentation };
}
