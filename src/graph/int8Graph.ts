// A graph in which every number is an 8-bit integer, as TensorFlow Lite defines full-integer models: per-channel
// weights, 32-bit biases and sums, fixed-point requantization. https://ai.google.dev/edge/litert/conversion/tensorflow/quantization/quantization_spec
import { affineOf, type Affine, type Calibration, type Range } from './calibration';
import { CURVES } from './curves';
import { Readers, soleInput, soleOutput, valueOf } from './edges';
import { toFixedFactor } from './fixedPoint';
import {
  applyRule,
  type ExportGraph,
  type GraphKind,
  type GraphNode,
  type NodeOf,
  type Rules,
  type WeightedKind,
  type WeightedNode,
} from './graph';
import {
  ADD_SHIFT,
  type CopyKind,
  type Int8Add,
  type Int8Concat,
  type Int8Copy,
  type Int8Node,
  type Int8Prelu,
  type Int8Softmax,
  type Int8Weighted,
} from './int8Nodes';
import { CLASS_COUNT, quantizeEmbedding, quantizeNorm } from './integerNorms';
import { curveTable, leakyTable, reluTable, roundAway } from './int8Tables';
import { quantizeWeights, type WeightBits } from './weightQuantization';

export interface Int8Graph {
  readonly graph: ExportGraph;
  readonly input: Affine;
  readonly output: Affine;
  /** In the order of the graph's nodes. */
  readonly nodes: readonly Int8Node[];
}

/** The scale that TFLite fixes for shares of one. */
const SHARES: Affine = { scale: 1 / 256, zeroPoint: -128 };

/** The part of a node's range that matters to the node that alone reads it. */
export function usefulRange(range: Range, reader: GraphNode | null): Range {
  if (reader?.kind !== 'curve') return range;
  const { min, max } = CURVES[reader.fn].reach;
  return { min: Math.max(range.min, min), max: Math.min(range.max, max) };
}

const asRange = (_: GraphNode, __: readonly Affine[], range: Range): Affine => affineOf(range);
const asInput = (_: GraphNode, [input]: readonly Affine[]): Affine => input;

const extremesOf = (values: Float32Array): Range => ({
  min: values.reduce((least, v) => Math.min(least, v), 0),
  max: values.reduce((most, v) => Math.max(most, v), 0),
});

const OUTPUT_AFFINE: Rules<GraphKind, [inputs: readonly Affine[], range: Range], Affine> = {
  dense: asRange,
  conv2d: asRange,
  depthwiseConv2d: asRange,
  conv2dTranspose: asRange,
  scaleShift: asRange,
  leakyRelu: asRange,
  relu: asInput,
  reshape: asInput,
  upsample: asInput,
  zeroPad: asInput,
  reflectionPad: asInput,
  crop: asInput,
  resize: asInput,
  averagePool: asInput,
  maxPool: asInput,
  add: asRange,
  concat: asRange,
  prelu: asRange,
  exampleNorm: asRange,
  pixelNorm: asRange,
  embedding: ({ table }) => affineOf(extremesOf(table)),
  softmax: () => SHARES,
  curve: ({ fn }, _, range) => CURVES[fn].affine ?? affineOf(range),
};

/** What scale a node puts out, given the scales of what it reads and the range of its output. */
export const outputAffine = (node: GraphNode, inputs: readonly Affine[], range: Range): Affine =>
  applyRule(OUTPUT_AFFINE, node, inputs, range);

/** Where an output's scale does not follow from what was seen: the scale; else which part of the range matters to its reader. */
export function outputScale(
  graph: ExportGraph,
  node: GraphNode,
): { readonly affine: Affine | null; readonly reach: Range } {
  const everything = { min: -Infinity, max: Infinity };
  // A range tells rules that heed it from rules that do not.
  const [narrow, wide] = [1, 2].map((most) => outputAffine(node, [SHARES], { min: 0, max: most }));
  const isFixed = !keepsScale(node) && narrow.scale === wide.scale;
  const reach = usefulRange(everything, new Readers(graph).only(node.name));
  return { affine: isFixed ? narrow : null, reach };
}

/** Whether a node's output has the scale of what it reads, so that nothing is rounded. */
export const keepsScale = ({ kind }: GraphNode): boolean => OUTPUT_AFFINE[kind] === asInput;

/** Scale and zero point of the input and of every node's output, by index. */
export function affinesOf(
  graph: ExportGraph,
  { input, nodes }: Calibration,
): { readonly input: Affine; readonly nodes: readonly Affine[] } {
  const readers = new Readers(graph);
  const counts = graph.nodes.some(({ kind }) => kind === 'embedding'); // the one input is a class then
  const first = counts ? CLASS_COUNT : affineOf(input);
  const affines = new Map(graph.inputs.map(({ name }) => [name, first]));
  return {
    input: first,
    nodes: graph.nodes.map((node, index) => {
      const read = node.from.map((name) => valueOf(affines, name));
      const made = outputAffine(node, read, usefulRange(nodes[index], readers.only(node.name)));
      affines.set(node.name, made);
      return made;
    }),
  };
}

