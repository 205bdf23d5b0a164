// Every kernel of ours for WebGPU, and their registration with tfjs.
import { registerKernel, type NamedAttrMap, type NamedTensorInfoMap } from '@tensorflow/tfjs-core';
import { GanvasGpuBackend } from './backend';
import type { GpuKernel } from './define';
import { batchNormKernels } from './kernels/batchNorm';
import { convolutionKernels } from './kernels/convolution';
import { denseKernels } from './kernels/dense';
import { elementwiseKernels } from './kernels/elementwise';
import { instanceNormKernels } from './kernels/instanceNorm';
import { lossKernels } from './kernels/loss';
import { updateKernels } from './kernels/update';

export { GanvasGpuBackend } from './backend';
export { chooseKernels } from './chooseKernels';
export { halvesGain } from './halvesGain';
export { GpuStepRecorder } from './recorder';
export { offeredBy } from './variant';

const BACKEND = 'webgpu';

export const gpuKernels: readonly GpuKernel[] = [
  ...batchNormKernels,
  ...convolutionKernels,
  ...denseKernels,
  ...elementwiseKernels,
  ...instanceNormKernels,
  ...lossKernels,
  ...updateKernels,
];

let registered = false;

/** Adds our kernels to tfjs' backend `webgpu`, once; that backend must be a GanvasGpuBackend when they run. */
export function registerGpuKernels(): void {
  if (registered) return;
  registered = true;
  for (const { kernelName, run } of gpuKernels) {
    registerKernel({
      kernelName,
      backendName: BACKEND,
      kernelFunc({ inputs, backend, attrs }: KernelCall) {
        if (!(backend instanceof GanvasGpuBackend)) throw new TypeError('This backend is not ours.');
        return run(backend, inputs, attrs ?? {});
      },
    });
  }
}

interface KernelCall {
  readonly inputs: NamedTensorInfoMap;
  readonly backend: unknown;
  readonly attrs?: NamedAttrMap;
}
