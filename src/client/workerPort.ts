// The page's view of a worker, and the checked door through which its messages come in.
import type { RequestMessage, WorkerMessage } from '../protocol';

/** As much of `Worker` as the client needs; tests put a fake in its place. */
export interface WorkerPort extends EventTarget {
  postMessage(message: RequestMessage, transfer: Transferable[]): void;
  terminate(): void;
}

/** A record, so that the compiler misses a kind that is not in it. */
const KINDS: Readonly<Record<WorkerMessage['kind'], true>> = {
  reply: true,
  'worker/ready': true,
  'worker/loaded': true,
  'engine/thread': true,
  'run/changed': true,
  'run/history': true,
  'run/samples': true,
  'run/plane': true,
  'classifier/moment': true,
  'model/moment': true,
  'run/networks': true,
  'run/measured': true,
  'run/measureFailed': true,
  'run/health': true,
  'latent/moment': true,
  'run/saved': true,
  'run/saveFailed': true,
  'run/savedAnew': true,
  'engine/memory': true,
  'engine/lost': true,
  'request/progress': true,
};

/** Whether data that a worker posted is a message of the protocol (anything else is not ours and is ignored). */
export function isWorkerMessage(data: unknown): data is WorkerMessage {
  return (
    typeof data === 'object' &&
    data !== null &&
    'kind' in data &&
    typeof data.kind === 'string' &&
    Object.hasOwn(KINDS, data.kind)
  );
}
