// Rare kernels and rare types: run by the stock cpu kernel over copies of the values, results copied back.
// Not for anything that a training step calls; every call is counted in `backend.fallbackCalls`.
import { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import {
  getKernel,
  getKernelsForBackend,
  type NamedAttrMap,
  type NamedTensorInfoMap,
  type TensorInfo,
} from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../backend';
import { defineKernel, KernelArgumentError, type SimdKernel } from './define';

const HOST = 'cpu';
let host: MathBackendCPU | undefined;

/** Runs a kernel of the stock cpu backend on tensors of this backend. */
export function runOnHost(
  kernelName: string,
  backend: SimdBackend,
  inputs: NamedTensorInfoMap,
  attrs: NamedAttrMap,
): TensorInfo | TensorInfo[] {
  const kernel = getKernel(kernelName, HOST);
  if (!kernel) throw new KernelArgumentError(`a stock kernel ${kernelName}`, 'none');
  backend.fallbackCalls.set(kernelName, (backend.fallbackCalls.get(kernelName) ?? 0) + 1);
  const cpu = (host ??= new MathBackendCPU());
  const lent = new Map<TensorInfo, TensorInfo>();
  const lend = (info: TensorInfo | undefined): TensorInfo | undefined => {
    if (info === undefined || info === null) return undefined;
    const copy = lent.get(info) ?? {
      dataId: cpu.write(backend.readSync(info.dataId), info.shape, info.dtype),
      shape: info.shape,
      dtype: info.dtype,
    };
    lent.set(info, copy);
    return copy;
  };
  // a list of inputs arrives as an array and must stay one
  const given: NamedTensorInfoMap = Object.assign(
    Array.isArray(inputs) ? [] : {},
    Object.fromEntries(Object.entries(inputs).map(([name, info]) => [name, lend(info)])),
  );
  const outputs = kernel.kernelFunc({ inputs: given, backend: cpu, attrs });
  const own = (info: TensorInfo): TensorInfo => ({
    dataId: backend.write(cpu.readSync(info.dataId), info.shape, info.dtype),
    shape: info.shape,
    dtype: info.dtype,
  });
  const results = Array.isArray(outputs) ? outputs.map(own) : own(outputs);
  for (const info of [...lent.values(), ...[outputs].flat()]) cpu.disposeData(info.dataId, true);
  return results;
}

/** Every kernel of the stock cpu backend that is not in `present`, so that no operation is missing. */
export function hostKernels(present: ReadonlySet<string>): SimdKernel[] {
  return getKernelsForBackend(HOST)
    .filter(({ kernelName }) => !present.has(kernelName))
    .map(({ kernelName }) =>
      defineKernel(kernelName, (backend, inputs, attrs) => runOnHost(kernelName, backend, inputs, attrs)),
    );
}
