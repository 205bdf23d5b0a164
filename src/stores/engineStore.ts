// Where the arithmetic runs and why, how much memory it takes, and what becomes of a lost worker.
import { defineStore } from 'pinia';
import { computed, shallowRef, watch } from 'vue';
import { toWireError, type WireError } from '../core/errors';
import { BACKEND_CHOICES, type BackendChoice, type RunConfig } from '../core/runConfig';
import type { BackendId, EngineReport, MemoryReport, PayloadOf } from '../protocol';
import { useClient } from './clientKey';
import { MeasuredBackends } from './measuredBackends';
import { useNoticesStore } from './noticesStore';

export type EngineStatus =
  | { readonly status: 'opening' }
  | { readonly status: 'ready'; readonly report: EngineReport }
  | { readonly status: 'restarting'; readonly reason: WireError }
  | { readonly status: 'failed'; readonly error: WireError };

/** Whether starting the engine anew is no news: the person's own wish, or a thread that was not made before any run was open. */
const isUnsaid = ({ name }: WireError, hasRun: boolean): boolean =>
  name === 'StoppedInMidStep' || (name === 'ThreadSilentError' && !hasRun);

export const useEngineStore = defineStore('engine', () => {
  const client = useClient();
  const notices = useNoticesStore();
  const state = shallowRef<EngineStatus>({ status: 'opening' });
  const memory = shallowRef<MemoryReport | null>(null);
  const measuredBefore = new MeasuredBackends();
  let asked: PayloadOf<'engine/open'> | null = null;

  client.subscribe((event) => {
    if (event.kind === 'engine/memory') memory.value = event.memory;
    if (event.kind === 'engine/lost') measuredBefore.forget();
    if (event.kind === 'client/restarting') state.value = { status: 'restarting', reason: event.reason };
    if (event.kind === 'client/gaveUp') state.value = { status: 'failed', error: event.error };
    if (event.kind === 'client/restarted') {
      if (event.engine) state.value = { status: 'ready', report: event.engine };
      else state.value = { status: 'opening' };
      if (!isUnsaid(event.reason, event.run !== null || event.runError !== null))
        notices.say('The engine was started again', event.reason.message, event.reason.hint);
    }
  });

  /**
   * Chooses and tests a backend; asked again, it switches.
   * @param config what `auto` is to be fastest at; without it the first that works is taken
   */
  async function open(
    backend: BackendChoice,
    threads: number,
    config: RunConfig | null = null,
  ): Promise<void> {
    state.value = { status: 'opening' };
    const compared = backend === 'auto' && config;
    asked = {
      backend,
      threads,
      ...(compared ? { config, measured: measuredBefore.recall(config.model) } : {}),
    };
    try {
      const report = await client.request('engine/open', asked);
      if (compared) measuredBefore.remember(config.model, report);
      state.value = { status: 'ready', report };
    } catch (error) {
      // A worker that is replaced while it opens one leaves that to the next.
      if (isReplaced()) await concluded();
      else state.value = { status: 'failed', error: toWireError(error) };
      if (state.value.status !== 'ready') throw error;
    }
  }

  const isReplaced = (): boolean => state.value.status === 'restarting';

  /** The backend to offer when the one that runs failed: the next that was not passed over. */
  const next = computed<BackendId | null>(() => {
    if (state.value.status !== 'ready') return null;
    const { backend, skipped, stepTimes } = state.value.report;
    const slower = stepTimes.map((one) => one.backend);
    const behind = BACKEND_CHOICES.slice(BACKEND_CHOICES.indexOf(backend) + 1);
    const works = (one: BackendChoice): one is BackendId =>
      one !== backend && !skipped.some((skip) => skip.backend === one);
    return [...slower, ...behind].find(works) ?? null;
  });

  /** Ends when an engine that the page opens is there, or has failed to be. */
  async function concluded(): Promise<void> {
    let stop = (): void => undefined;
    await new Promise<void>((resolve) => {
      stop = watch(
        state,
        ({ status }) => {
          if (status === 'ready' || status === 'failed') resolve();
        },
        { immediate: true },
      );
    });
    stop();
  }

  /** The same; asks for any where nobody has asked yet. */
  const settled = (): Promise<void> =>
    state.value.status === 'opening' && asked === null ? open('auto', 0) : concluded();

  /** Opens what was asked for last once more: after a failure nothing of the engine is to be trusted. */
  const reopen = () => (asked ? open(asked.backend, asked.threads, asked.config) : Promise.resolve());

  const isOpenWith = (backend: BackendChoice, threads: number): boolean =>
    asked?.backend === backend && asked.threads === threads;

  /** Tries again after the engine failed. */
  async function retry(): Promise<void> {
    await client.restart(
      { name: 'Restarted', message: 'The engine was started again.', hint: 'Press Train to go on.' },
      false,
    );
  }

  return { state, memory, next, open, concluded, settled, reopen, isOpenWith, retry };
});
