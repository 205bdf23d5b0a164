// A picture as a PNG file, by the browser's own encoder.
import { GanvasError } from '../../core/errors';
import type { ImageBatch } from '../../core/history';
import { paintTiles, tileLayout } from './imageTiles';

/** The browser made no file of a picture. */
export class NoPngError extends GanvasError {}

/** @param picture a batch of one @throws NoPngError */
export async function pngOf(picture: ImageBatch): Promise<Blob> {
  const layout = tileLayout(picture, 1, 1);
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  const pen = canvas.getContext('2d');
  if (!pen) throw new NoPngError('This browser gives no canvas.', 'Give pictures as files instead.');
  pen.putImageData(new ImageData(paintTiles(picture, layout), layout.width, layout.height), 0, 0);
  return canvas.convertToBlob({ type: 'image/png' });
}
