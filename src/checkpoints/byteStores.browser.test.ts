// OPFS and IndexedDB in a real browser: the same promises from both, on the page and in a worker, and what is left
// after a cut at any moment of a write.
import type {} from '@vitest/browser-playwright'; // types of cdp()
import { deleteDB } from 'idb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { cdp } from 'vitest/browser';
import type { ByteStore } from './byteStore';
import { openIndexedDbByteStore } from './indexedDbByteStore';
import { openOpfsByteStore } from './opfsByteStore';
import { arrives } from '../testing/until';

let folders = 0;
const newName = (): string => `test-${folders++}-${Date.now()}`;
const filled = (length: number, value: number): Uint8Array<ArrayBuffer> => new Uint8Array(length).fill(value);

async function existing(store: Promise<ByteStore | null>): Promise<ByteStore> {
  const opened = await store;
  if (!opened) throw new Error('this browser has no such store');
  return opened;
}
const openOpfs = (name: string): Promise<ByteStore> => existing(openOpfsByteStore(name));
const openIndexedDb = (name: string): Promise<ByteStore> => existing(openIndexedDbByteStore(name));

async function namesIn(folder: string): Promise<string[]> {
  const root = await navigator.storage.getDirectory();
  const names: string[] = [];
  for await (const name of (await root.getDirectoryHandle(folder)).keys()) names.push(name);
  return names.sort();
}

async function writeFile(folder: string, name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const directory = await (
    await navigator.storage.getDirectory()
  ).getDirectoryHandle(folder, { create: true });
  const stream = await (await directory.getFileHandle(name, { create: true })).createWritable();
  await stream.write(bytes);
  await stream.close();
}

/** A worker of this origin that runs a module's text, with the messages that it sends. */
function startWorker(source: string): { worker: Worker; next(): Promise<unknown> } {
  const url = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  const worker = new Worker(url, { type: 'module' });
  const waiting: ((value: unknown) => void)[] = [];
  const arrived: unknown[] = [];
  const take = (value: unknown): void => {
    const waiter = waiting.shift();
    if (waiter) waiter(value);
    else arrived.push(value);
  };
  worker.onmessage = ({ data }) => take(data);
  worker.onerror = ({ message }) => take(`worker failed: ${message}`);
  const next = (): Promise<unknown> =>
    arrived.length > 0
      ? Promise.resolve(arrived.shift())
      : arrives('the next message of the worker', new Promise((resolve) => waiting.push(resolve)));
  return { worker, next };
}
const opfsModule = new URL('./opfsByteStore.ts', import.meta.url).href;

afterEach(() => {
  vi.restoreAllMocks();
});

describe.each([
  ['opfs', openOpfs],
  ['indexeddb', openIndexedDb],
] as const)('the %s store', (persistence, open) => {
  it('keeps blobs for the next visit', async () => {
    const name = newName();
    const store = await open(name);
    expect(store.persistence).toBe(persistence);
    expect(await store.get('a')).toBeNull();
    await store.put('a', filled(3_000_000, 1));
    await store.put('b', new Uint8Array());
    await store.put('a', filled(5, 2));
    const again = await open(name);
    expect(await again.get('a')).toEqual(filled(5, 2));
    expect(await again.get('b')).toEqual(new Uint8Array());
    const listed = [...(await again.list())].sort((x, y) => x.name.localeCompare(y.name));
    expect(listed).toEqual([
      { name: 'a', sizeBytes: 5 },
      { name: 'b', sizeBytes: 0 },
    ]);
    await again.delete('a');
    await again.delete('a');
    expect((await again.list()).map((blob) => blob.name)).toEqual(['b']);
  });

  it('writes only the part of a buffer that it is given', async () => {
    const store = await open(newName());
    await store.put('a', filled(100, 7).subarray(10, 20));
    expect(await store.get('a')).toEqual(filled(10, 7));
    expect(await store.list()).toEqual([{ name: 'a', sizeBytes: 10 }]);
  });
});

