// What operators of a .tflite file are read by: one table of rules, and rules for several operators that are one thing
// together. A caller passes the tables that it needs; knows no single operator.
import type { CurveFn, Shape } from '../../core/network';
import { isWeighted, type GraphNode } from '../../graph/graph';
import type { FileOperator } from './file';
import type { FlatTable } from './flatTable';
import type { FileTensor } from './tensor';

/** A constant operand with its numbers, which DEQUANTIZE has widened where the file has one before it. */
export interface Constant {
  readonly shape: readonly number[];
  readonly values: Float32Array;
  /** Whole numbers that nothing gives a scale: sizes, and never weights. */
  readonly isWhole: boolean;
}

/** What an operator is read with. */
export interface Reader {
  readonly base: Pick<GraphNode, 'name' | 'from' | 'inputs' | 'output'>;
  /** Name and kind of the operator, for messages. */
  readonly label: string;
  /** Whether the file leaves sides of the output free: what `base.output` says of them is no size then. */
  readonly isFree: boolean;
  /** Operand `index`. @throws UnsupportedLayerError where it is computed */
  constant(index: number): Constant;
  isConstant(index: number): boolean;
  /** Numbers of the operator's bias, zeros where it has none. */
  bias(index: number, count: number): Float32Array;
  readonly options: FlatTable | null;
  /** @throws UnsupportedLayerError always */
  refuse(problem: string): never;
}

export interface OperatorRule {
  /** Index of the operand that flows through the network; null where all of them do that are no constants. */
  readonly flow: number | null;
  /** The operator as nodes in a row, of which the first reads `from` and the last makes the output. */
  readonly read: (reader: Reader) => readonly GraphNode[];
}

/** Where a group of operators may begin. */
export interface GroupSite {
  /** From the first that may belong to it. */
  readonly operators: readonly FileOperator[];
  readonly tensors: readonly FileTensor[];
  /** Numbers of a constant tensor; null for what operators compute. */
  constant(tensor: number): Float32Array | null;
  /** What `operator` is read with, of which operand `flow` flows. */
  readerOf(operator: FileOperator, flow: number): Reader;
}

/** Several operators that are one thing. */
export interface Group {
  readonly nodes: readonly GraphNode[];
  /** Tensor that they make. */
  readonly output: number;
  /** How many operators they are. */
  readonly operators: number;
}

export interface TfliteRules {
  /** By BuiltinOperator. */
  readonly operators: ReadonlyMap<number, OperatorRule>;
  /** Tried before single operators; null where no such group begins. */
  readonly groups: readonly ((site: GroupSite) => Group | null)[];
  /** Shape of what a node makes, for files that leave sides free; null where such files are refused. */
  readonly shapeOf: ((node: GraphNode) => Shape) | null;
  /** What can be opened, for hints. */
  readonly supported: string;
}

/** By the schema's ActivationFunctionType. */
const CARRIED: ReadonlyMap<number, CurveFn> = new Map([
  [3, 'relu6'],
  [4, 'tanh'],
]);

/** Activations that operators carry along, by the schema's number: the nodes with what follows them. */
export function activated(r: Reader, slot: number, ...nodes: readonly GraphNode[]): readonly GraphNode[] {
  const code = r.options?.int8(slot) ?? 0;
  if (code === 0) return nodes;
  const last = nodes[nodes.length - 1];
  if (code === 1 && isWeighted(last)) return nodes.with(-1, { ...last, relu: true });
  const { name, output } = last;
  const behind = (what: string) => ({ name: `${name}/${what}`, from: [name], inputs: [output], output });
  if (code === 1) return [...nodes, { ...behind('relu'), kind: 'relu' }];
  const fn = CARRIED.get(code);
  if (!fn) return r.refuse(`its activation is number ${code}`);
  return [...nodes, { ...behind(fn), kind: 'curve', fn }];
}
