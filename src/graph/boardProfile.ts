// What a network takes of a board, from its layers alone: no weights are needed, so it can be asked before training.
import { parameterTotal, resolveNetwork, type NetworkSpec } from '../core/network';
import type { DeploymentCost, LayerCost, ModelProfile } from '../core/boards';
import { buildGraph } from './buildGraph';
import { kindWord } from './curves';
import { inputShape, outputShape } from './edges';
import { factsOf, multiplyAdds, nodeParameters, parameterCount } from './facts';
import { volume, type ExportGraph, type GraphNode } from './graph';
import { interpreterArena, planProgram, useOf } from './program';

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

const layerCost = (node: GraphNode): LayerCost => {
  const { multiplyAdds, int8Bytes } = factsOf(node);
  const values = node.inputs.reduce((sum, shape) => sum + volume(shape), volume(node.output));
  return {
    name: node.name,
    kind: kindWord(node),
    output: node.output,
    parameters: nodeParameters(node),
    multiplyAdds,
    flashBytes: int8Bytes,
    ramBytes: useOf(node) === 'alias' ? 0 : values,
  };
};

function deployments(graph: ExportGraph): DeploymentCost[] {
  const constants = graph.nodes.reduce((sum, node) => sum + factsOf(node).int8Bytes, 0);
  const ports = volume(inputShape(graph)) + volume(outputShape(graph));
  const tensors = 2 * graph.nodes.length;
  return [
    {
      id: 'c',
      label: 'C source, int8',
      flashBytes: constants + C_CODE_BYTES,
      ramBytes: planProgram(graph).arenaBytes + ports,
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
    parameters: parameterTotal(spec),
    foldedParameters: parameterCount(graph),
    multiplyAdds: multiplyAdds(graph),
    layers,
    deployments: deployments(graph),
  };
}
