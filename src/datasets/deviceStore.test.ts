import { describe, expect, it } from 'vitest';
import { createCacheStore, createMemoryStore, deviceStore } from './deviceStore';

/** Cache Storage as far as the store uses it; `fails` makes it full. */
function fakeCaches(fails = false): { storage: CacheStorage; entries: Map<string, Response> } {
  const entries = new Map<string, Response>();
  const refuse = (): never => {
    throw new Error('not used by the store');
  };
  const cache: Cache = {
    add: refuse,
    addAll: refuse,
    matchAll: refuse,
    match: (key) => Promise.resolve(entries.get(String(key))?.clone()),
    put: (key, response) => {
      if (fails) return Promise.reject(new Error('Quota exceeded.'));
      entries.set(String(key), response);
      return Promise.resolve();
    },
    delete: (key) => Promise.resolve(entries.delete(String(key))),
    keys: () => Promise.resolve([...entries.keys()].map((key) => new Request(key))),
  };
  const storage: CacheStorage = {
    open: () => Promise.resolve(cache),
    delete: refuse,
    has: refuse,
    keys: refuse,
    match: refuse,
  };
  return { storage, entries };
}

const textOf = async (file: Blob | null): Promise<string | undefined> => file?.text();

describe.each([
  ['memory', () => createMemoryStore('no storage')],
  ['cache', () => createCacheStore(fakeCaches().storage)],
  ['full cache', () => createCacheStore(fakeCaches(true).storage)],
])('%s store', (_, open) => {
  it('keeps, replaces, lists and removes', async () => {
    const store = open();
    expect(await store.get('a/b c')).toBeNull();
    await store.put('a/b c', new Blob(['one']));
    await store.put('a/b c', new Blob(['two']));
    await store.put('x', new Blob(['three']));
    expect(await textOf(await store.get('a/b c'))).toBe('two');
    expect(await store.keys('a/')).toEqual(['a/b c']);
    await store.remove('a/b c');
    expect(await store.get('a/b c')).toBeNull();
    expect(await store.keys('')).toEqual(['x']);
  });
});

it('says when a file is kept for this session only, and why', async () => {
  expect(await createCacheStore(fakeCaches().storage).put('a', new Blob(['x']))).toEqual({ where: 'device' });
  const full = await createCacheStore(fakeCaches(true).storage).put('a', new Blob(['xyz']));
  expect(full).toEqual({ where: 'session', reason: 'this browser did not take 3 bytes (Quota exceeded)' });
  expect(await deviceStore().put('test', new Blob(['x']))).toMatchObject({ where: 'session' });
});

it('keeps files for this session where the browser refuses its storage', async () => {
  const denied: Pick<CacheStorage, 'open'> = {
    open: () => Promise.reject(new DOMException('Access is denied for this document.', 'SecurityError')),
  };
  const store = createCacheStore({ ...fakeCaches().storage, ...denied });
  expect(await store.get('a')).toBeNull();
  expect(await store.put('a', new Blob(['one']))).toMatchObject({
    where: 'session',
    reason: expect.stringContaining('denied'),
  });
  expect(await textOf(await store.get('a'))).toBe('one');
  expect(await store.keys('')).toEqual(['a']);
  await store.remove('a');
  expect(await store.keys('')).toEqual([]);
});
