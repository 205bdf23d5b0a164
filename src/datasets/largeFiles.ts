// Files of data sets that are too large for memory: appended to while they are made, read at any place without waiting. In the
// origin private file system; in workers only, where it can be read so. Spec: https://fs.spec.whatwg.org
import { GanvasError } from '../core/errors';
import { DatasetUnavailableError } from './errors';

/** The device has no room for more of a file. */
export class DeviceFullError extends GanvasError {}

/** A file that is complete. */
export interface LargeFile {
  /** In bytes. */
  readonly size: number;
  /** Fills `into` with the bytes from `at`. @throws GanvasError when the file ends before */
  read(at: number, into: Uint8Array<ArrayBuffer>): void;
  /** As a blob that stays on the device. */
  blob(): Promise<Blob>;
}

/** A file that is being made; what was there under its key is gone. */
export interface LargeFileWriter {
  /** @throws DeviceFullError */
  append(bytes: Uint8Array<ArrayBuffer>): void;
  /** Lets go of the file; twice does no harm. */
  finish(): void;
}

export interface LargeFiles {
  /** Null where the key was never written. A file that is open elsewhere is read all the same. */
  open(key: string): Promise<LargeFile | null>;
  create(key: string): Promise<LargeFileWriter>;
  remove(key: string): Promise<void>;
  keys(prefix: string): Promise<readonly string[]>;
}

/** In workers only; the page's types do not know it. */
interface SyncAccess {
  getSize(): number;
  read(into: Uint8Array<ArrayBuffer>, options: { at: number }): number;
  write(bytes: Uint8Array<ArrayBuffer>, options: { at: number }): number;
  truncate(size: number): void;
  flush(): void;
  close(): void;
}
interface WithSyncAccess extends FileSystemFileHandle {
  /** `read-only` lets others read at the same time; browsers that do not know it lock the file. */
  createSyncAccessHandle(options?: { mode: 'read-only' }): Promise<SyncAccess>;
}
const canSync = (handle: FileSystemFileHandle): handle is WithSyncAccess =>
  'createSyncAccessHandle' in handle;

interface SyncReader {
  readAsArrayBuffer(blob: Blob): ArrayBuffer;
}
declare const FileReaderSync: (new () => SyncReader) | undefined;

const isNamed = (error: unknown, name: string): boolean => error instanceof Error && error.name === name;

function checkRead(read: number, wanted: number, at: number): void {
  if (read === wanted) return;
  throw new GanvasError(
    `A file on this device ends early: ${read} of ${wanted} bytes from ${at}.`,
    'Give the folder or zip again.',
  );
}

/** Read through a lock of its own; null where another tab holds it. */
async function readLocked(handle: WithSyncAccess): Promise<(LargeFile & { close(): void }) | null> {
  try {
    const access = await handle.createSyncAccessHandle({ mode: 'read-only' });
    let isOpen = true;
    return {
      size: access.getSize(),
      read: (at, into) => {
        if (!isOpen)
          throw new DatasetUnavailableError(
            'The images that this run learns from were replaced by others.',
            'Open it again from Runs: it goes on from its last save with the new ones.',
          );
        checkRead(access.read(into, { at }), into.length, at);
      },
      blob: () => handle.getFile(),
      close: () => {
        isOpen = false;
        access.close();
      },
    };
  } catch (error) {
    if (isNamed(error, 'NoModificationAllowedError') || isNamed(error, 'InvalidStateError')) return null;
    throw error;
  }
}

/** Slower, but beside whoever has the lock. */
function readShared(file: File, reader: SyncReader): LargeFile & { close(): void } {
  return {
    size: file.size,
    read(at, into) {
      const bytes = new Uint8Array(reader.readAsArrayBuffer(file.slice(at, at + into.length)));
      checkRead(bytes.length, into.length, at);
      into.set(bytes);
    },
    blob: () => Promise.resolve(file),
    close: () => undefined,
  };
}

/** The files of one folder, or null where this browser or thread has no such file system. */
export async function openLargeFiles(folderName: string): Promise<LargeFiles | null> {
  const storage: StorageManager | undefined = globalThis.navigator?.storage;
  if (!storage || !('getDirectory' in storage) || typeof FileReaderSync === 'undefined') return null;
  const reader = new FileReaderSync();
  const folder = await storage
    .getDirectory()
    .then((root) => root.getDirectoryHandle(folderName, { create: true }))
    .catch(() => null); // the browser keeps nothing for this page
  if (!folder) return null;
  const opened = new Map<string, LargeFile & { close(): void }>();
  const nameOf = encodeURIComponent;

  function close(key: string): void {
    opened.get(key)?.close();
    opened.delete(key);
  }

  return {
    async open(key) {
      const known = opened.get(key);
      if (known) return known;
      let handle: FileSystemFileHandle;
      try {
        handle = await folder.getFileHandle(nameOf(key));
      } catch (error) {
        if (isNamed(error, 'NotFoundError')) return null;
        throw error;
      }
      const locked = canSync(handle) ? await readLocked(handle) : null;
      const file = locked ?? readShared(await handle.getFile(), reader);
      opened.set(key, file);
      return file;
    },
    async create(key) {
      close(key);
      const handle: FileSystemFileHandle = await folder.getFileHandle(nameOf(key), { create: true });
      if (!canSync(handle)) throw new DOMException('Files cannot be written in place.', 'NotSupportedError');
      const access = await handle.createSyncAccessHandle();
      access.truncate(0);
      let at = 0;
      let isOpen = true;
      return {
        append(bytes) {
          for (let done = 0; done < bytes.length;) {
            const written = writeOrNothing(access, bytes.subarray(done), at);
            if (written === 0)
              throw new DeviceFullError(
                `This device has no room after ${Math.floor(at / 1e6)} MB of pictures.`,
                'Take fewer images or a smaller side, or free some space.',
              );
            done += written;
            at += written;
          }
        },
        finish() {
          if (!isOpen) return;
          isOpen = false;
          access.flush();
          access.close();
        },
      };
    },
    async remove(key) {
      close(key);
      await folder.removeEntry(nameOf(key)).catch((error: unknown) => {
        // Another tab reads it: it goes with the next set that is given.
        if (!isNamed(error, 'NotFoundError') && !isNamed(error, 'NoModificationAllowedError')) throw error;
      });
    },
    async keys(prefix) {
      const names: string[] = [];
      for await (const { kind, name } of folder.values())
        if (kind === 'file') names.push(decodeURIComponent(name));
      return names.filter((key) => key.startsWith(prefix)).sort();
    },
  };
}

function writeOrNothing(access: SyncAccess, bytes: Uint8Array<ArrayBuffer>, at: number): number {
  try {
    return access.write(bytes, { at });
  } catch (error) {
    if (isNamed(error, 'QuotaExceededError')) return 0;
    throw error;
  }
}
