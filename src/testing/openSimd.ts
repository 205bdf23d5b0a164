// The CPU engine under Node, beside tfjs' own cpu backend: for tests, benches and runs without a browser. Knows no test runner.
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import { setBackend } from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../engine/simd/backend';
import type { SimdModule } from '../engine/simd/module';
import { disposeSimdBackend, registerSimdBackend, simdBackend, SIMD_BACKEND } from '../engine/simd/register';
import { loadTestModule } from './simdModule';

let current: SimdModule | undefined;

/** Loads and activates the engine; a previous one is closed. */
export async function openSimd(options: Parameters<typeof loadTestModule>[0] = {}): Promise<SimdBackend> {
  closeSimd();
  current = await loadTestModule(options);
  registerSimdBackend(current);
  await setBackend(SIMD_BACKEND);
  return simdBackend();
}

export function closeSimd(): void {
  disposeSimdBackend();
  current?.dispose();
  current = undefined;
}
