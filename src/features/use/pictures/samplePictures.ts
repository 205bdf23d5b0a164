// Pictures that the page has, for a network to be tried on: what its own grid gives it, else pictures that the run learned from.
import { gridsIn, imageAt } from '../../../core/gridLayout';
import type { ImageBatch } from '../../../core/history';
import type { OpenedRun, PictureTaker } from '../../../protocol';
import { firstImages } from '../../../ui/images/imageTiles';

/** Pictures after one another. @param images at least one, all of a size */
function joined(images: readonly ImageBatch[]): ImageBatch {
  const pixels = new Uint8Array(images.reduce((sum, one) => sum + one.pixels.length, 0));
  let at = 0;
  for (const one of images) {
    pixels.set(one.pixels, at);
    at += one.pixels.length;
  }
  return { ...images[0], count: images.length, pixels };
}

/** At most `most` pictures as the network takes them; null where there are none. */
export function samplesFor(
  { pictureTakers, timeline, grids, realImages }: OpenedRun,
  { network, shape }: PictureTaker,
  most: number,
): ImageBatch | null {
  const frame = timeline.at(-1);
  const drawn = frame && gridsIn(frame.images, grids);
  const grid = drawn?.at(pictureTakers.findIndex((one) => one.network === network));
  const given =
    grid && drawn?.length === pictureTakers.length
      ? joined(Array.from({ length: grid.layout.rows }, (_, row) => imageAt(grid, row, 0)))
      : realImages;
  const fits = [given.height, given.width, given.channels].every((side, i) => side === shape[i]);
  return fits && given.count > 0 ? firstImages(given, most) : null;
}
