// Weights as small integers: symmetric, no zero point, one scale per output channel; of 8-bit dense layers a single one, as
// TensorFlow Lite Micro, Arm NN and TensorFlow Lite before 2.17 read them. Packing two 4-bit numbers to a byte.
import type { WeightBits } from '../core/compressionRecord';
import type { WeightedNode } from './graph';

export type { WeightBits } from '../core/compressionRecord';

export interface QuantizedWeights {
  /** As the node's weights, in -127..127 or -7..7. */
  readonly values: Int8Array<ArrayBuffer>;
  /** One per output channel, or a single one for all; real weight = value * scale. */
  readonly scales: Float32Array<ArrayBuffer>;
}

/** Largest integer of each kind; the smallest is its negative. */
export const LARGEST_WEIGHT: Readonly<Record<WeightBits, number>> = { 8: 127, 4: 7 };

/** How far 32-bit biases may go; sums of products are added to them. */
const BIAS_LIMIT = 2 ** 30;

/** Largest absolute value of each of `count` equal rows. */
function rowMaxima(values: Float32Array, count: number): Float32Array {
  const size = values.length / count;
  return Float32Array.from({ length: count }, (_, row) =>
    values.subarray(row * size, (row + 1) * size).reduce((max, w) => Math.max(max, Math.abs(w)), 0),
  );
}

/**
 * Whether `quantizeWeights` gives the node's weights a single scale: those of a dense layer in 8 bits. It has many units of
 * few weights, so that a scale for each would be a quarter of its file, and runtimes that know none read the first for all.
 */
export const hasOneScale = ({ kind }: WeightedNode, bits: WeightBits): boolean =>
  bits === 8 && kind === 'dense';

/**
 * The node's weights as integers of `bits`.
 * @param inputScale of an integer input: scales are then large enough for 32-bit biases; 0 for float inputs
 */
export function quantizeWeights(node: WeightedNode, bits: WeightBits, inputScale = 0): QuantizedWeights {
  const limit = LARGEST_WEIGHT[bits];
  const maxima = rowMaxima(node.weights, node.bias.length);
  // A scale holds for `rows` outputs in a row.
  const rows = hasOneScale(node, bits) ? node.bias.length : 1;
  const scales = Float32Array.from({ length: node.bias.length / rows }, (_, i) => {
    let scale = 0;
    for (let o = i * rows; o < (i + 1) * rows; o++) {
      const least = inputScale > 0 ? Math.abs(node.bias[o]) / (inputScale * BIAS_LIMIT) : 0;
      scale = Math.max(scale, maxima[o] / limit, least);
    }
    return scale || 1;
  });
  const perScale = node.weights.length / scales.length;
  const values = Int8Array.from(node.weights, (w, i) =>
    Math.max(-limit, Math.min(limit, Math.round(w / scales[Math.floor(i / perScale)]))),
  );
  return { values, scales };
}

/** The real numbers that quantized weights stand for. */
export function dequantizeWeights({ values, scales }: QuantizedWeights): Float32Array {
  const perScale = values.length / scales.length;
  return Float32Array.from(values, (v, i) => v * scales[Math.floor(i / perScale)]);
}

/** Two 4-bit numbers to a byte, the first in the low half; an odd last one is alone. */
export function packInt4(values: Int8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array((values.length + 1) >> 1);
  for (let i = 0; i < values.length; i++) bytes[i >> 1] |= (values[i] & 15) << (i & 1 ? 4 : 0);
  return bytes;
}
