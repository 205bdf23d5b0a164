// Operators that the file applies to constants alone, or to the shape of a value: they are worked out while it is read.
import { transpose } from '../../graph/kernelLayouts';
import { volume } from '../../graph/graph';
import type { OnnxNode } from './file';
import { tensorOf, type OnnxTensor } from './tensor';

/** Numbers of sizes, which are worked out one by one. */
const MOST_SIZES = 4096;

const axesOf = (node: OnnxNode, operand: OnnxTensor | undefined): readonly number[] =>
  node.attributes.ints.get('axes') ?? (operand ? Array.from(operand.numbers()) : []);

const small = (tensor: OnnxTensor): number[] =>
  volume(tensor.shape) <= MOST_SIZES ? Array.from(tensor.numbers()) : [];

/** The same numbers in another shape. */
const shaped = ({ name, isWhole, numbers }: OnnxTensor, shape: readonly number[]): OnnxTensor => ({
  name,
  shape,
  isWhole,
  numbers,
});

type Fold = (node: OnnxNode, operands: readonly OnnxTensor[]) => OnnxTensor | null;

const calculated =
  (of: (a: number, b: number) => number): Fold =>
  (_, [a, b]) => {
    const [left, right] = [small(a), small(b)];
    if (left.length === 0 || right.length === 0) return null;
    if (left.length > 1 && right.length > 1 && left.length !== right.length) return null;
    const length = Math.max(left.length, right.length);
    const at = (list: readonly number[], i: number): number => list[list.length === 1 ? 0 : i];
    const made = Array.from({ length }, (__, i) => of(at(left, i), at(right, i)));
    const shape = left.length >= right.length ? a.shape : b.shape;
    const isWhole = a.isWhole && b.isWhole;
    return tensorOf(a.name, shape, isWhole ? Float64Array.from(made, Math.trunc) : Float32Array.from(made));
  };

function gather(_: OnnxNode, [data, indices]: readonly OnnxTensor[]): OnnxTensor | null {
  if (data.shape.length !== 1 || !data.isWhole) return null;
  const numbers = small(data);
  const picked = small(indices).map((index) => numbers[index < 0 ? index + numbers.length : index]);
  return picked.some((n) => n === undefined)
    ? null
    : tensorOf(data.name, indices.shape, Float64Array.from(picked));
}

/** Along the first axis, also backwards. */
function slice(node: OnnxNode, [data, starts, ends, axes, steps]: readonly OnnxTensor[]): OnnxTensor | null {
  const [step, axis] = [steps ? small(steps)[0] : 1, axes ? small(axes)[0] : 0];
  const [count, ...others] = data.shape;
  const numbers = small(data);
  if (axis !== 0 || (step !== 1 && step !== -1) || numbers.length === 0) return null;
  const from = starts ? small(starts)[0] : node.attributes.ints.get('starts')?.[0];
  const to = ends ? small(ends)[0] : node.attributes.ints.get('ends')?.[0];
  if (from === undefined || to === undefined) return null;
  const inside = (n: number): number => Math.max(step < 0 ? -1 : 0, Math.min(count, n < 0 ? n + count : n));
  const kept: number[] = [];
  for (
    let row = Math.min(inside(from), step < 0 ? count - 1 : count);
    step < 0 ? row > inside(to) : row < inside(to);
    row += step
  )
    kept.push(row);
  const size = volume(others);
  const rows = kept.flatMap((row) => numbers.slice(row * size, (row + 1) * size));
  const made = data.isWhole ? Float64Array.from(rows) : Float32Array.from(rows);
  return tensorOf(data.name, [kept.length, ...others], made);
}

function filled(node: OnnxNode, [sizes]: readonly OnnxTensor[]): OnnxTensor | null {
  const shape = small(sizes);
  const value = node.attributes.tensors.get('value');
  const [number] = value ? small(value) : [0];
  if (number === undefined || !(volume(shape) <= MOST_SIZES) || shape.some((n) => n < 0)) return null;
  const numbers = value?.isWhole ? new Float64Array(volume(shape)) : new Float32Array(volume(shape));
  return tensorOf(node.outputs[0], shape, numbers.fill(number));
}

function dequantize(node: OnnxNode, [data, scale, zero]: readonly OnnxTensor[]): OnnxTensor | null {
  const count = volume(scale.shape);
  const rank = data.shape.length;
  const said = node.attributes.ints.get('axis')?.[0] ?? 1;
  const axis = said < 0 ? said + rank : said;
  if (count !== 1 && count !== data.shape[axis]) return null;
  const inner = count === 1 ? 1 : volume(data.shape.slice(axis + 1));
  const at = (list: ArrayLike<number>, i: number): number => list[Math.floor(i / inner) % list.length];
  const numbers = (): Float32Array => {
    const [scales, zeros] = [scale.numbers(), zero?.numbers() ?? [0]];
    return Float32Array.from(data.numbers(), (n, i) => (n - at(zeros, i)) * at(scales, i));
  };
  return { name: data.name, shape: data.shape, isWhole: false, numbers };
}

