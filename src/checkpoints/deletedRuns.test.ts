import { describe, expect, it } from 'vitest';
import { DELETED_KEPT_DAYS } from '../core/deletedRuns';
import { fixtureSnapshot, fixtureVocabulary } from '../testing/runFixture';
import { memoryByteStore, type ByteStore } from './byteStore';
import { createRunArchive } from './runArchive';

const DAY_MS = 24 * 60 * 60 * 1000;

function openArchive(blobs: ByteStore = memoryByteStore()) {
  const clock = { at: 1_800_000_000_000 };
  const archive = createRunArchive(blobs, fixtureVocabulary, {
    now: () => clock.at,
    room: async () => ({ usedBytes: 10_000_000, limitBytes: 10_000_000 }),
  });
  return { archive, blobs, clock };
}
const names = async (blobs: ByteStore) => (await blobs.list()).map(({ name }) => name).sort();

describe('a deleted run', () => {
  it('is out of the list and out of reach, and comes back as it was', async () => {
    const { archive, clock } = openArchive();
    await archive.save(fixtureSnapshot());
    await archive.delete('run-1');
    const { runs, deleted } = await archive.list();
    expect(runs).toEqual([]);
    expect(deleted).toMatchObject([{ id: 'run-1', name: fixtureSnapshot().name, deletedAt: clock.at }]);
    for (const reach of [archive.load, archive.exportZip, archive.duplicate])
      await expect(reach('run-1')).rejects.toMatchObject({ name: 'DeletedRunError' });

    await archive.restore('run-1');
    expect(await archive.load('run-1')).toEqual(fixtureSnapshot());
    expect((await archive.list()).deleted).toEqual([]);
  });

  it('is gone for good after some days, not before, and not while the clock was put back', async () => {
    const { archive, blobs, clock } = openArchive();
    await archive.save(fixtureSnapshot());
    await archive.delete('run-1');
    clock.at -= 30 * DAY_MS;
    expect((await archive.list()).deleted).toHaveLength(1);
    clock.at += (30 + DELETED_KEPT_DAYS) * DAY_MS;
    expect((await archive.list()).deleted).toHaveLength(1);
    clock.at += 1;
    expect((await archive.list()).deleted).toEqual([]);
    expect(await names(blobs)).toEqual([]);
    await expect(archive.restore('run-1')).rejects.toMatchObject({ name: 'UnknownRunError' });
  });

  it('can be erased at once, and one that cannot be read put back', async () => {
    const { archive, blobs } = openArchive();
    await blobs.put('lost.run', Uint8Array.of(1, 2, 3));
    await archive.delete('lost');
    expect(await archive.list()).toMatchObject({ unreadable: [], deleted: [{ id: 'lost', name: 'lost' }] });
    await archive.restore('lost');
    expect(await archive.list()).toMatchObject({ unreadable: [{ id: 'lost' }], deleted: [] });
    await archive.erase('lost');
    expect(await names(blobs)).toEqual([]);
  });

  it('is there again when it is saved', async () => {
    const { archive } = openArchive();
    await archive.save(fixtureSnapshot());
    await archive.delete('run-1');
    await archive.save(fixtureSnapshot({ step: 41 }));
    expect(await archive.list()).toMatchObject({ runs: [{ step: 41 }], deleted: [] });
  });

  it('gives its room to a save that finds none', async () => {
    const memory = memoryByteStore();
    const full = Object.assign(new Error('quota'), { name: 'QuotaExceededError' });
    const blobs: ByteStore = {
      ...memory,
      put: async (name, bytes) => {
        if (name === 'run-2.run' && (await memory.get('run-1.run'))) throw full;
        await memory.put(name, bytes);
      },
    };
    const { archive } = openArchive(blobs);
    await archive.save(fixtureSnapshot());
    await archive.delete('run-1');
    expect((await archive.save(fixtureSnapshot({ id: 'run-2' }))).id).toBe('run-2');
    expect(await archive.list()).toMatchObject({ runs: [{ id: 'run-2' }], deleted: [] });
  });

  it('is gone at once where not even the mark finds room', async () => {
    const memory = memoryByteStore();
    const full = Object.assign(new Error('quota'), { name: 'QuotaExceededError' });
    const { archive, blobs } = openArchive({
      ...memory,
      put: async (name, bytes) => {
        if (name.endsWith('.deleted')) throw full;
        await memory.put(name, bytes);
      },
    });
    await archive.save(fixtureSnapshot());
    await archive.delete('run-1');
    expect(await names(blobs)).toEqual([]);
  });
});
