import { describe, expect, it } from 'vitest';
import { fixtureFrame, fixtureHistory, fixtureSnapshot, fixtureVocabulary } from '../testing/runFixture';
import { memoryByteStore, type ByteStore } from './byteStore';
import { encodeSnapshot } from './format';
import { createRunArchive } from './runArchive';

const quotaError = (): Error => Object.assign(new Error('quota'), { name: 'QuotaExceededError' });

/** A store over memory with a clock and ids that count; `blobs` may be changed or made to fail. */
function openTestStore(blobs: ByteStore = memoryByteStore()) {
  let time = 1_800_000_000_000;
  let made = 0;
  const store = createRunArchive(blobs, fixtureVocabulary, {
    now: () => time++,
    createId: () => `made-${++made}`,
    room: async () => ({ usedBytes: 9_900_000, limitBytes: 10_000_000 }), // 100 kB left
  });
  return { blobs, store };
}

/** Memory that fails when `fails` says so, before it has changed anything. */
function failingBlobs(fails: (operation: 'get' | 'put' | 'delete', name: string) => Error | null): ByteStore {
  const memory = memoryByteStore();
  const guard = (operation: 'get' | 'put' | 'delete', name: string): void => {
    const error = fails(operation, name);
    if (error) throw error;
  };
  return {
    ...memory,
    get: async (name) => (guard('get', name), await memory.get(name)),
    put: async (name, bytes) => (guard('put', name), await memory.put(name, bytes)),
    delete: async (name) => (guard('delete', name), await memory.delete(name)),
  };
}

