// Normalization of one example, of a channel of it, or of a pixel, in integers alone: made for the integer graph, run by its
// reference. No runtime has it; LiteRT computes it in float32, to a step the same. Sums of squares are exact; the root is of 62
// bits, rounded down.
import { EXAMPLE_NORM_EPSILON, PIXEL_NORM_EPSILON } from '../core/network';
import type { Affine } from './calibration';
import { multiplyFixed, toFixedFactor, type FixedFactor } from './fixedPoint';
import { UnsupportedModelError, volume, type NodeOf } from './graph';
import { NORM_BITS, NORM_SHIFT, type Int8Embedding, type Int8Norm } from './int8Nodes';
import { roundAway } from './int8Tables';

type Integers = Int8Array<ArrayBuffer>;
type NormNode = NodeOf<'exampleNorm' | 'pixelNorm'>;

/** Values in a group: their sums of squares fit into 61 bits. */
const MOST_COUNT = 2 ** 22;
/** Classes that one byte counts. */
const MOST_CLASSES = 256;
/** What one class more adds to a byte that counts classes. */
export const CLASS_COUNT: Affine = { scale: 1, zeroPoint: -128 };

const clamp = (value: number): number => Math.max(-128, Math.min(127, value));

/** How the values of a group lie: `count` of them, `step` apart. */
interface Grouping {
  readonly count: number;
  readonly step: number;
  readonly first: (group: number) => number;
}

function groupingOf(node: NormNode): Grouping {
  const channels = node.output[node.output.length - 1];
  const all = volume(node.output);
  if (node.kind === 'pixelNorm') return { count: channels, step: 1, first: (group) => group * channels };
  return node.over === 'layer'
    ? { count: all, step: 1, first: () => 0 }
    : { count: all / channels, step: channels, first: (group) => group };
}

/** mantissa * 2^exponent, the mantissa of 31 bits. @throws UnsupportedModelError where that takes more than 61 bits */
function scaledEpsilon({ name }: NormNode, epsilon: number): FixedFactor {
  const { mantissa, exponent } = toFixedFactor(epsilon);
  if (exponent <= 61) return { mantissa, exponent: Math.max(-31, exponent - 31) };
  throw new UnsupportedModelError(
    `Layer ${name} reads numbers that hardly differ from zero, which full integers cannot normalize.`,
    'Train longer, or choose int8 weights with float activations.',
  );
}

/** @throws UnsupportedModelError for a layer that is too large, or that reads next to nothing */
export function quantizeNorm<N extends NormNode>(
  node: N,
  input: Affine,
  output: Affine,
): Int8Norm & { readonly node: N } {
  const { count } = groupingOf(node);
  if (count > MOST_COUNT) {
    throw new UnsupportedModelError(
      `Layer ${node.name} normalizes ${count} numbers together; full integers do ${MOST_COUNT}.`,
      'Choose int8 weights with float activations, or smaller images.',
    );
  }
  const [gamma, beta, least] =
    node.kind === 'pixelNorm'
      ? [Float32Array.of(1), Float32Array.of(0), PIXEL_NORM_EPSILON]
      : [node.gamma, node.beta, EXAMPLE_NORM_EPSILON];
  const unit = 2 ** NORM_SHIFT / output.scale;
  return {
    node,
    input,
    output,
    count,
    epsilon: scaledEpsilon(node, (least * count ** 2) / input.scale ** 2),
    signs: Int8Array.from(gamma, (g) => (g < 0 ? -1 : 1)),
    factors: Array.from(gamma, (g) => toFixedFactor((Math.abs(g) * unit) / 2 ** NORM_BITS)),
    shifts: Int32Array.from(beta, (b) => Math.max(-(2 ** 30), Math.min(2 ** 30, roundAway(b * unit)))),
  };
}

const MANTISSA_LIMIT = 2n ** 31n - 1n;

/** The largest whole number whose square is no larger. */
function rootOf(value: bigint): bigint {
  let root = BigInt(Math.floor(Math.sqrt(Number(value))));
  while (root * root > value) root--;
  while ((root + 1n) * (root + 1n) <= value) root++;
  return root;
}

/** 2^NORM_BITS over the square root of a number from 1 to 2^62. */
function inverseRoot(value: bigint): FixedFactor {
  let doublings = 0;
  let large = value;
  for (; large < 2n ** 60n; doublings++) large *= 4n;
  const share = 2n ** 61n / rootOf(large);
  const mantissa = Number(share > MANTISSA_LIMIT ? MANTISSA_LIMIT : share);
  return { mantissa, exponent: doublings + NORM_BITS - 30 };
}

const epsilonOf = ({ epsilon: { mantissa, exponent } }: Int8Norm): bigint =>
  exponent >= 0 ? BigInt(mantissa) << BigInt(exponent) : BigInt(mantissa) >> BigInt(-exponent);

export function normValues(q: Int8Norm, x: Integers): Integers {
  const { count, step, first } = groupingOf(q.node);
  const isCentred = q.node.kind === 'exampleNorm';
  const channels = q.node.output[q.node.output.length - 1];
  const zero = q.input.zeroPoint;
  const y = new Int8Array(x.length);
  for (let group = 0; group * count < x.length; group++) {
    const from = first(group);
    let [sum, squares] = [0, 0];
    for (let i = 0; i < count; i++) {
      const value = x[from + i * step] - zero;
      if (isCentred) sum += value;
      squares += value * value;
    }
    const spread = BigInt(count) * BigInt(squares) - BigInt(sum) ** 2n + epsilonOf(q);
    const { mantissa, exponent } = inverseRoot(spread > 0n ? spread : 1n);
    for (let i = 0; i < count; i++) {
      const at = from + i * step;
      const f = q.factors.length === 1 ? 0 : at % channels;
      const normal = multiplyFixed(count * (x[at] - zero) - sum, mantissa, exponent) * q.signs[f];
      const made = multiplyFixed(normal, q.factors[f].mantissa, q.factors[f].exponent) + q.shifts[f];
      y[at] = clamp(Math.floor((made + 2 ** (NORM_SHIFT - 1)) / 2 ** NORM_SHIFT) + q.output.zeroPoint);
    }
  }
  return y;
}

/** @throws UnsupportedModelError for more classes than a byte counts */
export function quantizeEmbedding(node: NodeOf<'embedding'>, input: Affine, output: Affine): Int8Embedding {
  const count = node.table.length / node.output[0];
  if (count > MOST_CLASSES) {
    throw new UnsupportedModelError(
      `Layer ${node.name} knows ${count} classes; full integers count ${MOST_CLASSES}.`,
      'Choose int8 weights with float activations.',
    );
  }
  const classOf = (q: number): number =>
    Math.max(0, Math.min(count - 1, roundAway(input.scale * (q - input.zeroPoint))));
  return {
    node,
    input,
    output,
    table: Int8Array.from(node.table, (v) => clamp(roundAway(v / output.scale) + output.zeroPoint)),
    classes: Int32Array.from({ length: 256 }, (_, i) => classOf(i - 128)),
  };
}

export const embeddingValues = ({ node, table, classes }: Int8Embedding, x: Integers): Integers => {
  const units = node.output[0];
  const row = classes[x[0] + 128];
  return table.slice(row * units, (row + 1) * units);
};
