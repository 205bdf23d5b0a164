// The person's images on this device: the pictures as given in one file, a list of what lies where, and a ready-made
// array for each format that was trained on. A new set replaces the old one only when it is complete.
import type { DeviceStore, Kept } from '../deviceStore';
import { DatasetFileError } from '../errors';
import type { ImageFormat, OpenedImage } from './decode';

const MANIFEST = 'image-folder/manifest.json';

interface ManifestEntry {
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

/** The ready-made pixels of a set, or null when there are none or they are not whole. */
export async function readPack(
  store: DeviceStore,
  set: KeptImages,
  format: ImageFormat,
): Promise<Uint8Array | null> {
  const file = await store.get(setKey(set.generation, packName(format)));
  if (file?.size !== set.entries.length * format.side * format.side * format.channels) return null;
  return new Uint8Array(await file.arrayBuffer());
}

/** Keeps ready-made pixels, so that the next start need not decode. */
export function keepPack(
  store: DeviceStore,
  set: KeptImages,
  format: ImageFormat,
  pixels: Uint8Array<ArrayBuffer>,
): Promise<Kept> {
  return store.put(setKey(set.generation, packName(format)), new Blob([pixels]));
}

/**
 * The pictures of a set as they were given.
 * @throws DatasetFileError when they are not whole any more
 */
export async function readOriginals(store: DeviceStore, set: KeptImages): Promise<readonly OpenedImage[]> {
  const file = await store.get(setKey(set.generation, 'originals'));
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
    const image = { path, file: file.slice(offset, offset + bytes) };
    offset += bytes;
    return image;
  });
}

/** Keeps a new set in place of the one before; a failure on the way leaves that one as it was. */
export async function keepImages(
  store: DeviceStore,
  images: readonly OpenedImage[],
  format: ImageFormat,
  pixels: Uint8Array<ArrayBuffer>,
): Promise<Kept> {
  const before = await readKeptImages(store);
  const set: KeptImages = {
    generation: (before?.generation ?? 0) + 1,
    entries: images.map(({ path, file }) => ({ path, bytes: file.size })),
  };
  const originals = new Blob(images.map(({ file }) => file));
  const kept = [
    await store.put(setKey(set.generation, 'originals'), originals),
    await keepPack(store, set, format, pixels),
    await store.put(MANIFEST, new Blob([JSON.stringify(set)], { type: 'application/json' })),
  ];
  for (const key of await store.keys('image-folder/set-')) {
    if (!key.startsWith(setKey(set.generation, ''))) await store.remove(key);
  }
  return kept.find(({ where }) => where === 'session') ?? { where: 'device' };
}
