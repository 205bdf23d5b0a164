// Making the open run's generator smaller: what is being made, how far it is, what came of it. Kept while places change.
import { defineStore } from 'pinia';
import { shallowRef, watch } from 'vue';
import { AbortedError, toWireError, type WireError } from '../../core/errors';
import type { CompressRequest, DistillRequest, GeneratorCost, RunSummary } from '../../protocol';
import { useClient } from '../../stores/clientKey';
import { useRunStore } from '../../stores/runStore';

/** A run that was made of another, and what it costs beside it. */
export interface MadeRun {
  readonly run: RunSummary;
  readonly before: GeneratorCost;
  readonly after: GeneratorCost;
  readonly firstLoss: number;
  readonly lastLoss: number;
}

export type SmallerState =
  | { readonly status: 'ready' }
  | { readonly status: 'making'; readonly what: string; readonly fraction: number | null }
  | { readonly status: 'done'; readonly made: MadeRun }
  | { readonly status: 'refused'; readonly error: WireError };

export const useSmallerStore = defineStore('smaller', () => {
  const client = useClient();
  const run = useRunStore();
  const state = shallowRef<SmallerState>({ status: 'ready' });
  let controller: AbortController | null = null;

  // Another run, another generator: what was made of the last one stays among the saved runs.
  watch(
    () => run.run?.id,
    () => {
      controller?.abort();
      state.value = { status: 'ready' };
    },
  );

  async function make(task: (options: ProgressOptions) => Promise<MadeRun>): Promise<void> {
    const own = new AbortController();
    controller = own;
    state.value = { status: 'making', what: 'Reading the weights', fraction: null };
    try {
      const made = await task({
        signal: own.signal,
        onProgress: (what, fraction) => {
          if (controller === own) state.value = { status: 'making', what, fraction };
        },
      });
      if (controller === own) state.value = { status: 'done', made };
    } catch (error) {
      if (controller !== own) return;
      state.value =
        error instanceof AbortedError
          ? { status: 'ready' }
          : { status: 'refused', error: toWireError(error) };
    } finally {
      if (controller === own) controller = null;
    }
  }

  const compress = (request: CompressRequest): Promise<void> =>
    make((options) => client.request('model/compress', request, options));

  const distil = (request: DistillRequest): Promise<void> =>
    make((options) => client.request('model/distill', request, options));

  const cancel = (): void => controller?.abort();

  return { state, compress, distil, cancel };
});

interface ProgressOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (what: string, fraction: number | null) => void;
}
