// The run on the page: its state, history and samples, and what the buttons do. Drawing and forms live elsewhere.
import { defineStore } from 'pinia';
import { computed, shallowRef, triggerRef } from 'vue';
import { AbortedError, RemoteError, toWireError } from '../core/errors';
import type { HistoryPoint, TimelineFrame } from '../core/history';
import type { RunConfig } from '../core/runConfig';
import type { LiveSettings } from '../core/runParams';
import { isBusy, reduceRunState, stepOf, type RunState, type RunTransition } from '../core/runState';
import type { BackendId, OpenedRun } from '../protocol';
import { useClient } from './clientKey';
import { useEngineStore } from './engineStore';
import { useNoticesStore } from './noticesStore';
import { secondsLeft, stepsPerSecond } from './rates';
import { pendingSettings } from './settingDifferences';
import { useSettingsStore } from './settingsStore';
import { addFrame } from './timeline';

/** Stop waits this long for the step in progress, then replaces the worker, which loses what is not saved. */
const STOP_PATIENCE_MS = 300;
/** So much patience where steps are short and the worker is only tidying up (last samples, saving). */
const TIDY_PATIENCE_MS = 3000;
const SHORT_STEP_SECONDS = 0.3;
/** Pause lets the step in progress end; a worker that needs longer than this is taken for stuck. */
const PAUSE_PATIENCE_MS = 15_000;

const SHOW_HISTORY_MS = 200;

/** Failures after which the engine cannot go on and is opened anew (src/engine/simd/errors.ts). */
const ENGINE_FAILURES: ReadonlySet<string> = new Set([
  'EngineTrapError',
  'EngineHelperLostError',
  'EngineOutOfMemoryError',
]);

/** Backends whose own failures have no name of ours. */
const GRAPHICS: ReadonlySet<string> = new Set(['webgl', 'webgpu'] satisfies BackendId[]);

/** What was asked of the worker and has not happened yet. */
export type RunWish = 'pause' | 'stop' | 'step' | 'reset' | null;

/** How far Train goes on with a run that is done. */
export const MORE_STEPS = 1000;

