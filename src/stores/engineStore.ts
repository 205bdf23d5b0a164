// Where the arithmetic runs and why, how much memory it takes, and what becomes of a lost worker.
import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import { toWireError, type WireError } from '../core/errors';
import { BACKEND_CHOICES, type BackendChoice } from '../core/runConfig';
import type { BackendId, EngineReport, MemoryReport, PayloadOf } from '../protocol';
import { useClient } from './clientKey';
import { useNoticesStore } from './noticesStore';

export type EngineStatus =
  | { readonly status: 'opening' }
  | { readonly status: 'ready'; readonly report: EngineReport }
  | { readonly status: 'restarting'; readonly reason: WireError }
  | { readonly status: 'failed'; readonly error: WireError };

export const useEngineStore = defineStore('engine', () => {
  const client = useClient();
  const notices = useNoticesStore();
  const state = shallowRef<EngineStatus>({ status: 'opening' });
  const memory = shallowRef<MemoryReport | null>(null);
  let asked: PayloadOf<'engine/open'> | null = null;

  client.subscribe((event) => {
    if (event.kind === 'engine/memory') memory.value = event.memory;
    if (event.kind === 'client/restarting') state.value = { status: 'restarting', reason: event.reason };
    if (event.kind === 'client/gaveUp') state.value = { status: 'failed', error: event.error };
    if (event.kind === 'client/restarted') {
      if (event.engine) state.value = { status: 'ready', report: event.engine };
      else state.value = { status: 'opening' };
      if (event.reason.name !== 'StoppedInMidStep')
        notices.say('The engine was started again', event.reason.message, event.reason.hint);
    }
  });

  /** Chooses and tests a backend; asked again, it switches. */
  async function open(backend: BackendChoice, threads: number): Promise<void> {
    state.value = { status: 'opening' };
    asked = { backend, threads };
    try {
      state.value = { status: 'ready', report: await client.request('engine/open', { backend, threads }) };
    } catch (error) {
      state.value = { status: 'failed', error: toWireError(error) };
      throw error;
    }
  }

  /** The backend to offer when the one that runs failed: the next that was not passed over. */
  const next = computed<BackendId | null>(() => {
    if (state.value.status !== 'ready') return null;
    const { backend, skipped } = state.value.report;
    const behind = BACKEND_CHOICES.slice(BACKEND_CHOICES.indexOf(backend) + 1);
    const works = (one: BackendChoice): one is BackendId => !skipped.some((skip) => skip.backend === one);
    return behind.find(works) ?? null;
  });

  /** Opens what was asked for last once more: after a failure nothing of the engine is to be trusted. */
  const reopen = () => (asked ? open(asked.backend, asked.threads) : Promise.resolve());

  const isOpenWith = (backend: BackendChoice, threads: number): boolean =>
    asked?.backend === backend && asked.threads === threads;

  /** Tries again after the engine failed. */
  async function retry(): Promise<void> {
    await client.restart(
      { name: 'Restarted', message: 'The engine was started again.', hint: 'Press Train to go on.' },
      false,
    );
  }

  return { state, memory, next, open, reopen, isOpenWith, retry };
});
