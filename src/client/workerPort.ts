// The page's view of a worker, and the checked door through which its messages come in.
import type { RequestMessage, WorkerMessage } from '../protocol';

/** As much of `Worker` as the client needs; tests put a fake in its place. */
export interface WorkerPort extends EventTarget {
  postMessage(message: RequestMessage, transfer: Transferable[]): void;
  terminate(): void;
}

const KINDS: ReadonlySet<string> = new Set<WorkerMessage['kind']>([
  'reply',
  'worker/ready',
  'run/changed',
  'run/history',
  'run/samples',
  'run/saved',
  'run/saveFailed',
  'engine/memory',
  'engine/lost',
  'request/progress',
]);

/** Whether data that a worker posted is a message of the protocol (anything else is not ours and is ignored). */
export function isWorkerMessage(data: unknown): data is WorkerMessage {
  return (
    typeof data === 'object' &&
    data !== null &&
    'kind' in data &&
    typeof data.kind === 'string' &&
    KINDS.has(data.kind)
  );
}
