// How long the page waits for a worker to start: first until its door speaks, then until the engine behind it is there, then for each
// thread of it (core/threadPatience). A worker that a browser ended says nothing of it. Each next worker gets twice as long, for a network
// or a machine that is that slow.
import type { WireError } from '../core/errors';
import { THREAD_PATIENCE_MS } from '../core/threadPatience';

const DOOR_PATIENCE_MS = 60_000;
/** The engine is several times as large as the door. */
const ENGINE_PATIENCE_MS = 120_000;

const SILENCE = {
  door: { name: 'WorkerSilentError', patienceMs: DOOR_PATIENCE_MS, lacking: 'said nothing' },
  engine: {
    name: 'WorkerSilentError',
    patienceMs: ENGINE_PATIENCE_MS,
    lacking: 'did not bring its engine',
  },
  thread: {
    name: 'ThreadSilentError',
    patienceMs: THREAD_PATIENCE_MS,
    lacking: 'waited for a thread of its own',
  },
} as const;

const HINT =
  'The page starts it again. If that happens again and again, the network is slow or cut, or this device has too little memory: ' +
  'close other tabs, then reload the page.';

export class StartPatience {
  #factor = 1;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param onSilent the worker that was waited for is to be replaced */
  constructor(private readonly onSilent: (reason: WireError) => void) {}

  /** From now on `what` is waited for, and nothing else. */
  waitFor(what: keyof typeof SILENCE): void {
    this.end();
    const { name, lacking } = SILENCE[what];
    const patienceMs = SILENCE[what].patienceMs * this.#factor;
    this.#timer = setTimeout(() => {
      this.#factor *= 2;
      const message = `The training worker ${lacking} for ${patienceMs / 1000} s.`;
      this.onSilent({ name, message, hint: HINT });
    }, patienceMs);
  }

  /** It came, or the worker is gone. */
  end(): void {
    clearTimeout(this.#timer);
  }
}
