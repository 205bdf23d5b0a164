// What tiles of upsampling + 3x3 convolution cost (kernels/upsample.ts), and how they are cut into tasks.
import type { SimdModule } from '../module';
import { cutSquares, productsOfGrid, type GridSize, type SquareCut } from './squareCut';

/** Five products along a side of two pixels, three where it is one. */
export const UPSAMPLE_PRODUCTS = { rows: [5, 3], columns: [5, 3] } as const;
/** Products of a tile in two dimensions. */
export const PRODUCTS = 25;

/** Transformed rows of a tile, each of the input's channels: 16 forward, 25 for the input's gradient. */
export const FORWARD_ROWS = 16;
export const GRADIENT_ROWS = 25;

/** Products per pair of input and output channel that the map takes. */
export const upsampleProducts = (size: GridSize): number => productsOfGrid(size, UPSAMPLE_PRODUCTS);

/** Cuts a forward pass or an input gradient into tasks; a task's scratch takes nine packed taps of a panel, too. */
export function cutUpsample(
  module: SimdModule,
  size: GridSize,
  { c, outC, transformed }: { readonly c: number; readonly outC: number; readonly transformed: number },
): SquareCut {
  const bytes = 4 * transformed * c + 32 * PRODUCTS;
  const cut = cutSquares(module, size, { products: UPSAMPLE_PRODUCTS, outC, bytes, lines: transformed });
  return { ...cut, scratchStride: Math.max(cut.scratchStride, Math.ceil((9 * c * 32) / 64) * 64) };
}
