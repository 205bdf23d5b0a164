// The graph in plain float32 arithmetic: the oracle that everything else is checked against. The engine is what draws
// quickly.
import { outputShape, soleInput, soleOutput, valueOf } from './edges';
import { cropImage, doubleImage, joinChannels, padImage, reflectImage } from './copies';
import { CURVES } from './curves';
import { conv2d, conv2dTranspose, depthwise } from './floatKernels';
import { exampleNorm, pixelNorm, resize, softmax } from './floatMeans';
import {
  applyRule,
  isWeighted,
  volume,
  type ExportGraph,
  type GraphKind,
  type GraphNode,
  type Rules,
} from './graph';
import { eachWindow } from './windows';

/** Fills `y` from the values that the node reads. */
type FloatRule = readonly [inputs: readonly Float32Array[], y: Float32Array];

const RULES: Rules<GraphKind, FloatRule, void> = {
  dense: ({ weights, bias }, [x], y) => {
    for (let o = 0; o < y.length; o++) {
      let sum = bias[o];
      for (let i = 0; i < x.length; i++) sum += x[i] * weights[o * x.length + i];
      y[o] = sum;
    }
  },
  conv2d: (node, [x], y) => conv2d(node, x, y),
  depthwiseConv2d: (node, [x], y) => depthwise(node, x, y),
  conv2dTranspose: (node, [x], y) => conv2dTranspose(node, x, y),
  scaleShift: ({ weights, bias }, [x], y) => {
    for (let i = 0; i < y.length; i++) y[i] = x[i] * weights[i % bias.length] + bias[i % bias.length];
  },
  upsample: (node, [x], y) => doubleImage(node, x, y),
  reshape: (_, [x], y) => y.set(x),
  zeroPad: (node, [x], y) => padImage(node, x, y),
  reflectionPad: (node, [x], y) => reflectImage(node, x, y),
  crop: (node, [x], y) => cropImage(node, x, y),
  resize: (node, [x], y) => resize(node, x, y),
  averagePool: (node, [x], y) =>
    eachWindow(node, (at, from) => {
      y[at] = from.reduce((sum, place) => sum + x[place], 0) / from.length;
    }),
  maxPool: (node, [x], y) =>
    eachWindow(node, (at, from) => {
      y[at] = from.reduce((most, place) => Math.max(most, x[place]), -Infinity);
    }),
  add: (_, [a, b], y) => {
    for (let i = 0; i < y.length; i++) y[i] = a[i] + b[i];
  },
  concat: (node, inputs, y) => joinChannels(node, inputs, y),
  softmax: (node, [x], y) => softmax(node, x, y),
  prelu: ({ slopes }, [x], y) => {
    for (let i = 0; i < y.length; i++) y[i] = x[i] < 0 ? slopes[i % slopes.length] * x[i] : x[i];
  },
  exampleNorm: (node, [x], y) => exampleNorm(node, x, y),
  pixelNorm: (node, [x], y) => pixelNorm(node, x, y),
  embedding: ({ table }, [x], y) => y.set(table.subarray(x[0] * y.length, (x[0] + 1) * y.length)),
  relu: (_, [x], y) => {
    for (let i = 0; i < y.length; i++) y[i] = Math.max(0, x[i]);
  },
  leakyRelu: ({ alpha }, [x], y) => {
    for (let i = 0; i < y.length; i++) y[i] = x[i] < 0 ? alpha * x[i] : x[i];
  },
  curve: ({ fn }, [x], y) => {
    const { of } = CURVES[fn];
    for (let i = 0; i < y.length; i++) y[i] = of(x[i]);
  },
};

/** The output of one node for one example. */
export function runFloatNode(node: GraphNode, inputs: readonly Float32Array[]): Float32Array {
  const y = new Float32Array(volume(node.output));
  applyRule(RULES, node, inputs, y);
  if (isWeighted(node) && node.relu) for (let i = 0; i < y.length; i++) y[i] = Math.max(0, y[i]);
  return y;
}

/** Sees the output of node `index`, [rows, ...node.output]; must not change or keep it. */
export type NodeVisitor = (index: number, values: Float32Array) => void;

/**
 * Runs the graph on one example.
 * @param inputs one array for each input of the graph
 * @returns one array for each output
 */
export function runFloatExample(
  graph: ExportGraph,
  inputs: readonly Float32Array[],
  visit?: NodeVisitor,
): Float32Array[] {
  const values = new Map(graph.inputs.map(({ name }, i) => [name, inputs[i]]));
  for (const [index, node] of graph.nodes.entries()) {
    const made = runFloatNode(
      node,
      node.from.map((name) => valueOf(values, name)),
    );
    values.set(node.name, made);
    visit?.(index, made);
  }
  return graph.outputs.map((name) => valueOf(values, name));
}

/**
 * Runs a graph of one input and one output on `rows` examples, one after the other.
 * @param inputs [rows * input]
 * @returns [rows * output]
 * @throws UnsupportedModelError for a graph with several inputs or outputs
 */
export function runFloatGraph(
  graph: ExportGraph,
  inputs: Float32Array,
  rows: number,
  visit?: NodeVisitor,
): Float32Array {
  const size = volume(soleInput(graph).shape);
  soleOutput(graph);
  const outputs = new Float32Array(rows * volume(outputShape(graph)));
  for (let row = 0; row < rows; row++) {
    const [drawn] = runFloatExample(graph, [inputs.slice(row * size, (row + 1) * size)], visit);
    outputs.set(drawn, row * drawn.length);
  }
  return outputs;
}
