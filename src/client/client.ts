// The page's end of the wire: requests as promises, events, abort, and a worker that comes back after it is lost.
// No Vue, no tensors.
import { AbortedError, GanvasError, RemoteError, toWireError, type WireError } from '../core/errors';
import type {
  Catalogue,
  EngineReport,
  OpenedRun,
  PayloadOf,
  ReplyOf,
  RequestKind,
  RequestMessage,
  WorkerEvent,
} from '../protocol';
import { OpenWork } from './openWork';
import { PendingRequests, type OnProgress } from './pendingRequests';
import { StartPatience } from './startPatience';
import { isWorkerMessage, type WorkerPort } from './workerPort';

export interface RequestOptions {
  readonly signal?: AbortSignal;
  readonly transfer?: Transferable[];
  readonly onProgress?: OnProgress;
  /** Milliseconds after an abort until a worker that has still not answered is replaced. Never by default. */
  readonly abortPatienceMs?: number;
  /** Waits after an abort for what the worker answers, which may be that it came too late: then there is something to undo. */
  readonly waitsForEnd?: boolean;
}

/** What the client says beside the worker's own events. */
export type ClientEvent =
  | { readonly kind: 'client/restarting'; readonly reason: WireError }
  | {
      readonly kind: 'client/restarted';
      readonly reason: WireError;
      readonly engine: EngineReport | null;
      /** The run as it was opened again, null when none was open. */
      readonly run: OpenedRun | null;
      /** Why the run that was open could not be opened again. */
      readonly runError: WireError | null;
      readonly resumed: boolean;
    }
  /** The worker was lost again and again; `restart` tries anew. */
  | { readonly kind: 'client/gaveUp'; readonly error: WireError };

export interface Client {
  request<K extends RequestKind>(
    kind: K,
    payload: PayloadOf<K>,
    options?: RequestOptions,
  ): Promise<ReplyOf<K>>;
  /** @returns a function that ends the subscription */
  subscribe(listener: (event: WorkerEvent | ClientEvent) => void): () => void;
  /** The catalogue of the running worker. */
  ready(): Promise<Catalogue>;
  /**
   * Pauses the run. A worker that does not answer within `patienceMs` (it is in the middle of a long step) is
   * replaced, and the run opened again at its last checkpoint.
   */
  halt(patienceMs: number): Promise<'paused' | 'restarted'>;
  /** Replaces the worker and opens everything again; a run that was training goes on if `resume`. */
  restart(reason: WireError, resume: boolean): Promise<void>;
  /** Ends the worker; what it was asked fails. */
  dispose(): void;
  /** Ends the worker with the visit of the page: what it was asked is never answered, as where the page is gone. */
  leave(): void;
}

/** The worker went away before it answered. */
class WorkerLostError extends GanvasError {}

/** The browser cannot parse the worker's script: no second try would help. */
class BrowserTooOldError extends GanvasError {}

const CRASH_HINT = 'The page starts it again and goes on from the last save.';
const MANY_LOSSES = 3;
const LOSS_WINDOW_MS = 60_000;

