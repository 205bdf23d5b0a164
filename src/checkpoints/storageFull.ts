// Turns a browser's bare "quota exceeded" into what was needed, what is left, and what to delete.
import type { RunSummary } from '../protocol';
import { StorageFullError } from './errors';

/** Room on the device as the browser tells it; null where it does not. */
export interface StorageRoom {
  readonly usedBytes: number;
  readonly limitBytes: number;
}

/** Asks the browser; its figures are estimates. */
export async function browserStorageRoom(): Promise<StorageRoom | null> {
  const storage: StorageManager | undefined = globalThis.navigator?.storage;
  if (!storage) return null;
  const { usage, quota } = await storage.estimate();
  return usage === undefined || quota === undefined ? null : { usedBytes: usage, limitBytes: quota };
}

/** Whether an error of OPFS or IndexedDB means that the device or the page's share of it is full. */
export const isQuotaError = (error: unknown): boolean =>
  error instanceof Error && error.name === 'QuotaExceededError';

/** False when the browser says that so many bytes do not fit: file streams then fail with all kinds of errors. */
export const hasRoom = (room: StorageRoom | null, bytes: number): boolean =>
  room === null || room.limitBytes - room.usedBytes >= bytes;

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

/** The error for a person: `runs` are those that could be deleted. */
export function storageFullError(
  neededBytes: number,
  room: StorageRoom | null,
  runs: readonly RunSummary[],
): StorageFullError {
  const left = room
    ? `about ${megabytes(Math.max(0, room.limitBytes - room.usedBytes))} of ${megabytes(room.limitBytes)} are left`
    : 'the browser does not say how much is left';
  const largest = [...runs].sort((a, b) => b.sizeBytes - a.sizeBytes).slice(0, 3);
  const candidates = largest.map((run) => `"${run.name}" (${megabytes(run.sizeBytes)})`).join(', ');
  return new StorageFullError(
    `There is no room to save the run: ${megabytes(neededBytes)} are needed, ${left}. What was saved before is kept.`,
    candidates
      ? `Delete saved runs that you no longer need, for example ${candidates}, or export them first.`
      : 'Free space on the device, or export the run as a file.',
  );
}
