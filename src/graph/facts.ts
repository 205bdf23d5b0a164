// What each kind of node costs, from its shapes and numbers alone.
import {
  applyRule,
  volume,
  type ExportGraph,
  type GraphKind,
  type GraphNode,
  type NodeOf,
  type Rules,
} from './graph';

interface Facts {
  /** For one example. */
  readonly multiplyAdds: number;
  readonly parameters: number;
  /** Of its int8 form: weights, 32-bit biases, a 32-bit factor with its 8-bit exponent per channel, or a table. */
  readonly int8Bytes: number;
}

const TABLE_BYTES = 256;
const nothing = (): Facts => ({ multiplyAdds: 0, parameters: 0, int8Bytes: 0 });
const table = (): Facts => ({ multiplyAdds: 0, parameters: 0, int8Bytes: TABLE_BYTES });
/** Parameters that work without sums of products; a byte each. */
const held = (parameters: number, multiplyAdds = 0): Facts => ({
  multiplyAdds,
  parameters,
  int8Bytes: parameters,
});

const weighted = (
  { weights, bias }: { readonly weights: Float32Array; readonly bias: Float32Array },
  multiplyAdds: number,
): Facts => ({
  multiplyAdds,
  parameters: weights.length + bias.length,
  int8Bytes: weights.length + (4 + 5) * bias.length,
});

const perPixel = (node: NodeOf<'conv2d' | 'depthwiseConv2d'>): Facts =>
  weighted(node, (volume(node.output) / node.bias.length) * node.weights.length);

const FACTS: Rules<GraphKind, [], Facts> = {
  dense: (node) => weighted(node, node.weights.length),
  conv2d: perPixel,
  depthwiseConv2d: perPixel,
  conv2dTranspose: (node) => weighted(node, node.inputs[0][0] * node.inputs[0][1] * node.weights.length),
  scaleShift: (node) => weighted(node, volume(node.output)),
  upsample: nothing,
  reshape: nothing,
  zeroPad: nothing,
  reflectionPad: nothing,
  crop: nothing,
  resize: ({ output }) => held(0, 4 * volume(output)),
  averagePool: nothing,
  maxPool: nothing,
  add: ({ output }) => held(0, volume(output)),
  concat: nothing,
  softmax: nothing,
  prelu: ({ slopes }) => held(slopes.length),
  exampleNorm: ({ gamma, output }) => held(2 * gamma.length, volume(output)),
  pixelNorm: ({ output }) => held(0, volume(output)),
  embedding: ({ table: rows }) => held(rows.length),
  relu: table,
  leakyRelu: table,
  curve: table,
};

export const factsOf = (node: GraphNode): Facts => applyRule(FACTS, node);

/** Multiply-adds of the graph for one example. */
export const multiplyAdds = ({ nodes }: ExportGraph): number =>
  nodes.reduce((sum, node) => sum + factsOf(node).multiplyAdds, 0);

/** Weights and biases of one node. */
export const nodeParameters = (node: GraphNode): number => factsOf(node).parameters;

/** Weights and biases of the graph. */
export const parameterCount = ({ nodes }: ExportGraph): number =>
  nodes.reduce((sum, node) => sum + nodeParameters(node), 0);