describe('the run store', () => {
  it('saves, lists and loads', async () => {
    const { store } = openTestStore();
    expect((await store.list()).runs).toEqual([]);
    const saved = await store.save(fixtureSnapshot());
    await store.save(fixtureSnapshot({ id: 'run-2', savedAt: 1_700_000_999_000, timeline: [] }));
    const { runs: listed } = await store.list();
    expect(listed.map(({ id }) => id)).toEqual(['run-2', 'run-1']);
    expect(listed[1]).toEqual(saved);
    expect(saved).toMatchObject({ name: 'Digits – first try ✎', step: 40, config: { seed: 7, batch: 16 } });
    expect(saved.sizeBytes).toBe(encodeSnapshot(fixtureSnapshot()).length);
    expect(saved.thumbnail).toEqual({
      ...fixtureFrame(40).images,
      count: 16,
      pixels: fixtureFrame(40).images.pixels.slice(0, 16 * 30),
    });
    expect(listed[0].thumbnail).toBeNull();
    expect(await store.load('run-1')).toEqual(fixtureSnapshot());
    await expect(store.load('run-9')).rejects.toMatchObject({ name: 'UnknownRunError' });
  });

  it('gives what a run did without its tensors, checked like every read and thinned', async () => {
    const { blobs, store } = openTestStore();
    const { id, name, config, step, seconds, history, timeline, measures } = fixtureSnapshot();
    await store.save(fixtureSnapshot());
    expect(await store.record('run-1')).toEqual({
      id,
      name,
      config,
      step,
      seconds,
      note: '',
      starred: false,
      history,
      timeline,
      measures,
    });

    const long = {
      history: fixtureHistory(12_000),
      timeline: Array.from({ length: 90 }, (_, i) => fixtureFrame(i)),
    };
    await store.save(fixtureSnapshot({ id: 'run-2', step: 12_000, ...long }));
    const thinned = await store.record('run-2');
    expect(thinned.history.length).toBeLessThanOrEqual(10_000);
    expect([thinned.history[0], thinned.history.at(-1)]).toEqual([long.history[0], long.history.at(-1)]);
    expect(thinned.timeline.length).toBeLessThanOrEqual(40);
    expect(thinned.timeline.at(-1)).toEqual(long.timeline.at(-1));

    const bytes = await blobs.get('run-1.run');
    await blobs.put('run-1.run', (bytes ?? new Uint8Array()).slice(0, -40));
    await expect(store.record('run-1')).rejects.toMatchObject({ name: 'DamagedRunError' });
    await store.delete('run-2');
    await expect(store.record('run-2')).rejects.toMatchObject({ name: 'DeletedRunError' });
    await expect(store.record('../run-1')).rejects.toMatchObject({ name: 'UnknownRunError' });
  });

  it('replaces the checkpoint of a run, and reads the snapshot before it waits', async () => {
    const { store } = openTestStore();
    await store.save(fixtureSnapshot());
    const values = Float32Array.of(1, 2);
    const later = store.save(fixtureSnapshot({ step: 41, tensors: [{ name: 'a', shape: [2], values }] }));
    values.fill(9);
    expect((await later).step).toBe(41);
    expect([...(await store.load('run-1')).tensors[0].values]).toEqual([1, 2]);
    expect((await store.list()).runs).toHaveLength(1);
  });

  it('renames, duplicates and deletes', async () => {
    const { store } = openTestStore();
    await store.save(fixtureSnapshot());
    expect((await store.rename('run-1', '  Good one ')).name).toBe('Good one');
    expect(await store.load('run-1')).toEqual(fixtureSnapshot({ name: 'Good one' }));
    await expect(store.rename('run-1', '   ')).rejects.toMatchObject({ name: 'InvalidValueError' });
    const copy = await store.duplicate('run-1');
    expect(copy).toMatchObject({ id: 'made-1', name: 'Good one (copy)', step: 40 });
    expect(await store.load('made-1')).toMatchObject({ parent: 'run-1', tensors: fixtureSnapshot().tensors });
    await store.delete('run-1');
    await store.delete('run-1');
    expect((await store.list()).runs.map(({ id }) => id)).toEqual(['made-1']);
    await expect(store.rename('run-1', 'x')).rejects.toMatchObject({ name: 'DeletedRunError' });
    await expect(store.rename('run-9', 'x')).rejects.toMatchObject({ name: 'UnknownRunError' });
  });

  it('never lets a rename undo a save that runs at the same time', async () => {
    const { store } = openTestStore();
    await store.save(fixtureSnapshot());
    const both = [store.rename('run-1', 'New name'), store.save(fixtureSnapshot({ step: 77 }))];
    await Promise.all(both);
    expect((await store.load('run-1')).step).toBe(77);
    await Promise.all([store.save(fixtureSnapshot({ step: 78 })), store.rename('run-1', 'Newer name')]);
    expect(await store.load('run-1')).toMatchObject({ step: 78, name: 'Newer name' });
  });

  /** The fixture has values that are no numbers; this is the run without them. */
  const tensors = fixtureSnapshot().tensors.map((one) => ({
    ...one,
    values: one.values.map((value) => (Number.isFinite(value) ? value : 0.5)),
  }));

  it('exports a file that another device imports', async () => {
    const { store } = openTestStore();
    await store.save(fixtureSnapshot({ tensors }));
    const file = await store.exportZip('run-1');
    expect(file).toMatchObject({
      fileName: 'ganvas-digits-first-try-step-40.zip',
      mimeType: 'application/zip',
    });
    const other = openTestStore().store;
    expect(await other.importZip(new Blob([file.bytes]))).toMatchObject({
      id: 'run-1',
      savedAt: 1_800_000_000_000,
    });
    expect(await other.load('run-1')).toEqual(fixtureSnapshot({ tensors, savedAt: 1_800_000_000_000 }));
  });

  it('opens a run of its own that diverged, and imports none', async () => {
    const { store } = openTestStore();
    await store.save(fixtureSnapshot());
    expect(await store.load('run-1')).toEqual(fixtureSnapshot());
    const file = new Blob([(await store.exportZip('run-1')).bytes]);
    await expect(openTestStore().store.importZip(file)).rejects.toThrow(
      /generator\/dense_1\/bias has 3 of 6 values that are no finite numbers, the first \(NaN\) at place 0/,
    );
  });

  it('imports beside a run of the same id, and leaves that one alone', async () => {
    const { store } = openTestStore();
    await store.save(fixtureSnapshot({ step: 50 }));
    const name = 'n'.repeat(120);
    const summary = await store.importZip(new Blob([encodeSnapshot(fixtureSnapshot({ name, tensors }))]));
    expect(summary).toMatchObject({ id: 'made-1', step: 40 });
    expect(summary.name).toMatch(/^n{109} \(imported\)$/);
    expect((await store.load('run-1')).step).toBe(50);
    expect((await store.load('made-1')).parent).toBe('run-1');
  });

  it('imports nothing from a foreign or damaged file', async () => {
    const { store } = openTestStore();
    const bytes = encodeSnapshot(fixtureSnapshot());
    const half = new Blob([bytes.subarray(0, bytes.length / 2)]);
    await expect(store.importZip(half)).rejects.toMatchObject({ name: 'DamagedRunError' });
    await expect(store.importZip(new Blob(['hello']))).rejects.toMatchObject({ name: 'ForeignFileError' });
    expect((await store.list()).runs).toEqual([]);
  });
});

