// All stock kernels of the CPU engine, by theme.
import { binaryKernels } from './binary';
import type { SimdKernel } from './define';
import { gatherKernels } from './gather';
import { normalizeKernels } from './normalize';
import { paddingKernels } from './padding';
import { poolingKernels } from './pooling';
import { reduceKernels } from './reduce';
import { resizeKernels } from './resize';
import { sliceKernels } from './slices';
import { structureKernels } from './structure';
import { transposeKernels } from './transpose';
import { unaryKernels } from './unary';

export const stockKernels: readonly SimdKernel[] = [
  ...unaryKernels,
  ...binaryKernels,
  ...reduceKernels,
  ...structureKernels,
  ...transposeKernels,
  ...sliceKernels,
  ...paddingKernels,
  ...gatherKernels,
  ...poolingKernels,
  ...resizeKernels,
  ...normalizeKernels,
];
