// A generator's layers in one precision, to be looked at before a file is taken: how far the weights moved, how far what
// each layer puts out is off, and how the weights are spread.
import { inputShape } from '../graph/edges';
import { tensor } from '@tensorflow/tfjs-core';
import type { LayerError, VariantId, WeightHistogram } from '../protocol';
import type { Calibration } from '../graph/calibration';
import { kindWord } from '../graph/curves';
import { Readers } from '../graph/edges';
import { isWeighted, type ExportGraph, type GraphNode, type WeightedNode } from '../graph/graph';
import { EngineGraph } from '../graph/graphOps';
import { usefulRange } from '../graph/int8Graph';
import { roundingHooks } from './quantizeAware';
import { isFullInteger, roundedGraph, roundedWeights, weightError } from './variants';
import { watchOutputs } from '../graph/watchOutputs';

const BINS = 41; // odd: zero has a bin of its own
/** More different values than these are as good as any. */
const MOST_LEVELS = 256;

/** How the variant's weights are spread, from minus to plus the largest magnitude. */
export function histogramOf(node: WeightedNode, variant: VariantId): WeightHistogram {
  const weights = roundedWeights(node, variant);
  let reach = 0;
  for (const weight of weights) reach = Math.max(reach, Math.abs(weight));
  const counts = new Array<number>(BINS).fill(0);
  const values = new Set<number>();
  for (const weight of weights) {
    const at = reach > 0 ? Math.floor(((weight / reach + 1) / 2) * BINS) : (BINS - 1) / 2;
    counts[Math.min(BINS - 1, at)]++;
    if (values.size <= MOST_LEVELS) values.add(weight);
  }
  return { reach, counts, levels: values.size <= MOST_LEVELS ? values.size : null };
}

/** Root mean square of a - b, relative to that of b; 0 where b is all zero. */
function relativeError(a: Float32Array, b: Float32Array): number {
  let error = 0;
  let size = 0;
  for (let i = 0; i < b.length; i++) {
    error += (a[i] - b[i]) ** 2;
    size += b[i] ** 2;
  }
  return size > 0 ? Math.sqrt(error / size) : 0;
}

const EVERYTHING = { min: -Infinity, max: Infinity };

/**
 * Values as the curve behind tells them apart: a tanh draws -4 and -15 alike, so integers hold no more than -4, and a
 * difference beyond is no error of what is drawn.
 */
function seenBy(reader: GraphNode | null, values: Float32Array): Float32Array {
  const { min, max } = usefulRange(EVERYTHING, reader);
  return values.map((value) => Math.min(max, Math.max(min, value)));
}

export interface LayerReportJob {
  readonly graph: ExportGraph;
  readonly variant: VariantId;
  /** Ranges of activations; needed where all arithmetic is integer. */
  readonly calibration: Calibration | null;
  /** [rows * input] */
  readonly inputs: Float32Array;
  readonly rows: number;
}

/** One entry per node. */
export async function reportLayers(job: LayerReportJob): Promise<LayerError[]> {
  const { graph, variant, calibration, inputs, rows } = job;
  const rounded = roundedGraph(graph, variant);
  const [exact, tried] = [new EngineGraph(graph), new EngineGraph(rounded)];
  try {
    const rounding = calibration && isFullInteger(variant) ? roundingHooks(rounded, [], calibration) : null;
    const x = () => tensor(inputs, [rows, ...inputShape(graph)]);
    const expected = await watchOutputs(exact, x);
    const drawn = await watchOutputs(tried, () => rounding?.input(x()) ?? x(), rounding?.hooks);
    const readers = new Readers(graph);
    return graph.nodes.map((node, index) => {
      const [is, should] = [drawn.get(index), expected.get(index)];
      const shared = { name: node.name, kind: kindWord(node), output: node.output };
      const reader = readers.only(node.name);
      const outputError =
        variant !== 'float32' && is && should
          ? relativeError(seenBy(reader, is), seenBy(reader, should))
          : null;
      if (!isWeighted(node)) {
        return { ...shared, parameters: 0, weightError: null, outputError, histogram: null };
      }
      return {
        ...shared,
        parameters: node.weights.length + node.bias.length,
        weightError: variant === 'float32' ? null : weightError(node, variant),
        outputError,
        histogram: histogramOf(node, variant),
      };
    });
  } finally {
    exact.dispose();
    tried.dispose();
  }
}
