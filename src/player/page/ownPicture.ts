// A person's picture as the network takes it: the middle of the wanted ratio, as bytes of one or three channels. Decoded by the
// browser, which turns it as its EXIF says; transparent parts become white. Averaged down as Ganvas itself does.
import { middleCrop, writeChannels, type PictureShape } from '../../core/pictureFit';
import { boxResize } from '../../datasets/imageFolder/boxResize';
import { element } from './dom';

/** Larger pictures are first drawn at this side; averaging does the rest. */
const WORKING_SIDE = 512;

/** @throws what the browser throws for what is no picture */
export async function ownPicture(
  file: Blob,
  [height, width, channels]: PictureShape,
): Promise<Uint8Array<ArrayBuffer>> {
  const bitmap = await createImageBitmap(file);
  const { left, top, ...crop } = middleCrop(bitmap.width, bitmap.height, width / height);
  const [wide, high] = [
    Math.max(width, Math.min(crop.width, WORKING_SIDE)),
    Math.max(height, Math.min(crop.height, WORKING_SIDE)),
  ];
  const pen = element('canvas', { width: wide, height: high }).getContext('2d', { willReadFrequently: true });
  if (!pen) throw new TypeError('This browser draws on no canvas.');
  pen.imageSmoothingQuality = 'high';
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, wide, high);
  pen.drawImage(bitmap, left, top, crop.width, crop.height, 0, 0, wide, high);
  bitmap.close();
  const { data } = pen.getImageData(0, 0, wide, high);
  const pixels = new Uint8Array(height * width * channels);
  writeChannels(
    boxResize(data, { width: wide, height: high }, { width, height }),
    3,
    channels === 3 ? 3 : 1,
    pixels,
  );
  return pixels;
}

/** The first picture among what was dropped or pasted. */
export const pictureIn = (transfer: DataTransfer | null): File | null =>
  [...(transfer?.files ?? [])].find(({ type }) => type.startsWith('image/')) ?? transfer?.files[0] ?? null;
