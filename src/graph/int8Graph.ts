// A graph in which every number is an 8-bit integer, as TensorFlow Lite defines full-integer models: per-channel
// weights, 32-bit biases and sums, fixed-point requantization. https://ai.google.dev/edge/litert/conversion/tensorflow/quantization/quantization_spec
import { affineOf, type Affine, type Calibration, type Range } from './calibration';
import { multiplyFixed, toFixedFactor, type FixedFactor } from './fixedPoint';
import { isWeighted, type ExportGraph, type GraphNode, type PlainNode, type WeightedNode } from './graph';
import { quantizeWeights, type WeightBits } from './weightQuantization';

interface Int8Base {
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
  readonly node: PlainNode;
  readonly table: Int8Array<ArrayBuffer>;
}

/** Copies: input and output have one scale. */
export interface Int8Copy extends Int8Base {
  readonly node: PlainNode;
}

export type Int8Node = Int8Weighted | Int8Table | Int8Copy;

export interface Int8Graph {
  readonly graph: ExportGraph;
  readonly input: Affine;
  readonly output: Affine;
  readonly nodes: readonly Int8Node[];
}

export const isInt8Weighted = (node: Int8Node): node is Int8Weighted => 'weights' in node;
export const isInt8Table = (node: Int8Node): node is Int8Table => 'table' in node;

const clamp = (value: number): number => Math.max(-128, Math.min(127, value));

/** Rounds halves away from zero, as C does. */
const roundAway = (value: number): number => Math.sign(value) * Math.round(Math.abs(value));

/** The scales that TFLite fixes for bounded functions. */
const FIXED_OUTPUT = {
  tanh: { scale: 1 / 128, zeroPoint: 0 },
  sigmoid: { scale: 1 / 256, zeroPoint: -128 },
} as const;

const CURVES = {
  tanh: Math.tanh,
  sigmoid: (x: number) => 1 / (1 + Math.exp(-x)),
} as const;

function curveTable(curve: (x: number) => number, input: Affine, output: Affine): Int8Array<ArrayBuffer> {
  return Int8Array.from({ length: 256 }, (_, i) => {
    const real = Math.fround(curve(Math.fround(input.scale * (i - 128 - input.zeroPoint))));
    return clamp(roundAway(Math.fround(real * (1 / output.scale))) + output.zeroPoint);
  });
}

function leakyTable(alpha: number, input: Affine, output: Affine): Int8Array<ArrayBuffer> {
  const identity = toFixedFactor(input.scale / output.scale);
  const slope = toFixedFactor((input.scale * Math.fround(alpha)) / output.scale);
  return Int8Array.from({ length: 256 }, (_, i) => {
    const value = i - 128 - input.zeroPoint;
    const { mantissa, exponent } = value >= 0 ? identity : slope;
    return clamp(output.zeroPoint + multiplyFixed(value, mantissa, exponent));
  });
}

function weighted(node: WeightedNode, input: Affine, output: Affine, bits: WeightBits): Int8Weighted {
  const { values, scales } = quantizeWeights(node, bits, input.scale);
  const scaleOf = (o: number): number => scales[scales.length === 1 ? 0 : o];
  const bias = Int32Array.from(node.bias, (b, o) => roundAway(b / (input.scale * scaleOf(o))));
  const factors = Array.from(scales, (scale) => toFixedFactor((input.scale * scale) / output.scale));
  return { node, input, output, bits, weights: values, scales, bias, factors };
}

/** Beyond these inputs a bounded function stands still at int8 resolution: finer steps inside are worth more. */
const REACH = { tanh: 4, sigmoid: 8 } as const;

/** The part of a node's range that matters to the node behind it. */
export function usefulRange(range: Range, next: GraphNode | undefined): Range {
  if (next?.kind !== 'tanh' && next?.kind !== 'sigmoid') return range;
  const reach = REACH[next.kind];
  return { min: Math.max(range.min, -reach), max: Math.min(range.max, reach) };
}

/** What scale a node puts out, given the scale of its input and the range of its output. */
export function outputAffine(node: GraphNode, input: Affine, range: Range): Affine {
  switch (node.kind) {
    case 'tanh':
    case 'sigmoid':
      return FIXED_OUTPUT[node.kind];
    case 'relu':
    case 'reshape':
    case 'upsample':
    case 'zeroPad':
      return input;
    default:
      return affineOf(range);
  }
}

function plain(node: PlainNode, input: Affine, output: Affine): Int8Table | Int8Copy {
  switch (node.kind) {
    case 'tanh':
    case 'sigmoid':
      return { node, input, output, table: curveTable(CURVES[node.kind], input, output) };
    case 'leakyRelu':
      return { node, input, output, table: leakyTable(node.alpha, input, output) };
    case 'relu': {
      const table = Int8Array.from({ length: 256 }, (_, i) => Math.max(i - 128, input.zeroPoint));
      return { node, input, output, table };
    }
    case 'reshape':
    case 'upsample':
    case 'zeroPad':
      return { node, input, output };
  }
}

/** Whether a node has a 4-bit kernel in TFLite. */
export const hasInt4Kernel = (node: GraphNode): boolean => node.kind === 'dense' || node.kind === 'conv2d';

/**
 * The full-integer form of a graph.
 * @param weightBits 4 takes 4-bit weights wherever the operation has a kernel for them
 */
export function quantizeGraph(
  graph: ExportGraph,
  calibration: Calibration,
  weightBits: WeightBits = 8,
): Int8Graph {
  const input = affineOf(calibration.input);
  let at: Affine = input;
  const nodes = graph.nodes.map((node, index): Int8Node => {
    const range = usefulRange(calibration.nodes[index], graph.nodes[index + 1]);
    const bits = hasInt4Kernel(node) ? weightBits : 8;
    const output = outputAffine(node, at, range);
    const made = isWeighted(node) ? weighted(node, at, output, bits) : plain(node, at, output);
    at = output;
    return made;
  });
  return { graph, input, output: at, nodes };
}