/** @param createWorker makes a new worker; called once now and again after each loss */
export function createClient(createWorker: () => WorkerPort, now = () => performance.now()): Client {
  const listeners = new Set<(event: WorkerEvent | ClientEvent) => void>();
  const pending = new PendingRequests();
  const work = new OpenWork();
  let nextId = 1;
  let port: WorkerPort;
  let catalogue: Promise<Catalogue>;
  let resolveCatalogue: (catalogue: Catalogue) => void;
  let rejectCatalogue: (error: Error) => void;
  let recovery: Promise<void> | null = null;
  let lossTimes: number[] = [];
  const patience = new StartPatience(onLost);
  let alive = false;
  let tooOld: BrowserTooOldError | null = null;
  /** Whether any worker of this page ever answered: its engine could be read. */
  let hasAnswered = false;
  let disposed = false;

  const emit = (event: WorkerEvent | ClientEvent) => listeners.forEach((listener) => listener(event));

  function spawn(): void {
    catalogue = new Promise((resolve, reject) => {
      resolveCatalogue = resolve;
      rejectCatalogue = reject;
    });
    catalogue.catch(() => undefined); // whoever asks for it sees the failure; unasked it is no error
    const own = createWorker();
    port = own;
    alive = true;
    patience.waitFor('door');
    own.addEventListener('message', (event) => {
      if (own === port && event instanceof MessageEvent && isWorkerMessage(event.data)) receive(event.data);
    });
    own.addEventListener('error', (event) => {
      if (own !== port) return;
      const detail = 'message' in event && event.message ? `: ${String(event.message)}` : '';
      if (!hasAnswered && detail.includes('SyntaxError')) return onTooOld(detail);
      onCrash('WorkerCrashError', `The training worker crashed${detail}.`);
    });
    own.addEventListener('messageerror', () => {
      if (own === port) onCrash('WorkerMessageError', 'A message of the worker was unreadable.');
    });
  }

  function receive(message: WorkerEvent | Parameters<PendingRequests['settle']>[0]): void {
    if (message.kind === 'reply') {
      hasAnswered = true;
      return pending.settle(message);
    }
    if (message.kind === 'request/progress') pending.progress(message.id, message.what, message.fraction);
    if (message.kind === 'worker/ready') {
      patience.waitFor('engine');
      resolveCatalogue(message.catalogue);
    }
    if (message.kind === 'worker/loaded') patience.end();
    if (message.kind === 'engine/thread') {
      if (message.making) patience.waitFor('thread');
      else patience.end();
    }
    work.onEvent(message);
    emit(message);
    if (message.kind === 'engine/lost') {
      const again = lossTimes.filter((time) => now() - time < LOSS_WINDOW_MS).length > 0;
      // A device that is lost twice in a minute is not worth a third try; the CPU always works.
      if (again && work.engine) work.engine = { ...work.engine, backend: 'wasm' };
      // A device that goes away fails the step at hand, which may be heard of first.
      work.running ||= work.failed;
      onLost(message.error);
    }
  }

  function onLost(reason: WireError): void {
    dropWorker(new WorkerLostError(reason.message, reason.hint));
    if (!recovery) void restart(reason, true);
  }

  const onCrash = (name: string, message: string): void => onLost({ name, message, hint: CRASH_HINT });

  function onTooOld(detail: string): void {
    tooOld = new BrowserTooOldError(
      `This browser is too old to train: it cannot read the script that does${detail}.`,
      'Update the browser, or open the page in a current Chrome, Edge, Firefox or Safari.',
    );
    dropWorker(tooOld);
    if (!recovery) emit({ kind: 'client/gaveUp', error: toWireError(tooOld) });
  }

  function dropWorker(error: Error): void {
    alive = false;
    patience.end();
    port.terminate();
    rejectCatalogue(error);
    pending.failAll(error);
  }

  async function reopen(
    resume: boolean,
  ): Promise<Omit<ClientEvent & { kind: 'client/restarted' }, 'reason'>> {
    await catalogue;
    const engine = work.engine ? await request('engine/open', work.engine) : null;
    const { runId, started } = work;
    const nothing = { kind: 'client/restarted', engine, run: null, runError: null, resumed: false } as const;
    if (runId === null) return nothing;
    try {
      // Without a checkpoint the run begins again: the same seed gives the same steps.
      const run = started ? await request('run/start', started) : await request('run/open', { id: runId });
      if (resume) await request('run/play', work.playing);
      return { ...nothing, run, resumed: resume };
    } catch (error) {
      if (error instanceof WorkerLostError) throw error;
      work.forgetRun(); // the worker lives but cannot open the run: say so instead of trying for ever
      return { ...nothing, runError: toWireError(error) };
    }
  }

  function restart(reason: WireError, resume: boolean): Promise<void> {
    recovery ??= recover(reason, resume && work.running).finally(() => (recovery = null));
    return recovery;
  }

  async function recover(reason: WireError, resume: boolean): Promise<void> {
    if (disposed) return;
    emit({ kind: 'client/restarting', reason });
    lossTimes = [...lossTimes.filter((time) => now() - time < LOSS_WINDOW_MS), now()];
    let lastError: unknown = new RemoteError(reason);
    const wanted = { runId: work.runId, started: work.started, savedStep: work.savedStep };
    while (lossTimes.length <= MANY_LOSSES && !disposed && !tooOld) {
      Object.assign(work, wanted);
      dropWorker(new WorkerLostError(reason.message, reason.hint));
      spawn();
      try {
        const outcome = await reopen(resume);
        return emit({ ...outcome, reason });
      } catch (error) {
        lastError = error;
        lossTimes.push(now());
      }
    }
    lossTimes = [];
    emit({ kind: 'client/gaveUp', error: toWireError(tooOld ?? lastError) });
  }

  function request<K extends RequestKind>(
    kind: K,
    payload: PayloadOf<K>,
    { signal, transfer = [], onProgress, abortPatienceMs, waitsForEnd = false }: RequestOptions = {},
  ): Promise<ReplyOf<K>> {
    if (signal?.aborted) return Promise.reject(new AbortedError());
    if (!alive)
      return Promise.reject(
        new WorkerLostError('The training worker does not run.', 'Start it again, or reload the page.'),
      );
    const id = nextId++;
    // The protocol pairs payload and kind; TypeScript cannot follow a generic K through the union.
    const message = { kind, id, payload } as unknown as RequestMessage;
    const reply = pending.add(
      id,
      ({ value }) => {
        work.onReply(kind, message, value);
        return value as ReplyOf<K>; // the worker answers a request of kind K with the reply of K
      },
      onProgress,
    );
    work.onRequest(message);
    port.postMessage(message, transfer);
    if (!signal) return reply;
    return new Promise((resolve, reject) => {
      const onAbort = () => {
        port.postMessage({ kind: 'request/abort', id: nextId++, payload: { id } }, []);
        if (abortPatienceMs !== undefined) {
          setTimeout(() => {
            if (!pending.has(id)) return;
            void restart(toWireError(new AbortedError('A request that did not end')), false);
          }, abortPatienceMs);
        }
        if (!waitsForEnd) reject(new AbortedError());
      };
      signal.addEventListener('abort', onAbort, { once: true });
      reply.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
    });
  }

  async function halt(patienceMs: number): Promise<'paused' | 'restarted'> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<'late'>((resolve) => (timer = setTimeout(() => resolve('late'), patienceMs)));
    const paused = request('run/pause', {}).then(() => 'paused' as const);
    paused.catch(() => undefined); // when it is late, the restart below ends it
    const first = await Promise.race([paused, late]).finally(() => clearTimeout(timer));
    if (first === 'paused') return first;
    await restart(
      {
        name: 'StoppedInMidStep',
        message: 'The run was stopped in the middle of a step.',
        hint: 'It stands at its last save; press Train to go on from there.',
      },
      false,
    );
    return 'restarted';
  }

  spawn();
  return {
    request,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ready: () => catalogue,
    halt,
    restart,
    dispose() {
      disposed = true;
      dropWorker(new WorkerLostError('The page closed the worker.', 'Reload the page.'));
    },
    leave() {
      disposed = true;
      patience.end();
      port.terminate();
    },
  };
}
