// Chooses where runs are kept: the origin private file system, else IndexedDB, else memory with a warning. Each is tried
// with a real write before it is trusted, since browsers offer stores that then refuse (private windows, full disks).
import type { ConfigVocabulary } from '../core/runConfig';
import { memoryByteStore, type ByteStore } from './byteStore';
import { openIndexedDbByteStore } from './indexedDbByteStore';
import { openOpfsByteStore } from './opfsByteStore';
import { isQuotaError } from './storageFull';
import { createRunArchive, type RunArchive } from './runArchive';

const STORE_NAME = 'ganvas-runs';
const PROBE = 'probe';

async function tried(store: ByteStore): Promise<ByteStore> {
  const written = Uint8Array.of(71, 65, 78);
  try {
    await store.put(PROBE, written);
    const read = await store.get(PROBE);
    if (read?.join() !== written.join()) throw new Error(`it gave ${read?.join() ?? 'nothing'} back`);
    await store.delete(PROBE);
  } catch (error) {
    if (!isQuotaError(error)) throw error; // full, but it works: what is saved there must stay in reach
  }
  return store;
}

/** Moves what an earlier visit had to keep in `from`, so that no run is out of sight. */
async function bringOver(from: ByteStore, to: ByteStore): Promise<void> {
  const there = new Set((await to.list()).map(({ name }) => name));
  for (const { name } of await from.list()) {
    const bytes = await from.get(name);
    if (there.has(name) || !bytes) continue;
    await to.put(name, bytes);
    await from.delete(name);
  }
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

interface Opener {
  readonly label: string;
  /** Null where the browser does not have this kind of store. */
  open(name: string): Promise<ByteStore | null>;
}

const openers: readonly Opener[] = [
  { label: 'file storage', open: openOpfsByteStore },
  { label: 'database', open: openIndexedDbByteStore },
];

async function openStores(name: string): Promise<{ stores: ByteStore[]; problems: string[] }> {
  const stores: ByteStore[] = [];
  const problems: string[] = [];
  for (const { label, open } of openers) {
    try {
      const store = await open(name);
      if (store) stores.push(await tried(store));
    } catch (error) {
      problems.push(`${label}: ${reasonOf(error)}`);
    }
  }
  return { stores, problems };
}

/** Opens the saved runs of this device; never fails, at worst they live in memory and `warning` says so. */
export async function openSavedRuns(vocabulary: ConfigVocabulary, name = STORE_NAME): Promise<RunArchive> {
  const { stores, problems } = await openStores(name);
  const [store, older] = stores;
  const why = problems.length > 0 ? ` (${problems.join('; ')})` : '';
  if (!store) {
    const warning = `This browser keeps no files for this page${why}, so runs end with the page: export those that you want to keep.`;
    return createRunArchive(memoryByteStore(), vocabulary, { warning });
  }
  if (store.persistence !== 'opfs' && why !== '') {
    const warning = `A part of the browser's storage cannot be used now${why}; runs that were saved there are not shown.`;
    return createRunArchive(store, vocabulary, { warning });
  }
  try {
    if (older) await bringOver(older, store);
  } catch (error) {
    const warning = `Runs of an earlier visit could not be moved and are not shown (${reasonOf(error)}); they are kept.`;
    return createRunArchive(store, vocabulary, { warning });
  }
  return createRunArchive(store, vocabulary);
}
