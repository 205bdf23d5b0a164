// Trains runs to their end, one at a time, in a worker of its own, which there is only while it is needed: the open run of the page
// stays as it is. No Pinia, no queue; the sweep's store decides what is trained.
import { computed, shallowRef, watch } from 'vue';
import type { Client } from '../../../client/client';
import { AbortedError, GanvasError, RemoteError, toWireError } from '../../../core/errors';
import type { PauseEvery } from '../../../core/pageLock/define';
import type { BackendChoice, RunConfig } from '../../../core/runConfig';
import type { OpenedRun } from '../../../protocol';
import { followRun } from '../../../stores/followRun';
import { PAUSE_PATIENCE_MS, STOP_PATIENCE_MS } from '../../../stores/patience';
import { stepsPerSecond } from '../../../stores/rates';

const SHOW_HISTORY_MS = 400;

/** The worker closed the run that was being trained. */
class RunGoneError extends GanvasError {}

export interface TrainedRun {
  readonly config: RunConfig;
  readonly name: string;
  /** Of a run that had begun; one that is not saved any more begins anew. */
  readonly id: string | null;
  /** Where a lesson link has its runs pause; null for nowhere. */
  readonly pauseEvery: PauseEvery | null;
  /** Called with its id whenever that is another. */
  readonly began: (id: string) => void;
}

/** How a training came to rest: `paused` by whoever asked, `due` where a lesson link has its runs pause. */
export type SweepRest = 'done' | 'paused' | 'due';

export interface EngineWish {
  readonly backend: BackendChoice;
  readonly threads: number;
}

const isUnknown = (error: unknown): boolean =>
  ['UnknownRunError', 'DeletedRunError'].includes(toWireError(error).name);

/** @param createClient starts a worker */
export function createSweepTrainer(createClient: () => Client) {
  const followed = followRun({ showHistoryEveryMs: SHOW_HISTORY_MS });
  const { state, run, config, history, historyVersion, step } = followed;
  /** Steps a second of the run that is being trained. */
  const rate = computed(() => (historyVersion.value >= 0 ? stepsPerSecond(history.value) : null));
  const isPausing = shallowRef(false);
  let client: Client | null = null;
  let opened: EngineWish | null = null;
  let opening: Promise<Client> | null = null;
  let stopping = new AbortController();

  /** Starts worker and engine where there are none. @throws what keeps the engine from starting */
  const open = (wish: EngineWish): Promise<Client> =>
    (opening ??= openWith(wish).finally(() => (opening = null)));
  async function openWith(wish: EngineWish): Promise<Client> {
    if (!client) {
      const own = createClient();
      own.subscribe((event) => {
        if (event.kind === 'client/gaveUp' && client === own) close();
        followed.hear(event);
      });
      client = own;
    }
    const to = client;
    try {
      await to.ready();
      if (opened?.backend !== wish.backend || opened.threads !== wish.threads)
        await to.request('engine/open', wish);
      opened = wish;
      return to;
    } catch (error) {
      close();
      throw error;
    }
  }

  async function openRun(to: Client, { config: wanted, name, id }: TrainedRun): Promise<OpenedRun> {
    const how = { signal: stopping.signal, abortPatienceMs: STOP_PATIENCE_MS };
    if (id !== null) {
      try {
        return await to.request('run/open', { id }, how);
      } catch (error) {
        if (!isUnknown(error)) throw error;
      }
    }
    return to.request('run/start', { config: wanted, name }, how);
  }

  /** Resolves once no step is being taken, by whatever reason. */
  function ended(): Promise<void> {
    return new Promise((resolve) => {
      const stop = watch(
        state,
        ({ status }) => {
          if (status === 'running' || status === 'loading') return;
          stop();
          resolve();
        },
        { flush: 'post' }, // a worker that is replaced opens the run and goes on in one breath
      );
      if (state.value.status !== 'running' && state.value.status !== 'loading') {
        stop();
        resolve();
      }
    });
  }

  /**
   * Trains a run to its end and saves it, or as far as it came.
   * @throws what keeps it from being trained or saved
   */
  async function train(wanted: TrainedRun, wish: EngineWish): Promise<SweepRest> {
    stopping = new AbortController();
    const { pauseEvery } = wanted;
    const to = await open(wish);
    const follows = watch(run, (now) => now && wanted.began(now.id), { flush: 'sync' });
    try {
      followed.clear();
      followed.show(await openRun(to, wanted));
      if (state.value.status !== 'done' && !stopping.signal.aborted)
        await to.request('run/play', pauseEvery ? { pauseEvery } : {});
      await ended();
      if (state.value.status === 'failed') throw new RemoteError(state.value.error);
      if (state.value.status === 'idle')
        throw new RunGoneError('The worker closed the run.', 'Let the sweep go on: it begins that run anew.');
      const rested = state.value.status;
      await to.request('run/close', { discard: step.value === 0 });
      if (rested === 'done') return 'done';
      return stopping.signal.aborted ? 'paused' : 'due';
    } catch (error) {
      if (error instanceof AbortedError || stopping.signal.aborted) return 'paused';
      throw error;
    } finally {
      follows();
      followed.clear();
      isPausing.value = false;
    }
  }

  /** Lets the step in progress end; `train` then saves the run and returns. */
  async function pause(): Promise<void> {
    if (stopping.signal.aborted) return;
    isPausing.value = true;
    const isRunning = state.value.status === 'running';
    stopping.abort();
    if (isRunning) await client?.halt(PAUSE_PATIENCE_MS);
    else close(); // what it was loading goes with its worker
  }

  /** Milliseconds of a step of these settings; null where it cannot be had. Not while a run is trained. */
  async function time(of: RunConfig, wish: EngineWish): Promise<number | null> {
    const { stepMilliseconds } = await (await open(wish)).request('engine/time', { config: of });
    return stepMilliseconds;
  }

  /** Gives the worker back; the next run starts another. */
  function close(): void {
    const last = client;
    client = null;
    opened = null;
    last?.dispose();
  }

  /** The page is left: its worker ends, and whatever waits for it hears nothing any more. */
  const leave = (): void => client?.leave();

  return { state, config, step, rate, isPausing, open, train, pause, time, close, leave };
}
