// One kind of request from a page that asks faster than the worker answers: one at a time, then the newest wish; the last
// answer stays until the next is there.
import { onScopeDispose, shallowRef, type ShallowRef } from 'vue';
import type { PayloadOf, ReplyOf, RequestKind } from '../protocol';
import { useClient } from '../stores/clientKey';
import { useNoticesStore } from '../stores/noticesStore';

export interface Answer<K extends RequestKind> {
  readonly answer: ShallowRef<ReplyOf<K> | null>;
  readonly busy: ShallowRef<boolean>;
  ask(payload: PayloadOf<K>): void;
  /** Forgets the answer and what is still wished. */
  clear(): void;
}

export function useAnswer<K extends RequestKind>(kind: K): Answer<K> {
  const client = useClient();
  const notices = useNoticesStore();
  const answer = shallowRef<ReplyOf<K> | null>(null);
  const busy = shallowRef(false);
  let wish: PayloadOf<K> | null = null;
  let gone = false;
  /** Answers to what was asked before `clear` come too late. */
  let era = 0;

  async function work(): Promise<void> {
    busy.value = true;
    while (wish !== null && !gone) {
      const payload: PayloadOf<K> = wish;
      const asked = era;
      wish = null;
      try {
        const found = await client.request(kind, payload);
        if (asked === era) answer.value = found;
      } catch (error) {
        if (asked === era && !gone) notices.report(error);
      }
    }
    busy.value = false;
  }
  onScopeDispose(() => (gone = true));

  return {
    answer,
    busy,
    ask(payload) {
      wish = payload;
      if (!busy.value) void work();
    },
    clear() {
      wish = null;
      era++;
      answer.value = null;
    },
  };
}