/** Whether a node has a 4-bit kernel in TFLite. */
export const hasInt4Kernel = (node: GraphNode): boolean => node.kind === 'dense' || node.kind === 'conv2d';

/** What a node is quantized with. */
interface Site {
  readonly input: Affine;
  /** Of everything that it reads. */
  readonly inputs: readonly Affine[];
  readonly output: Affine;
  readonly weightBits: WeightBits;
}

function weighted(node: WeightedNode, { input, output, weightBits }: Site): Int8Weighted {
  const bits = hasInt4Kernel(node) ? weightBits : 8;
  const { values, scales } = quantizeWeights(node, bits, input.scale);
  const scaleOf = (o: number): number => scales[scales.length === 1 ? 0 : o];
  const bias = Int32Array.from(node.bias, (b, o) => roundAway(b / (input.scale * scaleOf(o))));
  const factors = Array.from(scales, (scale) => toFixedFactor((input.scale * scale) / output.scale));
  return { node, input, output, bits, weights: values, scales, bias, factors };
}

const copy = (node: NodeOf<CopyKind>, { input, output }: Site): Int8Copy => ({ node, input, output });

function add(node: NodeOf<'add'>, { input, inputs, output }: Site): Int8Add {
  const twice = 2 * Math.max(...inputs.map(({ scale }) => scale));
  const shares = inputs.map(({ scale }) => toFixedFactor(scale / twice));
  const sum = toFixedFactor(twice / (2 ** ADD_SHIFT * output.scale));
  return { node, input, inputs, output, shares, sum };
}

function concat(node: NodeOf<'concat'>, { input, inputs, output }: Site): Int8Concat {
  const factors = inputs.map(({ scale, zeroPoint }) =>
    scale === output.scale && zeroPoint === output.zeroPoint ? null : toFixedFactor(scale / output.scale),
  );
  return { node, input, inputs, output, factors };
}

function prelu(node: NodeOf<'prelu'>, { input, output }: Site): Int8Prelu {
  const most = node.slopes.reduce((max, slope) => Math.max(max, Math.abs(slope)), 0);
  const slopeScale = Math.fround(most / 127) || 1;
  const slopes = Int8Array.from(node.slopes, (slope) => roundAway(slope / slopeScale));
  return {
    node,
    input,
    output,
    slopes,
    slopeScale,
    positive: toFixedFactor(input.scale / output.scale),
    negative: toFixedFactor((input.scale * slopeScale) / output.scale),
  };
}

/** One of exp(0); 256 of them add up within 32 bits. */
const SOFTMAX_ONE = 2 ** 22;

const softmax = (node: NodeOf<'softmax'>, { input, output }: Site): Int8Softmax => ({
  node,
  input,
  output,
  powers: Int32Array.from({ length: 256 }, (_, step) =>
    roundAway(SOFTMAX_ONE * Math.exp(-input.scale * step)),
  ),
});

const weightedRules: Rules<WeightedKind, [Site], Int8Node> = {
  dense: weighted,
  conv2d: weighted,
  depthwiseConv2d: weighted,
  conv2dTranspose: weighted,
  scaleShift: weighted,
};

const QUANTIZE: Rules<GraphKind, [Site], Int8Node> = {
  ...weightedRules,
  reshape: copy,
  upsample: copy,
  zeroPad: copy,
  reflectionPad: copy,
  crop: copy,
  resize: copy,
  averagePool: copy,
  maxPool: copy,
  add,
  concat,
  prelu,
  softmax,
  exampleNorm: (node, { input, output }) => quantizeNorm(node, input, output),
  pixelNorm: (node, { input, output }) => quantizeNorm(node, input, output),
  embedding: (node, { input, output }) => quantizeEmbedding(node, input, output),
  curve: (node, { input, output }) => ({
    node,
    input,
    output,
    table: curveTable(CURVES[node.fn].of, input, output),
  }),
  leakyRelu: (node, { input, output }) => ({
    node,
    input,
    output,
    table: leakyTable(node.alpha, input, output),
  }),
  relu: (node, { input, output }) => ({ node, input, output, table: reluTable(input) }),
};

/**
 * The full-integer form of a graph.
 * @param weightBits 4 takes 4-bit weights wherever the operation has a kernel for them
 * @throws UnsupportedModelError for a graph of several inputs or outputs, and naming a layer that integers cannot hold
 */
export function quantizeGraph(
  graph: ExportGraph,
  calibration: Calibration,
  weightBits: WeightBits = 8,
): Int8Graph {
  const input = soleInput(graph);
  const affines = affinesOf(graph, calibration);
  const byName = new Map([
    [input.name, affines.input],
    ...graph.nodes.map(({ name }, index) => [name, affines.nodes[index]] as const),
  ]);
  const nodes = graph.nodes.map((node, index) =>
    applyRule(QUANTIZE, node, {
      input: valueOf(byName, node.from[0]),
      inputs: node.from.map((name) => valueOf(byName, name)),
      output: affines.nodes[index],
      weightBits,
    }),
  );
  return { graph, input: affines.input, output: valueOf(byName, soleOutput(graph)), nodes };
}
