// A generator in a .tflite file as the graph that this project runs, with float32 weights whatever the file holds. A
// full-integer file becomes the float network that its integers stand for. Reads what exporters/tflite writes, and what
// other tools write of the same operators.
import type { ExportGraph, GraphNode, PlainNode, Sides } from '../../graph/graph';
import { transpose } from '../../graph/kernelLayouts';
import { valueOf } from '../../graph/edges';
import { damaged, insideFile } from './flatTable';
import { BRANCH_OPERATORS, paddingBorders, readNorm } from './branches';
import { readTfliteFile, type FileOperator, type FileTensor, type TfliteFile } from './file';
import { unsupported, type Reader } from './site';

export type WeightKind = 'float32' | 'float16' | 'int8 weights' | 'full int8' | '4-bit weights';

export interface ReadModel {
  readonly graph: ExportGraph;
  /** How the file holds its numbers. */
  readonly weights: WeightKind;
  readonly description: string;
}

const INPUT = 'input';
const DEQUANTIZE = 6;
const QUANTIZE = 114;
const RELU = 1;
const SAME = 0;

function rectifies(code: number): boolean {
  if (code !== 0 && code !== RELU) throw unsupported(`An operator has the fused activation ${code}.`);
  return code === RELU;
}

function sides(height: number, width: number, what: string): Sides {
  if (height < 1 || width < 1) throw damaged(`A convolution has the ${what} ${height} x ${width}.`);
  return [height, width];
}

function fits(reader: Reader, found: number, needed: number): void {
  if (found !== needed) throw damaged(`${reader.base.name} holds ${found} weights and needs ${needed}.`);
}

function dense(r: Reader): GraphNode {
  const { values: weights, shape } = r.constant(1);
  const units = shape[0];
  fits(r, weights.length, units * r.base.inputs[0].reduce((product, side) => product * side, 1));
  return {
    ...r.base,
    kind: 'dense',
    weights,
    bias: r.bias(2, units),
    relu: rectifies(r.options?.int8(0) ?? 0),
  };
}

function conv2d(r: Reader): GraphNode {
  const { values: weights, shape } = r.constant(1);
  const kernel = sides(shape[1], shape[2], 'kernel');
  fits(r, weights.length, shape[0] * kernel[0] * kernel[1] * r.base.inputs[0][2]);
  const stride = sides(r.options?.int32(2) ?? 1, r.options?.int32(1) ?? 1, 'stride');
  if ((r.options?.int32(4, 1) ?? 1) !== 1) throw unsupported('A convolution is dilated.');
  const padding = (r.options?.int8(0) ?? 0) === SAME ? 'same' : 'valid';
  const relu = rectifies(r.options?.int8(3) ?? 0);
  return { ...r.base, kind: 'conv2d', kernel, stride, padding, weights, bias: r.bias(2, shape[0]), relu };
}

function conv2dTranspose(r: Reader): GraphNode {
  const { values: weights, shape } = r.constant(1);
  const kernel = sides(shape[1], shape[2], 'kernel');
  fits(r, weights.length, shape[0] * kernel[0] * kernel[1] * r.base.inputs[0][2]);
  const stride = sides(r.options?.int32(2) ?? 1, r.options?.int32(1) ?? 1, 'stride');
  if ((r.options?.int8(0) ?? 0) !== SAME) throw unsupported('A transposed convolution is not padded.');
  const relu = rectifies(r.options?.int8(3) ?? 0);
  return { ...r.base, kind: 'conv2dTranspose', kernel, stride, weights, bias: r.bias(3, shape[0]), relu };
}

