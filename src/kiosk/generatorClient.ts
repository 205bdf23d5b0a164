// The page's end of the kiosk worker: a request returns a promise. A worker that crashes or does not answer is ended, and
// the next request starts another; so is one that waits for ever for a thread of its own.
import { GanvasError, RemoteError, type WireError } from '../core/errors';
import { THREAD_PATIENCE_MS } from '../core/threadPatience';
import type {
  KioskReplies,
  KioskReplyMessage,
  KioskRequest,
  KioskRequestMessage,
  KioskThreadMessage,
} from '../protocol/kiosk';

/** A worker, or what stands for one in tests. */
export interface KioskPort {
  postMessage(message: KioskRequestMessage, transfer: Transferable[]): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<KioskReplyMessage | KioskThreadMessage>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

/** The worker ended, or was ended because it did not answer. */
export class GeneratorLostError extends GanvasError {
  constructor(why: string) {
    super(`The generator stopped: ${why}.`, 'It is started again by itself.');
  }
}

interface Waiting {
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
  readonly timer: ReturnType<typeof setTimeout>;
}

/** Longest answer; slow boards measure plain loops. */
const PATIENCE_MS = 60_000;

export class GeneratorClient {
  readonly #start: () => KioskPort;
  readonly #patienceMs: number;
  readonly #waiting = new Map<number, Waiting>();
  #port: KioskPort | null = null;
  #nextId = 1;
  #threadPatienceMs = THREAD_PATIENCE_MS;
  #threadTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(start: () => KioskPort, patienceMs = PATIENCE_MS) {
    this.#start = start;
    this.#patienceMs = patienceMs;
  }

  /** @throws RemoteError with the worker's words, GeneratorLostError */
  ask<K extends KioskRequest['kind']>(
    request: Extract<KioskRequest, { kind: K }>,
    transfer: Transferable[] = [],
  ): Promise<KioskReplies[K]> {
    this.#port ??= this.#open();
    const id = this.#nextId++;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => this.#lose(`no answer to ${request.kind} in ${this.#patienceMs / 1000} s`),
        this.#patienceMs,
      );
      this.#waiting.set(id, { resolve, reject, timer });
      this.#port?.postMessage({ id, request }, transfer);
    });
  }

  dispose(): void {
    this.#lose('it was ended');
  }

  #open(): KioskPort {
    const port = this.#start();
    port.onmessage = ({ data }) => ('making' in data ? this.#madeThread(data.making) : this.#answered(data));
    port.onerror = (event) => this.#lose(event.message || 'its script failed');
    return port;
  }

  #answered(message: KioskReplyMessage): void {
    const waiting = this.#waiting.get(message.id);
    if (!waiting) return;
    this.#waiting.delete(message.id);
    clearTimeout(waiting.timer);
    if (message.ok) Reflect.apply(waiting.resolve, undefined, [message.value]);
    else waiting.reject(new RemoteError(wireOf(message.error)));
  }

  /** A worker that never comes back from making a thread is ended; the next one gets twice as long. */
  #madeThread(making: boolean): void {
    clearTimeout(this.#threadTimer);
    if (!making) return;
    const patienceMs = this.#threadPatienceMs;
    this.#threadTimer = setTimeout(() => {
      this.#threadPatienceMs *= 2;
      this.#lose(`it waited for a thread of its own for ${patienceMs / 1000} s`);
    }, patienceMs);
  }

  #lose(why: string): void {
    clearTimeout(this.#threadTimer);
    this.#port?.terminate();
    this.#port = null;
    for (const [id, waiting] of this.#waiting) {
      this.#waiting.delete(id);
      clearTimeout(waiting.timer);
      waiting.reject(new GeneratorLostError(why));
    }
  }
}

const wireOf = ({ name, message, hint }: WireError): WireError => ({ name, message, hint });
