// The filter gradient of upsampling + 3x3 convolution, over addresses (kernels/upsampleFilter.ts).
import type { SimdModule } from '../module';
import { allTiles, FILTER_TILES } from './squareCut';
import { runTileFilter } from './tileFilter';
import { PRODUCTS, UPSAMPLE_PRODUCTS } from './upsampleCut';
import { phasesGradFilter, suitsPhases } from './upsamplePhases';
import type { UpsampleGeometry } from './upsampleShapes';

/** dFilter [3, 3, ci, co] from x [n, h, w, ci] and dy [n, 2h, 2w, co]. */
export function upsampleConvGradFilter(
  module: SimdModule,
  g: UpsampleGeometry,
  at: { readonly x: number; readonly dy: number; readonly dFilter: number },
): void {
  if (suitsPhases(g)) return phasesGradFilter(module, g, at);
  const [products, splits] = runTileFilter(module, {
    kernel: 'upsampleGradProducts',
    x: at.x,
    n: g.n,
    h: g.h,
    w: g.w,
    c: g.ci,
    gridH: g.h,
    gridW: g.w,
    strideH: 1,
    strideW: 1,
    taps: [],
    dy: at.dy,
    columns: g.co,
    tiles: allTiles(g),
    blockTiles: FILTER_TILES,
    edges: UPSAMPLE_PRODUCTS,
    products: PRODUCTS,
    rows: PRODUCTS,
    productRows: 1,
    held: [4, 5],
    tableBytes: 128,
  });
  module.run('upsampleUnfoldFilter', module.args, products, at.dFilter, g.ci * g.co, splits);
}
