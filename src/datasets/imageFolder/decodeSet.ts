// Decodes a whole set to where there is room for it: in memory, or, where it is too many for that, straight to a file of the
// device, image by image.
import type { LoadContext } from '../define';
import type { DeviceStore } from '../deviceStore';
import { DatasetFileError } from '../errors';
import type { LargeFiles, LargeFileWriter } from '../largeFiles';
import type { LeftOut } from '../../protocol';
import { isGrey } from '../../core/pictureFit';
import { decodeEach, decodeImages, type ImageFormat, type KnownImage } from './decode';
import type { GatheredImage } from './gather';
import { bytesOf, originalsKey, packKey, type ManifestEntry } from './imageStore';
import { MOST_IN_MEMORY, pixelsInFile, pixelsInMemory, type Pixels } from '../pixels';
import { spreadOver } from './spread';

/** Where there is no place for large files, a set may take so much memory at most. */
const MOST_WITHOUT_FILES = 1_000_000_000;

export interface DecodedSet {
  readonly pixels: Pixels;
  /** The images that could be decoded, in their order. */
  readonly entries: readonly ManifestEntry[];
  readonly broken: readonly LeftOut[];
  /** Paths of those among the entries that are animations, of which the first picture counts. */
  readonly animated: readonly string[];
  /** Paths of those that have no colour, where colours were asked for. */
  readonly grey: readonly string[];
  /** What lies in memory still, to be kept under these keys. */
  readonly parts: ReadonlyMap<string, Blob>;
}

export interface SetPlace {
  readonly store: DeviceStore;
  readonly generation: number;
  /** Whether the pictures themselves are to be kept too: those of a new set. */
  readonly originals: boolean;
}

/** Of the images of a new set as many as there is room for, spread evenly over all of them. */
export const withRoom = async <T>(images: readonly T[], format: ImageFormat, store: DeviceStore) =>
  spreadOver(
    images,
    (await store.largeFiles()) ? images.length : Math.floor(MOST_WITHOUT_FILES / bytesOf(1, format)),
  );

/**
 * @param place where the set is kept: what is too large for memory lies there when this returns
 * @param most bytes in memory; tests give less
 * @throws DatasetFileError where there is no room, DeviceFullError, UnsupportedBrowserError, AbortedError
 */
export async function decodeSet(
  images: readonly GatheredImage[],
  format: ImageFormat,
  place: SetPlace,
  { signal, progress }: Pick<LoadContext, 'signal' | 'progress'>,
  most = MOST_IN_MEMORY,
): Promise<DecodedSet> {
  const bytes = bytesOf(images.length, format);
  const files = bytes > most ? await place.store.largeFiles() : null;
  if (files) return decodeToFiles(images, format, place, files, { signal, progress });
  if (bytes > MOST_WITHOUT_FILES)
    throw new DatasetFileError(
      `${images.length} images of ${format.side} x ${format.side} pixels take ${Math.round(bytes / 1e6)} MB of memory.`,
      'Choose a smaller side or grey, or use a browser that gives pages room for files (Chrome, Edge, Firefox, Safari).',
    );
  const { pixels, good, broken, animated, grey } = await decodeImages(images, format, signal, progress);
  const parts = new Map([[packKey(place.generation, format), new Blob([pixels])]]);
  if (place.originals) parts.set(originalsKey(place.generation), new Blob(good.map(({ file }) => file)));
  const entries = good.map(({ path, file }) => ({ path, bytes: file.size }));
  return { entries, broken, animated, grey, pixels: pixelsInMemory(pixels), parts };
}

/** Image by image: nothing of one is held when the next comes. */
async function decodeToFiles(
  images: readonly GatheredImage[],
  format: ImageFormat,
  { generation, originals }: SetPlace,
  files: LargeFiles,
  { signal, progress }: Pick<LoadContext, 'signal' | 'progress'>,
): Promise<DecodedSet> {
  const key = packKey(generation, format);
  const keys = originals ? [key, originalsKey(generation)] : [key];
  const writers: LargeFileWriter[] = [];
  const entries: ManifestEntry[] = [];
  const animated: string[] = [];
  const grey: string[] = [];
  const take = async (image: Uint8Array<ArrayBuffer>, given: KnownImage): Promise<void> => {
    const { path, file, bytes, header } = given;
    const picture = originals ? (bytes ?? new Uint8Array(await file.arrayBuffer())) : null;
    for (const [i, writer] of writers.entries()) writer.append(i === 0 || !picture ? image : picture);
    entries.push({ path, bytes: file.size });
    if (header.animated) animated.push(path);
    if (format.channels === 3 && isGrey(image)) grey.push(path);
  };
  try {
    for (const one of keys) writers.push(await files.create(one));
    const broken = await decodeEach(images, format, take, signal, progress);
    for (const writer of writers) writer.finish();
    const file = await files.open(key);
    if (!file)
      throw new DatasetFileError('The decoded images are gone from this device.', 'Give them again.');
    return { entries, broken, animated, grey, pixels: pixelsInFile(file), parts: new Map() };
  } catch (error) {
    for (const writer of writers) writer.finish();
    for (const one of keys) await files.remove(one);
    throw error;
  }
}
