// Where a node is written into a .tflite file.
import type { Shape } from '../../core/network';
import type { GraphNode } from '../../graph/graph';
import type { TfliteAssembly, TfliteSettings } from './assemble';

/** What numbers an operator works on: versions differ. `hybrid` is float activations with integer weights. */
export type Arithmetic = 'float' | 'hybrid' | 'int8' | 'int4';

/** Where a node is written. */
export interface NodeSite {
  readonly a: TfliteAssembly;
  /** Tensors of what it reads. */
  readonly inputs: readonly number[];
  /** Tensors of its weights and bias, or of other parameters; empty for a node without. */
  readonly weights: readonly number[];
  readonly arithmetic: Arithmetic;
  /** A value that it reads, in the scale of what it puts out. */
  readonly toOutputScale: (input: number, index: number) => number;
  /** Makes the tensor of what it puts out. */
  readonly output: () => number;
  /** A tensor in the scale of what it puts out. */
  readonly like: (name: string, shape: Shape) => number;
  /** Makes the tensor of a transposed convolution before its bias is added, where that is an operator of its own. */
  readonly beforeBias?: () => number;
}

/** Whether the node's bias is an operator of its own. */
export const addsBias = (node: GraphNode, { runtimes }: TfliteSettings): boolean =>
  runtimes === 'older' && node.kind === 'conv2dTranspose';
