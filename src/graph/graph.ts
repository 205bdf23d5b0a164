// A trained network as exporters see it: operations with float32 weights that read named values and write one each, one
// example at a time, channels last. Made by `buildGraph`; what a kind means is said here and nowhere else.
import { GanvasError } from '../core/errors';
import type { CurveFn, PaddingMode, Shape } from '../core/network';

/** What every node says; the name is unique among nodes and inputs. */
interface NodeBase {
  readonly name: string;
  /** Names of the values that it reads: inputs of the graph, or nodes before it. */
  readonly from: readonly string[];
  /** Shapes of these values, without the batch. */
  readonly inputs: readonly Shape[];
  readonly output: Shape;
}

/** A weighted operation: out = relu?(weights * in + bias); the first axis of `weights` is the output channel. */
interface Weighted {
  readonly weights: Float32Array;
  /** [output channels] */
  readonly bias: Float32Array;
  readonly relu: boolean;
}

/** Height and width. */
export type Sides = readonly [height: number, width: number];

interface Window {
  readonly kernel: Sides;
  readonly stride: Sides;
}

/** Rows and columns at the four borders of an image. */
interface Borders {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

type Pooling = Window & { readonly padding: PaddingMode };

/** What each kind of node has of its own. */
interface KindOptions {
  /** weights [units, inputs] */
  dense: Weighted;
  /** weights [filters, kernel height, kernel width, input channels] */
  conv2d: Weighted & Window & { readonly padding: PaddingMode };
  /** One filter for each channel; weights [channels, kernel height, kernel width]; `same` padding. */
  depthwiseConv2d: Weighted & Window;
  /** weights [filters, kernel height, kernel width, input channels]; `same` padding: sides times strides. */
  conv2dTranspose: Weighted & Window;
  /** One factor and one addend for each index of the last axis: a batch norm. */
  scaleShift: Weighted;
  /** Nearest neighbour, twice the side. */
  upsample: unknown;
  reshape: unknown;
  zeroPad: Borders;
  /** The mirrored image around it, the edge itself not repeated. */
  reflectionPad: Borders;
  /** Without the borders. */
  crop: Borders;
  /** Bilinear, with half-pixel centres, to the sides of the output. */
  resize: unknown;
  /** What lies beyond the border does not count. */
  averagePool: Pooling;
  maxPool: Pooling;
  /** The sum of two values of one shape. */
  add: unknown;
  /** Values side by side in their last axis. */
  concat: unknown;
  /** exp(x) over its sum along the last axis. */
  softmax: unknown;
  /** A slope below zero for each index of the last axis. */
  prelu: { readonly slopes: Float32Array };
  /** Less the mean over the standard deviation of one example (`layer`) or of each channel of it (`instance`). */
  exampleNorm: {
    readonly over: 'layer' | 'instance';
    /** For each index of the last axis. */
    readonly gamma: Float32Array;
    readonly beta: Float32Array;
  };
  /** Over the root of the mean square of its last axis: nothing is learned. */
  pixelNorm: unknown;
  /** The row of [classes, units] that the one input counts. */
  embedding: { readonly table: Float32Array };
  relu: unknown;
  leakyRelu: { readonly alpha: number };
  /** A function of each number by itself (curves.ts). */
  curve: { readonly fn: CurveFn };
}

export type GraphKind = keyof KindOptions;

/** A node of one kind, or of one of several. */
export type NodeOf<K extends GraphKind> = {
  readonly [P in K]: NodeBase & { readonly kind: P } & KindOptions[P];
}[K];

export type GraphNode = NodeOf<GraphKind>;

export type WeightedKind = 'dense' | 'conv2d' | 'depthwiseConv2d' | 'conv2dTranspose' | 'scaleShift';
export type WeightedNode = NodeOf<WeightedKind>;
export type PlainKind = Exclude<GraphKind, WeightedKind>;
export type PlainNode = NodeOf<PlainKind>;

/** What a target does with each kind: the compiler asks for all of them. */
export type Rules<K extends GraphKind, Args extends readonly unknown[], R> = {
  readonly [P in K]: (node: NodeOf<P>, ...args: Args) => R;
};

/** What the rule of the node's kind says. */
export function applyRule<K extends GraphKind, Args extends readonly unknown[], R>(
  rules: Rules<K, Args, R>,
  node: NodeOf<K>,
  ...args: Args
): R {
  return rules[node.kind](node, ...args);
}

/** A value that is given from outside. */
export interface GraphInput {
  readonly name: string;
  readonly shape: Shape;
}

export interface ExportGraph {
  readonly name: string;
  readonly inputs: readonly GraphInput[];
  /** Each behind everything that it reads. */
  readonly nodes: readonly GraphNode[];
  /** Names of the values that leave. */
  readonly outputs: readonly string[];
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
