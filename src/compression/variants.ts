// The precisions that a generator can be tried in, in the page, before a file is written: what each draws, by the engine
// on rounded numbers. The integers' own arithmetic is integerReference.ts, which this agrees with but for single steps.
import type { Tensor } from '@tensorflow/tfjs-core';
import type { WeightBits } from '../core/compressionRecord';
import type { VariantId } from '../protocol';
import type { Calibration } from '../graph/calibration';
import { fromFloat16Bits, toFloat16Bits } from '../graph/float16';
import { isWeighted, type ExportGraph, type WeightedNode } from '../graph/graph';
import { EngineGraph } from '../graph/graphOps';
import { hasInt4Kernel } from '../graph/int8Graph';
import { roundingHooks } from './quantizeAware';
import { dequantizeWeights, quantizeWeights } from '../graph/weightQuantization';

/** Bits of a variant's weights. */
const WEIGHT_BITS: Readonly<Record<VariantId, WeightBits | 16 | 32>> = {
  float32: 32,
  float16: 16,
  'int8-weights': 8,
  int8: 8,
  'int4-weights': 4,
  'int8-int4': 4,
};

/** Whether all arithmetic of the variant is integer, so that activations need ranges. */
export const isFullInteger = (variant: VariantId): boolean => variant === 'int8' || variant === 'int8-int4';

/** Weights of a node after rounding; the node's own where nothing is rounded. */
export function roundedWeights(node: WeightedNode, variant: VariantId): Float32Array {
  const bits = WEIGHT_BITS[variant];
  if (bits === 32) return node.weights;
  if (bits === 16) return Float32Array.from(toFloat16Bits(node.weights), fromFloat16Bits);
  return dequantizeWeights(quantizeWeights(node, hasInt4Kernel(node) ? bits : 8));
}

/** The graph with the variant's weights. */
export const roundedGraph = (graph: ExportGraph, variant: VariantId): ExportGraph => ({
  ...graph,
  nodes: graph.nodes.map((node) =>
    isWeighted(node) ? { ...node, weights: roundedWeights(node, variant) } : node,
  ),
});

/** Root mean square of the weights' error, relative to that of the weights. */
export function weightError(node: WeightedNode, variant: VariantId): number {
  const rounded = roundedWeights(node, variant);
  let error = 0;
  let size = 0;
  for (const [i, weight] of node.weights.entries()) {
    error += (rounded[i] - weight) ** 2;
    size += weight ** 2;
  }
  return size > 0 ? Math.sqrt(error / size) : 0;
}

/** Draws as a variant of the graph does. Owns its weights; `dispose` frees them. */
export class VariantDrawer {
  readonly #held: EngineGraph;
  readonly #rounding: ReturnType<typeof roundingHooks> | null;

  /** @param calibration ranges of activations; needed where all arithmetic is integer */
  constructor(graph: ExportGraph, variant: VariantId, calibration: Calibration | null) {
    const rounded = roundedGraph(graph, variant);
    this.#held = new EngineGraph(rounded);
    this.#rounding = calibration && isFullInteger(variant) ? roundingHooks(rounded, [], calibration) : null;
  }

  /** Images of inputs [rows, ...input]; run it in `tidy`. */
  draw(inputs: Tensor): Tensor {
    if (!this.#rounding) return this.#held.apply(inputs);
    return this.#held.apply(this.#rounding.input(inputs), this.#rounding.hooks);
  }

  dispose(): void {
    this.#held.dispose();
  }
}
