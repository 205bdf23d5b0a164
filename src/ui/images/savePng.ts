// A picture as a PNG file for the person, made by the browser, pixel for pixel.
import type { ImageBatch } from '../../core/history';
import { download } from '../downloads';
import { paintTiles, tileLayout } from './imageTiles';

/** A file name of the words of a name, without an ending. */
export const fileNameOf = (...parts: readonly string[]): string =>
  parts
    .map((part) => part.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, ''))
    .filter((part) => part !== '')
    .join('-')
    .slice(0, 100);

export const pngName = (...parts: readonly string[]): string => `${fileNameOf(...parts)}.png`;

/** Hands the pictures over as one PNG, in so many columns. @throws Error when the browser makes none */
export async function savePng(batch: ImageBatch, fileName: string, columns = 1): Promise<void> {
  const layout = tileLayout(batch, columns, 1);
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: layout.width, height: layout.height });
  canvas
    .getContext('2d')
    ?.putImageData(new ImageData(paintTiles(batch, layout), layout.width, layout.height), 0, 0);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('This browser made no PNG of the picture.');
  download({ fileName, mimeType: 'image/png', bytes: new Uint8Array(await blob.arrayBuffer()) });
}
