// The fused and matrix kernels of the CPU engine, one line each.
import type { SimdKernel } from '../stock/define';
import { conv2d, conv2dGradientOfFilter, conv2dGradientOfInput, conv2dTranspose } from './convolution';
import { batchMatMul, dense, fusedMatMul } from './product';
import {
  stockConv2d,
  stockConv2dBackpropFilter,
  stockConv2dBackpropInput,
  stockDepthwise,
  stockDepthwiseBackpropFilter,
  stockDepthwiseBackpropInput,
  stockFusedConv2d,
} from './stockConvolution';
import { upsampleConv2d, upsampleConv2dGradientOfFilter, upsampleConv2dGradientOfInput } from './upsample';

export const fusedKernels: readonly SimdKernel[] = [
  batchMatMul,
  conv2d,
  conv2dGradientOfFilter,
  conv2dGradientOfInput,
  conv2dTranspose,
  dense,
  fusedMatMul,
  stockConv2d,
  stockConv2dBackpropFilter,
  stockConv2dBackpropInput,
  stockDepthwise,
  stockDepthwiseBackpropFilter,
  stockDepthwiseBackpropInput,
  stockFusedConv2d,
  upsampleConv2d,
  upsampleConv2dGradientOfFilter,
  upsampleConv2dGradientOfInput,
];
