// The pixels of a person's kept pictures in the format that is asked for: ready-made where they were decoded so before, else
// decoded anew from the pictures as they were given, and kept.
import type { LoadContext } from '../define';
import type { DeviceStore } from '../deviceStore';
import { DatasetFileError } from '../errors';
import { decodeImages, type ImageFormat } from './decode';
import { keepPack, readOriginals, readPack, type KeptImages } from './imageStore';
import { listLeftOut } from './words';

async function decodeKept(
  set: KeptImages,
  format: ImageFormat,
  { signal, progress }: LoadContext,
  store: DeviceStore,
): Promise<Uint8Array> {
  const originals = await readOriginals(store, set);
  const given = originals.map(({ path, file }) => ({ path, open: () => ({ file }) }));
  const { pixels, broken } = await decodeImages(given, format, signal, progress);
  if (broken.length > 0) {
    throw new DatasetFileError(
      `${broken.length} of your images are damaged on this device: ${listLeftOut(broken)}.`,
      'Give the folder or zip again.',
    );
  }
  const kept = await keepPack(store, set, format, pixels);
  if (kept.where === 'session') progress(`The resized images are not kept: ${kept.reason}`, null);
  return pixels;
}

/**
 * Image after image, as `decodeImages` gives them.
 * @throws DatasetFileError when pictures are not whole any more
 */
export const keptPixels = async (
  set: KeptImages,
  format: ImageFormat,
  context: LoadContext,
  store: DeviceStore,
): Promise<Uint8Array> =>
  (await readPack(store, set, format)) ?? (await decodeKept(set, format, context, store));
