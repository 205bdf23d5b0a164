// How tiles of 2x2 grid pixels are cut into tasks (kernels/squareTiles.ts): whole tiles, and the narrow ones of odd
// sides apart from them, or together where there are few. Depends on shapes and the build's register tile alone, never
// on the number of threads, unless one thread is all there is.
import type { SimdModule } from '../module';
import { cutTasks, tileRows, type Cut } from './job';

/** Bytes of transformed input per task: with a panel, well inside of a core's L2 cache. */
const BLOCK_BYTES = 128 * 1024;
const MOST_TILES = 96;
/** Tiles that a filter gradient transforms at a time. */
export const FILTER_TILES = 48;
/** Bytes at the start of a task's scratch. */
const TASK_HEAD = 256;

/** The grid that tiles cover. */
export interface GridSize {
  readonly n: number;
  readonly h: number;
  readonly w: number;
}

/** Products along a side that a tile of two pixels takes, and one of a single pixel. */
export type SideProducts = readonly [whole: number, single: number];

/** Those of both sides. */
export interface TileProducts {
  readonly rows: SideProducts;
  readonly columns: SideProducts;
}

/** Tiles of each kind if the edges of odd sides are tiles of their own. */
function tileKinds({ n, h, w }: GridSize): readonly number[] {
  const [rows, columns] = [Math.floor(h / 2), Math.floor(w / 2)];
  const [flat, narrow] = [h % 2, w % 2];
  return [n * rows * columns, n * rows * narrow, n * flat * columns, n * flat * narrow];
}

const productsOfKinds = ({ rows, columns }: TileProducts): readonly number[] =>
  rows.flatMap((down) => columns.map((across) => down * across));

export const allTiles = ({ n, h, w }: GridSize): number => n * Math.ceil(h / 2) * Math.ceil(w / 2);

/** Products per pair of input and output channel that the grid takes, edges apart. */
export function productsOfGrid(size: GridSize, products: TileProducts): number {
  const each = productsOfKinds(products);
  return tileKinds(size).reduce((sum, tiles, kind) => sum + tiles * (each[kind] ?? 0), 0);
}

/** `mode` of the kernels: 1 handles odd edges as tiles of their own, which pays where these fill register tiles. */
export function edgesApart(module: SimdModule, size: GridSize, products: TileProducts): 0 | 1 {
  const rows = tileRows(module);
  const each = productsOfKinds(products);
  const cost = (tiles: number, kind: number): number => Math.ceil(tiles / rows) * (each[kind] ?? 0);
  const apart = tileKinds(size).reduce((sum, tiles, kind) => sum + cost(tiles, kind), 0);
  return apart < cost(allTiles(size), 0) ? 1 : 0;
}

export interface SquareCut extends Cut {
  readonly mode: 0 | 1;
  readonly scratchStride: number;
}

/** What tasks need to be cut: `bytes` are those of a tile's transformed input and products, `lines` its blocks of data. */
export interface SquareWork {
  readonly products: TileProducts;
  readonly outC: number;
  readonly bytes: number;
  readonly lines: number;
}

/** Cuts the tiles of a grid into tasks. */
export function cutSquares(
  module: SimdModule,
  size: GridSize,
  { products, outC, bytes, lines }: SquareWork,
): SquareCut {
  const rows = tileRows(module);
  const mode = edgesApart(module, size, products);
  const tiles = allTiles(size);
  const panels = Math.ceil(outC / 8);
  const most = Math.min(MOST_TILES, Math.max(12, Math.floor(BLOCK_BYTES / bytes / 12) * 12));
  const cut = module.threads === 1 ? oneThread(tiles, panels, most) : cutTasks(tiles, panels, most);
  const kinds = mode === 1 ? tileKinds(size) : [tiles];
  const pixelBlocks = kinds.reduce((sum, count) => sum + Math.ceil(count / cut.blockPixels), 0);
  const padded = Math.ceil(cut.blockPixels / rows) * rows;
  const scratch = TASK_HEAD + 64 + padded * (8 + bytes) + 64 * lines;
  return { ...cut, pixelBlocks, mode, scratchStride: Math.ceil(scratch / 64) * 64 };
}

/** Whole blocks for one thread, so that no input is transformed twice. */
function oneThread(tiles: number, panels: number, most: number): Cut {
  const blocks = Math.ceil(tiles / most);
  const blockPixels = Math.ceil(tiles / blocks / 12) * 12;
  return { blockPixels, pixelBlocks: Math.ceil(tiles / blockPixels), blockPanels: panels, panelBlocks: 1 };
}
