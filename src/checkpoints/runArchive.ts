// Saved runs: what can be done with them, over any store of named blobs. A run is two blobs: `<id>.run`, the run file,
// and `<id>.summary`, a small record for the gallery that is made again whenever it is missing, broken or outdated.
import { GanvasError, toWireError } from '../core/errors';
import type { ConfigVocabulary } from '../core/runConfig';
import { isRunId } from '../core/runIds';
import { cleanNote, type RunMarks } from '../core/runMarks';
import type { DeletedRun, ProducedFile, RunRecord, RunSummary, SavedRuns, UnreadableRun } from '../protocol';
import type { ByteStore, Persistence, StoredBlob } from './byteStore';
import { deletedRuns, isPastKeeping } from './deletedRuns';
import { DeletedRunError, UnknownRunError } from './errors';
import { checkFiniteTensors } from './finiteTensors';
import { decodeRecord, decodeSnapshot, encodeSnapshot } from './format';
import { checkRunName, copyRunName, createRunId, extendRunName, runFileName } from './runId';
import { withRunLock } from './runLock';
import type { RunSnapshot } from './snapshot';
import { browserStorageRoom, hasRoom, isQuotaError, storageFullError, type StorageRoom } from './storageFull';
import { decodeSummary, encodeSummary, summarize } from './summary';
import { shortRecord } from './timeline';

/**
 * The saved runs of this device. Everything that writes takes the run's lock, so that it fails with RunInUseError while
 * another tab trains the run, and fails with StorageFullError, keeping what was there, when the device is full.
 */
export interface RunArchive {
  readonly persistence: Persistence;
  /** What the person should know about where runs are kept, or null. */
  readonly warning: string | null;
  list(): Promise<SavedRuns>;
  /** Whether a run of this id is kept, deleted ones that can be put back among them. */
  has(id: string): Promise<boolean>;
  /** @throws UnknownRunError, DamagedRunError, NewerFormatError, RunSettingsError */
  load(id: string): Promise<RunSnapshot>;
  /** What a run did, thinned to what a page shows beside others, without its weights. @throws what `load` does */
  record(id: string): Promise<RunRecord>;
  /** Replaces the run's last checkpoint as a whole. The snapshot is read before the call returns its promise. */
  save(snapshot: RunSnapshot): Promise<RunSummary>;
  /** @throws InvalidValueError for an empty or too long name */
  rename(id: string, name: string): Promise<RunSummary>;
  /** Changes what the person marked it with. */
  mark(id: string, marks: Partial<RunMarks>): Promise<RunSummary>;
  /** A copy under a new id, with the source as its parent. */
  duplicate(id: string): Promise<RunSummary>;
  /**
   * Sets a run aside, an unreadable one too: it can be put back for some days, unless its room is needed for a save before.
   * Does nothing when there is no such run.
   */
  delete(id: string): Promise<void>;
  /** Puts a deleted run back. @throws UnknownRunError when nothing of it is kept any more */
  restore(id: string): Promise<void>;
  /** Removes a run for good, deleted before or not. */
  erase(id: string): Promise<void>;
  exportZip(id: string): Promise<ProducedFile>;
  /**
   * Adds a run file to the saved runs. When its id is taken, the run that is there stays and the new one gets another
   * id and " (imported)" behind its name.
   * @param check refuses a run that could not be opened, or hears of a cancel, before anything of it is kept
   * @throws ForeignFileError, DamagedRunError (also for tensors that are not finite), NewerFormatError, RunSettingsError, and
   * what `check` throws
   */
  importZip(file: Blob, check?: (snapshot: RunSnapshot) => void | Promise<void>): Promise<RunSummary>;
}

export interface RunArchiveOptions {
  readonly warning?: string | null;
  readonly now?: () => number;
  readonly createId?: () => string;
  readonly room?: () => Promise<StorageRoom | null>;
}

const RUN = '.run';
const SUMMARY = '.summary';

