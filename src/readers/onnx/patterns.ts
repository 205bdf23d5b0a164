// Operators that are one thing together, as exporters write what ONNX has no operator for: swish, both GELUs, a normalization of
// one example. A pattern is a tree that is held against what makes a value; its x must be one value everywhere.
import { EXAMPLE_NORM_EPSILON, PIXEL_NORM_EPSILON, type CurveFn } from '../../core/network';
import type { OnnxNode } from './file';

/** A value as patterns see it. */
export interface PatternView {
  maker(name: string): OnnxNode | undefined;
  /** The numbers of a constant; null for what is computed. */
  constant(name: string): ArrayLike<number> | null;
}

type Tree =
  | { readonly kind: 'x' }
  | { readonly kind: 'number'; readonly is: number }
  /** A constant that the pattern hands on under this name. */
  | { readonly kind: 'held'; readonly as: string }
  | { readonly kind: 'op'; readonly op: string; readonly of: readonly Tree[] };

export interface Match {
  readonly x: string;
  /** Names of constants. */
  readonly held: Readonly<Record<string, string>>;
  /** Attributes of the operators of a kind, the first that was met. */
  readonly operators: ReadonlyMap<string, OnnxNode>;
}

const x: Tree = { kind: 'x' };
const number = (is: number): Tree => ({ kind: 'number', is });
const op = (name: string, ...of: Tree[]): Tree => ({ kind: 'op', op: name, of });
const held = (as: string): Tree => ({ kind: 'held', as });

const mul = (a: Tree, b: Tree): Tree => op('Mul', a, b);
const add = (a: Tree, b: Tree): Tree => op('Add', a, b);

const COMMUTES: readonly string[] = ['Mul', 'Add'];

interface State {
  x: string | null;
  readonly held: Record<string, string>;
  readonly operators: Map<string, OnnxNode>;
}

/** Whether `name` is made as the tree says; what was found is noted in the state. */
function fits(tree: Tree, name: string, view: PatternView, state: State): boolean {
  if (tree.kind === 'x') {
    state.x ??= name;
    return state.x === name && view.constant(name) === null;
  }
  const numbers = tree.kind === 'op' ? null : view.constant(name);
  if (tree.kind === 'held') {
    if (!numbers) return false;
    state.held[tree.as] = name;
    return true;
  }
  if (tree.kind === 'number')
    return numbers?.length === 1 && Math.abs(numbers[0] - tree.is) <= 2e-4 * Math.abs(tree.is);
  const node = view.maker(name);
  if (!node || node.op !== tree.op || node.inputs.length < tree.of.length) return false;
  const orders = COMMUTES.includes(tree.op) ? [node.inputs, node.inputs.toReversed()] : [node.inputs];
  for (const order of orders) {
    const trial: State = { x: state.x, held: { ...state.held }, operators: new Map(state.operators) };
    if (!tree.of.every((part, i) => fits(part, order[i], view, trial))) continue;
    state.x = trial.x;
    Object.assign(state.held, trial.held);
    for (const [kind, made] of trial.operators) state.operators.set(kind, made);
    if (!state.operators.has(tree.op)) state.operators.set(tree.op, node);
    return true;
  }
  return false;
}

export function matched(tree: Tree, name: string, view: PatternView): Match | null {
  const state: State = { x: null, held: {}, operators: new Map() };
  if (!fits(tree, name, view, state) || state.x === null) return null;
  return { x: state.x, held: state.held, operators: state.operators };
}

const share = add(op('Erf', mul(x, number(Math.SQRT1_2))), number(1));
const divided = add(op('Erf', op('Div', x, number(Math.SQRT2))), number(1));
const CUBE = 0.044715;
const SLOPE = Math.sqrt(2 / Math.PI);
/** x^3, as exporters write it. */
const cubes = [op('Pow', x, number(3)), mul(x, mul(x, x)), mul(mul(x, x), x)];
const bent = (cube: Tree): Tree =>
  add(op('Tanh', mul(number(SLOPE), add(x, mul(number(CUBE), cube)))), number(1));
const ownBent = add(
  op('Tanh', mul(mul(x, number(SLOPE)), add(mul(mul(x, x), number(CUBE)), number(1)))),
  number(1),
);
/** x / 2 times a share of 0 to 2, in whatever order. */
const halves = (part: Tree): readonly Tree[] => [
  mul(x, mul(part, number(0.5))),
  mul(mul(x, part), number(0.5)),
  mul(mul(x, number(0.5)), part),
];

/** What is one curve. */
export const CURVE_TREES: readonly (readonly [CurveFn, Tree])[] = [
  ['swish', mul(x, op('Sigmoid', x))],
  ...[share, divided].flatMap((part) => halves(part).map((tree) => ['gelu', tree] as const)),
  ...[...cubes.map(bent), ownBent].flatMap((part) => halves(part).map((tree) => ['geluTanh', tree] as const)),
];

const centred = op('Sub', x, op('ReduceMean', x));
const deviation = (squares: Tree): Tree =>
  op('Sqrt', add(op('ReduceMean', squares), number(EXAMPLE_NORM_EPSILON)));

/** A normalization of one example, with a factor and an addend. */
export const NORM_TREES: readonly Tree[] = [mul(centred, centred), op('Pow', centred, number(2))].map(
  (squares) => add(mul(op('Div', centred, deviation(squares)), held('gamma')), held('beta')),
);

const squares = [mul(x, x), op('Pow', x, number(2))];

/** A pixel over the root of the mean of its squares. */
export const PIXEL_TREES: readonly Tree[] = squares
  .map((squared) => op('Sqrt', add(op('ReduceMean', squared), number(PIXEL_NORM_EPSILON))))
  .flatMap((size) => [op('Div', x, size), mul(x, op('Reciprocal', size))]);
