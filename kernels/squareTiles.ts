// Tiles of 2 x 2 pixels of a job's grid, in which minimal filtering works (kernels/upsample.ts, kernels/minimal.ts).
// Where a side is odd, its last tiles are one pixel wide and need fewer products; tiles of one kind are handled
// together. Kinds: bit 0, one pixel wide; bit 1, one pixel high.
import { ConvJob } from './convJob';
import { MR } from './tiles';

/** Kinds of tiles. */
export const KINDS: i32 = 4;
export const NARROW: i32 = 1;
export const FLAT: i32 = 2;

/** `mode` of a job whose odd edges are tiles of their own; else they are whole tiles that reach over the edge. */
const EDGES_APART: i32 = 1;

/** Tiles of a kind along one side of `length` pixels. */
// @ts-ignore: decorator
@inline
function along(job: ConvJob, length: i32, single: bool): i32 {
  if (job.mode != EDGES_APART) return single ? 0 : (length + 1) >> 1;
  return single ? length & 1 : length >> 1;
}

/** Tiles of a kind, all images together. */
export function tilesOfKind(job: ConvJob, kind: i32): i32 {
  return job.n * along(job, job.gridH, (kind & FLAT) != 0) * along(job, job.gridW, (kind & NARROW) != 0);
}

/** Writes image, row and column (in tiles) of a tile of `kind` to `place`, 12 bytes. */
export function placeOfTile(job: ConvJob, kind: i32, tile: i32, place: usize): void {
  const rows = along(job, job.gridH, (kind & FLAT) != 0);
  const columns = along(job, job.gridW, (kind & NARROW) != 0);
  const line = tile / columns;
  store<i32>(place, line / rows);
  store<i32>(place, (kind & FLAT) != 0 ? job.gridH >> 1 : line % rows, 4);
  store<i32>(place, (kind & NARROW) != 0 ? job.gridW >> 1 : tile % columns, 8);
}

/** Moves `place` on to the next tile of its kind. */
export function nextPlace(job: ConvJob, kind: i32, place: usize): void {
  if (!(kind & NARROW)) {
    const column = load<i32>(place, 8) + 1;
    if (column < along(job, job.gridW, false)) {
      store<i32>(place, column, 8);
      return;
    }
    store<i32>(place, 0, 8);
  }
  if (!(kind & FLAT)) {
    const row = load<i32>(place, 4) + 1;
    if (row < along(job, job.gridH, false)) {
      store<i32>(place, row, 4);
      return;
    }
    store<i32>(place, 0, 4);
  }
  store<i32>(place, load<i32>(place) + 1);
}

/** The kind that block `index` of the job belongs to, `blockPixels` tiles a block, kinds one after the other. */
export function kindOfBlock(job: ConvJob, index: i32): i32 {
  for (let kind = 0; kind < KINDS - 1; kind++) {
    const blocks = (tilesOfKind(job, kind) + job.blockPixels - 1) / job.blockPixels;
    if (index < blocks) return kind;
    index -= blocks;
  }
  return KINDS - 1;
}

/** The first tile of block `index` among those of its kind. */
export function firstOfBlock(job: ConvJob, index: i32): i32 {
  for (let kind = 0; kind < KINDS - 1; kind++) {
    const blocks = (tilesOfKind(job, kind) + job.blockPixels - 1) / job.blockPixels;
    if (index < blocks) break;
    index -= blocks;
  }
  return index * job.blockPixels;
}

/** Scratch of one thread: zeros, the bias, a place, addresses around a tile, then tables that depend on the job. */
export const S_ZERO: usize = 0;
export const S_BIAS: usize = 32;
export const S_PLACE: usize = 64;
export const S_AROUND: usize = 80;
export const S_OUTS: usize = 256;

/** Bytes between the blocks of transformed data; the extra line keeps them out of one cache set. */
// @ts-ignore: decorator
@inline
export function dataStride(groups: i32, kBytes: usize): usize {
  return <usize>(groups * MR) * kBytes + 64;
}
