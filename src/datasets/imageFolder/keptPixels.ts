// The pixels of a person's kept pictures in the format that is asked for: ready-made where they were decoded so before, else
// decoded anew from the pictures as they were given, and kept.
import type { LoadContext } from '../define';
import type { DeviceStore } from '../deviceStore';
import { DatasetFileError } from '../errors';
import type { ImageFormat } from './decode';
import { decodeSet } from './decodeSet';
import { readOriginals, readPack, type KeptImages } from './imageStore';
import type { Pixels } from '../pixels';
import { listLeftOut } from './words';

async function decodeKept(
  set: KeptImages,
  format: ImageFormat,
  context: LoadContext,
  store: DeviceStore,
): Promise<Pixels> {
  const originals = await readOriginals(store, set);
  const given = originals.map((image) => ({ path: image.path, open: () => image }));
  const place = { store, generation: set.generation, originals: false };
  const { pixels, parts, broken } = await decodeSet(given, format, place, context);
  if (broken.length > 0) {
    throw new DatasetFileError(
      `${broken.length} of your images are damaged on this device: ${listLeftOut(broken)}.`,
      'Give the folder or zip again.',
    );
  }
  for (const [key, part] of parts) {
    const kept = await store.put(key, part);
    if (kept.where === 'session') context.progress(`The resized images are not kept: ${kept.reason}`, null);
  }
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
): Promise<Pixels> => (await readPack(store, set, format)) ?? (await decodeKept(set, format, context, store));
