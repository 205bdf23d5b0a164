// How the samples of a model that knows classes stand in a grid: one row a class. The page and the worker must agree.

/** About so many samples stand in the grid of a run. */
const GRID_IMAGES = 64;

/** Samples of each class in the grid; without classes all of them. */
export const samplesPerClass = (classes: number): number =>
  classes === 0 ? GRID_IMAGES : Math.max(1, Math.floor(GRID_IMAGES / classes));

/** Samples in the grid. */
export const gridSize = (classes: number): number => Math.max(1, classes) * samplesPerClass(classes);

/** The class of each sample in the grid, row after row. */
export const gridClasses = (classes: number): Uint8Array =>
  Uint8Array.from({ length: gridSize(classes) }, (_, i) =>
    classes === 0 ? 0 : Math.floor(i / samplesPerClass(classes)),
  );
