// How the pictures of one moment stand in named grids: a frame of a run's timeline stays one batch, and this says what its
// images are. Pure data for page and worker; a run whose frames are just samples has no grids.
import type { ImageBatch } from './history';

/** Pictures in rows and columns: a row is one example, a column what was made of it. */
export interface GridLayout {
  /** Permanent, kebab-case: `a-to-b`. */
  readonly id: string;
  readonly label: string;
  /** What stands in each column, for people. */
  readonly columns: readonly string[];
  readonly rows: number;
}

/** The images of a grid, row after row. */
export interface DrawnGrid {
  readonly layout: GridLayout;
  readonly images: ImageBatch;
}

/** Images in all grids together. */
export const imagesInGrids = (grids: readonly GridLayout[]): number =>
  grids.reduce((sum, { columns, rows }) => sum + columns.length * rows, 0);

/**
 * The grids of a frame, whose images stand grid after grid, row after row, column after column; nothing is copied.
 * @returns null where the frame holds another number of images: it is from before the run had these grids
 */
export function gridsIn(images: ImageBatch, grids: readonly GridLayout[]): readonly DrawnGrid[] | null {
  if (grids.length === 0 || images.count !== imagesInGrids(grids)) return null;
  const volume = images.height * images.width * images.channels;
  let first = 0;
  return grids.map((layout) => {
    const count = layout.columns.length * layout.rows;
    const pixels = images.pixels.subarray(first * volume, (first + count) * volume);
    first += count;
    return { layout, images: { ...images, count, pixels } };
  });
}

/** The image in a row and a column of a grid, as a batch of one. */
export function imageAt({ layout, images }: DrawnGrid, row: number, column: number): ImageBatch {
  const volume = images.height * images.width * images.channels;
  const place = row * layout.columns.length + column;
  return { ...images, count: 1, pixels: images.pixels.subarray(place * volume, (place + 1) * volume) };
}
