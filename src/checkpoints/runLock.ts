// One writer per run: a lock that the browser holds for this page or worker (Web Locks) and gives back by itself when it
// closes or crashes. Guards against two tabs, not against two calls within one worker; the store queues those.
import { RunInUseError } from './errors';

export interface RunLock {
  readonly id: string;
  /** False where the browser has no Web Locks (a page served over plain http): other tabs are then not kept out. */
  readonly exclusive: boolean;
  /** May be called more than once. */
  release(): void;
}

/** A worker that was just ended needs a moment to let go, longer on a busy machine: a lock is worth waiting for, this long. */
const PATIENCE_MS = 3000;

const heldHere = new Set<string>();

interface Hold {
  readonly exclusive: boolean;
  letGo(): void;
}

function take(id: string, patienceMs: number): Promise<Hold> {
  const locks: LockManager | undefined = globalThis.navigator?.locks;
  if (!locks) return Promise.resolve({ exclusive: false, letGo: () => undefined });
  return new Promise<Hold>((resolve, reject) => {
    const untilReleased = (): Promise<void> =>
      new Promise((letGo) => {
        resolve({ exclusive: true, letGo });
      });
    locks
      .request(`ganvas/run/${id}`, { signal: AbortSignal.timeout(patienceMs) }, untilReleased)
      .catch((error: unknown) => {
        const timedOut = error instanceof DOMException && error.name === 'TimeoutError';
        reject(timedOut ? new RunInUseError(id) : error);
      });
  });
}

/**
 * Takes a run for writing, until `release` or the end of this page or worker.
 * @throws RunInUseError when another tab, or another holder here, has it for longer than `patienceMs`
 */
export async function lockRun(id: string, patienceMs = PATIENCE_MS): Promise<RunLock> {
  if (heldHere.has(id)) throw new RunInUseError(id);
  const { exclusive, letGo } = await take(id, patienceMs);
  heldHere.add(id);
  let held = true;
  const release = (): void => {
    if (!held) return;
    held = false;
    heldHere.delete(id);
    letGo();
  };
  return { id, exclusive, release };
}

/**
 * Runs a task as the run's only writer: at once when this page or worker holds the run already, else with a lock of its
 * own that ends with the task.
 * @throws RunInUseError as `lockRun` does
 */
export async function withRunLock<T>(id: string, task: () => Promise<T>): Promise<T> {
  if (heldHere.has(id)) return await task();
  const { letGo } = await take(id, PATIENCE_MS);
  try {
    return await task();
  } finally {
    letGo();
  }
}
