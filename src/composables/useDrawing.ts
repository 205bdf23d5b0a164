// Draws samples for a page that asks faster than the engine answers: one request at a time, then the newest wish.
import { onScopeDispose, shallowRef, type ShallowRef } from 'vue';
import type { LatentSource, ReplyOf } from '../protocol';
import { useClient } from '../stores/clientKey';
import { useNoticesStore } from '../stores/noticesStore';

export type Drawn = ReplyOf<'samples/draw'>;

export function useDrawing(): {
  drawn: ShallowRef<Drawn | null>;
  busy: ShallowRef<boolean>;
  draw: (source: LatentSource) => void;
} {
  const client = useClient();
  const notices = useNoticesStore();
  const drawn = shallowRef<Drawn | null>(null);
  const busy = shallowRef(false);
  let wish: LatentSource | null = null;
  let gone = false;

  async function work(): Promise<void> {
    busy.value = true;
    while (wish !== null && !gone) {
      const source: LatentSource = wish;
      wish = null;
      try {
        drawn.value = await client.request('samples/draw', { source });
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
    draw(source) {
      wish = source;
      if (!busy.value) void work();
    },
  };
}
