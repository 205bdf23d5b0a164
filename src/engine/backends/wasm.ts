// The CPU engine of this project: WebAssembly SIMD kernels, several threads where the page is isolated.
import { removeBackend, setBackend } from '@tensorflow/tfjs-core';
import { announcedHelpers, readKernelBytes } from '../simd/assets';
import { loadSimdModule } from '../simd/module';
import { registerRecorder } from '../recording';
import { SimdStepRecorder } from '../simd/recorder';
import { registerSimdBackend, simdBackend, SIMD_BACKEND } from '../simd/register';
import { chooseThreads } from '../simd/chooseThreads';
import { defineBackend } from './define';
import { BackendUnavailableError } from './unavailable';

export const wasmBackend = defineBackend({
  id: 'wasm',
  label: 'CPU engine',
  async open({ threads, onThread }) {
    if (typeof WebAssembly === 'undefined')
      throw new BackendUnavailableError('This browser has no WebAssembly.');
    const cores = navigator.hardwareConcurrency || 1;
    const wanted = crossOriginIsolated ? Math.max(1, threads || cores) : 1;
    const module = await loadSimdModule({
      threads: wanted,
      readBytes: readKernelBytes,
      spawnHelper: announcedHelpers(onThread),
    });
    registerSimdBackend(module);
    if (!(await setBackend(SIMD_BACKEND))) throw new BackendUnavailableError('The CPU engine did not start.');
    // One or two cores are what they are; of more, browsers and phones tell half the truth.
    if (!threads && module.threads > 2) chooseThreads(module);
    registerRecorder(SIMD_BACKEND, new SimdStepRecorder(simdBackend()));
    const kernels = module.build.startsWith('relaxed') ? 'relaxed' : 'plain';
    const kind = kernels === 'relaxed' ? 'relaxed SIMD' : 'SIMD';
    return {
      description: `WebAssembly ${kind} on ${module.threads} ${module.threads === 1 ? 'thread' : 'threads'}`,
      threads: module.threads,
      kernels,
      memory: () => ({ bytes: module.heap.used, peakBytes: module.heap.peak }),
      room: { device: module.maximumBytes, tensor: null, inPage: false },
      close() {
        registerRecorder(SIMD_BACKEND, null);
        removeBackend(SIMD_BACKEND);
        module.dispose();
      },
    };
  },
});
