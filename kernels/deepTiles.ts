// Minimal filtering with 36 products a tile (kernels/largeTiles.ts) where there are more filters than tiles, as deep in a network: all
// tiles are transformed first, and each panel of filters is folded by the task that multiplies with it, into the nearest cache. Folded
// all at once they would be written to memory and read again, which there takes as long as half of the products. Every output comes
// of the same operations in the same order.
import { ConvJob, panelsOf } from './convJob';
import { LARGE_PRODUCTS, foldedStride } from './largeTransforms';
import {
  S_REST, Tiles, activateTiles, clearInit, foldPanel, placeTiles, productsOfPanel, readTiles, scratchOf, tilesOfJob,
} from './largeTiles';
import { parallelFor } from './pool';

/** Bytes at the start of the job's shared room for its Tiles. */
const TILES_ROOM: usize = 64;

function transformTask(block: i32, args: usize): void {
  const job = changetype<ConvJob>(args);
  const first = block * job.blockPixels;
  const count = min(job.blockPixels, tilesOfJob(job) - first);
  readTiles(job, first, count, changetype<Tiles>(job.packed), first, scratchOf(job));
}

function panelTask(panel: i32, args: usize): void {
  const job = changetype<ConvJob>(args);
  const scratch = scratchOf(job);
  const weights = scratch + S_REST;
  const taps = weights + <usize>LARGE_PRODUCTS * foldedStride(job.c);
  const tiles = changetype<Tiles>(job.packed);
  clearInit(scratch);
  foldPanel(job, panel, taps, weights, scratch);
  // What the taps took is free again.
  productsOfPanel(job, panel, weights, tiles, taps, scratch);
  activateTiles(job, tiles, panel, panel + 1);
}

/**
 * As `largeConv`; `packed` has room for all tiles' data, and scratch for a panel's folded filters and its taps, or its products.
 */
export function deepConv(args: usize): void {
  const job = changetype<ConvJob>(args);
  placeTiles(job, tilesOfJob(job), job.packed + TILES_ROOM, job.packed);
  parallelFor(transformTask, args, job.pixelBlocks);
  parallelFor(panelTask, args, panelsOf(job));
}
