// Runs requests: one reply each, progress and cancelling by number. Requests that change the run or the engine wait
// for each other, so that none sees another's half-done work.
import { AbortedError, toWireError, type WireError } from '../core/errors';
import type { ReplyMessage, ReplyOf, RequestKind, RequestMessage, WorkerMessage } from '../protocol';
import type { WorkerContext } from './context';
import type { Call } from './handler';
import { handlers, type HandledKind } from './handlers';

export type Post = (message: WorkerMessage, transfer?: Transferable[]) => void;

/** These only look, or only ask the run to stop: they must not wait behind a long request. */
const AT_ONCE: ReadonlySet<RequestKind> = new Set([
  'run/pause',
  'run/set',
  'run/watchPlane',
  'classifier/pause',
  'model/pause',
  'model/describe',
  'model/fit',
  'runs/list',
]);

/**
 * These put another run in place of the open one: what a task is making of it is paused, and kept, instead of waited for,
 * and what has not taken a step takes none.
 */
const REPLACES_RUN: ReadonlySet<RequestKind> = new Set(['run/start', 'run/open', 'run/close']);

export function createDispatcher(context: WorkerContext, post: Post): (message: RequestMessage) => void {
  const aborts = new Map<number, AbortController>();
  let queue: Promise<void> = Promise.resolve();

  const reply = (
    id: number,
    outcome: { value: ReplyOf<RequestKind> } | { error: WireError },
    transfer: ArrayBuffer[],
  ) => {
    const message: ReplyMessage =
      'error' in outcome
        ? { kind: 'reply', id, ok: false, ...outcome }
        : { kind: 'reply', id, ok: true, ...outcome };
    post(message, transfer);
  };

  async function run<K extends HandledKind>(
    kind: K,
    message: RequestMessage & { readonly kind: K },
    signal: AbortSignal,
  ): Promise<void> {
    const transfer: ArrayBuffer[] = [];
    const call: Call = {
      signal,
      progress: (what, fraction) => post({ kind: 'request/progress', id: message.id, what, fraction }),
      transfer: (...buffers) => transfer.push(...buffers),
    };
    try {
      if (signal.aborted) throw new AbortedError();
      const handle = handlers[kind];
      reply(message.id, { value: await handle(message.payload, context, call) }, transfer);
    } catch (error) {
      reply(message.id, { error: toWireError(error) }, []);
    } finally {
      aborts.delete(message.id);
    }
  }

  /** From now on it can be cancelled, also while it waits for its turn. */
  const accept = (message: RequestMessage & { readonly kind: HandledKind }): (() => Promise<void>) => {
    const abort = new AbortController();
    aborts.set(message.id, abort);
    return () => run(message.kind, message, abort.signal);
  };

  const replacing = (accepted: () => Promise<void>): (() => Promise<void>) => {
    context.replacing++;
    void context.making?.pause();
    return () => {
      context.replacing--;
      return accepted();
    };
  };

  return (message) => {
    if (message.kind === 'request/abort') {
      aborts.get(message.payload.id)?.abort();
      reply(message.id, { value: null }, []);
    } else if (AT_ONCE.has(message.kind)) void accept(message)();
    else {
      const accepted = accept(message);
      queue = queue.then(REPLACES_RUN.has(message.kind) ? replacing(accepted) : accepted);
    }
  };
}