/** A depthwise convolution; of one pixel it is a factor and an addend for each channel. */
function depthwise(r: Reader): GraphNode {
  const { values, shape } = r.constant(1);
  const kernel = sides(shape[1], shape[2], 'kernel');
  const channels = r.base.inputs[0][2];
  fits(r, values.length, channels * kernel[0] * kernel[1]);
  const stride = sides(r.options?.int32(2) ?? 1, r.options?.int32(1) ?? 1, 'stride');
  const relu = rectifies(r.options?.int8(4) ?? 0);
  const bias = r.bias(2, channels);
  if ([...kernel, ...stride].every((side) => side === 1))
    return { ...r.base, kind: 'scaleShift', weights: values, bias, relu };
  const dilations = [r.options?.int32(5, 1) ?? 1, r.options?.int32(6, 1) ?? 1];
  if (dilations.some((d) => d !== 1)) throw unsupported('A depthwise convolution is dilated.');
  if ((r.options?.int8(0) ?? 0) !== SAME) throw unsupported('A depthwise convolution is not padded.');
  const weights = transpose(values, [kernel[0] * kernel[1], channels], [1, 0]);
  return { ...r.base, kind: 'depthwiseConv2d', kernel, stride, weights, bias, relu };
}

const zeroPad = (r: Reader): PlainNode => ({ ...r.base, kind: 'zeroPad', ...paddingBorders(r) });

function upsample(r: Reader): PlainNode {
  const [before, after] = [r.base.inputs[0], r.base.output];
  if (after[0] !== 2 * before[0] || after[1] !== 2 * before[1]) {
    throw unsupported(
      `An image of ${before.join(' x ')} is resized to ${after.join(' x ')}; only doubling is known.`,
    );
  }
  if ((r.options?.int8(0) ?? 0) !== 0)
    throw unsupported(`The operator ${r.base.name} aligns corners of images.`);
  return { ...r.base, kind: 'upsample' };
}

interface Operator {
  /** Index of the operand that flows through the network; null where all of them do. */
  readonly flow: number | null;
  read(reader: Reader): GraphNode;
}

/** By BuiltinOperator. */
const OPERATORS: ReadonlyMap<number, Operator> = new Map<number, Operator>([
  ...BRANCH_OPERATORS,
  [3, { flow: 0, read: conv2d }],
  [4, { flow: 0, read: depthwise }],
  [9, { flow: 0, read: dense }],
  [14, { flow: 0, read: (r: Reader): GraphNode => ({ ...r.base, kind: 'sigmoid' }) }],
  [19, { flow: 0, read: (r: Reader): GraphNode => ({ ...r.base, kind: 'relu' }) }],
  [22, { flow: 0, read: (r: Reader): GraphNode => ({ ...r.base, kind: 'reshape' }) }],
  [28, { flow: 0, read: (r: Reader): GraphNode => ({ ...r.base, kind: 'tanh' }) }],
  [34, { flow: 0, read: zeroPad }],
  [67, { flow: 2, read: conv2dTranspose }],
  [97, { flow: 0, read: upsample }],
  [
    98,
    {
      flow: 0,
      read: (r: Reader): GraphNode => ({ ...r.base, kind: 'leakyRelu', alpha: r.options?.float32(0) ?? 0 }),
    },
  ],
]);

function shapeOf({ shape, name }: FileTensor): readonly number[] {
  if (shape.length >= 2 && shape[0] === 1 && shape.every((side) => side > 0)) return shape.slice(1);
  throw unsupported(`The tensor ${name} is [${shape.join(', ')}]; one example at a time is needed.`);
}

function weightKind({ tensors, operators }: TfliteFile): WeightKind {
  const holds = (type: FileTensor['type']) => tensors.some((t) => t.type === type && t.values);
  const integer = operators.some(({ code, output }) => code !== QUANTIZE && tensors[output].type === 'int8');
  if (holds('int4')) return '4-bit weights';
  if (holds('int8')) return integer ? 'full int8' : 'int8 weights';
  return holds('float16') ? 'float16' : 'float32';
}

/** Transposed convolutions of full-integer files rectify by saturating at the zero point; the output then starts at 0. */
const saturates = (node: GraphNode, low: number | null): GraphNode =>
  node.kind === 'conv2dTranspose' && low === 0 ? { ...node, relu: true } : node;

