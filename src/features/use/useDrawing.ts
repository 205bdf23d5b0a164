// Draws samples for a page that asks faster than the engine answers: one request at a time, then the newest wish.
import { onScopeDispose, shallowRef, type ShallowRef } from 'vue';
import type { LatentSource, PayloadOf, ReplyOf } from '../../protocol';
import { useClient } from '../../stores/clientKey';
import { useNoticesStore } from '../../stores/noticesStore';

export type Drawn = ReplyOf<'samples/draw'>;

export function useDrawing(): {
  drawn: ShallowRef<Drawn | null>;
  busy: ShallowRef<boolean>;
  /** Draws the source; `classes` as for the request `samples/draw`. */
  draw: (source: LatentSource, classes?: readonly number[]) => void;
} {
  const client = useClient();
  const notices = useNoticesStore();
  const drawn = shallowRef<Drawn | null>(null);
  const busy = shallowRef(false);
  let wish: PayloadOf<'samples/draw'> | null = null;
  let gone = false;

  async function work(): Promise<void> {
    busy.value = true;
    while (wish !== null && !gone) {
      const payload: PayloadOf<'samples/draw'> = wish;
      wish = null;
      try {
        drawn.value = await client.request('samples/draw', payload);
      } catch (error) {
        notices.report(error);
      }
    }
    busy.value = false;
  }
  onScopeDispose(() => (gone = true));

  return {
    drawn,
    busy,
    draw(source, classes) {
      wish = { source, classes };
      if (!busy.value) void work();
    },
  };
}
