// What filter gradients by minimal filtering work on: sums over tiles of transformed input times transformed output
// gradient (kernels/upsampleFilter.ts, kernels/minimalFilter.ts).

/** Fields as the host fills them, 4 bytes each (src/engine/simd/conv/tileFilter.ts). */
@unmanaged
export class TileFilterJob {
  /** The input and the tiles' grid: a ConvJob's input, n, h, w, c, grid, strides, taps, mode, zero row and scratch. */
  geometry: usize;
  /** The output's gradient, `columns` channels. */
  dy: usize;
  columns: i32;
  /** Tiles that are transformed at a time. */
  blockTiles: i32;
  /** Row panels and column panels per task, and the counts of such groups. */
  groupPanels: i32;
  groups: i32;
  columnGroupPanels: i32;
  columnGroups: i32;
  /** Fixed parts of the tiles. */
  splits: i32;
  /** [splits][rows of all products][columns] */
  out: usize;
}

/** Bytes between rows of a transformed block; the extra line keeps rows out of one cache set. */
// @ts-ignore: decorator
@inline
export function rowBytes(floats: i32): usize {
  return (<usize>(floats + 7) & ~7) * 4 + 64;
}
