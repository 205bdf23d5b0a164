// A graph as an ONNX model: channels first inside, as ONNX has it, channels last at its inputs and outputs, as everywhere
// here; any batch. Weights float32 or float16, or int8 with quantized activations ("QDQ").
import { outputShapes, valueOf } from '../../graph/edges';
import { isWeighted, type ExportGraph, type GraphKind, type WeightedNode } from '../../graph/graph';
import { type Int8Graph } from '../../graph/int8Graph';
import { isInt8Weighted } from '../../graph/int8Nodes';
import type { OnnxModel } from '../formats/onnx';
import { inputNames, outputNames, type PortNames } from '../ports';
import { OnnxAssembly, type OnnxWeights } from './assemble';
import { isImage, writeNode } from './operators';

export type { OnnxWeights } from './assemble';

/** Walks the graph with `weightsOf` and, where given, `round` for the input, index -1, and for what every node makes. */
function assemble(
  kind: OnnxWeights,
  graph: ExportGraph,
  ports: PortNames,
  weightsOf: (a: OnnxAssembly, index: number, node: WeightedNode) => string[],
  round: (a: OnnxAssembly, index: number, value: string) => string = (_, __, value) => value,
): OnnxModel {
  const a = new OnnxAssembly(kind);
  const [inputs, outputs] = [inputNames(graph, ports), outputNames(graph, ports)];
  const values = new Map<string, string>();
  for (const [i, { name, shape }] of graph.inputs.entries()) {
    const first = i === 0 ? 'channelsFirst' : `${inputs[i]}/channelsFirst`;
    const turned = isImage(shape) ? a.op('Transpose', [inputs[i]], first, { perm: [0, 3, 1, 2] }) : inputs[i];
    values.set(name, round(a, -1, turned));
  }
  for (const [index, node] of graph.nodes.entries()) {
    const weights = isWeighted(node) ? weightsOf(a, index, node) : [];
    const read = node.from.map((name) => valueOf(values, name));
    values.set(node.name, round(a, index, writeNode(node, a, read, weights)));
  }
  const shapes = outputShapes(graph);
  for (const [i, name] of graph.outputs.entries()) {
    const made = valueOf(values, name);
    if (isImage(shapes[i])) a.op('Transpose', [made], outputs[i], { perm: [0, 2, 3, 1] });
    else a.op('Identity', [made], outputs[i]);
  }
  return {
    name: graph.name,
    nodes: a.nodes,
    tensors: a.tensors,
    inputs: inputs.map((name, i) => ({ name, shape: ['batch', ...graph.inputs[i].shape] })),
    outputs: outputs.map((name, i) => ({ name, shape: ['batch', ...shapes[i]] })),
  };
}

/** The model with float32 arithmetic. */
export const floatOnnxModel = (graph: ExportGraph, kind: OnnxWeights, ports: PortNames): OnnxModel =>
  assemble(kind, graph, ports, (a, _, node) => a.weights(node));

/** Whether a kind only moves numbers, which stay rounded then. */
const MOVES: { readonly [K in GraphKind]: boolean } = {
  dense: false,
  conv2d: false,
  depthwiseConv2d: false,
  conv2dTranspose: false,
  scaleShift: false,
  upsample: true,
  reshape: true,
  zeroPad: true,
  reflectionPad: true,
  crop: true,
  resize: false,
  averagePool: false,
  maxPool: true,
  add: false,
  concat: false,
  softmax: false,
  prelu: false,
  exampleNorm: false,
  pixelNorm: false,
  embedding: false,
  relu: false,
  leakyRelu: false,
  curve: false,
};

/** The model with int8 weights and every activation rounded to int8; input and output stay float32. */
export function int8OnnxModel(q: Int8Graph, ports: PortNames): OnnxModel {
  /** What is only moved is rounded already. */
  const moves = (index: number): boolean => index >= 0 && MOVES[q.graph.nodes[index].kind];
  return assemble(
    'float32',
    q.graph,
    ports,
    (a, index, node) => {
      const item = q.nodes[index];
      return isInt8Weighted(item) ? a.int8Weights(item) : a.weights(node);
    },
    (a, index, value) =>
      moves(index) ? value : a.rounded(value, index < 0 ? q.input : q.nodes[index].output),
  );
}
