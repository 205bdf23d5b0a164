// The form of a request handler; the handlers are grouped by the noun of their requests.
import type { PayloadOf, ReplyOf, RequestKind } from '../protocol';
import type { WorkerContext } from './context';

/** Of one call: cancelling and progress. */
export interface Call {
  readonly signal: AbortSignal;
  readonly progress: (what: string, fraction: number | null) => void;
  /** Adds buffers that the reply hands over instead of copying. */
  readonly transfer: (...buffers: ArrayBuffer[]) => void;
}

export type Handler<K extends RequestKind> = (
  payload: PayloadOf<K>,
  context: WorkerContext,
  call: Call,
) => Promise<ReplyOf<K>>;

export type HandlersOf<Noun extends string> = {
  readonly [K in Extract<RequestKind, `${Noun}/${string}`>]: Handler<K>;
};
