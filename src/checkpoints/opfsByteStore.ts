// Blobs as files in the origin private file system. A blob is written beside its old version and put in its place only
// when it is complete, so a crash at any moment leaves the old or the new one. Spec: https://fs.spec.whatwg.org
import type { ByteStore, StoredBlob } from './byteStore';

/** Being written; worthless until it is renamed. */
const PART = '.part';
/** Complete, its old version may be gone already: counts as the blob. */
const READY = '.ready';
const STALE_PART_MS = 10 * 60_000;
const READ_TRIES = 3;

/** In workers only; the page's types do not know it. */
interface SyncAccess {
  truncate(size: number): void;
  write(bytes: Uint8Array<ArrayBuffer>, options: { at: number }): number;
  flush(): void;
  close(): void;
}
interface WithSyncAccess {
  createSyncAccessHandle(): Promise<SyncAccess>;
}
/** In all browsers that have the file system, in no specification yet. */
interface Movable {
  move(name: string): Promise<void>;
}

const canSync = (handle: object): handle is WithSyncAccess => 'createSyncAccessHandle' in handle;
const asSyncAccess = (handle: object): WithSyncAccess | null => (canSync(handle) ? handle : null);
const isMovable = (handle: object): handle is Movable => 'move' in handle;

const isNamed = (error: unknown, ...names: readonly string[]): boolean =>
  error instanceof Error && names.includes(error.name);

async function writeWhole(handle: FileSystemFileHandle, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const access = await asSyncAccess(handle)?.createSyncAccessHandle();
  if (!access) {
    const stream = await handle.createWritable({ keepExistingData: false });
    await stream.write(bytes);
    await stream.close();
    return;
  }
  try {
    access.truncate(0);
    for (let at = 0; at < bytes.length;) {
      const written = access.write(bytes.subarray(at), { at });
      if (written === 0) throw new DOMException(`No room after ${at} bytes`, 'QuotaExceededError');
      at += written;
    }
    access.flush();
  } finally {
    access.close();
  }
}

async function findFile(
  folder: FileSystemDirectoryHandle,
  name: string,
): Promise<FileSystemFileHandle | null> {
  try {
    return await folder.getFileHandle(name);
  } catch (error) {
    if (isNamed(error, 'NotFoundError')) return null;
    throw error;
  }
}

async function removeFile(folder: FileSystemDirectoryHandle, name: string): Promise<void> {
  try {
    await folder.removeEntry(name);
  } catch (error) {
    if (!isNamed(error, 'NotFoundError')) throw error;
  }
}

/** Brings a complete part into the place of `name`. */
async function replace(
  folder: FileSystemDirectoryHandle,
  part: FileSystemFileHandle & Movable,
  name: string,
): Promise<void> {
  try {
    await part.move(name);
  } catch {
    // Some browsers do not move onto a file: step aside first, under a name that counts if we are cut off here.
    // What else was wrong with the move goes wrong again below, and is thrown there.
    await removeFile(folder, name + READY);
    await part.move(name + READY);
    await removeFile(folder, name);
    await part.move(name);
  }
}

/** Finishes or clears what an earlier page left when it was cut off. */
async function tidy(folder: FileSystemDirectoryHandle, file: FileSystemFileHandle): Promise<void> {
  try {
    if (file.name.endsWith(READY) && isMovable(file)) {
      const name = file.name.slice(0, -READY.length);
      await removeFile(folder, name);
      await file.move(name);
    } else if (file.name.endsWith(PART)) {
      const { lastModified } = await file.getFile();
      if (Date.now() - lastModified > STALE_PART_MS) await removeFile(folder, file.name);
    }
  } catch (error) {
    // Another tab finished it in the meantime, or is at it.
    if (!isNamed(error, 'NotFoundError', 'NoModificationAllowedError')) throw error;
  }
}

async function filesOf(folder: FileSystemDirectoryHandle): Promise<FileSystemFileHandle[]> {
  const files: FileSystemFileHandle[] = [];
  for await (const handle of folder.values()) {
    if (handle.kind === 'file') files.push(handle);
  }
  return files;
}

/**
 * Opens a folder of the origin private file system as a blob store, and tidies up after a crash. Null where the browser
 * has no such file system, or not for pages over plain http.
 * @throws DOMException when the browser does not let this page have it (private windows)
 */
export async function openOpfsByteStore(folderName: string): Promise<ByteStore | null> {
  const storage: StorageManager | undefined = globalThis.navigator?.storage;
  if (!storage || !('getDirectory' in storage)) return null;
  const openFolder = async (): Promise<FileSystemDirectoryHandle> =>
    (await storage.getDirectory()).getDirectoryHandle(folderName, { create: true });
  let folder = await openFolder();
  for (const file of await filesOf(folder)) await tidy(folder, file);

  async function get(name: string): Promise<Uint8Array<ArrayBuffer> | null> {
    for (let attempt = 1; ; attempt++) {
      const handle = await findFile(folder, name);
      if (!handle) return null;
      try {
        return new Uint8Array(await (await handle.getFile()).arrayBuffer());
      } catch (error) {
        // Replaced by a newer version while it was read.
        if (attempt === READ_TRIES || !isNamed(error, 'NotReadableError', 'NotFoundError')) throw error;
      }
    }
  }

  /** Where the folder itself was removed from outside, it is made anew, once. */
  async function put(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    try {
      await write(name, bytes);
    } catch (error) {
      if (!isNamed(error, 'NotFoundError')) throw error;
      folder = await openFolder();
      await write(name, bytes);
    }
  }

  async function write(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    const part = await folder.getFileHandle(name + PART, { create: true });
    if (!isMovable(part)) {
      // Without renaming, a stream that replaces the file when it is closed is as good.
      await removeFile(folder, name + PART);
      const stream = await (await folder.getFileHandle(name, { create: true })).createWritable();
      await stream.write(bytes);
      await stream.close();
      return;
    }
    try {
      await writeWhole(part, bytes);
      await replace(folder, part, name);
    } catch (error) {
      await removeFile(folder, name + PART).catch(() => undefined); // the first error is the one to report
      throw error;
    }
  }

  async function filesOfStore(): Promise<FileSystemFileHandle[]> {
    try {
      return await filesOf(folder);
    } catch (error) {
      if (!isNamed(error, 'NotFoundError')) throw error;
      folder = await openFolder();
      return filesOf(folder);
    }
  }

  async function list(): Promise<StoredBlob[]> {
    const blobs: StoredBlob[] = [];
    for (const file of await filesOfStore()) {
      if (file.name.endsWith(PART) || file.name.endsWith(READY)) continue;
      try {
        blobs.push({ name: file.name, sizeBytes: (await file.getFile()).size });
      } catch (error) {
        if (!isNamed(error, 'NotFoundError')) throw error; // deleted by another tab in the meantime
      }
    }
    return blobs;
  }

  return {
    persistence: 'opfs',
    list,
    get,
    put,
    delete: async (name) => {
      await removeFile(folder, name);
      await removeFile(folder, name + PART).catch(() => undefined); // tidied later if another tab writes it now
    },
  };
}