describe('what is removed from outside', () => {
  it('is written anew where the folder is gone', async () => {
    const name = newName();
    const store = await openOpfs(name);
    await store.put('a', filled(10, 1));
    const root = await navigator.storage.getDirectory();
    await root.removeEntry(name, { recursive: true });
    expect(await store.list()).toEqual([]);
    await root.removeEntry(name, { recursive: true });
    await store.put('b', filled(20, 2));
    expect(await (await openOpfs(name)).get('b')).toEqual(filled(20, 2));
  });

  it('is written anew where the database is gone', async () => {
    const name = newName();
    const store = await openIndexedDb(name);
    await deleteDB(name);
    expect(await store.get('a')).toBeNull();
    await store.put('b', filled(20, 2));
    expect(await (await openIndexedDb(name)).get('b')).toEqual(filled(20, 2));
  });
});

describe('a full disk', () => {
  it('leaves the old file as it was', async () => {
    const name = newName();
    const store = await openOpfs(name);
    await store.put('a', filled(1000, 1));
    const { usage = 0 } = await navigator.storage.estimate();
    const { origin } = location;
    await cdp().send('Storage.overrideQuotaForOrigin', { origin, quotaSize: usage + 500_000 });
    try {
      // The stream fails with a name that depends on which end notices first.
      await expect(store.put('a', filled(8_000_000, 2))).rejects.toBeInstanceOf(DOMException);
      expect(await store.get('a')).toEqual(filled(1000, 1));
      expect(await namesIn(name)).toEqual(['a']);
    } finally {
      await cdp().send('Storage.overrideQuotaForOrigin', { origin });
    }
    await store.put('a', filled(2000, 3));
    expect(await store.get('a')).toEqual(filled(2000, 3));
  });

  it('leaves the old file as it was, in a worker', async () => {
    const name = newName();
    await (await openOpfs(name)).put('a', filled(1000, 1));
    const { worker, next } = startWorker(`
      import { openOpfsByteStore } from '${opfsModule}';
      let room = 1300; // the browsers of tests have no quota here, so this stands for one that writes what still fits
      const write = FileSystemSyncAccessHandle.prototype.write;
      FileSystemSyncAccessHandle.prototype.write = function (bytes, options) {
        const fitting = bytes.subarray(0, Math.min(room, 500));
        room -= fitting.length;
        return fitting.length === 0 ? 0 : write.call(this, fitting, options);
      };
      const store = await openOpfsByteStore('${name}');
      postMessage(await store.put('a', new Uint8Array(2000)).catch((error) => error.name));
      room = 5000;
      postMessage(await store.put('b', new Uint8Array(2000).fill(3)).then(() => 'written in pieces', String));
    `);
    expect(await next()).toBe('QuotaExceededError');
    expect(await next()).toBe('written in pieces');
    worker.terminate();
    const store = await openOpfs(name);
    expect(await store.get('a')).toEqual(filled(1000, 1));
    expect(await store.get('b')).toEqual(filled(2000, 3));
    expect(await namesIn(name)).toEqual(['a', 'b']);
  });

  it('leaves the old database entry as it was', async () => {
    const store = await openIndexedDb(newName());
    await store.put('a', filled(1000, 1));
    // What a full disk does in the middle of a change: the browser ends the transaction.
    const original = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value, key) {
      const request = original.call(this, value, key);
      if (this.name === 'sizes') this.transaction.abort();
      return request;
    });
    await expect(store.put('a', filled(4000, 2))).rejects.toMatchObject({ name: 'AbortError' });
    vi.restoreAllMocks();
    expect(await store.get('a')).toEqual(filled(1000, 1));
    expect(await store.list()).toEqual([{ name: 'a', sizeBytes: 1000 }]);
  });
});

