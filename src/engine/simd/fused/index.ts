// The fused and matrix kernels of the CPU engine, one line each.
import type { SimdKernel } from '../stock/define';

export const fusedKernels: readonly SimdKernel[] = [];