export const useRunStore = defineStore('run', () => {
  const client = useClient();
  const engine = useEngineStore();
  const notices = useNoticesStore();
  const settings = useSettingsStore();

  const state = shallowRef<RunState>({ status: 'idle' });
  const run = shallowRef<OpenedRun | null>(null);
  const config = shallowRef<RunConfig | null>(null);
  const history = shallowRef<HistoryPoint[]>([]);
  /** Counts appends: the array itself stays the same. */
  const historyVersion = shallowRef(0);
  const timeline = shallowRef<readonly TimelineFrame[]>([]);
  const saved = shallowRef<{ readonly step: number; readonly at: number | null } | null>(null);
  const saveProblem = shallowRef<string | null>(null);
  const wish = shallowRef<RunWish>(null);
  let loading: AbortController | null = null;
  let historyTimer: ReturnType<typeof setTimeout> | undefined;

  const step = computed(() => Math.max(stepOf(state.value), history.value.at(-1)?.step ?? 0));
  const rate = computed(() => stepsPerSecond(history.value));
  const timeLeft = computed(() => secondsLeft(step.value, config.value?.steps ?? 0, rate.value));
  const busy = computed(() => isBusy(state.value));
  /** Whether the run failed because its engine did. */
  const isEngineFailure = computed(() => {
    if (state.value.status !== 'failed') return false;
    const { name } = state.value.error;
    const onGraphics = engine.state.status === 'ready' && GRAPHICS.has(engine.state.report.backend);
    return ENGINE_FAILURES.has(name) || (onGraphics && name === 'Error');
  });
  /** Settings that the open run does not use and that cannot change while it lives. */
  const pending = computed(() => (run.value?.imported ? [] : pendingSettings(config.value, settings.config)));

  function apply(transition: RunTransition): void {
    state.value = reduceRunState(state.value, transition);
  }

  function show(opened: OpenedRun): void {
    run.value = opened;
    config.value = opened.config;
    history.value = [...opened.history];
    historyVersion.value++;
    timeline.value = opened.timeline;
    saved.value = opened.step > 0 ? { step: opened.step, at: null } : null;
    saveProblem.value = null;
    apply(
      opened.step >= opened.config.steps
        ? { kind: 'finish', step: opened.step }
        : { kind: 'pause', step: opened.step },
    );
  }

  function clear(): void {
    run.value = null;
    config.value = null;
    history.value = [];
    historyVersion.value++;
    timeline.value = [];
    saved.value = null;
    saveProblem.value = null;
    apply({ kind: 'reset' });
  }

  /** Whoever draws hears of new points a few times a second, and at once when the run stands still. */
  function showHistory(): void {
    clearTimeout(historyTimer);
    historyTimer = undefined;
    triggerRef(history);
    historyVersion.value++;
  }
  function noticeHistory(): void {
    historyTimer ??= setTimeout(showHistory, SHOW_HISTORY_MS);
  }

  client.subscribe((event) => {
    switch (event.kind) {
      case 'run/changed':
        if (event.runId === run.value?.id) {
          showHistory();
          apply(event.transition);
        } else if (event.transition.kind === 'load' && state.value.status === 'loading')
          apply(event.transition);
        break;
      case 'run/history':
        if (event.runId !== run.value?.id) return;
        history.value.push(...event.points);
        noticeHistory();
        break;
      case 'run/samples':
        if (event.runId === run.value?.id) timeline.value = addFrame(timeline.value, event.frame);
        break;
      case 'run/saved':
        if (event.runId !== run.value?.id) return;
        saved.value = { step: event.step, at: event.savedAt };
        saveProblem.value = null;
        break;
      case 'run/saveFailed':
        if (event.runId !== run.value?.id) return;
        saveProblem.value = event.error.message;
        notices.report(new RemoteError(event.error));
        break;
      case 'client/restarting':
        apply({ kind: 'load', what: 'Starting the engine again', fraction: null });
        break;
      case 'client/restarted':
        if (event.run) {
          show(event.run);
          if (event.reason.name === 'StoppedInMidStep')
            notices.say(
              'Stopped',
              event.reason.message,
              `The run stands at its last save, step ${event.run.step}.`,
            );
          if (event.resumed) apply({ kind: 'run', step: event.run.step });
        } else if (event.runError) {
          apply({ kind: 'fail', error: event.runError, keptStep: saved.value?.step ?? null });
        } else clear();
        break;
      case 'client/gaveUp':
        apply({ kind: 'fail', error: event.error, keptStep: saved.value?.step ?? null });
        break;
    }
  });

  /** Opens a run with a request that may take long; a failure becomes the state, a cancel leads back. */
  async function load(what: string, open: (signal: AbortSignal) => Promise<OpenedRun>): Promise<boolean> {
    loading?.abort();
    const own = new AbortController();
    loading = own;
    clear();
    apply({ kind: 'load', what, fraction: null });
    try {
      show(await open(own.signal));
      return true;
    } catch (error) {
      if (error instanceof AbortedError) {
        if (loading === own) clear();
      } else apply({ kind: 'fail', error: toWireError(error), keptStep: null });
      return false;
    } finally {
      if (loading === own) loading = null;
    }
  }

  const onProgress = (what: string, fraction: number | null) => {
    if (state.value.status === 'loading') apply({ kind: 'load', what, fraction });
  };
  const whileLoading = (signal: AbortSignal) => ({ signal, onProgress, abortPatienceMs: STOP_PATIENCE_MS });

  function start(): Promise<boolean> {
    const wanted = settings.config;
    if (!wanted) return Promise.resolve(false);
    return load('Preparing the run', (signal) =>
      client.request('run/start', { config: wanted }, whileLoading(signal)),
    );
  }

  /** Opens a saved run at its last checkpoint, paused, and takes its settings over; where it runs stays as it is. */
  async function open(id: string): Promise<boolean> {
    const opened = await load('Opening the saved run', (signal) =>
      client.request('run/open', { id }, whileLoading(signal)),
    );
    // The settings of an imported generator start nothing.
    if (opened && config.value && !run.value?.imported) {
      const { backend = 'auto', threads = 0 } = settings.config ?? {};
      settings.adopt({ ...config.value, backend, threads });
    }
    return opened;
  }

  async function attempt(action: () => Promise<unknown>): Promise<void> {
    try {
      await action();
    } catch (error) {
      notices.report(error);
    }
  }

  /** A run to take steps with: the open one, or a new one where none is or where step 0 has other settings. */
  async function ensureRun(): Promise<boolean> {
    const id = run.value?.id;
    if (state.value.status === 'failed') {
      if (isEngineFailure.value) await engine.reopen();
      const kept = state.value.keptStep ?? saved.value?.step ?? null;
      return id && kept !== null ? open(id) : start();
    }
    if (!id || (step.value === 0 && pending.value.length > 0)) return start();
    return true;
  }

  const train = () =>
    attempt(async () => {
      if (busy.value || !(await ensureRun()) || !config.value) return;
      if (config.value.steps <= step.value) {
        const steps = step.value + MORE_STEPS;
        settings.set('steps', steps);
        await setLive({ steps });
      }
      await client.request('run/play', {});
    });

  /** Goes on from the last save on another backend. */
  const trainOn = (backend: BackendId) =>
    attempt(async () => {
      settings.set('backend', backend);
      await engine.open(backend, settings.config?.threads ?? 0);
      await train();
    });

  const takeStep = () =>
    attempt(async () => {
      if (busy.value || wish.value) return;
      wish.value = 'step';
      try {
        if (await ensureRun()) await client.request('run/step', {});
      } finally {
        wish.value = null;
      }
    });

  async function save(): Promise<void> {
    const summary = await client.request('run/save', {});
    saved.value = { step: summary.step, at: summary.savedAt };
    saveProblem.value = null;
  }

  async function halt(why: RunWish, patienceMs: number): Promise<void> {
    wish.value = why;
    try {
      const outcome = await client.halt(patienceMs);
      if (why === 'stop' && outcome === 'paused') await save();
    } finally {
      wish.value = null;
    }
  }

  /** Waits for the step in progress, loses nothing. */
  const pause = () =>
    attempt(async () => {
      if (state.value.status === 'running') await halt('pause', PAUSE_PATIENCE_MS);
    });

  /** Stops now, also in the middle of a step or of loading, and saves. */
  const stop = () =>
    attempt(async () => {
      if (loading) return loading.abort();
      if (state.value.status === 'running') {
        const short = rate.value !== null && 1 / rate.value < SHORT_STEP_SECONDS;
        const stopping = halt('stop', short ? TIDY_PATIENCE_MS : STOP_PATIENCE_MS);
        apply({ kind: 'pause', step: step.value }); // for the person it has stopped, whatever the worker still does
        await stopping;
      } else if (run.value) await save();
    });

  /** Back to nothing; a run that took steps stays among the saved runs. */
  const reset = () =>
    attempt(async () => {
      loading?.abort();
      if (state.value.status === 'running') await halt('reset', STOP_PATIENCE_MS);
      if (run.value) await client.request('run/close', { discard: step.value === 0 });
      clear();
    });

  /** Changes the open run; takes effect at its next step. */
  async function setLive(live: LiveSettings): Promise<void> {
    config.value = await client.request('run/set', live);
  }

  return {
    state,
    run,
    config,
    history,
    historyVersion,
    timeline,
    saved,
    saveProblem,
    wish,
    step,
    rate,
    timeLeft,
    busy,
    isEngineFailure,
    pending,
    train,
    trainOn,
    takeStep,
    pause,
    stop,
    reset,
    open,
    start,
    setLive,
    clear,
  };
});
