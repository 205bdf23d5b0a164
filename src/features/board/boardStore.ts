// Sending the open run's generator to a board: as a bundle that sets one up, or to one that is set up. The token is kept in
// memory only, until the page is left.
import { defineStore } from 'pinia';
import { ref, shallowRef, watch } from 'vue';
import { toWireError, type WireError } from '../../core/errors';
import { useRunStore } from '../../stores/runStore';
import { words } from './words';

export type BoardState =
  | { readonly status: 'ready' }
  | { readonly status: 'working'; readonly what: string; readonly fraction: number | null }
  | { readonly status: 'bundled'; readonly sizeBytes: number }
  | { readonly status: 'sent'; readonly kiosk: string }
  | { readonly status: 'refused'; readonly error: WireError };

type Progress = (what: string, fraction: number | null) => void;

/** Ends of a task: what to show. */
type Ended = Extract<BoardState, { readonly status: 'bundled' | 'sent' }>;

export const useBoardStore = defineStore('board', () => {
  const run = useRunStore();
  const state = shallowRef<BoardState>({ status: 'ready' });
  const variant = ref('int8-float-io');
  const address = ref('');
  const token = ref('');
  let controller: AbortController | null = null;

  watch(
    () => run.run?.id,
    () => {
      controller?.abort();
      state.value = { status: 'ready' };
    },
  );

  /** Runs one task at a time, with its progress, its end or its refusal as the state. */
  async function work(task: (signal: AbortSignal, progress: Progress) => Promise<Ended>): Promise<void> {
    const own = new AbortController();
    controller?.abort();
    controller = own;
    state.value = { status: 'working', what: words('send.starting'), fraction: null };
    try {
      const ended = await task(own.signal, (what, fraction) => {
        if (controller === own) state.value = { status: 'working', what, fraction };
      });
      if (controller === own) state.value = ended;
    } catch (error) {
      if (controller !== own) return;
      state.value = own.signal.aborted
        ? { status: 'ready' }
        : { status: 'refused', error: toWireError(error) };
    } finally {
      if (controller === own) controller = null;
    }
  }

  const cancel = (): void => controller?.abort();

  return { state, variant, address, token, work, cancel };
});