describe('the gallery record', () => {
  const broken: [string, Uint8Array<ArrayBuffer> | null][] = [
    ['missing', null],
    ['empty', new Uint8Array()],
    ['cut off', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0)],
  ];
  it.each(broken)('is made again when it is %s', async (_case, record) => {
    const { blobs, store } = openTestStore();
    const saved = await store.save(fixtureSnapshot());
    await blobs.delete('run-1.summary');
    if (record) await blobs.put('run-1.summary', record);
    expect((await store.list()).runs).toEqual([saved]);
    expect((await blobs.get('run-1.summary'))?.length).toBeGreaterThan(400);
  });

  it('is made again when it belongs to an older checkpoint or to another run', async () => {
    const { blobs, store } = openTestStore();
    await store.save(fixtureSnapshot());
    await blobs.put('run-1.run', encodeSnapshot(fixtureSnapshot({ step: 41, history: [] })));
    expect((await store.list()).runs).toMatchObject([{ id: 'run-1', step: 41 }]);
    await blobs.put('run-2.run', encodeSnapshot(fixtureSnapshot({ id: 'run-2' })));
    await blobs.put('run-2.summary', (await blobs.get('run-1.summary')) ?? new Uint8Array());
    expect((await store.list()).runs.map(({ id }) => id).sort()).toEqual(['run-1', 'run-2']);
  });

  it('spares reading whole runs', async () => {
    const reads: string[] = [];
    const blobs = failingBlobs((operation, name) => (operation === 'get' && reads.push(name), null));
    const { store } = openTestStore(blobs);
    await store.save(fixtureSnapshot());
    await store.list();
    expect(reads).toEqual(['run-1.summary']);
  });

  it('is no run by itself', async () => {
    const { blobs, store } = openTestStore();
    await store.save(fixtureSnapshot());
    await blobs.delete('run-1.run');
    expect((await store.list()).runs).toEqual([]);
  });
});

describe('when something goes wrong', () => {
  it('keeps and names runs that cannot be read, and can delete them', async () => {
    const { blobs, store } = openTestStore();
    await store.save(fixtureSnapshot());
    const half = encodeSnapshot(fixtureSnapshot({ id: 'run-2' })).slice(0, 700);
    await blobs.put('run-2.run', half);
    expect((await store.list()).runs.map(({ id }) => id)).toEqual(['run-1']);
    const unreadable = (await store.list()).unreadable;
    expect(unreadable).toMatchObject([{ id: 'run-2', sizeBytes: 700, error: { name: 'DamagedRunError' } }]);
    await expect(store.exportZip('run-2')).rejects.toMatchObject({ name: 'DamagedRunError' });
    expect(await blobs.get('run-2.run')).toEqual(half);
    await store.delete('run-2');
    expect((await store.list()).unreadable).toEqual([]);
  });

  it('says how much room a full device lacks, and keeps the last checkpoint', async () => {
    let full = false;
    const { store } = openTestStore(failingBlobs((op) => (full && op === 'put' ? quotaError() : null)));
    await store.save(fixtureSnapshot());
    await store.save(fixtureSnapshot({ id: 'run-2', name: 'Small one', tensors: [], timeline: [] }));
    full = true;
    const values = new Float32Array(500_000);
    const large = fixtureSnapshot({ step: 41, tensors: [{ name: 'a', shape: [500_000], values }] });
    const failure = await store.save(large).catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: 'StorageFullError' });
    expect(String(failure)).toContain('2.0 MB are needed, about 0.1 MB of 10.0 MB are left');
    expect(failure).toMatchObject({ hint: expect.stringMatching(/"Digits – first try ✎" \(.*"Small one"/) });
    expect(await store.load('run-1')).toEqual(fixtureSnapshot());
    await expect(store.duplicate('run-1')).rejects.toMatchObject({ name: 'StorageFullError' });
    full = false;
    expect((await store.save(large)).step).toBe(41);
  });

  it('has saved a run whose record found no room', async () => {
    let full = true;
    const isRecord = (name: string) => name.endsWith('.summary');
    const blobs = failingBlobs((op, name) => (full && op === 'put' && isRecord(name) ? quotaError() : null));
    const { store } = openTestStore(blobs);
    const saved = await store.save(fixtureSnapshot());
    expect((await store.list()).runs).toEqual([saved]);
    full = false;
    expect((await store.list()).runs).toEqual([saved]);
    expect(await blobs.get('run-1.summary')).not.toBeNull();
  });

  it('knows a full device by its room, too, when the write failed for another reason', async () => {
    const { store } = openTestStore(failingBlobs((op) => (op === 'put' ? new Error('pipe closed') : null)));
    const values = new Float32Array(50_000);
    const large = fixtureSnapshot({ tensors: [{ name: 'a', shape: [50_000], values }] });
    await expect(store.save(large)).rejects.toMatchObject({ name: 'StorageFullError' });
    await expect(store.save(fixtureSnapshot())).rejects.toThrow('pipe closed');
  });

  it('passes other errors on, and works again afterwards', async () => {
    let broken = true;
    const { store } = openTestStore(
      failingBlobs((op) => (broken && op === 'put' ? new Error('disk unplugged') : null)),
    );
    await expect(store.save(fixtureSnapshot())).rejects.toThrow('disk unplugged');
    broken = false;
    await store.save(fixtureSnapshot());
    expect(await store.load('run-1')).toEqual(fixtureSnapshot());
  });
});
