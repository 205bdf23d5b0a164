// A person's file as a picture of a wanted size: its middle, upright, scaled by the browser.
import { GanvasError } from '../../core/errors';
import type { ImageBatch } from '../../core/history';
import { middleCrop, writeChannels, type PictureShape } from '../../core/pictureFit';

/** The file holds no picture that this browser can show. */
export class NoPictureError extends GanvasError {
  constructor(name: string) {
    super(`${name} cannot be shown as a picture.`, 'Choose a PNG, JPEG, WebP, GIF, BMP or AVIF file.');
  }
}

/** @throws NoPictureError */
export async function pictureOfFile(
  file: Blob,
  name: string,
  [height, width, channels]: PictureShape,
): Promise<ImageBatch> {
  const bitmap = await createImageBitmap(file).catch(() => {
    throw new NoPictureError(name);
  });
  const pen = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!pen) throw new NoPictureError(name);
  const crop = middleCrop(bitmap.width, bitmap.height, width / height);
  pen.fillStyle = '#fff'; // behind what lets light through
  pen.fillRect(0, 0, width, height);
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(bitmap, crop.left, crop.top, crop.width, crop.height, 0, 0, width, height);
  bitmap.close();
  const pixels = new Uint8Array(height * width * channels);
  writeChannels(pen.getImageData(0, 0, width, height).data, 4, channels, pixels);
  return { count: 1, height, width, channels, pixels };
}
