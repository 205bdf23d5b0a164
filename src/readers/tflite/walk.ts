// Goes along the operators of a .tflite file: which value each tensor is, which constants DEQUANTIZE widened, how many
// numbers were read. What an operator means is its rule's.
import type { Shape } from '../../core/network';
import { valueOf } from '../../graph/edges';
import type { GraphNode } from '../../graph/graph';
import { DamagedModelError, OversizedModelError, UnsupportedLayerError } from '../errors';
import type { FileOperator, TfliteFile } from './file';
import { operatorName } from './operatorNames';
import type { Constant, GroupSite, Reader, TfliteRules } from './rules';
import type { FileTensor } from './tensor';

/** Numbers of constants that are read: 256 MB as float32. */
const MOST_VALUES = 2 ** 26;

export const INPUT = 'input';
const DEQUANTIZE = 6;
const QUANTIZE = 114;
const CAST = 53;

/** Concatenation, gather, strided slice, cast, shape, product, pack: beside the data they work out shapes. */
const SHAPE_OPERATORS: readonly number[] = [2, 36, 45, 53, 77, 81, 83];
const WHOLE_NUMBERS: readonly string[] = ['int32', 'int64'];

interface Value {
  readonly name: string;
  readonly shape: Shape;
}

function shapeOf({ shape, name }: FileTensor): Shape {
  if (shape.length >= 2 && shape[0] === 1 && shape.every((side) => side > 0)) return shape.slice(1);
  throw new DamagedModelError(`the tensor ${name} is [${shape.join(', ')}]; one example at a time is needed`);
}

export class Walk {
  readonly nodes: GraphNode[] = [];
  /** Without those that work out shapes, which the tensors say already. */
  readonly operators: readonly FileOperator[];
  readonly inputShape: Shape;
  readonly #file: TfliteFile;
  readonly #rules: TfliteRules;
  readonly #values = new Map<number, Value>();
  /** The constant that a widened one was. */
  readonly #widened = new Map<number, number>();
  /** Of inputs and nodes by name. */
  readonly #shapes = new Map<string, Shape>();
  #held = 0;

  constructor(file: TfliteFile, rules: TfliteRules) {
    this.#file = file;
    this.#rules = rules;
    this.inputShape = shapeOf(file.tensors[file.input]);
    this.#values.set(file.input, { name: INPUT, shape: this.inputShape });
    this.#shapes.set(INPUT, this.inputShape);
    this.operators = file.operators.filter(
      ({ code, inputs, outputs }) =>
        !SHAPE_OPERATORS.includes(code) ||
        !outputs.every((made) => WHOLE_NUMBERS.includes(file.tensors[made].type)) ||
        (code === CAST && file.tensors[inputs[0]]?.type === 'float32'), // a class, made whole
    );
  }

