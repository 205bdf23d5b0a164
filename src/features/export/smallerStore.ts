// Making the open run's generator smaller: what is being made, how far it is, what came of it, and what waits to go on.
// Kept while places change.
import { defineStore } from 'pinia';
import { onScopeDispose, shallowRef, watch } from 'vue';
import { AbortedError, toWireError, type WireError } from '../../core/errors';
import type { GridLayout } from '../../core/gridLayout';
import type { TimelineFrame } from '../../core/history';
import type { TooLarge } from '../../core/memoryFit';
import type { MadeRun, MakeRequest, RunSummary } from '../../protocol';
import { useCatalogStore } from '../../stores/catalogStore';
import { useClient } from '../../stores/clientKey';
import { useRunStore } from '../../stores/runStore';
import { words } from './words';

/** Pictures of a step, in the grids that they stand in. */
export interface Moment {
  readonly grids: readonly GridLayout[];
  readonly frame: TimelineFrame;
}

export type SmallerState =
  | { readonly status: 'ready' }
  | {
      readonly status: 'making';
      readonly what: string;
      /** Null before the first step, when it cannot be paused. */
      readonly fraction: number | null;
      readonly pausing: boolean;
      /** What those that learn make of pictures now; null before the first moment, and where nothing shows it. */
      readonly moment: Moment | null;
    }
  | { readonly status: 'done'; readonly made: MadeRun }
  | {
      readonly status: 'refused';
      readonly error: WireError;
      /** What would fit, where memory is what is missing. */
      readonly tooLarge?: TooLarge;
    };

interface ProgressOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (what: string, fraction: number | null) => void;
}

/** How the worker says that a task was paused (`worker/makeRun`). */
const PAUSED = 'UnfinishedRunError';

export const useSmallerStore = defineStore('smaller', () => {
  const client = useClient();
  const run = useRunStore();
  const catalog = useCatalogStore();
  const state = shallowRef<SmallerState>({ status: 'ready' });
  /** Runs that were begun from the open one and are not finished. */
  const unfinished = shallowRef<readonly RunSummary[]>([]);
  let controller: AbortController | null = null;

  // Another run, another generator: what was made of the last one stays among the saved runs, also in the middle.
  watch(
    () => run.run?.id,
    () => {
      if (state.value.status === 'making') {
        if (state.value.fraction === null) controller?.abort();
        else void pause();
      }
      controller = null;
      state.value = { status: 'ready' };
      void refresh();
    },
  );

  // What was being made when the worker was lost is kept at its last save.
  onScopeDispose(
    client.subscribe((event) => {
      if (event.kind === 'client/restarted') void refresh();
      if (event.kind === 'model/moment' && state.value.status === 'making') {
        const { grids, frame } = event;
        state.value = { ...state.value, moment: { grids, frame } };
      }
    }),
  );

  async function refresh(): Promise<void> {
    const id = run.run?.id;
    try {
      const { runs } = await client.request('runs/list', {});
      if (id !== run.run?.id) return;
      unfinished.value = runs.filter((kept) => kept.parent === id && catalog.isUnfinished(kept));
    } catch (error) {
      // What was refused before says more, a worker that was lost for example.
      if (id === run.run?.id && state.value.status !== 'refused')
        state.value = { status: 'refused', error: toWireError(error) };
    }
  }

  async function follow(task: (options: ProgressOptions) => Promise<MadeRun>): Promise<void> {
    const own = new AbortController();
    controller = own;
    const before = { fraction: null, pausing: false, moment: null };
    state.value = { status: 'making', what: words('smaller.reading'), ...before };
    try {
      const made = await task({
        signal: own.signal,
        onProgress(what, fraction) {
          if (controller === own && state.value.status === 'making')
            state.value = { ...state.value, what, fraction };
        },
      });
      if (controller === own) state.value = { status: 'done', made };
    } catch (error) {
      if (controller !== own) return;
      if (error instanceof AbortedError) await ended();
      const wire = toWireError(error);
      const isOver = error instanceof AbortedError || wire.name === PAUSED;
      state.value = isOver ? { status: 'ready' } : { status: 'refused', error: wire };
    } finally {
      if (controller === own) controller = null;
      if (controller === null) await refresh();
    }
  }

  /** Requests follow each other: once this one is answered, the one that was cancelled has ended. */
  async function ended(): Promise<void> {
    const over = { fraction: null, pausing: true, moment: null };
    state.value = { status: 'making', what: words('smaller.cancelling'), ...over };
    await client.request('model/profile', {}).catch(() => undefined);
  }

  async function make(request: MakeRequest): Promise<void> {
    const found = await client.request('model/fit', { make: request }).catch(() => null);
    if (found) {
      const { reason: message, remedy: hint } = found;
      const error = { name: 'TooLargeSettingsError', message, hint };
      state.value = { status: 'refused', error, tooLarge: found };
      return;
    }
    await follow((options) => client.request('model/make', request, options));
  }

  /** Goes on with one of `unfinished`. */
  const resume = (id: string): Promise<void> =>
    follow((options) => client.request('model/resume', { id }, options));

  /** What there is by then is kept. */
  async function pause(): Promise<void> {
    if (state.value.status === 'making') state.value = { ...state.value, pausing: true };
    try {
      await client.request('model/pause', {});
    } catch (error) {
      state.value = { status: 'refused', error: toWireError(error) };
    }
  }

  /** Ends what is being made: of a new one nothing is kept, one that went on stays at its last save. */
  const cancel = (): void => controller?.abort();

  /** Throws away one of `unfinished`. */
  async function discard(id: string): Promise<void> {
    try {
      await client.request('runs/delete', { id });
    } catch (error) {
      state.value = { status: 'refused', error: toWireError(error) };
    }
    await refresh();
  }

  return { state, unfinished, refresh, make, resume, pause, cancel, discard };
});