describe('the opfs store in a worker', () => {
  it('writes through synchronous access and leaves nothing beside the blob', async () => {
    const name = newName();
    const { worker, next } = startWorker(`
      import { openOpfsByteStore } from '${opfsModule}';
      let used = 0;
      const original = FileSystemFileHandle.prototype.createSyncAccessHandle;
      FileSystemFileHandle.prototype.createSyncAccessHandle = function () { used++; return original.call(this); };
      const store = await openOpfsByteStore('${name}');
      await store.put('a', new Uint8Array(100).fill(1));
      await store.put('a', new Uint8Array(70).fill(2));
      postMessage(used);
    `);
    expect(await next()).toBe(2);
    worker.terminate();
    expect(await (await openOpfs(name)).get('a')).toEqual(filled(70, 2));
    expect(await namesIn(name)).toEqual(['a']);
  });

  it('keeps a whole blob when the worker is ended while it writes', async () => {
    const name = newName();
    const length = 4_000_000;
    await (await openOpfs(name)).put('a', filled(length, 1));
    for (const delayMs of [0, 1, 3, 6, 10]) {
      const { worker, next } = startWorker(`
        import { openOpfsByteStore } from '${opfsModule}';
        const store = await openOpfsByteStore('${name}');
        postMessage('ready');
        for (let i = 2; ; i = (i % 250) + 1) await store.put('a', new Uint8Array(${length}).fill(i));
      `);
      expect(await next()).toBe('ready');
      await new Promise((resolve) => setTimeout(resolve, 20 + delayMs));
      worker.terminate();
      const bytes = await (await openOpfs(name)).get('a');
      expect(bytes?.length).toBe(length);
      expect(bytes?.every((byte) => byte === bytes[0])).toBe(true);
    }
  });
});

describe('the opfs store after a cut', () => {
  // Where renaming onto a file is refused, a write takes more steps; the cut is tried after each of them.
  const moveOf = (): ((this: FileSystemFileHandle, name: string) => Promise<void>) =>
    Reflect.get(FileSystemFileHandle.prototype, 'move');

  function cutAfter(steps: number, moveReplaces: boolean): { restore(): void } {
    let taken = 0; // steps of the write so far
    const step = (): void => {
      if (taken === steps) throw new DOMException('cut off', 'AbortError');
      taken++;
    };
    const file = FileSystemFileHandle.prototype;
    const directory = FileSystemDirectoryHandle.prototype;
    const original = { move: moveOf(), remove: directory.removeEntry };
    Reflect.set(file, 'move', async function (this: FileSystemFileHandle, name: string) {
      step();
      if (!moveReplaces && (await namesIn(current)).includes(name)) {
        throw new DOMException('exists', 'InvalidModificationError');
      }
      await original.move.call(this, name);
    });
    directory.removeEntry = async function (this: FileSystemDirectoryHandle, name) {
      step();
      await original.remove.call(this, name);
    };
    const restore = (): void => {
      Reflect.set(file, 'move', original.move);
      directory.removeEntry = original.remove;
    };
    return { restore };
  }
  let current = '';

  it.each([true, false])('has the old or the new blob (renaming replaces: %s)', async (moveReplaces) => {
    const outcomes = new Set<number>();
    for (let steps = 0; steps < 7; steps++) {
      current = newName();
      await (await openOpfs(current)).put('a', filled(50, 1));
      const store = await openOpfs(current);
      const cut = cutAfter(steps, moveReplaces);
      let finished = false;
      try {
        await store.put('a', filled(60, 2));
        finished = true;
      } catch (error) {
        expect(error).toMatchObject({ name: 'AbortError' });
      } finally {
        cut.restore();
      }
      const reopened = await openOpfs(current);
      const bytes = await reopened.get('a');
      expect([...new Set(bytes)].join(), `cut after ${steps} steps`).toMatch(/^[12]$/);
      expect(bytes?.length).toBe(bytes?.[0] === 1 ? 50 : 60);
      if (finished) expect(bytes).toEqual(filled(60, 2));
      expect((await reopened.list()).map(({ name }) => name)).toEqual(['a']);
      outcomes.add(bytes?.[0] ?? 0);
    }
    expect([...outcomes].sort()).toEqual([1, 2]);
  });

  it('forgets a part that was never finished, and counts a complete one', async () => {
    const folder = newName();
    await writeFile(folder, 'a', filled(5, 1));
    await writeFile(folder, 'a.part', filled(3, 9));
    await writeFile(folder, 'b.ready', filled(4, 2));
    await writeFile(folder, 'c.part', filled(2, 9));
    const store = await openOpfs(folder);
    expect(await store.get('a')).toEqual(filled(5, 1));
    expect(await store.get('b')).toEqual(filled(4, 2));
    expect((await store.list()).map(({ name }) => name).sort()).toEqual(['a', 'b']);
    await store.put('a', filled(6, 3));
    expect(await namesIn(folder)).toEqual(['a', 'b', 'c.part']);
    vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 3_600_000);
    await openOpfs(folder);
    expect(await namesIn(folder)).toEqual(['a', 'b']);
  });
});
