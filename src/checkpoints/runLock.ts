// One writer per run: a lock that the browser holds for this page or worker (Web Locks) and gives back by itself when it
// closes or crashes. Guards against two tabs, not against two calls within one worker; the store queues those.
import { webLocks } from '../core/webLocks';
import { RunInUseError } from './errors';

export interface RunLock {
  readonly id: string;
  /** False where the browser gives no locks (`core/webLocks`): other tabs are then not kept out. */
  readonly exclusive: boolean;
  /** May be called more than once. */
  release(): void;
}

/** A worker that was just ended needs a moment to let go, longer on a busy machine: a lock is worth waiting for, this long. */
const PATIENCE_MS = 15_000;
/** Whoever still says after this long that it has the run does not just end. */
const ENDING_MS = 2000;
const ASK_EVERY_MS = 500;
/** Who waits for a run asks here whether anybody has it; who has it answers. */
const CHANNEL = 'ganvas/run-holders';

const heldHere = new Set<string>();

interface Hold {
  readonly exclusive: boolean;
  letGo(): void;
}

/** Answers for a run until it is called. */
function answerFor(id: string): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (data === `who has ${id}`) channel.postMessage(`held ${id}`);
  };
  return () => channel.close();
}

/** Asks again and again who has a run, and calls `refuse` once somebody has it who does not just end; until it is called. */
function askFor(id: string, refuse: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  const since = performance.now();
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (data === `held ${id}` && performance.now() - since > ENDING_MS) refuse();
  };
  const timer = setInterval(() => channel.postMessage(`who has ${id}`), ASK_EVERY_MS);
  return () => {
    clearInterval(timer);
    channel.close();
  };
}

async function take(id: string, patienceMs: number): Promise<Hold> {
  const locks = await webLocks();
  if (!locks) return { exclusive: false, letGo: () => undefined };
  return new Promise<Hold>((resolve, reject) => {
    const refusal = new AbortController();
    const refuse = (): void => refusal.abort(new RunInUseError(id));
    const timer = setTimeout(refuse, patienceMs);
    const endAsking = askFor(id, refuse);
    const endWaiting = (): void => {
      clearTimeout(timer);
      endAsking();
    };
    const untilReleased = (): Promise<void> =>
      new Promise((end) => {
        endWaiting();
        const endAnswers = answerFor(id);
        const letGo = (): void => {
          endAnswers();
          end();
        };
        resolve({ exclusive: true, letGo });
      });
    locks.request(`ganvas/run/${id}`, { signal: refusal.signal }, untilReleased).catch((error: unknown) => {
      endWaiting();
      reject(refusal.signal.aborted ? new RunInUseError(id) : error);
    });
  });
}

/**
 * Takes a run for writing, until `release` or the end of this page or worker.
 * @throws RunInUseError when another holder here has it, or another tab, which then says so, or for longer than `patienceMs`
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