/** Null where the numbers do not fit the sizes. */
function reshape(_: OnnxNode, [data, sizes]: readonly OnnxTensor[]): OnnxTensor | null {
  const wanted = small(sizes).map((n, i) => (n === 0 ? data.shape[i] : n));
  const known = volume(wanted.filter((n) => n !== -1));
  const shape = wanted.map((n) => (n === -1 ? volume(data.shape) / known : n));
  return volume(shape) === volume(data.shape) ? shaped(data, shape) : null;
}

const FOLDS: Readonly<Record<string, Fold>> = {
  Identity: (_, [a]) => a,
  Cast: (node, [a]) => {
    const to = node.attributes.ints.get('to')?.[0] ?? 1;
    if ([1, 10, 11, 16].includes(to) !== a.isWhole) return a;
    const numbers = (): Float32Array | Float64Array =>
      a.isWhole ? Float32Array.from(a.numbers()) : Float64Array.from(a.numbers(), Math.trunc);
    return { ...a, isWhole: !a.isWhole, numbers };
  },
  Unsqueeze: (node, [a, axes]) => {
    const shape = [...a.shape];
    const rank = shape.length + axesOf(node, axes).length;
    for (const axis of [...axesOf(node, axes)].map((n) => (n < 0 ? n + rank : n)).sort((x, y) => x - y))
      shape.splice(axis, 0, 1);
    return shaped(a, shape);
  },
  Squeeze: (node, [a, axes]) => {
    const said = axesOf(node, axes).map((n) => (n < 0 ? n + a.shape.length : n));
    return shaped(
      a,
      a.shape.filter((side, i) => side !== 1 || (said.length > 0 && !said.includes(i))),
    );
  },
  Transpose: (node, [a]) => {
    const order = node.attributes.ints.get('perm') ?? a.shape.map((_, i) => a.shape.length - 1 - i);
    if (order.toSorted((x, y) => x - y).some((axis, i) => axis !== i) || order.length !== a.shape.length)
      return null;
    const turned = (): Float32Array => transpose(Float32Array.from(a.numbers()), a.shape, order);
    const shape = order.map((axis) => a.shape[axis]);
    return { name: a.name, shape, isWhole: false, numbers: turned };
  },
  Concat: (_, operands) => {
    if (operands.some(({ shape }) => shape.length !== 1)) return null;
    const made = operands.flatMap(small);
    return tensorOf(operands[0].name, [made.length], Float64Array.from(made));
  },
  Gather: gather,
  Slice: slice,
  ConstantOfShape: filled,
  Reshape: reshape,
  DequantizeLinear: dequantize,
  Add: calculated((a, b) => a + b),
  Sub: calculated((a, b) => a - b),
  Mul: calculated((a, b) => a * b),
  Div: calculated((a, b) => a / b),
  Floor: (_, [a]) => tensorOf(a.name, a.shape, Float32Array.from(small(a), Math.floor)),
};

/** Operators that work on two constants; the others are content with one. */
const OF_TWO: ReadonlySet<string> = new Set([
  ...['Gather', 'Reshape', 'DequantizeLinear'],
  ...['Add', 'Sub', 'Mul', 'Div'],
]);

/** What an operator makes of constants; null where that is not known here. */
export function folded(node: OnnxNode, operands: readonly OnnxTensor[]): OnnxTensor | null {
  if (operands.length < (OF_TWO.has(node.op) ? 2 : 1)) return null;
  return Object.hasOwn(FOLDS, node.op) ? FOLDS[node.op](node, operands) : null;
}

/** The constant that an operator holds itself; null for other operators. */
export function constantOf({ op, attributes, outputs }: OnnxNode): OnnxTensor | null {
  if (op !== 'Constant') return null;
  const [name] = outputs;
  const tensor = attributes.tensors.get('value');
  if (tensor) return tensor;
  const ints = attributes.ints.get('value_ints') ?? attributes.ints.get('value_int');
  if (ints)
    return tensorOf(name, attributes.ints.has('value_int') ? [] : [ints.length], Float64Array.from(ints));
  const floats = attributes.floats.get('value_floats') ?? attributes.floats.get('value_float');
  return floats
    ? tensorOf(name, attributes.floats.has('value_float') ? [] : [floats.length], Float32Array.from(floats))
    : null;
}
