// The run on the page: its state, history and samples, and what the buttons do. Drawing and forms live elsewhere.
import { defineStore } from 'pinia';
import { computed, onScopeDispose, shallowRef } from 'vue';
import { AbortedError, RemoteError, toWireError } from '../core/errors';
import { writeRunConfig } from '../core/runConfig';
import type { LiveSettings } from '../core/runParams';
import { isBusy } from '../core/runState';
import type { BackendId, OpenedRun } from '../protocol';
import { useClient } from './clientKey';
import { useEngineStore } from './engineStore';
import { useNoticesStore } from './noticesStore';
import { followRun } from './followRun';
import { secondsLeft, stepsPerSecond } from './rates';
import { carryLiveSettings } from './liveSettings';
import { liveDifferences, pendingSettings } from './settingDifferences';
import { useSettingsStore } from './settingsStore';

/** Stop waits this long for the step in progress, then replaces the worker, which loses what is not saved. */
const STOP_PATIENCE_MS = 300;
/** So much patience where steps are short and the worker is only tidying up (last samples, saving). */
const TIDY_PATIENCE_MS = 3000;
const SHORT_STEP_SECONDS = 0.3;
/** Pause lets the step in progress end; a worker that needs longer than this is taken for stuck. */
const PAUSE_PATIENCE_MS = 15_000;

/** Figures of a run are shown this often. */
const SHOW_HISTORY_MS = 400;

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

  const { apply, show, hear, dispose, ...followed } = followRun({
    showHistoryEveryMs: SHOW_HISTORY_MS,
    onTrouble: (error) => notices.report(new RemoteError(error)),
    onRestarted: (reason, again) => {
      if (again && reason.name === 'StoppedInMidStep')
        notices.say('Stopped', reason.message, `The run stands at its last save, step ${again.step}.`);
      void catchUp();
    },
  });
  const { state, run, config, history, saved, step, clear } = followed;
  onScopeDispose(client.subscribe(hear));
  onScopeDispose(dispose);
  const wish = shallowRef<RunWish>(null);
  let loading: AbortController | null = null;
  let switching: Promise<void> | null = null;

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
  const carrier = carryLiveSettings({
    runId: () => (run.value && !run.value.imported ? run.value.id : null),
    send: (changes) => client.request('run/set', changes),
    confirm: (next) => (config.value = next),
  });
  /** Settings of the form that the open run does not use: they wait for a new one. */
  const pending = computed(() =>
    run.value?.imported ? [] : pendingSettings(config.value, settings.config, carrier.underWay.value),
  );

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

  async function start(): Promise<boolean> {
    const wanted = settings.config;
    if (!wanted) return false;
    const started = await load('Preparing the run', (signal) =>
      client.request('run/start', { config: wanted }, whileLoading(signal)),
    );
    await catchUp();
    return started;
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
      if (config.value.steps <= step.value) await setLive({ steps: step.value + MORE_STEPS });
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
    followed.saveProblem.value = null;
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

  /** Brings changes to the open run. What it refuses is taken back in the form, which shows what the run uses. */
  async function carry(live: LiveSettings): Promise<void> {
    try {
      await carrier.carry(live);
    } catch (error) {
      const used = config.value ? writeRunConfig(config.value) : {};
      for (const key of Object.keys(live)) if (key in used) settings.set(key, used[key]);
      throw error;
    }
  }

  /** Brings to the open run what the form changed while there was no run to change. */
  const catchUp = () =>
    attempt(async () => {
      if (config.value && settings.config) await carry(liveDifferences(config.value, settings.config));
    });

  /** Changes the form and the open run; takes effect at its next step. */
  async function setLive(live: LiveSettings): Promise<void> {
    for (const [key, value] of Object.entries(live)) settings.set(key, value);
    await carry(live);
  }

  /** Opens the engine anew where the form wants another one than there is; the run goes on from where it stands. */
  const matchEngine = (): Promise<void> =>
    (switching ??= switchEngine().finally(() => {
      switching = null;
    }));
  async function switchEngine(): Promise<void> {
    const wanted = settings.config;
    const settled = engine.state.status === 'ready' || engine.state.status === 'failed';
    if (!wanted || !settled || engine.isOpenWith(wanted.backend, wanted.threads)) return;
    const id = run.value?.id;
    const running = state.value.status === 'running';
    const kept = step.value > 0 || Boolean(run.value?.imported);
    if (running) await pause();
    await engine.open(wanted.backend, wanted.threads, wanted);
    if (id && kept && (await open(id)) && running) await train();
    else if (id && !kept) await reset();
    await switchEngine(); // the form may have gone on meanwhile
  }

  /**
   * Edits the settings. What the open run can take over at its next step goes to it at once, another backend or number
   * of threads opens the engine anew, and the rest is `pending`.
   * @param change calls the settings' store
   */
  const edit = (change: () => void) =>
    attempt(async () => {
      const before = settings.config;
      change();
      const after = settings.config;
      if (before && after) await Promise.all([carry(liveDifferences(before, after)), matchEngine()]);
    });

  return {
    ...followed,
    wish,
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
    matchEngine,
    edit,
  };
});
