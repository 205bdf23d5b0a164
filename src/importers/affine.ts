// A factor and an addend, the same for all values, or for each channel, as a layer: a batch norm without statistics.
import type { NetworkAssembly } from './assembly';

/** Appends it to the value at hand; nothing where it would change nothing. */
export function addAffine(
  assembly: NetworkAssembly,
  label: string,
  factor: number | Float32Array,
  addend: number | Float32Array = 0,
): void {
  if (factor === 1 && addend === 0) return;
  const channels = assembly.shape[assembly.shape.length - 1];
  const each = (value: number | Float32Array): Float32Array =>
    typeof value === 'number' ? new Float32Array(channels).fill(value) : value;
  assembly.add({ kind: 'batchNorm', momentum: 0.99, epsilon: 0 }, label, {
    gamma: each(factor),
    beta: each(addend),
    movingMean: new Float32Array(channels),
    movingVariance: new Float32Array(channels).fill(1),
  });
}
