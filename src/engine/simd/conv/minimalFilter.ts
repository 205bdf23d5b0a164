// Filter gradients by minimal filtering, over addresses (kernels/minimalFilter.ts): of convolutions with stride 2, and of
// 3x3 convolutions with stride 1 (Winograd).
import type { SimdModule } from '../module';
import { forwardTaps, type ConvGeometry } from './geometry';
import { strideTwoProducts } from './strideTwo';
import { runTileFilter } from './tileFilter';

interface Addresses {
  /** [n, h, w, ci] */
  readonly x: number;
  /** [n, outH, outW, co] */
  readonly dy: number;
  /** [kh, kw, ci, co] */
  readonly dFilter: number;
}

const grid = (g: ConvGeometry, { x, dy }: Addresses) => ({
  kernel: 'minimalGradProducts' as const,
  x,
  n: g.n,
  h: g.h,
  w: g.w,
  c: g.ci,
  gridH: g.outH,
  gridW: g.outW,
  stride: g.strideH,
  taps: forwardTaps(g),
  dy,
  columns: g.co,
});

/** dFilter of a convolution for which `suitsStrideTwo` holds. */
export function strideTwoGradFilter(module: SimdModule, g: ConvGeometry, at: Addresses): void {
  const edges = strideTwoProducts(g.kh, g.kw, g.strideH);
  const [products, splits] = runTileFilter(module, {
    ...grid(g, at),
    edges,
    products: 9,
    rows: edges.rows[0] * edges.columns[0],
    productRows: g.strideH * g.strideW,
    held: [3, 3],
  });
  module.run('strideTwoUnfoldFilter', module.args, products, at.dFilter, g.kh, g.kw, g.ci * g.co, splits);
}

/** dFilter of a convolution for which `suitsWinograd` holds. */
export function winogradGradFilter(module: SimdModule, g: ConvGeometry, at: Addresses): void {
  const [products, splits] = runTileFilter(module, {
    ...grid(g, at),
    edges: null,
    products: 16,
    rows: 16,
    productRows: 1,
    held: [4, 4],
  });
  module.run('winogradUnfoldFilter', module.args, products, at.dFilter, g.ci * g.co, splits);
}