export function createRunArchive(
  blobs: ByteStore,
  vocabulary: ConfigVocabulary,
  {
    warning = null,
    now = Date.now,
    createId = createRunId,
    room = browserStorageRoom,
  }: RunArchiveOptions = {},
): RunArchive {
  const queues = new Map<string, Promise<unknown>>();
  const deleted = deletedRuns(blobs, now);

  /** One change of a run after the other: within this worker by a queue, between tabs by the run's lock. */
  function alone<T>(id: string, task: () => Promise<T>): Promise<T> {
    const before = queues.get(id) ?? Promise.resolve();
    const result = before.then(() => withRunLock(id, task));
    const settled = result.catch(() => undefined); // whoever asked for it gets the error
    queues.set(id, settled);
    void settled.then(() => {
      if (queues.get(id) === settled) queues.delete(id);
    });
    return result;
  }

  async function readRunFile(id: string): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = await blobs.get(id + RUN);
    if (!bytes) throw new UnknownRunError(id);
    return bytes;
  }

  async function readLivingRunFile(id: string): Promise<Uint8Array<ArrayBuffer>> {
    if (await deleted.has(id)) throw new DeletedRunError(id);
    return await readRunFile(id);
  }

  const isThere = async (id: string): Promise<boolean> =>
    (await blobs.list()).some(({ name }) => name === id + RUN);

  async function eraseNow(id: string): Promise<void> {
    await blobs.delete(id + RUN);
    await blobs.delete(id + SUMMARY);
    await deleted.unmark(id);
  }
  const erase = (id: string): Promise<void> => alone(id, () => eraseNow(id));

  const load = async (id: string): Promise<RunSnapshot> =>
    decodeSnapshot(await readLivingRunFile(id), vocabulary);

  async function keepRecord(summary: RunSummary): Promise<void> {
    try {
      await blobs.put(summary.id + SUMMARY, encodeSummary(summary));
    } catch (error) {
      if (!isQuotaError(error)) throw error; // the run itself is safe; listing makes the record when there is room
    }
  }

  /** Where the device is full, what was deleted goes for good first. */
  async function putRun(id: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    try {
      await blobs.put(id + RUN, bytes);
    } catch (error) {
      const others = [...(await deleted.all()).keys()].filter((other) => other !== id);
      if (!isQuotaError(error) || others.length === 0) throw error;
      for (const other of others) await erase(other);
      await blobs.put(id + RUN, bytes);
    }
  }

  async function write(snapshot: RunSnapshot, bytes: Uint8Array<ArrayBuffer>): Promise<RunSummary> {
    try {
      await putRun(snapshot.id, bytes);
      await deleted.unmark(snapshot.id); // a run that is saved is there
    } catch (error) {
      const space = await room();
      if (!isQuotaError(error) && hasRoom(space, bytes.length)) throw error;
      throw storageFullError(bytes.length, space, (await list()).runs);
    }
    const summary = summarize(snapshot, bytes.length);
    await keepRecord(summary);
    return summary;
  }

  const save = async (snapshot: RunSnapshot): Promise<RunSummary> => {
    const bytes = encodeSnapshot(snapshot);
    return await alone(snapshot.id, () => write(snapshot, bytes));
  };

  async function readRecord(id: string, run: StoredBlob): Promise<RunSummary | null> {
    const bytes = await blobs.get(id + SUMMARY);
    if (!bytes) return null;
    try {
      const summary = decodeSummary(bytes, vocabulary);
      return summary.id === id && summary.sizeBytes === run.sizeBytes ? summary : null;
    } catch (error) {
      if (error instanceof GanvasError) return null; // made again from the run
      throw error;
    }
  }

  async function examine(run: StoredBlob): Promise<RunSummary | UnreadableRun | null> {
    const id = run.name.slice(0, -RUN.length);
    const record = await readRecord(id, run);
    if (record) return record;
    try {
      const bytes = await readRunFile(id);
      const summary = summarize(decodeSnapshot(bytes, vocabulary), bytes.length);
      await keepRecord(summary);
      return summary;
    } catch (error) {
      if (error instanceof UnknownRunError) return null; // deleted by another tab in the meantime
      if (error instanceof GanvasError) return { id, sizeBytes: run.sizeBytes, error: toWireError(error) };
      throw error;
    }
  }

  async function examineAll(): Promise<(RunSummary | UnreadableRun)[]> {
    const runs = (await blobs.list()).filter(({ name }) => name.endsWith(RUN));
    const found: (RunSummary | UnreadableRun)[] = [];
    for (const run of runs) {
      const result = await examine(run);
      if (result) found.push(result);
    }
    return found;
  }

  async function list(): Promise<SavedRuns> {
    const marks = await deleted.all();
    for (const [id, at] of marks) if (isPastKeeping(at, now())) await erase(id);
    const found = await examineAll();
    const kept = found.filter(({ id }) => !marks.has(id));
    const runs = kept.filter((item): item is RunSummary => !('error' in item));
    const unreadable = kept.filter((item): item is UnreadableRun => 'error' in item);
    const aside = found.flatMap((item): DeletedRun[] => {
      const deletedAt = marks.get(item.id);
      const name = 'error' in item ? item.id : item.name;
      return deletedAt === undefined ? [] : [{ id: item.id, name, sizeBytes: item.sizeBytes, deletedAt }];
    });
    return {
      runs: runs.sort((a, b) => b.savedAt - a.savedAt),
      unreadable,
      deleted: aside.sort((a, b) => b.deletedAt - a.deletedAt),
      warning,
    };
  }

  return {
    persistence: blobs.persistence,
    warning,
    list,
    has: isThere,
    load,
    record: async (id) => {
      if (!isRunId(id)) throw new UnknownRunError(id.slice(0, 80)); // no name of a file either
      return shortRecord(decodeRecord(await readLivingRunFile(id), vocabulary));
    },
    save,
    rename: (id, name) =>
      alone(id, async () => {
        const snapshot = { ...(await load(id)), name: checkRunName(name) };
        return await write(snapshot, encodeSnapshot(snapshot));
      }),
    mark: (id, { note, starred }) =>
      alone(id, async () => {
        const before = await load(id);
        const marks = {
          note: note === undefined ? before.note : cleanNote(note),
          starred: starred ?? before.starred,
        };
        const snapshot = { ...before, ...marks };
        return await write(snapshot, encodeSnapshot(snapshot));
      }),
    duplicate: async (id) => {
      const source = await load(id);
      const { runs, deleted: aside } = await list();
      const taken = new Set([...runs, ...aside].map(({ name }) => name));
      const copy = { id: createId(), name: copyRunName(source.name, taken), parent: id };
      return await save({ ...source, ...copy, createdAt: now(), savedAt: now() });
    },
    delete: (id) =>
      alone(id, async () => {
        if (!(await isThere(id))) return;
        try {
          await deleted.mark(id);
        } catch (error) {
          if (!isQuotaError(error)) throw error;
          await eraseNow(id); // not even room for the mark, and room is what deleting is for
        }
      }),
    restore: (id) =>
      alone(id, async () => {
        if (!(await isThere(id))) throw new UnknownRunError(id);
        await deleted.unmark(id);
      }),
    erase,
    exportZip: async (id) => {
      const bytes = await readLivingRunFile(id);
      const { name, step } = decodeSnapshot(bytes, vocabulary);
      return { fileName: runFileName(name, step), mimeType: 'application/zip', bytes };
    },
    importZip: async (file, check) => {
      const snapshot = decodeSnapshot(new Uint8Array(await file.arrayBuffer()), vocabulary);
      checkFiniteTensors(snapshot.tensors);
      await check?.(snapshot);
      const taken = await isThere(snapshot.id);
      const identity = taken
        ? { id: createId(), name: extendRunName(snapshot.name, ' (imported)'), parent: snapshot.id }
        : {};
      return await save({ ...snapshot, ...identity, savedAt: now() });
    },
  };
}
