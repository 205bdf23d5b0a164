// Blobs in IndexedDB, for browsers without the origin private file system. One transaction per change, so a blob and
// its size change together or not at all; each is committed as soon as all is asked of it, since WebKit keeps one open for ever
// whose worker is ended before it heard the last answer, and every later one waits behind it. Spec: https://w3c.github.io/IndexedDB
import { openDB, type DBSchema, type IDBPDatabase, type IDBPObjectStore } from 'idb';
import type { ByteStore } from './byteStore';

interface BlobSchema extends DBSchema {
  blobs: { key: string; value: Uint8Array<ArrayBuffer> };
  /** Sizes in bytes, so that listing reads no blob. */
  sizes: { key: string; value: number };
}

/** All is asked: no turn of ours is needed any more. */
function commit(transaction: { commit(): void }): void {
  try {
    transaction.commit();
  } catch {
    // It has ended already; whoever waits for it hears why.
  }
}

/**
 * Opens a database as a blob store. Null where there is no IndexedDB.
 * @throws DOMException when the browser does not let this page have a database
 */
export async function openIndexedDbByteStore(databaseName: string): Promise<ByteStore | null> {
  if (!('indexedDB' in globalThis)) return null;
  const openDatabase = (): Promise<IDBPDatabase<BlobSchema>> =>
    openDB<BlobSchema>(databaseName, 1, {
      upgrade(created) {
        created.createObjectStore('blobs');
        created.createObjectStore('sizes');
      },
      // A tab with a later version of the page wants to change the layout, or the site's data are removed: let it.
      blocking: (_current, _blocked, event) => {
        if (event.target instanceof IDBDatabase) event.target.close();
      },
    });
  let database = await openDatabase();

  /** Where the database was closed or removed from outside, it is opened anew, once. */
  async function opened<T>(task: () => Promise<T>): Promise<T> {
    try {
      return await task();
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'InvalidStateError')) throw error;
      database = await openDatabase();
      return task();
    }
  }

  type Store<Name extends 'blobs' | 'sizes'> = IDBPObjectStore<
    BlobSchema,
    ['blobs', 'sizes'],
    Name,
    'readwrite'
  >;

  async function change(
    requests: (blobs: Store<'blobs'>, sizes: Store<'sizes'>) => readonly Promise<unknown>[],
  ): Promise<void> {
    const transaction = database.transaction(['blobs', 'sizes'], 'readwrite', { durability: 'strict' });
    const made = requests(transaction.objectStore('blobs'), transaction.objectStore('sizes'));
    for (const request of made) request.catch(() => undefined); // the transaction says why, a cut request does not
    commit(transaction);
    await transaction.done;
  }

  return {
    persistence: 'indexeddb',
    list: () =>
      opened(async () => {
        const transaction = database.transaction('sizes');
        const asked = Promise.all([transaction.store.getAllKeys(), transaction.store.getAll()]);
        commit(transaction);
        const [names, sizes] = await asked;
        return names.map((name, i) => ({ name, sizeBytes: sizes[i] }));
      }),
    get: (name) =>
      opened(async () => {
        const transaction = database.transaction('blobs');
        const asked = transaction.store.get(name);
        commit(transaction);
        return (await asked) ?? null;
      }),
    put: (name, bytes) =>
      opened(() => change((blobs, sizes) => [blobs.put(bytes, name), sizes.put(bytes.length, name)])),
    delete: (name) => opened(() => change((blobs, sizes) => [blobs.delete(name), sizes.delete(name)])),
  };
}
