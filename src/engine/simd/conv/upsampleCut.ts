// How the tiles of upsampling + 3x3 convolution are cut into tasks (kernels/upsampleTiles.ts, kernels/upsample.ts): whole
// tiles of 2x2 pixels, and the narrow ones of odd sides apart from them, or together where there are few. Depends on
// shapes and the build's register tile alone, never on the number of threads, unless one thread is all there is.
import type { SimdModule } from '../module';
import { cutTasks, tileRows, type Cut } from './job';

/** Products of a tile in two dimensions. */
export const PRODUCTS = 25;

/** Bytes of transformed input per task: with a panel, well inside of a core's L2 cache. */
const BLOCK_BYTES = 256 * 1024;
const MOST_TILES = 96;
/** Bytes at the start of a task's scratch. */
const TASK_HEAD = 256;
/** Whole tiles, one pixel wide, one pixel high, both: products that each takes. */
const KIND_PRODUCTS = [25, 15, 15, 9] as const;

/** Transformed rows of a tile, each of the input's channels: 16 forward, 25 for the input's gradient. */
export const FORWARD_ROWS = 16;
export const GRADIENT_ROWS = 25;

export interface MapSize {
  readonly n: number;
  readonly h: number;
  readonly w: number;
}

/** Tiles of each kind if the edges of odd sides are tiles of their own. */
export function tileKinds({ n, h, w }: MapSize): readonly number[] {
  const [rows, columns] = [Math.floor(h / 2), Math.floor(w / 2)];
  const [flat, narrow] = [h % 2, w % 2];
  return [n * rows * columns, n * rows * narrow, n * flat * columns, n * flat * narrow];
}

export const allTiles = ({ n, h, w }: MapSize): number => n * Math.ceil(h / 2) * Math.ceil(w / 2);

/** `mode` of the kernels: 1 handles odd edges as tiles of their own, which pays where these fill register tiles. */
export function edgesApart(module: SimdModule, size: MapSize): 0 | 1 {
  const rows = tileRows(module);
  const cost = (tiles: number, products: number): number => Math.ceil(tiles / rows) * products;
  const apart = tileKinds(size).reduce((sum, tiles, kind) => sum + cost(tiles, KIND_PRODUCTS[kind] ?? 0), 0);
  return apart < cost(allTiles(size), PRODUCTS) ? 1 : 0;
}

/** Products per pair of input and output channel that the map takes, edges apart. */
export const upsampleProducts = (size: MapSize): number =>
  tileKinds(size).reduce((sum, tiles, kind) => sum + tiles * (KIND_PRODUCTS[kind] ?? 0), 0);

export interface UpsampleCut extends Cut {
  readonly mode: 0 | 1;
  readonly scratchStride: number;
}

/** Cuts a forward pass or an input gradient into tasks. */
export function cutUpsample(
  module: SimdModule,
  size: MapSize,
  { c, outC, transformed }: { readonly c: number; readonly outC: number; readonly transformed: number },
): UpsampleCut {
  const rows = tileRows(module);
  const mode = edgesApart(module, size);
  const tiles = allTiles(size);
  const panels = Math.ceil(outC / 8);
  const perTile = 4 * transformed * c + 32 * PRODUCTS;
  const most = Math.min(MOST_TILES, Math.max(12, Math.floor(BLOCK_BYTES / perTile / 12) * 12));
  const cut = module.threads === 1 ? oneThread(tiles, panels, most) : cutTasks(tiles, panels, most);
  const kinds = mode === 1 ? tileKinds(size) : [tiles];
  const pixelBlocks = kinds.reduce((sum, count) => sum + Math.ceil(count / cut.blockPixels), 0);
  const padded = Math.ceil(cut.blockPixels / rows) * rows;
  const bytes = Math.max(TASK_HEAD + 64 + padded * (8 + perTile) + 64 * transformed, 9 * c * 32);
  return { ...cut, pixelBlocks, mode, scratchStride: Math.ceil(bytes / 64) * 64 };
}

/** Whole blocks for one thread, so that no input is transformed twice. */
function oneThread(tiles: number, panels: number, most: number): Cut {
  const blocks = Math.ceil(tiles / most);
  const blockPixels = Math.ceil(tiles / blocks / 12) * 12;
  return { blockPixels, pixelBlocks: Math.ceil(tiles / blockPixels), blockPanels: panels, panelBlocks: 1 };
}
