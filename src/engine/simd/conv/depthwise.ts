// Depthwise convolution and its gradients over addresses (kernels/depthwise.ts).
import type { SimdModule } from '../module';
import type { ConvGeometry } from './geometry';

/** `co` of the geometry is the channel multiplier: the output has ci * co channels. */
export interface DepthwiseAddresses {
  /** [n, h, w, ci] */
  readonly x: number;
  /** [kh, kw, ci, multiplier] */
  readonly filter: number;
  /** [n, outH, outW, ci * multiplier] */
  readonly y: number;
}

export type DepthwiseKernel = 'depthwiseForward' | 'depthwiseGradInput' | 'depthwiseGradFilter';

/** Runs one of the three kernels: each writes the tensor it is named after (forward: y). */
export function depthwise(
  module: SimdModule,
  kernel: DepthwiseKernel,
  g: ConvGeometry,
  at: DepthwiseAddresses,
): void {
  const { n, h, w, ci, co, kh, kw, outH, outW } = g;
  const shape = [n, h, w, ci, co, kh, kw, outH, outW];
  const steps = [g.strideH, g.strideW, g.dilationH, g.dilationW, g.padTop, g.padLeft];
  const fields = [at.x, at.filter, at.y, ...shape, ...steps];
  module.tableI32(module.args, fields.length).set(fields);
  module.run(kernel, module.args);
}