/**
 * The generator in a file.
 * @throws KioskModelError naming what is damaged or not supported
 */
export const readTfliteModel = (bytes: Uint8Array): ReadModel => insideFile(() => readModel(bytes));

function readModel(bytes: Uint8Array): ReadModel {
  const file = readTfliteFile(bytes);
  const constants = file.tensors.map(({ values }) => values);
  const nodes: GraphNode[] = [];
  /** Values by the index of their tensor. */
  const values = new Map([[String(file.input), INPUT]]);
  const readAs = (operator: FileOperator, flow: number | null): Reader => {
    const flows = flow === null ? operator.inputs : [operator.inputs[flow] ?? -1];
    const from = flows.map((index) => {
      const found = values.get(String(index));
      if (found !== undefined) return found;
      throw unsupported(`The operator ${operator.code} reads what no operator before it makes.`);
    });
    return readerOf(file, operator, { flows, from, constants });
  };
  for (let i = 0; i < file.operators.length; i++) {
    const operator = file.operators[i];
    const { code, inputs, output } = operator;
    const passes = code === DEQUANTIZE || code === QUANTIZE ? values.get(String(inputs[0])) : undefined;
    if (passes !== undefined) {
      values.set(String(output), passes);
      continue;
    }
    if (code === DEQUANTIZE && constants[inputs[0]]) {
      constants[output] = constants[inputs[0]];
      continue;
    }
    const norm = readNorm(file.operators, i, (index) => constants[index] ?? null);
    if (norm) {
      const reader = readAs({ ...operator, output: norm.output }, 0);
      const { over, gamma, beta } = norm;
      nodes.push({ ...reader.base, kind: 'exampleNorm', over, gamma, beta });
      values.set(String(norm.output), reader.base.name);
      i += norm.operators - 1;
      continue;
    }
    const known = OPERATORS.get(code);
    if (!known) throw unsupported(`The file holds the operator ${code}.`);
    const node = saturates(known.read(readAs(operator, known.flow)), file.tensors[output].lowest);
    nodes.push(node);
    values.set(String(output), node.name);
  }
  const from = values.get(String(file.output));
  if (from === undefined || nodes.length === 0) throw unsupported('The operators do not end in the output.');
  const [input, output] = [file.tensors[file.input], file.tensors[file.output]].map(shapeOf);
  const shapes = new Map(nodes.map((node) => [node.name, node.output]));
  if (valueOf(shapes, from).join() !== output.join()) throw unsupported('The output has another shape.');
  const graph = { name: 'generator', inputs: [{ name: INPUT, shape: input }], nodes, outputs: [from] };
  return { graph, weights: weightKind(file), description: file.description };
}

/** Where an operator stands in the graph. */
interface Site {
  /** Tensors that flow through the network. */
  readonly flows: readonly number[];
  /** The nodes that make them. */
  readonly from: readonly string[];
  readonly constants: readonly (Float32Array | null)[];
}

function readerOf(
  { tensors }: TfliteFile,
  { inputs, output, options }: FileOperator,
  { flows, from, constants }: Site,
): Reader {
  const name = `${tensors[output].name}#${output}`;
  const base = {
    name,
    from,
    inputs: flows.map((index) => shapeOf(tensors[index])),
    output: shapeOf(tensors[output]),
  };
  const constant = (index: number) => {
    const tensor = tensors[inputs[index]];
    const values = tensor ? constants[inputs[index]] : null;
    if (values) return { ...tensor, values };
    throw damaged(`The operator ${name} has no weights.`);
  };
  return {
    base,
    options,
    constant,
    bias: (index, count) => {
      if ((inputs[index] ?? -1) < 0) return new Float32Array(count);
      const { values } = constant(index);
      if (values.length !== count)
        throw damaged(`The operator ${name} has ${values.length} of ${count} biases.`);
      return values;
    },
  };
}
