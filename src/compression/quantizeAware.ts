// The rules of quantization-aware training (Jacob et al. 2018, https://arxiv.org/abs/1712.05877): which weights and numbers
// are rounded how, how ranges follow what was seen, which zeros stay. The training is src/tasks/quantizeAware.
import type { Tensor } from '@tensorflow/tfjs-core';
import type { ValueRange, WeightBits } from '../core/compressionRecord';
import type { Calibration } from '../graph/calibration';
import { fakeQuantize, fakeQuantizeWeights, type WeightRounding } from './fakeQuantize';
import { isWeighted, type ExportGraph } from '../graph/graph';
import type { GraphHooks } from '../graph/graphOps';
import { affinesOf, hasInt4Kernel, keepsScale } from '../graph/int8Graph';
import { kernelLayout, toPlace } from '../graph/kernelLayouts';
import { hasOneScale } from '../graph/weightQuantization';

/** Share of a step's extremes in the running range. */
const RANGE_SHARE = 0.02;

/** How the exporters round the weights of each node. */
export const weightRoundings = (graph: ExportGraph, bits: WeightBits): readonly (WeightRounding | null)[] =>
  graph.nodes.map((node) => {
    if (!isWeighted(node)) return null;
    const own = hasInt4Kernel(node) ? bits : 8;
    return { bits: own, axis: hasOneScale(node, own) ? null : kernelLayout(node, 'engine').outputAxis };
  });

/** Hooks that round weights, and numbers on their way where `calibration` says how. */
export function roundingHooks(
  graph: ExportGraph,
  roundings: readonly (WeightRounding | null)[],
  calibration: Calibration | null,
  watch: (index: number, output: Tensor) => void = () => undefined,
): { readonly hooks: GraphHooks; readonly input: (x: Tensor) => Tensor } {
  const affines = calibration && affinesOf(graph, calibration);
  return {
    input: (x) => (affines ? fakeQuantize(x, affines.input) : x),
    hooks: {
      kernel: (index, kernel) => {
        const rounding = roundings[index];
        return rounding ? fakeQuantizeWeights(kernel, rounding) : kernel;
      },
      output: (index, output) => {
        if (!affines || keepsScale(graph.nodes[index])) return output;
        watch(index, output);
        return fakeQuantize(output, affines.nodes[index]);
      },
    },
  };
}

/** A running range after a step that put out `min` to `max`. */
export const mixedRange = (range: ValueRange, min: number, max: number): ValueRange => ({
  min: range.min + RANGE_SHARE * (min - range.min),
  max: range.max + RANGE_SHARE * (max - range.max),
});

/** By the names of the weights of `EngineGraph`: 0 where a kernel of a pruned graph is zero, else 1. */
export function zeroMasks(graph: ExportGraph): ReadonlyMap<string, Float32Array> {
  const weighted = graph.nodes.filter(isWeighted);
  return new Map(
    weighted.map((node) => [
      `${node.name}/kernel`,
      toPlace(node, node.weights, 'engine').map((w) => (w === 0 ? 0 : 1)),
    ]),
  );
}
