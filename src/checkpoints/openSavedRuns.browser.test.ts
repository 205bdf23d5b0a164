// Where runs are kept in a real browser, and that two tabs do not write the same run. A worker stands for another tab.
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fixtureSnapshot, fixtureVocabulary } from '../testing/runFixture';
import { openSavedRuns } from './openSavedRuns';
import { lockRun, withRunLock } from './runLock';
import { STATE_PATIENCE_MS } from '../testing/patience';
import { arrives } from '../testing/until';

let stores = 0;
const newName = (): string => `runs-${stores++}-${Date.now()}`;
const open = (name: string) => openSavedRuns(fixtureVocabulary, name);

const refuseOpfs = () =>
  vi
    .spyOn(StorageManager.prototype, 'getDirectory')
    .mockRejectedValue(new DOMException('no', 'SecurityError'));
const refuseIndexedDb = () =>
  vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
    throw new DOMException('no', 'SecurityError');
  });

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('openSavedRuns', () => {
  it('keeps runs in files, for the next visit', async () => {
    const name = newName();
    const store = await open(name);
    expect(store).toMatchObject({ persistence: 'opfs', warning: null });
    expect((await store.list()).runs).toEqual([]);
    await store.save(fixtureSnapshot());
    const again = await open(name);
    expect((await again.list()).runs.map(({ id }) => id)).toEqual(['run-1']);
    expect(await again.load('run-1')).toEqual(fixtureSnapshot());
    await again.delete('run-1');
    expect((await (await open(name)).list()).runs).toEqual([]);
  });

  it('falls back to the database, says so, and brings the runs over later', async () => {
    const name = newName();
    const refused = refuseOpfs();
    const store = await open(name);
    expect(store.persistence).toBe('indexeddb');
    expect(store.warning).toContain('file storage: no');
    await store.save(fixtureSnapshot());
    expect(await (await open(name)).load('run-1')).toEqual(fixtureSnapshot());
    refused.mockRestore();
    const later = await open(name);
    expect(later).toMatchObject({ persistence: 'opfs', warning: null });
    expect(await later.load('run-1')).toEqual(fixtureSnapshot());
    refuseOpfs();
    expect((await (await open(name)).list()).runs).toEqual([]); // moved, not copied
  });

  it('falls back to memory, and says that nothing outlives the page', async () => {
    refuseOpfs();
    refuseIndexedDb();
    const name = newName();
    const store = await open(name);
    expect(store.persistence).toBe('memory');
    expect(store.warning).toMatch(/end with the page.*export/);
    await store.save(fixtureSnapshot());
    expect((await store.list()).runs).toHaveLength(1);
    expect((await (await open(name)).list()).runs).toEqual([]);
  });
});

/** Another tab that holds a run until it is ended. */
async function otherTab(id: string): Promise<Worker> {
  const module = new URL('./runLock.ts', import.meta.url).href;
  const source = `import { lockRun } from '${module}'; postMessage((await lockRun('${id}')).exclusive);`;
  const worker = new Worker(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })), {
    type: 'module',
  });
  const said = new Promise((resolve) => {
    worker.onmessage = ({ data }) => resolve(data);
  });
  const exclusive = await arrives('the lock of the other tab', said);
  expect(exclusive).toBe(true);
  return worker;
}

describe('lockRun', () => {
  it('lets one tab write a run, until it lets go or ends', async () => {
    const id = newName();
    const worker = await otherTab(id);
    await expect(lockRun(id, 100)).rejects.toMatchObject({
      name: 'RunInUseError',
      message: expect.stringContaining('open in another tab'),
      hint: expect.stringContaining('duplicate'),
    });
    (await lockRun(newName())).release(); // other runs are free
    worker.terminate();
    const lock = await lockRun(id, STATE_PATIENCE_MS);
    expect(lock.exclusive).toBe(true);
    await expect(lockRun(id, 100)).rejects.toMatchObject({ name: 'RunInUseError' });
    lock.release();
    lock.release();
    const next = await otherTab(id);
    next.terminate();
  });

  it('gives the run to a task, at once when it is held here', async () => {
    const id = newName();
    const lock = await lockRun(id);
    expect(await withRunLock(id, async () => 'done')).toBe('done');
    lock.release();
    await expect(withRunLock(id, () => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
    (await lockRun(id)).release();
  });

  const refused = () => Promise.reject(new DOMException('The request was denied.', 'SecurityError'));
  it.each([
    ['has no locks', {}],
    ['refuses them', { locks: { query: refused, request: refused } }],
  ])('is not exclusive where the browser %s', async (_what, navigator) => {
    vi.stubGlobal('navigator', navigator);
    const lock = await lockRun('free');
    expect(lock.exclusive).toBe(false);
    await expect(lockRun('free')).rejects.toMatchObject({ name: 'RunInUseError' });
    lock.release();
    (await lockRun('free')).release();
  });

  it('keeps a run that another tab trains from being changed', async () => {
    const store = await open(newName());
    const id = newName();
    await store.save(fixtureSnapshot({ id }));
    const worker = await otherTab(id);
    const refused = { name: 'RunInUseError' };
    await Promise.all([
      expect(store.save(fixtureSnapshot({ id, step: 99 }))).rejects.toMatchObject(refused),
      expect(store.delete(id)).rejects.toMatchObject(refused),
    ]);
    expect((await store.load(id)).step).toBe(40);
    expect((await store.duplicate(id)).step).toBe(40);
    worker.terminate();
    (await lockRun(id, STATE_PATIENCE_MS)).release();
    expect((await store.rename(id, 'Mine')).name).toBe('Mine');
  });
});
