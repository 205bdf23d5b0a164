// Folding: a factor and an addend per channel, or a rectifier, moves into the weighted layer beside it. Only where the
// result is the same function; copies and reshapes in between do not matter, zero padding does.
import type { Shape } from '../core/network';
import { volume, type GraphNode, type ScaleShiftNode, type WeightedNode } from './graph';

/** Index of the weighted node that feeds the end of the chain through nothing but copies, or null. */
function feeder(nodes: readonly GraphNode[], channels: number | null): number | null {
  for (let i = nodes.length - 1; i >= 0; i--) {
    const node = nodes[i];
    if (node.kind === 'reshape') continue;
    if (node.kind === 'upsample' && (channels === null || node.output[2] === channels)) continue;
    return 'weights' in node && !node.relu ? i : null;
  }
  return null;
}

/** weights and bias of `node` with its output o multiplied by scale[o % scale.length] and shifted alike. */
function scaledOutputs(node: WeightedNode, scale: Float32Array, shift: Float32Array): WeightedNode {
  const perOutput = node.weights.length / node.bias.length;
  return {
    ...node,
    weights: node.weights.map((w, i) => w * scale[Math.floor(i / perOutput) % scale.length]),
    bias: node.bias.map((b, o) => b * scale[o % scale.length] + shift[o % scale.length]),
  };
}

/**
 * Folds a batch norm over values of shape `at` into the weighted node before it, changing `nodes` in place.
 * @returns whether that was possible
 */
export function foldScale(nodes: GraphNode[], norm: ScaleShiftNode, at: Shape): boolean {
  const channels = norm.bias.length;
  if (at[at.length - 1] !== channels) return false;
  const index = feeder(nodes, channels);
  const node = index === null ? undefined : nodes[index];
  if (index === null || !node || !('weights' in node) || node.bias.length % channels !== 0) return false;
  nodes[index] = scaledOutputs(node, norm.weights, norm.bias);
  return true;
}

/** Folds a rectifier into the weighted node before it, changing `nodes` in place; says whether that was possible. */
export function foldRelu(nodes: GraphNode[]): boolean {
  const index = feeder(nodes, null);
  const node = index === null ? undefined : nodes[index];
  if (index === null || !node || !('weights' in node)) return false;
  nodes[index] = { ...node, relu: true };
  return true;
}

/** Folds what is left of batch norms into a dense layer that follows them directly. */
export function foldForward(nodes: readonly GraphNode[]): GraphNode[] {
  const result: GraphNode[] = [];
  for (const node of nodes) {
    const index = node.kind === 'dense' ? lastScale(result) : null;
    const norm = index === null ? undefined : result[index];
    if (index === null || node.kind !== 'dense' || norm?.kind !== 'scaleShift') {
      result.push(node);
      continue;
    }
    const inputs = volume(node.input);
    const channels = norm.bias.length;
    const bias = node.bias.map((b, o) => {
      let sum = b;
      for (let i = 0; i < inputs; i++) sum += node.weights[o * inputs + i] * norm.bias[i % channels];
      return sum;
    });
    const weights = node.weights.map((w, i) => w * norm.weights[(i % inputs) % channels]);
    result.splice(index, 1);
    result.push({ ...node, weights, bias });
  }
  return result;
}

function lastScale(nodes: readonly GraphNode[]): number | null {
  for (let i = nodes.length - 1; i >= 0; i--) {
    const node = nodes[i];
    if (node.kind === 'reshape') continue;
    return node.kind === 'scaleShift' && !node.relu ? i : null;
  }
  return null;
}
