// The engine for export tests: the CPU engine in Node, and a network's output with given weights.
import { setBackend, tensor, tidy } from '@tensorflow/tfjs-core';
import type { TrainedWeights } from '../graph/graph';
import { inputShape, type NetworkSpec } from '../core/network';
import { Network } from '../engine/network';
import { registerSimdBackend, SIMD_BACKEND } from '../engine/simd/register';
import { loadTestModule } from './simdModule';

/** Starts the CPU engine on one thread. */
export async function startTestEngine(): Promise<void> {
  registerSimdBackend(await loadTestModule());
  await setBackend(SIMD_BACKEND);
}

/** What the engine itself draws at inference, [rows * output]. */
export function engineOutput(
  spec: NetworkSpec,
  weights: TrainedWeights,
  inputs: Float32Array,
  rows: number,
): Float32Array {
  const network = new Network(spec, 1);
  const output = tidy(() => {
    for (const { name, variable } of network.weights) {
      const found = weights.get(name);
      if (!found) throw new TypeError(`No test weight ${name}`);
      variable.assign(tensor(found.values, [...found.shape]));
    }
    return Float32Array.from(
      network.apply(tensor(inputs, [rows, ...inputShape(spec)]), { kind: 'inference' }).dataSync(),
    );
  });
  network.dispose();
  return output;
}

/** Largest and mean absolute difference of two arrays of one length. */
export function difference(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
): { readonly max: number; readonly mean: number } {
  if (a.length !== b.length) throw new RangeError(`${a.length} values against ${b.length}`);
  let max = 0;
  let sum = 0;
  for (let i = 0; i < a.length; i++) {
    const d = Math.abs(a[i] - b[i]);
    if (!(d <= max)) max = d; // also takes over what is not a number
    sum += d;
  }
  return { max, mean: sum / a.length };
}
