// Blobs in IndexedDB, for browsers without the origin private file system. One transaction per change, so a blob and
// its size change together or not at all. Spec: https://w3c.github.io/IndexedDB
import { openDB, type DBSchema } from 'idb';
import type { ByteStore } from './byteStore';

interface BlobSchema extends DBSchema {
  blobs: { key: string; value: Uint8Array<ArrayBuffer> };
  /** Sizes in bytes, so that listing reads no blob. */
  sizes: { key: string; value: number };
}

/**
 * Opens a database as a blob store. Null where there is no IndexedDB.
 * @throws DOMException when the browser does not let this page have a database
 */
export async function openIndexedDbByteStore(databaseName: string): Promise<ByteStore | null> {
  if (!('indexedDB' in globalThis)) return null;
  const database = await openDB<BlobSchema>(databaseName, 1, {
    upgrade(created) {
      created.createObjectStore('blobs');
      created.createObjectStore('sizes');
    },
    // A tab with a later version of the page wants to change the layout: let it.
    blocking: (_current, _blocked, event) => {
      if (event.target instanceof IDBDatabase) event.target.close();
    },
  });
  const change = () => database.transaction(['blobs', 'sizes'], 'readwrite', { durability: 'strict' });
  return {
    persistence: 'indexeddb',
    list: async () => {
      const transaction = database.transaction('sizes');
      const [names, sizes] = await Promise.all([transaction.store.getAllKeys(), transaction.store.getAll()]);
      return names.map((name, i) => ({ name, sizeBytes: sizes[i] }));
    },
    get: async (name) => (await database.get('blobs', name)) ?? null,
    put: async (name, bytes) => {
      const transaction = change();
      await Promise.all([
        transaction.objectStore('blobs').put(bytes, name),
        transaction.objectStore('sizes').put(bytes.length, name),
        transaction.done,
      ]);
    },
    delete: async (name) => {
      const transaction = change();
      await Promise.all([
        transaction.objectStore('blobs').delete(name),
        transaction.objectStore('sizes').delete(name),
        transaction.done,
      ]);
    },
  };
}
