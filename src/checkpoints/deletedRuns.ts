// Deleted runs that can still be put back: a mark beside the run file says when. Deleting so moves no bytes, needs no room
// to speak of, and one that is cut off leaves the run either there or deleted. What a mark means is the archive's work.
import { strFromU8, strToU8 } from 'fflate';
import { DELETED_KEPT_DAYS } from '../core/deletedRuns';
import type { ByteStore } from './byteStore';

const MARK = '.deleted';

const DAY_MS = 24 * 60 * 60 * 1000;

/** @param deletedAt milliseconds since 1970, as `now` */
export const isPastKeeping = (deletedAt: number, now: number): boolean =>
  now - deletedAt > DELETED_KEPT_DAYS * DAY_MS;

export interface DeletedRuns {
  /** Milliseconds since 1970 at which each was deleted, by id; a mark that cannot be read counts as made just now. */
  all(): Promise<ReadonlyMap<string, number>>;
  has(id: string): Promise<boolean>;
  mark(id: string): Promise<void>;
  /** Does nothing where there is no mark. */
  unmark(id: string): Promise<void>;
}

export function deletedRuns(blobs: ByteStore, now: () => number): DeletedRuns {
  async function deletedAt(name: string): Promise<number> {
    const bytes = await blobs.get(name);
    const at = bytes ? Number(strFromU8(bytes)) : NaN;
    return Number.isFinite(at) ? Math.min(at, now()) : now();
  }
  return {
    async all() {
      const marks = (await blobs.list()).filter(({ name }) => name.endsWith(MARK));
      const times = await Promise.all(marks.map(({ name }) => deletedAt(name)));
      return new Map(marks.map(({ name }, i) => [name.slice(0, -MARK.length), times[i]]));
    },
    has: async (id) => (await blobs.get(id + MARK)) !== null,
    mark: (id) => blobs.put(id + MARK, strToU8(String(now()))),
    unmark: (id) => blobs.delete(id + MARK),
  };
}
