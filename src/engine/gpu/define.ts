// What a kernel of ours for WebGPU is.
import type { NamedAttrMap, NamedTensorInfoMap, TensorInfo } from '@tensorflow/tfjs-core';
import type { GanvasGpuBackend } from './backend';

/** Computes new tensors (reference count 1) from the inputs, or changes inputs in place where its name says so. */
export type GpuKernelBody = (
  backend: GanvasGpuBackend,
  inputs: NamedTensorInfoMap,
  attrs: NamedAttrMap,
) => TensorInfo | TensorInfo[];

export interface GpuKernel {
  /** The name under which tfjs calls it. */
  readonly kernelName: string;
  readonly run: GpuKernelBody;
}

export const defineKernel = (kernelName: string, run: GpuKernelBody): GpuKernel => ({ kernelName, run });
