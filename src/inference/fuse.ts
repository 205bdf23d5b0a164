// A graph as the layers that one kernel call runs: doubling joins the convolution behind it, a curve the weighted node
// before it, and reshaping vanishes. What no kernel joins stays a plain node.
import type { Conv2dNode, ExportGraph, GraphNode, PlainNode, WeightedNode } from '../graph/graph';
import { NO_ACTIVATION, type ActivationSpec } from '../engine/simd/conv/activation';

/** A weighted node with the curve behind it; `doubled`: its input is doubled first, and `node.input` is the doubled one. */
export interface FusedLayer {
  readonly kind: 'weighted';
  readonly node: Exclude<WeightedNode, { kind: 'scaleShift' | 'depthwiseConv2d' }>;
  readonly activation: ActivationSpec;
  readonly doubled: boolean;
}

export interface PlainLayer {
  readonly kind: 'plain';
  readonly node: Exclude<GraphNode, FusedLayer['node']>;
}

export type Layer = FusedLayer | PlainLayer;

const RELU: ActivationSpec = { activation: 'relu', alpha: 0 };

const isCurve = (node: GraphNode | undefined): node is PlainNode & { kind: ActivationSpec['activation'] } =>
  node !== undefined && ['relu', 'leakyRelu', 'tanh', 'sigmoid'].includes(node.kind);

function curveOf(node: GraphNode): ActivationSpec {
  switch (node.kind) {
    case 'relu':
    case 'tanh':
    case 'sigmoid':
      return { activation: node.kind, alpha: 0 };
    case 'leakyRelu':
      return { activation: 'leakyRelu', alpha: node.alpha };
    default:
      return NO_ACTIVATION;
  }
}

/** Whether the convolution reads a doubled map as the doubling kernels do. */
const suitsDoubling = (node: GraphNode | undefined): node is Conv2dNode =>
  node?.kind === 'conv2d' && node.kernel === 3 && node.stride === 1 && node.padding === 'same';

/** The layers of a graph in order. */
export function fuseLayers(graph: ExportGraph): Layer[] {
  const nodes = graph.nodes.filter((node) => node.kind !== 'reshape');
  const layers: Layer[] = [];
  for (let i = 0; i < nodes.length; i++) {
    const doubled = nodes[i].kind === 'upsample' && suitsDoubling(nodes[i + 1]);
    if (doubled) i++;
    const node = nodes[i];
    if (node.kind !== 'dense' && node.kind !== 'conv2d' && node.kind !== 'conv2dTranspose') {
      layers.push({ kind: 'plain', node });
      continue;
    }
    const next = nodes[i + 1];
    const joins = !node.relu && isCurve(next);
    if (joins) i++;
    layers.push({
      kind: 'weighted',
      node,
      doubled,
      activation: node.relu ? RELU : joins ? curveOf(next) : NO_ACTIVATION,
    });
  }
  return layers;
}
