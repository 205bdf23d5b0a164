// Decodes a whole set to where there is room for it: in memory, or, where it is too many for that, straight to a file of the
// device, image by image.
import type { LoadContext } from '../define';
import type { DeviceStore } from '../deviceStore';
import { DatasetFileError } from '../errors';
import { decodeEach, decodeImages, type DecodeOutcome, type ImageFormat } from './decode';
import type { GatheredImage } from './gather';
import { bytesOf, packKey } from './imageStore';
import { MOST_IN_MEMORY, pixelsInFile, pixelsInMemory, type Pixels } from '../pixels';
import { spreadOver } from './spread';

/** Where there is no place for large files, a set may take so much memory at most. */
const MOST_WITHOUT_FILES = 1_000_000_000;

export interface DecodedSet extends DecodeOutcome {
  readonly pixels: Pixels;
  /** The same in memory, still to be kept; null where they lie in a file already. */
  readonly toKeep: Uint8Array<ArrayBuffer> | null;
}

/** Of the images of a new set as many as there is room for, spread evenly over all of them. */
export const withRoom = async <T>(images: readonly T[], format: ImageFormat, store: DeviceStore) =>
  spreadOver(
    images,
    (await store.largeFiles()) ? images.length : Math.floor(MOST_WITHOUT_FILES / bytesOf(1, format)),
  );

/**
 * @param generation of the set, under which a file is written
 * @param most bytes in memory; tests give less
 * @throws DatasetFileError where there is no room, DeviceFullError, UnsupportedBrowserError, AbortedError
 */
export async function decodeSet(
  images: readonly GatheredImage[],
  format: ImageFormat,
  { store, generation }: { readonly store: DeviceStore; readonly generation: number },
  { signal, progress }: Pick<LoadContext, 'signal' | 'progress'>,
  most = MOST_IN_MEMORY,
): Promise<DecodedSet> {
  const bytes = bytesOf(images.length, format);
  const files = bytes > most ? await store.largeFiles() : null;
  if (!files) {
    if (bytes > MOST_WITHOUT_FILES)
      throw new DatasetFileError(
        `${images.length} images of ${format.side} x ${format.side} pixels take ${Math.round(bytes / 1e6)} MB of memory.`,
        'Choose a smaller side or grey, or use a browser that gives pages room for files (Chrome, Edge, Firefox, Safari).',
      );
    const { pixels, ...outcome } = await decodeImages(images, format, signal, progress);
    return { ...outcome, pixels: pixelsInMemory(pixels), toKeep: pixels };
  }
  const key = packKey(generation, format);
  const writer = await files.create(key);
  try {
    const outcome = await decodeEach(
      images,
      format,
      (image) => {
        writer.append(image);
      },
      signal,
      progress,
    );
    writer.finish();
    const file = await files.open(key);
    if (!file)
      throw new DatasetFileError('The decoded images are gone from this device.', 'Give them again.');
    return { ...outcome, pixels: pixelsInFile(file), toKeep: null };
  } catch (error) {
    writer.finish();
    await files.remove(key);
    throw error;
  }
}
