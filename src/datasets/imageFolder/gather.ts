// From what a person gave (files of a folder, single files, zips) to a list of images with their paths, and of everything
// else the reason why it is not among them: taken + broken + left out is what was given, always. Unpacks and decodes nothing.
import { ForeignZipError } from '../../archives/errors';
import { openZipFile, type ZipFileEntry } from '../../archives/zipFile';
import { GanvasError } from '../../core/errors';
import type { LeftOut, NamedFile } from '../../protocol';
import type { ProvidedPaths } from '../define';
import { DatasetFileError, throwIfAborted } from '../errors';
import { whyLeftOut } from './imageNames';
import { MOST_IMAGES } from './params';
import { spreadOver } from './spread';

/** A picture as it was given. */
export interface OpenImage {
  readonly file: Blob;
  /** Its bytes, where they lie in memory: asking a Blob for them costs a message to another process. */
  readonly bytes?: Uint8Array<ArrayBuffer>;
}

export interface GatheredImage {
  /** Path with slashes; its last folder is the class. */
  readonly path: string;
  /** Of a zip unpacked and checked, one at a time. @throws what reading a zip throws */
  open(): OpenImage | Promise<OpenImage>;
}

export interface Gathered {
  /** Sorted by path, those of equal paths as they came. */
  readonly images: readonly GatheredImage[];
  /** By their names, or because there are too many. */
  readonly leftOut: readonly LeftOut[];
  /** Zips, or parts of them, that cannot be read. */
  readonly broken: readonly LeftOut[];
}

export interface GatherLimits {
  /** Of more, as many are taken, spread evenly over all of them. */
  readonly images: number;
  /** Files in one zip, images or not. */
  readonly zipEntries: number;
  /** One file of a zip, unpacked. */
  readonly entryBytes: number;
}

export const GATHER_LIMITS: GatherLimits = {
  images: MOST_IMAGES,
  zipEntries: 1_000_000,
  entryBytes: 256 * 1024 * 1024,
};

interface Basket {
  readonly images: GatheredImage[];
  readonly leftOut: LeftOut[];
  readonly broken: LeftOut[];
}

function put(basket: Basket, image: GatheredImage): void {
  const reason = whyLeftOut(image.path);
  if (reason === null) basket.images.push(image);
  else basket.leftOut.push({ path: image.path, reason });
}

async function openEntry(entry: ZipFileEntry): Promise<OpenImage> {
  const bytes = await entry.read();
  return { file: new Blob([bytes]), bytes };
}

async function putZip({ name, file }: NamedFile, basket: Basket, limits: GatherLimits): Promise<void> {
  const { entries, loss } = await openZipFile(file, {
    entries: limits.zipEntries,
    entryBytes: limits.entryBytes,
  }).catch((error: unknown) => {
    if (!(error instanceof GanvasError)) throw error;
    const way = 'Pack the pictures into a zip again, or choose the folder itself.';
    throw new DatasetFileError(
      `${name}: ${error.message}`,
      error instanceof ForeignZipError ? way : error.hint,
    );
  });
  for (const entry of entries) put(basket, { path: entry.name, open: () => openEntry(entry) });
  if (loss !== null) basket.broken.push({ path: name, reason: loss });
}

/**
 * Finds the images in what was given.
 * @param given names may be paths: of a folder, `flowers/daisy/1.jpg`
 * @throws DatasetFileError when a zip is none; AbortedError
 */
export async function gatherImages(
  { files, unopened }: ProvidedPaths,
  signal: AbortSignal,
  progress: (what: string, fraction: number | null) => void,
  limits: GatherLimits = GATHER_LIMITS,
): Promise<Gathered> {
  const unread = `one of ${files.length + unopened.length} files, of which only some were handed over`;
  const basket: Basket = {
    images: [],
    leftOut: unopened.map((path) => ({ path, reason: whyLeftOut(path) ?? unread })),
    broken: [],
  };
  for (const given of files) {
    throwIfAborted(signal, 'Looking for images');
    if (/\.zip$/i.test(given.name)) {
      progress(`Looking into ${given.name}`, null);
      await putZip(given, basket, limits);
    } else put(basket, { path: given.name, open: () => given });
  }
  const { taken, others } = spreadOver(basket.images, limits.images);
  const reason = `one of ${basket.images.length}; ${limits.images} are the most, spread over all of them`;
  return {
    images: taken.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)),
    leftOut: [...basket.leftOut, ...others.map(({ path }) => ({ path, reason }))],
    broken: basket.broken,
  };
}
