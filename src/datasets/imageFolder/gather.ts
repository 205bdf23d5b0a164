// From what a person gave (files of a folder, single files, zips) to a list of images with their paths. Unpacks zips as
// a stream with limits on count and size, so a hostile zip cannot fill the memory. Decodes nothing.
import { Unzip, UnzipInflate, type UnzipFile } from 'fflate';
import type { NamedFile } from '../../protocol';
import { DatasetFileError, reasonOf, throwIfAborted } from '../errors';
import { joinChunks } from '../gzip';
import type { Bytes } from '../idx';

export interface GatheredImage {
  /** Path with slashes; its last folder is the class. */
  readonly path: string;
  readonly file: Blob;
}

export interface Gathered {
  /** Sorted by path. */
  readonly images: readonly GatheredImage[];
  /** Files that are not images by their name. */
  readonly leftOut: number;
  /** Images that a zip announced and did not deliver, with the reason. */
  readonly broken: readonly string[];
}

export interface GatherLimits {
  readonly images: number;
  /** Sum over all images, unpacked. */
  readonly bytes: number;
  /** Files in one zip, images or not. */
  readonly zipEntries: number;
}

export const GATHER_LIMITS: GatherLimits = { images: 20_000, bytes: 512 * 1024 * 1024, zipEntries: 200_000 };

const isImageName = (path: string): boolean => /\.(png|jpe?g|webp)$/i.test(path);
/** Folders end in a slash; archives of a Mac and hidden files hold no pictures of the person. */
const isIgnorable = (path: string): boolean => /(^|\/)(__MACOSX\/|\.)|\/$/.test(path);

function createBasket(limits: GatherLimits) {
  const images: GatheredImage[] = [];
  const broken: string[] = [];
  let bytes = 0;
  let leftOut = 0;
  const refuse = (what: string): never => {
    throw new DatasetFileError(
      `${what}; at most ${limits.images} images of together ${Math.floor(limits.bytes / 1048576)} MiB are taken.`,
      'Give a smaller selection, or make the pictures smaller first.',
    );
  };
  return {
    addBytes(count: number): void {
      bytes += count;
      if (bytes > limits.bytes) refuse(`The images are more than ${limits.bytes} bytes`);
    },
    addImage(path: string, file: Blob): void {
      images.push({ path, file });
      if (images.length > limits.images) refuse(`There are more than ${limits.images} images`);
    },
    addBroken: (sentence: string): void => void broken.push(sentence),
    leaveOut: (): void => void leftOut++,
    result: (): Gathered => ({
      images: images.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)),
      leftOut,
      broken,
    }),
  };
}

type Basket = ReturnType<typeof createBasket>;

/** Starts one entry of a zip; its bytes count against the limit as they come out. */
function takeEntry(entry: UnzipFile, zipName: string, basket: Basket, open: Map<string, string>): void {
  if (isIgnorable(entry.name)) return;
  if (!isImageName(entry.name)) {
    basket.leaveOut();
    return;
  }
  const chunks: Bytes[] = [];
  open.set(entry.name, `${entry.name} (${zipName} ends before it)`);
  entry.ondata = (error, chunk, final) => {
    if (error) {
      // The unzipper hands back what was thrown below while it unpacked.
      if (error instanceof DatasetFileError) throw error;
      open.set(entry.name, `${entry.name} (${error.message})`);
      return;
    }
    basket.addBytes(chunk.length);
    chunks.push(chunk);
    if (final) {
      open.delete(entry.name);
      basket.addImage(entry.name, new Blob([joinChunks(chunks)]));
    }
  };
  entry.start();
}

async function unzipInto(
  { name, file }: NamedFile,
  basket: Basket,
  limits: GatherLimits,
  signal: AbortSignal,
  progress: (what: string, fraction: number | null) => void,
): Promise<void> {
  const start = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  if (start[0] !== 0x50 || start[1] !== 0x4b) {
    throw new DatasetFileError(
      `${name} is not a zip archive: it does not start with the letters PK.`,
      'Pack the pictures into a zip again, or choose the folder itself.',
    );
  }
  const open = new Map<string, string>();
  let entries = 0;
  const unzip = new Unzip((entry) => {
    entries += 1;
    if (entries > limits.zipEntries) {
      throw new DatasetFileError(
        `${name} holds more than ${limits.zipEntries} files.`,
        'Pack only the pictures.',
      );
    }
    takeEntry(entry, name, basket, open);
  });
  unzip.register(UnzipInflate);
  const reader = file.stream().getReader();
  let read = 0;
  for (;;) {
    throwIfAborted(signal, 'Unpacking the images');
    const { done, value } = await reader.read();
    try {
      unzip.push(done ? new Uint8Array() : value, done);
    } catch (error) {
      await reader.cancel();
      if (error instanceof DatasetFileError) throw error;
      for (const sentence of open.values()) basket.addBroken(sentence);
      basket.addBroken(`${name} from byte ${read} on (${reasonOf(error)})`);
      return;
    }
    if (done) break;
    read += value.length;
    progress(`Unpacking ${name}`, read / file.size);
  }
  for (const sentence of open.values()) basket.addBroken(sentence);
}

/**
 * Finds the images in what was given.
 * @param files names may be paths: of a folder pick, `flowers/daisy/1.jpg`
 * @throws DatasetFileError when there are too many or too large images or a zip is none; AbortedError
 */
export async function gatherImages(
  files: readonly NamedFile[],
  signal: AbortSignal,
  progress: (what: string, fraction: number | null) => void,
  limits: GatherLimits = GATHER_LIMITS,
): Promise<Gathered> {
  const basket = createBasket(limits);
  for (const given of files) {
    if (/\.zip$/i.test(given.name)) {
      await unzipInto(given, basket, limits, signal, progress);
    } else if (isIgnorable(given.name)) {
      continue;
    } else if (isImageName(given.name)) {
      basket.addBytes(given.file.size);
      basket.addImage(given.name, given.file);
    } else {
      basket.leaveOut();
    }
  }
  return basket.result();
}

export interface Classes {
  /** Class of each path, or null when the folders make no classes. */
  readonly labels: Uint8Array | null;
  readonly classNames: readonly string[] | null;
}

/** The class of an image is the folder that it lies in; one folder alone, or more than 256, make no classes. */
export function classesOf(paths: readonly string[]): Classes {
  const folders = paths.map((path) => path.split('/').at(-2) ?? '');
  const classNames = [...new Set(folders)].sort();
  if (classNames.length < 2 || classNames.length > 256) return { labels: null, classNames: null };
  const numbers = new Map(classNames.map((name, i) => [name, i]));
  const labels = Uint8Array.from(folders, (folder) => numbers.get(folder) ?? 0);
  return { labels, classNames: classNames.map((name) => (name === '' ? 'no folder' : name)) };
}
