// How the taps along a side of a filter fall into groups of up to three for minimal filtering, and what that costs.
// kernels/minimalSides.ts forms the same groups.
import type { ConvGeometry } from './geometry';
import type { SideProducts, TileProducts } from './squareCut';

/** Lengths of the runs of up to three that `taps` neighbours fall into; four are two and two. */
function runs(taps: number): readonly number[] {
  if (taps <= 0) return [];
  const run = taps === 4 ? 2 : Math.min(3, taps);
  return [run, ...runs(taps - run)];
}

/** Taps of each group of a side of `taps` taps at `stride`. */
export const tapGroups = (taps: number, stride: number): readonly number[] =>
  Array.from({ length: Math.min(stride, taps) }, (_, phase) =>
    runs(Math.ceil((taps - phase) / stride)),
  ).flat();

/** Two outputs take one product more than there are taps in each group, one output as many. */
const sideProducts = (taps: number, stride: number): SideProducts => [
  taps + tapGroups(taps, stride).length,
  taps,
];

/** Products along both sides of a tile. */
export const tileProducts = (kh: number, kw: number, strideH: number, strideW: number): TileProducts => ({
  rows: sideProducts(kh, strideH),
  columns: sideProducts(kw, strideW),
});

/** Products along both sides of a tile of the convolution `g`. */
export const forwardTileProducts = (g: ConvGeometry): TileProducts =>
  tileProducts(g.kh, g.kw, g.strideH, g.strideW);
