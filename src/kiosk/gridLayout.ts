// How the tiles stand: the columns that make them largest, sides that are whole multiples of the image where that fits.

export interface GridLayout {
  readonly columns: number;
  readonly rows: number;
  /** Sides of a tile in CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** Places that may stay empty in the last row. */
const MOST_HOLES = 2;

/**
 * The largest tiles of an image of `image` [height, width] that fill `room` without scrolling.
 * @param pixelRatio screen pixels to a CSS pixel
 */
export function layoutGrid(
  tiles: number,
  room: { readonly width: number; readonly height: number },
  image: readonly number[],
  { gap = 4, pixelRatio = 1 } = {},
): GridLayout {
  let best: GridLayout = { columns: 1, rows: tiles, width: 0, height: 0 };
  for (let columns = 1; columns <= tiles; columns++) {
    const rows = Math.ceil(tiles / columns);
    const holes = rows * columns - tiles;
    if (holes > MOST_HOLES || Math.ceil(tiles / rows) !== columns) continue;
    const scale = Math.min(
      (room.width - gap * (columns - 1)) / columns / image[1],
      (room.height - gap * (rows - 1)) / rows / image[0],
    );
    const whole = Math.floor(scale * pixelRatio) / pixelRatio;
    const fitted = Math.max(0, whole > 0 ? whole : scale);
    const width = fitted * image[1];
    const larger = width > best.width || (width === best.width && holes < best.rows * best.columns - tiles);
    if (larger) best = { columns, rows, width, height: fitted * image[0] };
  }
  return best;
}
