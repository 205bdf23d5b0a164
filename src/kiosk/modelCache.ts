// Keeps the board's last good model where the page is allowed to store (secure contexts), so that a kiosk that starts
// without its server still shows that model. Damaged models never get here.
import { readKioskManifest, type KioskManifest } from '../core/kioskManifest';

export interface StoredModel {
  readonly manifest: KioskManifest;
  readonly bytes: ArrayBuffer;
}

export interface ModelCache {
  read(): Promise<StoredModel | null>;
  write(model: StoredModel): Promise<void>;
}

const NAME = 'ganvas-kiosk-model';
const MANIFEST = './stored-model.json';
const FILE = './stored-model.bin';

const nothing: ModelCache = { read: async () => null, write: async () => undefined };

/** The browser's cache, or nothing where there is none. Failing to store is no failure of the show. */
export function openModelCache(storage: CacheStorage | undefined): ModelCache {
  if (!storage) return nothing;
  return {
    async read() {
      try {
        const cache = await storage.open(NAME);
        const [manifest, file] = await Promise.all([cache.match(MANIFEST), cache.match(FILE)]);
        if (!manifest || !file) return null;
        return { manifest: readKioskManifest(await manifest.json()), bytes: await file.arrayBuffer() };
      } catch {
        return null; // what is stored no longer fits this version: as good as nothing
      }
    },
    async write({ manifest, bytes }) {
      try {
        const cache = await storage.open(NAME);
        await cache.put(FILE, new Response(bytes));
        await cache.put(MANIFEST, Response.json(manifest));
      } catch {
        // No room, or not allowed: the show goes on from memory.
      }
    },
  };
}
