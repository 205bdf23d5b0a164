// How many rows of a grid are shown in a box, and how large. Pure.
import type { GridLayout } from '../../core/gridLayout';

export interface GridFit {
  /** CSS pixels per image pixel: a whole number of screen pixels, or any number where images are larger than the box, or photographs. */
  readonly scale: number;
  /** Rows that are shown, from the first. */
  readonly rows: number;
}

/** Pictures of at least this width are photographs: they may be enlarged by any factor. */
const PHOTOGRAPH = 64;
/** Rather smaller pictures than fewer rows. */
const LEAST_ROWS = 4;
/** Rather fewer rows than pictures that are scaled down. */
const LEAST_ROWS_SCALED = 2;

const extent = (count: number, side: number): number => count * (side + 1) - 1;

/**
 * @param layout of the grid
 * @param image sides of one image in pixels
 * @param width and height of the box in CSS pixels
 */
export function fitGrid(
  { columns, rows }: Pick<GridLayout, 'columns' | 'rows'>,
  image: { readonly width: number; readonly height: number },
  width: number,
  height: number,
  pixelRatio = 1,
): GridFit {
  if (rows === 1 && image.width >= PHOTOGRAPH) {
    const scale = Math.min(width / extent(columns.length, image.width), height / image.height);
    return { scale: Math.max(scale, 1 / image.width), rows };
  }
  const unit = 1 / Math.max(1, Math.floor(pixelRatio));
  const across = width / extent(columns.length, image.width);
  const rowsAt = (scale: number): number =>
    Math.max(1, Math.min(rows, Math.floor((height / scale + 1) / (image.height + 1))));
  const largest = (least: number): number =>
    Math.floor(Math.min(across, height / extent(Math.min(least, rows), image.height)) / unit) * unit;
  for (const least of [LEAST_ROWS, LEAST_ROWS_SCALED]) {
    const scale = largest(least);
    if (scale >= unit) return { scale, rows: rowsAt(scale) };
  }
  const scale = Math.min(across, height / extent(Math.min(LEAST_ROWS_SCALED, rows), image.height));
  const shown = Math.max(scale, 1 / image.width); // a box that has no size yet
  return { scale: shown, rows: rowsAt(shown) };
}
