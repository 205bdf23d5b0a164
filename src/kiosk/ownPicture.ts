// A person's picture for the kiosk's gallery: read by the browser, upright, not larger than a network takes. It stays in this page.
import { NoPictureError } from '../ui/images/pictureOfFile';

/** Of the longer side, in pixels: no network of a kiosk takes more. */
const MOST_SIDE = 512;

/** @throws NoPictureError naming the file */
export async function ownPicture(file: File): Promise<HTMLCanvasElement> {
  const bitmap = await createImageBitmap(file).catch(() => {
    throw new NoPictureError(file.name);
  });
  const canvas = document.createElement('canvas');
  const scale = Math.min(1, MOST_SIDE / Math.max(bitmap.width, bitmap.height));
  canvas.width = Math.max(1, Math.round(scale * bitmap.width));
  canvas.height = Math.max(1, Math.round(scale * bitmap.height));
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (!pen) throw new NoPictureError(file.name);
  pen.fillStyle = '#fff'; // behind what lets light through
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  return canvas;
}
