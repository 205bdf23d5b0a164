// Puts the CPU engine into TensorFlow.js under the name `wasm-simd`: storage and all kernels.
import {
  engine,
  findBackend,
  getKernel,
  registerBackend,
  registerKernel,
  removeBackend,
} from '@tensorflow/tfjs-core';
import { SimdBackend } from './backend';
import { fusedKernels } from './fused';
import type { SimdModule } from './module';
import { KernelArgumentError, type SimdKernel } from './stock/define';
import { hostKernels } from './stock/fallback';
import { stockKernels } from './stock';
import { trainKernels } from './train';

export const SIMD_BACKEND = 'wasm-simd';

/** Asked for explicitly; below webgl (2) and webgpu (3), above the stock cpu backend (1). */
const PRIORITY = 1.5;

/**
 * Registers the engine with tfjs; `setBackend(SIMD_BACKEND)` then makes it active. One module at a time.
 * The module stays the caller's, who disposes it after `disposeSimdBackend`.
 */
export function registerSimdBackend(module: SimdModule): void {
  const own = [...stockKernels, ...fusedKernels, ...trainKernels];
  const all = [...own, ...hostKernels(new Set(own.map((kernel) => kernel.kernelName)))];
  for (const kernel of all) {
    if (!getKernel(kernel.kernelName, SIMD_BACKEND)) registerKernel(toConfig(kernel));
  }
  registerBackend(SIMD_BACKEND, () => new SimdBackend(module), PRIORITY);
}

/** Takes the engine out of tfjs; its tensors are gone. The module is not disposed. */
export function disposeSimdBackend(): void {
  if (engine().findBackendFactory(SIMD_BACKEND)) removeBackend(SIMD_BACKEND);
}

/** The registered engine. @throws KernelArgumentError when there is none */
export function simdBackend(): SimdBackend {
  return checked(findBackend(SIMD_BACKEND));
}

function checked(backend: unknown): SimdBackend {
  if (!(backend instanceof SimdBackend)) throw new KernelArgumentError('the wasm-simd backend', backend);
  return backend;
}

const toConfig = ({ kernelName, run }: SimdKernel) => ({
  kernelName,
  backendName: SIMD_BACKEND,
  kernelFunc: ({ inputs, backend, attrs = {} }: Parameters<ReturnType<typeof getKernel>['kernelFunc']>[0]) =>
    run(checked(backend), inputs, attrs),
});
