// The person's images on this device: the pictures as given in one file, a list of what lies where, and a ready-made
// array for each format that was trained on. A new set replaces the old one only when it is complete.
import type { DeviceStore, Kept } from '../deviceStore';
import { DatasetFileError } from '../errors';
import type { ImageFormat, OpenedImage } from './decode';
import { pixelsInFile, pixelsInMemory, type Pixels } from '../pixels';

const MANIFEST = 'image-folder/manifest.json';

export interface ManifestEntry {
  readonly path: string;
  readonly bytes: number;
}

/** The kept set. */
export interface KeptImages {
  /** Counts up with each set that is given. */
  readonly generation: number;
  readonly entries: readonly ManifestEntry[];
}

const setKey = (generation: number, part: string): string => `image-folder/set-${generation}/${part}`;
const packName = ({ side, channels, half }: ImageFormat): string =>
  `pack-${side}x${side}x${channels}${half ? `-${half}` : ''}`;

function isEntry(value: unknown): value is ManifestEntry {
  if (typeof value !== 'object' || value === null || !('path' in value) || !('bytes' in value)) return false;
  return typeof value.path === 'string' && typeof value.bytes === 'number';
}

function parseManifest(json: string): KeptImages | null {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return null; // A damaged list means that there is no set; the caller says so.
  }
  if (typeof value !== 'object' || value === null) return null;
  if (!('generation' in value) || !('entries' in value)) return null;
  const { generation, entries } = value;
  if (typeof generation !== 'number' || !Array.isArray(entries) || !entries.every(isEntry)) return null;
  return { generation, entries };
}

/** The set on this device, or null when none was given. */
export async function readKeptImages(store: DeviceStore): Promise<KeptImages | null> {
  const file = await store.get(MANIFEST);
  return file ? parseManifest(await file.text()) : null;
}

/** Key of the pictures of a set as they were given, in the store or among its large files. */
export const originalsKey = (generation: number): string => setKey(generation, 'originals');

/** Key of the ready-made pixels of a set, in the store or among its large files. */
export const packKey = (generation: number, format: ImageFormat): string =>
  setKey(generation, packName(format));

export const bytesOf = (count: number, { side, channels }: ImageFormat): number =>
  count * side * side * channels;

/** The ready-made pixels of a set, or null when there are none or they are not whole. */
export async function readPack(
  store: DeviceStore,
  set: KeptImages,
  format: ImageFormat,
): Promise<Pixels | null> {
  const key = packKey(set.generation, format);
  const bytes = bytesOf(set.entries.length, format);
  const file = await store.get(key);
  if (file?.size === bytes) return pixelsInMemory(new Uint8Array(await file.arrayBuffer()));
  const large = await (await store.largeFiles())?.open(key);
  return large?.size === bytes ? pixelsInFile(large) : null;
}

/**
 * The pictures of a set as they were given.
 * @throws DatasetFileError when they are not whole any more
 */
export async function readOriginals(store: DeviceStore, set: KeptImages): Promise<readonly OpenedImage[]> {
  const key = originalsKey(set.generation);
  const file = (await store.get(key)) ?? (await (await (await store.largeFiles())?.open(key))?.blob());
  const expected = set.entries.reduce((sum, entry) => sum + entry.bytes, 0);
  if (file?.size !== expected) {
    throw new DatasetFileError(
      `Your ${set.entries.length} images are damaged on this device: expected ${expected} bytes, ` +
        `came ${file?.size ?? 'none'}.`,
      'Give the folder or zip again.',
    );
  }
  let offset = 0;
  return set.entries.map(({ path, bytes }) => {
    const [start, end] = [offset, offset + bytes];
    offset = end;
    // Cut out when it is asked for: of many, each is known to the browser as long as it is held.
    return {
      path,
      get file() {
        return file.slice(start, end);
      },
    };
  });
}

/** The generation that the next set will have. */
export const nextGeneration = async (store: DeviceStore): Promise<number> =>
  ((await readKeptImages(store))?.generation ?? 0) + 1;

/**
 * Puts a new set in the place of the one before; a failure on the way leaves that one as it was.
 * @param parts of it that lie in memory, by their keys; others lie among the large files already
 */
export async function keepSet(
  store: DeviceStore,
  set: KeptImages,
  parts: ReadonlyMap<string, Blob>,
): Promise<Kept> {
  const kept: Kept[] = [];
  for (const [key, part] of parts) kept.push(await store.put(key, part));
  kept.push(await store.put(MANIFEST, new Blob([JSON.stringify(set)], { type: 'application/json' })));
  for (const place of [store, await store.largeFiles()])
    for (const key of (await place?.keys('image-folder/set-')) ?? [])
      if (!key.startsWith(setKey(set.generation, ''))) await place?.remove(key);
  return kept.find(({ where }) => where === 'session') ?? { where: 'device' };
}

/** Keeps pictures and their pixels, all in memory, as a new set. */
export async function keepImages(
  store: DeviceStore,
  images: readonly OpenedImage[],
  format: ImageFormat,
  pixels: Uint8Array<ArrayBuffer>,
): Promise<Kept> {
  const generation = await nextGeneration(store);
  const entries = images.map(({ path, file }) => ({ path, bytes: file.size }));
  const parts = new Map([
    [originalsKey(generation), new Blob(images.map(({ file }) => file))],
    [packKey(generation, format), new Blob([pixels])],
  ]);
  return keepSet(store, { generation, entries }, parts);
}
