// A folded graph (graph/graph) as the exported train.py computes it: each node as one of the script's layers, with what a layer has not
// (a rectifier of its own, constants) beside. Which numbers are rounded how, quantizeAware has from compression/quantizeAware.
import type { LayerKind } from '../../core/network';
import { applyRule, type ExportGraph, type GraphKind, type GraphNode, type Rules } from '../../graph/graph';

/** One of the script's layers, or `scaleShift`, which only graphs have. */
interface Lowered {
  readonly kind: LayerKind | 'scaleShift';
  /** Applied to what comes out. */
  readonly relu?: boolean;
  /** Weights that never change, by their roles. */
  readonly constants?: Readonly<Record<string, readonly number[] | readonly (readonly number[])[]>>;
  readonly [option: string]: unknown;
}

const rowsOf = (table: Float32Array, width: number): readonly (readonly number[])[] =>
  Array.from({ length: table.length / width }, (_, row) => [
    ...table.subarray(row * width, (row + 1) * width),
  ]);

const LOWERED: Rules<GraphKind, [], Lowered> = {
  dense: ({ relu }) => ({ kind: 'dense', relu }),
  conv2d: ({ kernel, stride, padding, relu }) => ({ kind: 'conv2d', kernel, stride, padding, relu }),
  depthwiseConv2d: ({ kernel, stride, relu }) => ({ kind: 'depthwiseConv2d', kernel, stride, relu }),
  conv2dTranspose: ({ kernel, stride, relu }) => ({ kind: 'conv2dTranspose', kernel, stride, relu }),
  scaleShift: ({ relu }) => ({ kind: 'scaleShift', relu }),
  reshape: ({ output }) => ({ kind: 'reshape', shape: output }),
  upsample: () => ({ kind: 'upsample' }),
  zeroPad: ({ top, bottom, left, right }) => ({ kind: 'zeroPad', top, bottom, left, right }),
  reflectionPad: ({ top, bottom, left, right }) => ({ kind: 'reflectionPad', top, bottom, left, right }),
  crop: ({ top, bottom, left, right }) => ({ kind: 'crop', top, bottom, left, right }),
  resize: ({ inputs: [[height, width]], output }) => ({
    kind: 'resize',
    factor: [output[0] / height, output[1] / width],
  }),
  averagePool: ({ kernel, stride, padding }) => ({ kind: 'averagePool', size: kernel, stride, padding }),
  maxPool: ({ kernel, stride, padding }) => ({ kind: 'maxPool', size: kernel, stride, padding }),
  add: () => ({ kind: 'add' }),
  concat: () => ({ kind: 'concat' }),
  softmax: () => ({ kind: 'softmax' }),
  prelu: ({ slopes }) => ({ kind: 'prelu', constants: { alpha: [...slopes] } }),
  exampleNorm: ({ over, gamma, beta }) => ({
    kind: over === 'layer' ? 'layerNorm' : 'instanceNorm',
    constants: { gamma: [...gamma], beta: [...beta] },
  }),
  pixelNorm: () => ({ kind: 'pixelNorm' }),
  embedding: ({ table, output: [units] }) => ({
    kind: 'embedding',
    constants: { kernel: rowsOf(table, units) },
  }),
  relu: () => ({ kind: 'activation', fn: 'relu' }),
  leakyRelu: ({ alpha }) => ({ kind: 'activation', fn: 'leakyRelu', alpha }),
  curve: ({ fn }) => ({ kind: 'activation', fn }),
};

/** A graph in the place of a network. */
export interface ScriptGraph {
  readonly inputs: ExportGraph['inputs'];
  readonly nodes: readonly (Lowered & { readonly id: string; readonly from: readonly string[] })[];
  readonly outputs: readonly string[];
  /** Its weights by name, and whether they learn. */
  readonly weights: readonly (readonly [name: string, learns: boolean])[];
}

/** @param options what else the script shall know of each node */
export const scriptGraph = (
  { inputs, nodes, outputs }: ExportGraph,
  weights: ScriptGraph['weights'],
  options: (node: GraphNode, index: number) => object,
): ScriptGraph => ({
  ...{ inputs, outputs, weights },
  nodes: nodes.map((node, index) => ({
    ...applyRule(LOWERED, node),
    ...{ id: node.name, from: node.from },
    ...options(node, index),
  })),
});
