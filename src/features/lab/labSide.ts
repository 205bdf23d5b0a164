// One side of the collapse lab: a worker of its own on one thread, the run in it, and what is known of that run. The
// run is for watching and is never saved. No Pinia: a page has two of them, and gives them back when it is left.
import { computed, shallowRef, watch } from 'vue';
import type { Client } from '../../client/client';
import { AbortedError, toWireError } from '../../core/errors';
import type { ImageBatch } from '../../core/history';
import type { KeptNetworks } from '../../core/lab/define';
import type { PauseEvery } from '../../core/pageLock/define';
import type { RunConfig } from '../../core/runConfig';
import type { ChangedRun, EngineReport } from '../../protocol';
import { followRun } from '../../stores/followRun';

/** Points in the plane are many or they are nothing. */
const POINTS_SHOWN = 600;
const SHOW_HISTORY_MS = 120;

export type LabSideStore = ReturnType<typeof createLabSide>;

/** @param createClient starts a worker; called when the side is first needed */
export function createLabSide(createClient: () => Client) {
  const followed = followRun({ showHistoryEveryMs: SHOW_HISTORY_MS });
  const { state, run, config, history, historyVersion, timeline, measures, step, apply } = followed;
  const engine = shallowRef<EngineReport | null>(null);
  const frame = computed(() => timeline.value.at(-1) ?? null);
  /** Many samples of now and as many real ones, where they are points; else null. */
  const points = shallowRef<ImageBatch | null>(null);
  const realPoints = shallowRef<ImageBatch | null>(null);
  /** The timer that asks for single steps, null while there is none. */
  const pace = shallowRef<ReturnType<typeof setInterval> | null>(null);
  /** Whether steps are being taken, at whatever pace. */
  const playing = computed(() => state.value.status === 'running' || pace.value !== null);
  let client: Client | null = null;
  let opening = 0;
  let drawing = false;

  const arePoints = (): boolean => run.value?.realImages.width === 1;

  const forgets = [
    watch(
      state,
      ({ status }) => {
        if (status === 'failed' || status === 'done') stopPace();
      },
      { flush: 'sync' },
    ),
    watch(
      frame,
      () => {
        if (arePoints()) void drawPoints();
      },
      { flush: 'sync' },
    ),
  ];

  async function drawPoints(): Promise<void> {
    const id = run.value?.id;
    if (drawing || !client || !config.value) return;
    drawing = true;
    try {
      const { seed } = config.value;
      const { images } = await client.request('samples/draw', {
        source: { kind: 'seed', seed, count: POINTS_SHOWN },
      });
      if (run.value?.id === id) points.value = images;
    } catch {
      points.value = null; // the worker went away: the next frame draws again
    } finally {
      drawing = false;
    }
  }

  async function connect(): Promise<Client> {
    if (client) return client;
    client = createClient();
    client.subscribe((event) => {
      if (event.kind === 'client/restarted') engine.value = event.engine;
      followed.hear(event);
    });
    await client.ready();
    apply({ kind: 'load', what: 'Starting the engine', fraction: null });
    engine.value = await client.request('engine/open', { backend: 'wasm', threads: 1 });
    return client;
  }

  /** Brings a run of these settings to step 0, paused. The state says when that fails. */
  async function open(wanted: RunConfig): Promise<void> {
    const own = ++opening;
    stopPace();
    followed.clear();
    points.value = null;
    realPoints.value = null;
    apply({ kind: 'load', what: 'Starting a worker', fraction: null });
    try {
      const to = await connect();
      if (own !== opening) return;
      const opened = await to.request('run/start', { config: wanted, unsaved: true });
      if (own !== opening) return;
      followed.show(opened);
      if (arePoints())
        realPoints.value = await to.request('dataset/preview', { config: wanted, count: POINTS_SHOWN });
    } catch (error) {
      if (own === opening && !(error instanceof AbortedError))
        apply({ kind: 'fail', error: toWireError(error), keptStep: null });
    }
  }

  function stopPace(): void {
    if (pace.value !== null) clearInterval(pace.value);
    pace.value = null;
  }

  /**
   * @param stepsPerSecond null trains as fast as it goes
   * @param pauseEvery where it pauses by itself; by steps only where it goes slowly
   */
  async function play(stepsPerSecond: number | null, pauseEvery: PauseEvery | null = null): Promise<void> {
    await pause();
    if (!run.value || !config.value || !client || state.value.status === 'failed') return;
    if (step.value >= config.value.steps) return;
    if (stepsPerSecond === null) {
      await client.request('run/play', pauseEvery ? { pauseEvery } : {});
      return;
    }
    let waiting = false;
    const to = client;
    pace.value = setInterval(() => {
      if (waiting) return;
      waiting = true;
      void to
        .request('run/step', {})
        .then(() => {
          if (pauseEvery && 'steps' in pauseEvery && step.value % pauseEvery.steps === 0) stopPace();
        })
        .catch(stopPace)
        .finally(() => (waiting = false));
    }, 1000 / stepsPerSecond);
  }

  async function pause(): Promise<void> {
    stopPace();
    if (client && state.value.status === 'running') await client.request('run/pause', {});
  }

  /** Goes on from this step with other settings: the networks keep what fits. */
  async function change(wanted: RunConfig, keeps: KeptNetworks): Promise<ChangedRun | null> {
    if (!client || !run.value) return null;
    const changed = await client.request('run/change', { config: wanted, keeps });
    config.value = changed.run.config;
    // Its networks and classes are others; everything that it did so far is still its own.
    const { networks, sampleClasses } = changed.run;
    if (run.value) run.value = { ...run.value, networks, sampleClasses };
    return changed;
  }

  function dispose(): void {
    opening++;
    stopPace();
    followed.dispose();
    for (const forget of forgets) forget();
    client?.dispose();
    client = null;
  }

  return {
    state,
    engine,
    run,
    config,
    history,
    historyVersion,
    measures,
    frame,
    points,
    realPoints,
    playing,
    step,
    open,
    play,
    pause,
    change,
    dispose,
  };
}
