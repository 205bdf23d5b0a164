// Points in the plane as a picture: images of one pixel with two channels are x and y, and mean nothing as tiles. Pure.
import type { ImageBatch } from '../../core/history';
import { isPlane } from '../../core/pointModes';

const SIDE = 97;
const DARK = 24;
const BRIGHT = 255;

/** Whether the images are points in the plane. */
export const arePoints = ({ width, height, channels }: ImageBatch): boolean =>
  isPlane([height, width, channels]);

/** The batch as it can be shown: points as one picture of them all, x to the right and y up; images as they are. */
export function showable(batch: ImageBatch): ImageBatch {
  if (!arePoints(batch)) return batch;
  const pixels = new Uint8Array(SIDE * SIDE).fill(DARK);
  const place = (byte: number): number => Math.round((byte / 255) * (SIDE - 1));
  for (let i = 0; i < batch.count; i++) {
    const column = place(batch.pixels[2 * i]);
    const row = SIDE - 1 - place(batch.pixels[2 * i + 1]);
    pixels[row * SIDE + column] = BRIGHT;
  }
  return { count: 1, width: SIDE, height: SIDE, channels: 1, pixels };
}
