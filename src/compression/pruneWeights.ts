// Unstructured pruning by magnitude: the smallest weights of every kernel become zero. The tensors keep their shapes, so
// nothing runs faster; what shrinks is the file once it is compressed.
import type { TrainedWeights } from '../graph/graph';

/**
 * 1 for the weights that stay, 0 for the `share` of them with the smallest magnitudes; ties go by position.
 * @param share 0..1
 */
export function magnitudeMask(values: Float32Array, share: number): Float32Array {
  const mask = new Float32Array(values.length).fill(1);
  const pruned = Math.floor(share * values.length);
  if (pruned === 0) return mask;
  const magnitudes = values.map(Math.abs);
  const threshold = Float32Array.from(magnitudes).sort()[pruned - 1];
  let left = pruned;
  for (let i = 0; i < mask.length; i++) {
    if (magnitudes[i] < threshold) {
      mask[i] = 0;
      left--;
    }
  }
  for (let i = 0; i < mask.length && left > 0; i++) {
    if (magnitudes[i] === threshold) {
      mask[i] = 0;
      left--;
    }
  }
  return mask;
}

/** Whether unstructured pruning touches a weight of this name: kernels only; biases and norms are few and matter. */
export const isPrunable = (name: string): boolean => name.endsWith('/kernel');

/** Share of the kernels' weights that are exactly zero, 0..1. */
export function zeroShare(weights: TrainedWeights): number {
  let zeros = 0;
  let all = 0;
  for (const [name, { values }] of weights) {
    if (!isPrunable(name)) continue;
    all += values.length;
    for (const value of values) if (value === 0) zeros++;
  }
  return all > 0 ? zeros / all : 0;
}
