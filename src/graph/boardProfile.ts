// What a network takes of a board, from its layers alone: no weights are needed, so it can be asked before training.
import { resolveNetwork, type NetworkSpec } from '../core/network';
import type { DeploymentCost, LayerCost, ModelProfile } from '../core/boards';
import { interpreterArena, planArena } from './arena';
import { buildGraph } from './buildGraph';
import {
  isWeighted,
  nodeMultiplyAdds,
  parameterCount,
  volume,
  type ExportGraph,
  type GraphNode,
} from './graph';

/** Code of the C export and of TensorFlow Lite Micro with the operators that generators use, Cortex-M7, -O2, rounded up. */
const C_CODE_BYTES = 4 * 1024;
const MICRO_CODE_BYTES = 100 * 1024;
const RUNTIME_CODE_BYTES = 3 * 1024 * 1024;

/** The folded graph of a network with all weights zero: its structure is what the trained one has. */
export function structureOf(spec: NetworkSpec): ExportGraph {
  const weights = resolveNetwork(spec).flatMap((layer) =>
    layer.weights.map(
      ({ role, shape }) =>
        [`${layer.name}/${role}`, { shape, values: new Float32Array(volume(shape)) }] as const,
    ),
  );
  return buildGraph(spec, new Map(weights));
}

/** int8 weights, 32-bit biases, and a 32-bit factor with its 8-bit exponent per channel; a table for a curve. */
function int8Constants(node: GraphNode): number {
  if (isWeighted(node)) return node.weights.length + (4 + 5) * node.bias.length;
  return ['tanh', 'sigmoid', 'leakyRelu', 'relu'].includes(node.kind) ? 256 : 0;
}

/** Bytes of int8 values that the C export keeps between input and output: doubling is never stored, curves are in place. */
export function programArena(graph: ExportGraph): number {
  const sizes: number[] = [];
  for (const [i, node] of graph.nodes.entries()) {
    const next = graph.nodes[i + 1]?.kind;
    const joins = node.kind === 'upsample' && (next === 'conv2d' || next === 'depthwiseConv2d');
    const inPlace = sizes.length > 0 && ['tanh', 'sigmoid', 'leakyRelu', 'relu'].includes(node.kind);
    if (node.kind !== 'reshape' && !joins && !inPlace) sizes.push(volume(node.output));
  }
  return planArena(sizes.slice(0, -1)).sizeBytes; // the last one is the caller's image
}

const layerCost = (node: GraphNode): LayerCost => ({
  name: node.name,
  kind: node.kind,
  output: node.output,
  parameters: isWeighted(node) ? node.weights.length + node.bias.length : 0,
  multiplyAdds: nodeMultiplyAdds(node),
  flashBytes: int8Constants(node),
  ramBytes: node.kind === 'reshape' ? 0 : volume(node.input) + volume(node.output),
});

function deployments(graph: ExportGraph): DeploymentCost[] {
  const constants = graph.nodes.reduce((sum, node) => sum + int8Constants(node), 0);
  const ports = volume(graph.input) + volume(graph.output);
  const tensors = 2 * graph.nodes.length;
  return [
    {
      id: 'c',
      label: 'C source, int8',
      flashBytes: constants + C_CODE_BYTES,
      ramBytes: programArena(graph) + ports,
    },
    {
      id: 'tflite-micro',
      label: 'TensorFlow Lite Micro, int8',
      flashBytes: constants + MICRO_CODE_BYTES,
      ramBytes: interpreterArena(graph) + 128 * tensors,
    },
    {
      id: 'tflite-float',
      label: 'TensorFlow Lite, float32',
      flashBytes: 4 * parameterCount(graph) + RUNTIME_CODE_BYTES,
      ramBytes: interpreterArena(graph, 4) + 4 * parameterCount(graph),
    },
  ];
}

/** Parameters, multiply-adds and bytes of a network, layer by layer and for each way to run it. */
export function profileNetwork(spec: NetworkSpec): ModelProfile {
  const graph = structureOf(spec);
  const layers = graph.nodes.map(layerCost);
  return {
    parameters: parameterCount(graph),
    multiplyAdds: layers.reduce((sum, layer) => sum + layer.multiplyAdds, 0),
    layers,
    deployments: deployments(graph),
  };
}