  siteAt(at: number): GroupSite {
    return {
      operators: this.operators.slice(at, at + 64),
      tensors: this.#file.tensors,
      constant: (tensor) => (this.#isConstant(tensor) ? this.#constant(tensor).values : null),
      readerOf: (operator, flow) => this.#readerOf(operator, flow),
    };
  }

  /** Whether the operator only changes how numbers are held; remembers what it makes. */
  passes({ code, inputs: [from], outputs: [made] }: FileOperator): boolean {
    if (code !== DEQUANTIZE && code !== QUANTIZE) return false;
    const value = this.#values.get(from);
    if (value) this.#values.set(made, value);
    else if (code === DEQUANTIZE && this.#isConstant(from))
      this.#widened.set(made, this.#widened.get(from) ?? from);
    else return false;
    return true;
  }

  /** @throws UnsupportedLayerError for an operator that no rule knows, and what its rule throws */
  read(operator: FileOperator): readonly GraphNode[] {
    const label = this.#label(operator);
    const rule = this.#rules.operators.get(operator.code);
    if (!rule) throw this.#unsupported(label, 'there is no such operator here');
    if (operator.outputs.length !== 1)
      throw this.#unsupported(label, `it makes ${operator.outputs.length} values`);
    const { type } = this.#file.tensors[operator.outputs[0]];
    if (type !== 'float32' && type !== 'int8') throw this.#unsupported(label, `it works on ${type}`);
    return rule.read(this.#readerOf(operator, rule.flow));
  }

  /** Takes in the nodes of one operator or group, of which the last makes the tensor. */
  made(tensor: number, nodes: readonly GraphNode[]): void {
    const { isFree } = this.#file.tensors[tensor];
    for (const node of nodes) {
      const sized = isFree ? this.#sized(node) : node;
      this.nodes.push(sized);
      this.#shapes.set(sized.name, sized.output);
    }
    const last = this.nodes[this.nodes.length - 1];
    this.#values.set(tensor, { name: last.name, shape: last.output });
  }

  /** The node with the shapes that follow from its kind. */
  #sized(node: GraphNode): GraphNode {
    const { shapeOf: shape } = this.#rules;
    if (!shape) throw this.#unsupported(node.name, 'the file leaves its size free');
    const known = { ...node, inputs: node.from.map((name) => valueOf(this.#shapes, name)) };
    return { ...known, output: shape(known) };
  }

  /** Name of the value that leaves by a tensor. */
  finish(tensor: number): string {
    const made = this.#values.get(tensor);
    if (!made) throw new DamagedModelError('its last operator does not make the output');
    const said = this.#file.tensors[tensor];
    if (said.isFree || made.shape.join() === shapeOf(said).join()) return made.name;
    throw new DamagedModelError(
      `its output is [${made.shape.join(', ')}] and it says [${said.shape.join(', ')}]`,
    );
  }

  #label({ code, custom, outputs }: FileOperator): string {
    const kind = custom || operatorName(code);
    return `${this.#file.tensors[outputs[0] ?? -1]?.name || 'without a name'} (${kind})`;
  }

  #unsupported(label: string, problem: string): UnsupportedLayerError {
    return new UnsupportedLayerError(label, problem, this.#rules.supported);
  }

  #isConstant(tensor: number): boolean {
    return this.#widened.has(tensor) || (this.#file.tensors[tensor]?.isConstant ?? false);
  }

  #constant(tensor: number): Constant {
    const { shape } = this.#file.tensors[tensor];
    const stored = this.#file.tensors[this.#widened.get(tensor) ?? tensor];
    const values = stored.values();
    this.#held += values.length;
    if (this.#held <= MOST_VALUES) return { shape, values, isWhole: stored.isWhole };
    throw new OversizedModelError(`The model has more than ${MOST_VALUES} weights.`);
  }

  #readerOf(operator: FileOperator, flow: number | null): Reader {
    const { inputs, outputs, options } = operator;
    const label = this.#label(operator);
    const { tensors } = this.#file;
    const flows = flow === null ? inputs.filter((index) => !this.#isConstant(index)) : [inputs[flow] ?? -1];
    const read = flows.map((index) => {
      const value = this.#values.get(index);
      if (value) return value;
      throw this.#unsupported(label, 'it does not follow an operator before it');
    });
    const made = tensors[outputs[0]];
    const constant = (index: number): Constant => {
      const tensor = inputs[index] ?? -1;
      if (tensor < 0) throw new DamagedModelError(`${label} has no weights`);
      if (!this.#isConstant(tensor)) throw this.#unsupported(label, 'its weights are computed');
      return this.#constant(tensor);
    };
    return {
      base: {
        name: `${made.name}#${outputs[0]}`,
        from: read.map(({ name }) => name),
        inputs: read.map(({ shape }) => shape),
        output: shapeOf(made),
      },
      label,
      isFree: made.isFree,
      options,
      constant,
      isConstant: (index) => this.#isConstant(inputs[index] ?? -1),
      bias(index, count) {
        if ((inputs[index] ?? -1) < 0) return new Float32Array(count);
        const { values } = constant(index);
        if (values.length === count) return values;
        throw new DamagedModelError(`${label} has ${values.length} of ${count} biases`);
      },
      refuse: (problem) => {
        throw this.#unsupported(label, problem);
      },
    };
  }
}
