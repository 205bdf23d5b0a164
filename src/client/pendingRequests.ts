// Requests that wait for their reply, by number. Knows nothing of workers.
import { RemoteError } from '../core/errors';
import type { ReplyMessage } from '../protocol';

export type OnProgress = (what: string, fraction: number | null) => void;

interface Waiting {
  settle(reply: ReplyMessage): void;
  fail(error: Error): void;
  readonly onProgress: OnProgress | undefined;
}

export class PendingRequests {
  private readonly waiting = new Map<number, Waiting>();

  /** Waits for the reply to request `id`; `take` turns the reply's value into the promised one. */
  add<T>(id: number, take: (reply: ReplyMessage & { ok: true }) => T, onProgress?: OnProgress): Promise<T> {
    return new Promise((resolve, reject) => {
      this.waiting.set(id, {
        settle: (reply) => (reply.ok ? resolve(take(reply)) : reject(new RemoteError(reply.error))),
        fail: reject,
        onProgress,
      });
    });
  }

  has(id: number): boolean {
    return this.waiting.has(id);
  }

  settle(reply: ReplyMessage): void {
    const entry = this.waiting.get(reply.id);
    this.waiting.delete(reply.id);
    entry?.settle(reply);
  }

  progress(id: number, what: string, fraction: number | null): void {
    this.waiting.get(id)?.onProgress?.(what, fraction);
  }

  failAll(error: Error): void {
    const entries = [...this.waiting.values()];
    this.waiting.clear();
    for (const entry of entries) entry.fail(error);
  }
}
