// A graph in which every number is an 8-bit integer, as TensorFlow Lite defines full-integer models: per-channel
// weights, 32-bit biases and sums, fixed-point requantization. https://ai.google.dev/edge/litert/conversion/tensorflow/quantization/quantization_spec
import { affineOf, type Affine, type Calibration, type Range } from './calibration';
import { Readers, soleInput, soleOutput, valueOf } from './edges';
import { toFixedFactor, type FixedFactor } from './fixedPoint';
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
import { curveTable, leakyTable, reluTable, roundAway, type CurveKind } from './int8Tables';
import { quantizeWeights, type WeightBits } from './weightQuantization';

interface Int8Base {
  /** Of the first value that it reads. */
  readonly input: Affine;
  readonly output: Affine;
}

export interface Int8Weighted extends Int8Base {
  readonly node: WeightedNode;
  /** Of `weights`; 4-bit values are stored one to a byte here. */
  readonly bits: WeightBits;
  readonly weights: Int8Array<ArrayBuffer>;
  /** One per output channel, or a single one. */
  readonly scales: Float32Array<ArrayBuffer>;
  readonly bias: Int32Array<ArrayBuffer>;
  /** From sums to outputs, one per scale. */
  readonly factors: readonly FixedFactor[];
}

/** A function of one number as a table: index is the input plus 128. */
export interface Int8Table extends Int8Base {
  readonly node: NodeOf<CurveKind>;
  readonly table: Int8Array<ArrayBuffer>;
}

export type CopyKind = 'reshape' | 'upsample' | 'zeroPad';

/** Copies: input and output have one scale. */
export interface Int8Copy extends Int8Base {
  readonly node: NodeOf<CopyKind>;
}

export type Int8Node = Int8Weighted | Int8Table | Int8Copy;

export interface Int8Graph {
  readonly graph: ExportGraph;
  readonly input: Affine;
  readonly output: Affine;
  /** In the order of the graph's nodes. */
  readonly nodes: readonly Int8Node[];
}

export const isInt8Weighted = (node: Int8Node): node is Int8Weighted => 'weights' in node;
export const isInt8Table = (node: Int8Node): node is Int8Table => 'table' in node;

/** The scales that TFLite fixes for bounded functions. */
const TANH: Affine = { scale: 1 / 128, zeroPoint: 0 };
const SIGMOID: Affine = { scale: 1 / 256, zeroPoint: -128 };

/** Beyond these inputs a bounded function stands still at int8 resolution: finer steps inside are worth more. */
const REACH: Partial<Record<GraphKind, number>> = { tanh: 4, sigmoid: 8 };

/** The part of a node's range that matters to the node that alone reads it. */
export function usefulRange(range: Range, reader: GraphNode | null): Range {
  const reach = reader && REACH[reader.kind];
  if (!reach) return range;
  return { min: Math.max(range.min, -reach), max: Math.min(range.max, reach) };
}

const asRange = (_: GraphNode, __: readonly Affine[], range: Range): Affine => affineOf(range);
const asInput = (_: GraphNode, [input]: readonly Affine[]): Affine => input;

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
  tanh: () => TANH,
  sigmoid: () => SIGMOID,
};

/** What scale a node puts out, given the scales of what it reads and the range of its output. */
export const outputAffine = (node: GraphNode, inputs: readonly Affine[], range: Range): Affine =>
  applyRule(OUTPUT_AFFINE, node, inputs, range);

/** Whether a node's output has the scale of what it reads, so that nothing is rounded. */
export const keepsScale = ({ kind }: GraphNode): boolean => OUTPUT_AFFINE[kind] === asInput;

/** Scale and zero point of the input and of every node's output, by index. */
export function affinesOf(
  graph: ExportGraph,
  { input, nodes }: Calibration,
): { readonly input: Affine; readonly nodes: readonly Affine[] } {
  const readers = new Readers(graph);
  const first = affineOf(input);
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
  tanh: (node, { input, output }) => ({ node, input, output, table: curveTable(Math.tanh, input, output) }),
  sigmoid: (node, { input, output }) => ({
    node,
    input,
    output,
    table: curveTable((x) => 1 / (1 + Math.exp(-x)), input, output),
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
 * @throws UnsupportedModelError for a graph of several inputs or outputs
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
      output: affines.nodes[index],
      weightBits,
    }),
  );
  return { graph, input: affines.input, output: valueOf(byName, soleOutput(graph)), nodes };
}
