// Filter gradients by minimal filtering, over addresses (kernels/minimalFilter.ts).
import type { SimdModule } from '../module';
import { forwardTaps, type ConvGeometry } from './geometry';
import { forwardTileProducts, tapGroups } from './minimalSides';
import { allTiles, FILTER_TILES } from './squareCut';
import { runTileFilter } from './tileFilter';

/** dFilter [kh, kw, ci, co] from x [n, h, w, ci] and dy [n, outH, outW, co], where `suitsMinimal` holds. */
export function minimalGradFilter(
  module: SimdModule,
  g: ConvGeometry,
  at: { readonly x: number; readonly dy: number; readonly dFilter: number },
): void {
  const edges = forwardTileProducts(g);
  const size = Math.max(g.kh + g.strideH, g.kw + g.strideW);
  const [products, splits] = runTileFilter(module, {
    kernel: 'minimalGradProducts',
    x: at.x,
    n: g.n,
    h: g.h,
    w: g.w,
    c: g.ci,
    gridH: g.outH,
    gridW: g.outW,
    strideH: g.strideH,
    strideW: g.strideW,
    taps: forwardTaps(g),
    dy: at.dy,
    columns: g.co,
    tiles: allTiles({ n: g.n, h: g.outH, w: g.outW }),
    blockTiles: FILTER_TILES,
    edges,
    products: 16,
    rows: edges.rows[0] * edges.columns[0],
    productRows: tapGroups(g.kh, g.strideH).length * tapGroups(g.kw, g.strideW).length,
    held: [4, 4],
    tableBytes: 16 + 4 * size * size,
  });
  const sides = [g.kh, g.kw, g.strideH, g.strideW] as const;
  module.run('minimalUnfoldFilter', module.args, products, at.dFilter, ...sides, g.ci * g.co, splits);
}
