// A trained network as exporters see it: a chain of plain operations with float32 weights, one example at a time,
// channels last. Made by `buildGraph`; batch norms and activations are already folded where that is exact.
import { GanvasError } from '../core/errors';
import type { PaddingMode, Shape } from '../core/network';

/** What every node says: a unique name and its shapes without the batch. */
export interface NodeBase {
  readonly name: string;
  readonly input: Shape;
  readonly output: Shape;
}

/** A weighted operation: out = relu?(weights * in + bias); the first axis of `weights` is the output channel. */
interface Weighted {
  readonly weights: Float32Array;
  /** [output channels] */
  readonly bias: Float32Array;
  readonly relu: boolean;
}

/** weights [units, inputs]. */
export type DenseNode = NodeBase & Weighted & { readonly kind: 'dense' };

/** weights [filters, kernel, kernel, input channels]. */
export type Conv2dNode = NodeBase &
  Weighted & {
    readonly kind: 'conv2d';
    readonly kernel: number;
    readonly stride: number;
    readonly padding: PaddingMode;
  };

/** weights [filters, kernel, kernel, input channels]; `same` padding, side times stride. */
export type ConvTransposeNode = NodeBase &
  Weighted & { readonly kind: 'conv2dTranspose'; readonly kernel: number; readonly stride: number };

/** One filter for each channel; weights [channels, kernel, kernel], `same` padding. */
export type DepthwiseNode = NodeBase &
  Weighted & { readonly kind: 'depthwiseConv2d'; readonly kernel: number; readonly stride: number };

/** One factor and one addend per channel of an image: a batch norm that could not be folded exactly. */
export type ScaleShiftNode = NodeBase & Weighted & { readonly kind: 'scaleShift' };

export type WeightedNode = DenseNode | Conv2dNode | DepthwiseNode | ConvTransposeNode | ScaleShiftNode;

export type PlainNode =
  | (NodeBase & { readonly kind: 'upsample' }) // nearest neighbour, twice the side
  | (NodeBase & { readonly kind: 'reshape' })
  | (NodeBase & {
      readonly kind: 'zeroPad';
      readonly top: number;
      readonly bottom: number;
      readonly left: number;
      readonly right: number;
    })
  | (NodeBase & { readonly kind: 'relu' | 'tanh' | 'sigmoid' })
  | (NodeBase & { readonly kind: 'leakyRelu'; readonly alpha: number });

export type GraphNode = WeightedNode | PlainNode;

export interface ExportGraph {
  readonly name: string;
  readonly input: Shape;
  readonly output: Shape;
  /** In order; each takes the output of the one before. */
  readonly nodes: readonly GraphNode[];
}

/** A trained weight by the name that the engine gives it, for example `conv2d_1/kernel`. */
export interface TrainedWeight {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}
export type TrainedWeights = ReadonlyMap<string, TrainedWeight>;

/** A layer that cannot be written, or weights that do not fit the network. */
export class UnsupportedModelError extends GanvasError {}

export const volume = (shape: Shape): number => shape.reduce((product, side) => product * side, 1);

export const isWeighted = (node: GraphNode): node is WeightedNode => 'weights' in node;

/** Weights and biases of the graph. */
export const parameterCount = (graph: ExportGraph): number =>
  graph.nodes.reduce((sum, n) => sum + (isWeighted(n) ? n.weights.length + n.bias.length : 0), 0);

/** Multiply-adds of one node for one example. */
export function nodeMultiplyAdds(node: GraphNode): number {
  switch (node.kind) {
    case 'dense':
      return node.weights.length;
    case 'conv2d':
    case 'depthwiseConv2d':
      return (volume(node.output) / node.bias.length) * node.weights.length;
    case 'conv2dTranspose':
      return node.input[0] * node.input[1] * node.weights.length;
    case 'scaleShift':
      return volume(node.output);
    default:
      return 0;
  }
}
