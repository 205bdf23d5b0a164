// One side of the collapse lab: a worker of its own on one thread, the run in it, and what is known of that run. The
// run is for watching and is never saved. No Pinia: a page has two of them, and gives them back when it is left.
import { shallowRef, triggerRef } from 'vue';
import type { Client, ClientEvent } from '../../client/client';
import { AbortedError, toWireError } from '../../core/errors';
import type { HistoryPoint, ImageBatch, TimelineFrame } from '../../core/history';
import type { KeptNetworks } from '../../core/lab/define';
import type { MeasurePoint } from '../../core/measures';
import type { RunConfig } from '../../core/runConfig';
import { reduceRunState, stepOf, type RunState, type RunTransition } from '../../core/runState';
import type { ChangedRun, EngineReport, OpenedRun, WorkerEvent } from '../../protocol';

/** Points in the plane are many or they are nothing. */
const POINTS_SHOWN = 600;
const SHOW_HISTORY_MS = 120;

export type LabSideStore = ReturnType<typeof createLabSide>;

/** @param createClient starts a worker; called when the side is first needed */
export function createLabSide(createClient: () => Client) {
  const state = shallowRef<RunState>({ status: 'idle' });
  const engine = shallowRef<EngineReport | null>(null);
  const run = shallowRef<OpenedRun | null>(null);
  const config = shallowRef<RunConfig | null>(null);
  const history = shallowRef<HistoryPoint[]>([]);
  /** Grows when the history does. */
  const historyVersion = shallowRef(0);
  const measures = shallowRef<readonly MeasurePoint[]>([]);
  const frame = shallowRef<TimelineFrame | null>(null);
  /** Many samples of now and as many real ones, where they are points; else null. */
  const points = shallowRef<ImageBatch | null>(null);
  const realPoints = shallowRef<ImageBatch | null>(null);
  /** Whether steps are being taken, at whatever pace. */
  const playing = shallowRef(false);
  let client: Client | null = null;
  let opening = 0;
  let drawing = false;
  let historyTimer: ReturnType<typeof setTimeout> | undefined;
  let paceTimer: ReturnType<typeof setInterval> | undefined;

  const step = (): number => Math.max(stepOf(state.value), history.value.at(-1)?.step ?? 0);
  const arePoints = (): boolean => run.value?.realImages.width === 1;

  function apply(transition: RunTransition): void {
    state.value = reduceRunState(state.value, transition);
    if (paceTimer === undefined) playing.value = state.value.status === 'running';
    else if (transition.kind === 'fail' || transition.kind === 'finish') stopPace();
  }

  function showHistory(): void {
    clearTimeout(historyTimer);
    historyTimer = undefined;
    triggerRef(history);
    historyVersion.value++;
  }

  function show(opened: OpenedRun): void {
    run.value = opened;
    config.value = opened.config;
    history.value = [...opened.history];
    measures.value = opened.measures;
    frame.value = opened.timeline.at(-1) ?? null;
    points.value = null;
    showHistory();
    apply({ kind: 'pause', step: opened.step });
    if (arePoints()) void drawPoints();
  }

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

  function hear(event: WorkerEvent | ClientEvent): void {
    if (event.kind === 'client/restarted') {
      engine.value = event.engine;
      if (event.run) show(event.run);
      else if (event.runError) apply({ kind: 'fail', error: event.runError, keptStep: null });
      if (event.resumed && event.run) apply({ kind: 'run', step: event.run.step });
    } else if (event.kind === 'client/gaveUp') apply({ kind: 'fail', error: event.error, keptStep: null });
    if (!('runId' in event) || event.runId !== run.value?.id) return;
    switch (event.kind) {
      case 'run/changed':
        showHistory();
        apply(event.transition);
        break;
      case 'run/history':
        history.value.push(...event.points);
        historyTimer ??= setTimeout(showHistory, SHOW_HISTORY_MS);
        break;
      case 'run/samples':
        frame.value = event.frame;
        if (arePoints()) void drawPoints();
        break;
      case 'run/measured':
        measures.value = [...measures.value.filter((m) => m.step !== event.point.step), event.point];
        break;
    }
  }

  async function connect(): Promise<Client> {
    if (client) return client;
    client = createClient();
    client.subscribe(hear);
    await client.ready();
    apply({ kind: 'load', what: 'Starting the engine', fraction: null });
    engine.value = await client.request('engine/open', { backend: 'wasm', threads: 1 });
    return client;
  }

  /** Brings a run of these settings to step 0, paused. The state says when that fails. */
  async function open(wanted: RunConfig): Promise<void> {
    const own = ++opening;
    stopPace();
    run.value = null;
    history.value = [];
    measures.value = [];
    frame.value = null;
    points.value = null;
    realPoints.value = null;
    showHistory();
    apply({ kind: 'load', what: 'Starting a worker', fraction: null });
    try {
      const to = await connect();
      if (own !== opening) return;
      const opened = await to.request('run/start', { config: wanted, unsaved: true });
      if (own !== opening) return;
      show(opened);
      if (arePoints())
        realPoints.value = await to.request('dataset/preview', { config: wanted, count: POINTS_SHOWN });
    } catch (error) {
      if (own === opening && !(error instanceof AbortedError))
        apply({ kind: 'fail', error: toWireError(error), keptStep: null });
    }
  }

  function stopPace(): void {
    clearInterval(paceTimer);
    paceTimer = undefined;
    playing.value = false;
  }

  /** @param stepsPerSecond null trains as fast as it goes */
  async function play(stepsPerSecond: number | null): Promise<void> {
    await pause();
    if (!run.value || !config.value || !client || state.value.status === 'failed') return;
    if (step() >= config.value.steps) return;
    playing.value = true;
    if (stepsPerSecond === null) {
      await client.request('run/play', {});
      return;
    }
    let waiting = false;
    const to = client;
    paceTimer = setInterval(() => {
      if (waiting) return;
      waiting = true;
      void to
        .request('run/step', {})
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
    return changed;
  }

  function dispose(): void {
    opening++;
    stopPace();
    clearTimeout(historyTimer);
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
