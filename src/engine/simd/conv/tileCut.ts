// How the tiles of minimal filtering are cut into tasks: so that the thread that ends last ends soonest. A task transforms its tiles
// once and multiplies them with each of its panels: tasks of all panels transform least, and small ones keep every thread busy to the
// end. Outputs are the same to the bit whatever the cut.
import type { Cut } from './job';

/** What transforming a tile, reading a panel's filters and beginning a task take, in units of a tile's products with a panel. */
const TRANSFORM = 0.6;
const PANEL = 0.5;
const TASK = 1;

/** Panels of a task: all, half of them, a quarter, ... */
function* halves(panels: number): Generator<number> {
  for (let some = panels; ; some = Math.ceil(some / 2)) {
    yield some;
    if (some === 1) return;
  }
}

/**
 * Cuts `tiles` x `panels` into tasks for so many threads.
 * @param step tiles of a task are a multiple of it
 * @param most tiles of a task
 */
export function cutTiles(tiles: number, panels: number, threads: number, step: number, most: number): Cut {
  const blocks = Array.from({ length: Math.max(1, Math.floor(most / step)) }, (_, i) => (i + 1) * step);
  const cuts = blocks.flatMap((blockPixels) =>
    [...halves(panels)].map((blockPanels) => ({
      ...{ blockPixels, pixelBlocks: Math.ceil(tiles / blockPixels) },
      ...{ blockPanels, panelBlocks: Math.ceil(panels / blockPanels) },
    })),
  );
  const timeOf = ({ blockPixels, pixelBlocks, blockPanels, panelBlocks }: Cut): number => {
    const tasksInTurn = Math.ceil((pixelBlocks * panelBlocks) / threads);
    return tasksInTurn * (TASK + blockPixels * TRANSFORM + blockPanels * (PANEL + blockPixels));
  };
  return cuts.reduce((best, one) => (timeOf(one) < timeOf(best) ? one : best));
}
