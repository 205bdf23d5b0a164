// What range of numbers every node puts out, watched on examples; from that, the scale and zero point of its int8 form.
import type { ValueRange } from '../core/compressionRecord';
import type { ExportGraph } from './graph';

/** real = scale * (integer - zeroPoint), integers in -128..127. */
export interface Affine {
  readonly scale: number;
  readonly zeroPoint: number;
}

/** `min-max` takes every value in; `percentile` lets the rarest 0.05 % at either end saturate. */
export type RangeRule = 'min-max' | 'percentile';

export type Range = ValueRange;

/** Ranges of the input and of each node's output, by index. */
export interface Calibration {
  readonly input: Range;
  readonly nodes: readonly Range[];
}

/** Runs a graph on rows of inputs and shows the output of every node; implemented by the oracle and by the engine. */
export type GraphRunner = (
  graph: ExportGraph,
  inputs: Float32Array,
  rows: number,
  visit: (index: number, values: Float32Array) => void,
) => Promise<Float32Array> | Float32Array;

const TAIL = 0.0005;
/** Values looked at per node and call; more change a percentile by less than a step. */
const MOST_SORTED = 200_000;

function rangeOf(values: Float32Array, rule: RangeRule): Range {
  if (rule === 'min-max') {
    let min = Infinity;
    let max = -Infinity;
    for (const value of values) {
      if (value < min) min = value;
      if (value > max) max = value;
    }
    return { min, max };
  }
  const stride = Math.max(1, Math.floor(values.length / MOST_SORTED)) | 1; // odd: meets every channel
  const count = Math.ceil(values.length / stride);
  const sorted = Float32Array.from({ length: count }, (_, i) => values[i * stride]).sort();
  const last = sorted.length - 1;
  return { min: sorted[Math.floor(TAIL * last)], max: sorted[Math.ceil((1 - TAIL) * last)] };
}

const widest = (a: Range | undefined, b: Range): Range =>
  a ? { min: Math.min(a.min, b.min), max: Math.max(a.max, b.max) } : b;

/**
 * Watches the graph on `rows` inputs.
 * @param run draws them; each node's values may come in one piece or row by row
 */
export async function calibrate(
  graph: ExportGraph,
  inputs: Float32Array,
  rows: number,
  rule: RangeRule,
  run: GraphRunner,
): Promise<Calibration> {
  const nodes: Range[] = [];
  await run(graph, inputs, rows, (index, values) => {
    nodes[index] = widest(nodes[index], rangeOf(values, rule));
  });
  return { input: rangeOf(inputs, rule), nodes };
}

/** The int8 form of a range; zero is always met exactly, as padding needs it. */
export function affineOf({ min, max }: Range): Affine {
  const low = Math.min(0, min);
  const high = Math.max(0, max);
  const scale = Math.fround((high - low) / 255) || 1;
  const zeroPoint = Math.max(-128, Math.min(127, Math.round(-128 - low / scale)));
  return { scale, zeroPoint };
}
