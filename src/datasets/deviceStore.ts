// Data files kept on this device: Cache Storage, and memory where there is none (a page without encryption, Node) or
// where it is full; what is too large for memory lies in files of its own. Not for runs: those have their own store.
import { reasonOf } from './errors';
import { openLargeFiles, type LargeFiles } from './largeFiles';

/** How well a file is kept. */
export type Kept =
  | { readonly where: 'device' }
  /** Only until the page is closed, and why. */
  | { readonly where: 'session'; readonly reason: string };

export interface DeviceStore {
  get(key: string): Promise<Blob | null>;
  /** Replaces what was kept under the key. */
  put(key: string, file: Blob): Promise<Kept>;
  remove(key: string): Promise<void>;
  /** Keys that start with the prefix. */
  keys(prefix: string): Promise<readonly string[]>;
  /** For what is too large for memory, with keys of its own; null where this browser has no place for it. */
  largeFiles(): Promise<LargeFiles | null>;
}

const CACHE_NAME = 'ganvas-datasets-v1';
const LARGE_FOLDER = 'ganvas-datasets';
/** Entries of Cache Storage are named by addresses; nothing is ever fetched from this one. */
const ADDRESS = 'https://datasets.ganvas.invalid/';

const addressOf = (key: string): string => ADDRESS + key.split('/').map(encodeURIComponent).join('/');
const keyOf = (address: string): string =>
  address.slice(ADDRESS.length).split('/').map(decodeURIComponent).join('/');

/** Keeps files in memory. */
export function createMemoryStore(reason: string): DeviceStore {
  const files = new Map<string, Blob>();
  return {
    get: (key) => Promise.resolve(files.get(key) ?? null),
    put: (key, file) => {
      files.set(key, file);
      return Promise.resolve({ where: 'session', reason });
    },
    remove: (key) => {
      files.delete(key);
      return Promise.resolve();
    },
    keys: (prefix) => Promise.resolve([...files.keys()].filter((key) => key.startsWith(prefix))),
    largeFiles: () => Promise.resolve(null),
  };
}

/** Keeps files in Cache Storage; one that does not fit goes to memory instead. */
export function createCacheStore(storage: CacheStorage): DeviceStore {
  const memory = createMemoryStore('');
  let large: Promise<LargeFiles | null> | undefined;
  const cache = (): Promise<Cache> => storage.open(CACHE_NAME);
  /** Null where the browser keeps nothing for this page (strict settings, a sandboxed frame). */
  const allowedCache = (): Promise<Cache | null> => cache().catch(() => null);
  return {
    async get(key) {
      const inMemory = await memory.get(key);
      if (inMemory) return inMemory;
      const response = await (await allowedCache())?.match(addressOf(key));
      return response ? response.blob() : null;
    },
    async put(key, file) {
      try {
        const headers = { 'content-length': String(file.size), 'content-type': file.type };
        await (await cache()).put(addressOf(key), new Response(file, { headers }));
        await memory.remove(key);
        return { where: 'device' };
      } catch (error) {
        await memory.put(key, file);
        return {
          where: 'session',
          reason: `this browser did not take ${file.size} bytes (${reasonOf(error)})`,
        };
      }
    },
    async remove(key) {
      await memory.remove(key);
      await (await allowedCache())?.delete(addressOf(key));
    },
    async keys(prefix) {
      const requests = (await (await allowedCache())?.keys()) ?? [];
      const cached = requests.map((request) => keyOf(request.url)).filter((key) => key.startsWith(prefix));
      return [...new Set([...cached, ...(await memory.keys(prefix))])];
    },
    largeFiles: () => (large ??= openLargeFiles(LARGE_FOLDER)),
  };
}

/** A part of a store with keys of its own, which in the store begin with `prefix`. */
export const storeWithin = (store: DeviceStore, prefix: string): DeviceStore => ({
  get: (key) => store.get(prefix + key),
  put: (key, file) => store.put(prefix + key, file),
  remove: (key) => store.remove(prefix + key),
  keys: async (start) => (await store.keys(prefix + start)).map((key) => key.slice(prefix.length)),
  largeFiles: async () => largeFilesWithin(await store.largeFiles(), prefix),
});

const largeFilesWithin = (files: LargeFiles | null, prefix: string): LargeFiles | null =>
  files && {
    open: (key) => files.open(prefix + key),
    create: (key) => files.create(prefix + key),
    remove: (key) => files.remove(prefix + key),
    keys: async (start) => (await files.keys(prefix + start)).map((key) => key.slice(prefix.length)),
  };

let shared: DeviceStore | undefined;

/** The store of this page or worker. */
export function deviceStore(): DeviceStore {
  shared ??=
    typeof caches === 'undefined'
      ? createMemoryStore('this page is not served over https, so the browser offers no storage for files')
      : createCacheStore(caches);
  return shared;
}
