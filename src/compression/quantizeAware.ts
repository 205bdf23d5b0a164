// Quantization-aware training (Jacob et al. 2018, https://arxiv.org/abs/1712.05877) of a trained generator: it learns to
// draw, through rounded weights and activations, what it drew in float. Batch norms are folded first, so that what is
// rounded in training is what the exporters round; the ranges of activations are running averages.
import { keep, stack, tidy, type Tensor } from '@tensorflow/tfjs-core';
import type { ValueRange, WeightBits } from '../core/compressionRecord';
import type { Calibration } from '../graph/calibration';
import { extremes, fakeQuantize, fakeQuantizeWeights, type WeightRounding } from './fakeQuantize';
import { isWeighted, type ExportGraph } from '../graph/graph';
import { EngineGraph, type GraphHooks } from '../graph/graphOps';
import { affinesOf, hasInt4Kernel, keepsScale } from '../graph/int8Graph';
import { kernelLayout, toPlace } from '../graph/kernelLayouts';
import { HeldZeros } from './heldZeros';
import { teach, type Learned } from './teach';
import { hasOneScale } from '../graph/weightQuantization';

export interface QuantizeAwareJob {
  /** The trained generator, folded; stays as it is. */
  readonly graph: ExportGraph;
  /** Ranges to start from. */
  readonly calibration: Calibration;
  readonly weightBits: WeightBits;
  /** Whether weights that are zero stay zero. */
  readonly keepsZeros: boolean;
  /** Nodes whose biases are not trained. */
  readonly fixedBiases: ReadonlySet<string>;
  readonly steps: number;
  readonly learningRate: number;
  /** Inputs of a step, [batch, input]. */
  readonly inputs: (step: number) => Tensor;
  readonly signal: AbortSignal;
  readonly progress: (step: number, loss: number) => void;
}

export interface QuantizeAwareResult extends Learned {
  /** With the trained weights, still float: quantizing them is the exporters'. */
  readonly graph: ExportGraph;
  readonly calibration: Calibration;
}

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

const mixed = (range: ValueRange, min: number, max: number): ValueRange => ({
  min: range.min + RANGE_SHARE * (min - range.min),
  max: range.max + RANGE_SHARE * (max - range.max),
});

/** Holds the zeros of a pruned graph. */
function holdZeros(held: HeldZeros, network: EngineGraph): void {
  for (const [index, node] of network.graph.nodes.entries()) {
    const kernel = network.kernelOf(index);
    if (!kernel || !isWeighted(node)) continue;
    held.hold(
      kernel,
      toPlace(node, node.weights, 'engine').map((w) => (w === 0 ? 0 : 1)),
    );
  }
}

/** @throws AbortedError when cancelled */
export async function quantizeAware(job: QuantizeAwareJob): Promise<QuantizeAwareResult> {
  const { graph, keepsZeros } = job;
  const [teacher, student] = [new EngineGraph(graph), new EngineGraph(graph)];
  const roundings = weightRoundings(graph, job.weightBits);
  const nodes = [...job.calibration.nodes];
  const { input } = job.calibration;
  const held = new HeldZeros();
  const seen = new Map<number, Tensor>();
  try {
    if (keepsZeros) holdZeros(held, student);
    const learned = await teach({
      what: 'Quantization-aware training',
      steps: job.steps,
      learningRate: job.learningRate,
      weights: student.variablesBut(job.fixedBiases),
      inputs: job.inputs,
      wanted: (x) => teacher.apply(x),
      drawn: (x) => {
        const rounding = roundingHooks(graph, roundings, { input, nodes }, (index, output) => {
          seen.set(index, keep(tidy(() => stack(extremes(output)))));
        });
        return student.apply(rounding.input(x), rounding.hooks);
      },
      afterStep: async () => {
        held.apply();
        for (const [index, pair] of seen) {
          const [min, max] = await pair.data();
          nodes[index] = mixed(nodes[index], min, max);
          pair.dispose();
        }
        seen.clear();
      },
      signal: job.signal,
      progress: job.progress,
    });
    return { ...learned, graph: await student.read(), calibration: { input, nodes } };
  } finally {
    for (const pair of seen.values()) pair.dispose();
    held.dispose();
    teacher.dispose();
    student.dispose();
  }
}
