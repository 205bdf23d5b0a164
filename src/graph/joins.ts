// Doubling that a target does within the convolution behind it, without a doubled copy: each target has one rule for
// what may be joined, and this is the one place that says across which edges.
import type { Readers } from './edges';
import type { GraphNode } from './graph';

/** Whether a target's kernel for the node reads an image as if it were doubled. */
export type JoinRule = (node: GraphNode) => boolean;

/** Joined by the engine and by the kiosk, which have kernels for it: 3 x 3 at stride 1 and `same` padding. */
export const joinsInEngine: JoinRule = (node) =>
  node.kind === 'conv2d' &&
  node.kernel.every((side) => side === 3) &&
  node.stride.every((step) => step === 1) &&
  node.padding === 'same';

/** Joined by the C kernels, whatever the filter. */
export const joinsInC: JoinRule = (node) => node.kind === 'conv2d' || node.kind === 'depthwiseConv2d';

/** The node that does the doubling `node` itself, or null: `node` is no doubling, or others read it as well. */
export function joined(node: GraphNode, readers: Readers, rule: JoinRule): GraphNode | null {
  const next = node.kind === 'upsample' ? readers.only(node.name) : null;
  return next && rule(next) ? next : null;
}
