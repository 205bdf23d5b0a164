// The run on the page: its state, history and samples, and what the buttons do. Drawing and forms live elsewhere.
import { defineStore } from 'pinia';
import { computed, onScopeDispose, shallowRef } from 'vue';
import { RemoteError } from '../core/errors';
import { writeRunConfig } from '../core/runConfig';
import { livePairs, type LiveSettings } from '../core/runParams';
import { isBusy } from '../core/runState';
import type { BackendId } from '../protocol';
import { useClient } from './clientKey';
import { useEngineStore } from './engineStore';
import { engineChange } from './engineChange';
import { isEngineFailure } from './engineFailure';
import { lockedRun } from './lockedRun';
import { useNoticesStore } from './noticesStore';
import { followRun } from './followRun';
import { secondsLeft, stepsPerSecond } from './rates';
import { carryLiveSettings } from './liveSettings';
import { loadRuns } from './loadRuns';
import { useOriginStore } from './originStore';
import { PAUSE_PATIENCE_MS, SHORT_STEP_SECONDS, STOP_PATIENCE_MS, TIDY_PATIENCE_MS } from './patience';
import { pendingSettings } from './settingDifferences';
import { useSettingsStore } from './settingsStore';

/** Figures of a run are shown this often. */
const SHOW_HISTORY_MS = 400;

/** What was asked of the worker and has not happened yet. */
export type RunWish = 'pause' | 'stop' | 'step' | 'reset' | null;

/** How far Train goes on with a run that is done. */
export const MORE_STEPS = 1000;

export const useRunStore = defineStore('run', () => {
  const client = useClient();
  const engine = useEngineStore();
  const notices = useNoticesStore();
  const settings = useSettingsStore();
  const origin = useOriginStore();

  const { apply, show, hear, dispose, ...followed } = followRun({
    showHistoryEveryMs: SHOW_HISTORY_MS,
    onTrouble: (error) => notices.report(new RemoteError(error)),
    onRestarted: (reason, again) => {
      if (again && reason.name === 'StoppedInMidStep')
        notices.say('Stopped', reason.message, `The run stands at its last save, step ${again.step}.`);
      void catchUp();
    },
  });
  const { state, run, config, history, saved, step } = followed;
  onScopeDispose(client.subscribe(hear));
  onScopeDispose(dispose);
  const wish = shallowRef<RunWish>(null);
  /** The saved run that was asked for last and could not be opened; null where none was, or another run is open. */
  const awaited = shallowRef<string | null>(null);
  let switching: Promise<void> | null = null;

  /** What a reload should bring back: the open run, once it is saved, or the one that was asked for. */
  const isKept = computed(() => step.value > 0 || Boolean(run.value?.imported));
  const keptId = computed(() => (isKept.value ? (run.value?.id ?? null) : awaited.value));

  const rate = computed(() => stepsPerSecond(history.value));
  const timeLeft = computed(() => secondsLeft(step.value, config.value?.steps ?? 0, rate.value));
  const busy = computed(() => isBusy(state.value));
  /** Whether the run failed because its engine did. */
  const failedWithEngine = computed(() => isEngineFailure(state.value, engine.state));
  const carrier = carryLiveSettings({
    runId: () => (run.value && !run.value.imported ? run.value.id : null),
    send: (changes) => client.request('run/set', changes),
    confirm: (next) => (config.value = next),
  });
  /** Settings of the form that the open run does not use: they wait for a new one. */
  const pending = computed(() =>
    run.value?.imported ? [] : pendingSettings(config.value, settings.config, carrier.underWay.value),
  );

  const locked = lockedRun(step, pending);

  /** No run is open any more, and none is waited for. */
  function clear(): void {
    awaited.value = null;
    followed.clear();
  }

  const loading = loadRuns({
    apply,
    clear: followed.clear,
    show(opened) {
      show(opened);
      awaited.value = null;
    },
    isLoading: () => state.value.status === 'loading',
  });

  async function start(): Promise<boolean> {
    const wanted = settings.config;
    if (!wanted) return false;
    awaited.value = null;
    const from = origin.chosen ? { from: origin.chosen.id } : {};
    const started = await loading.load('Preparing the run', (how) =>
      client.request('run/start', { config: wanted, ...from }, how),
    );
    await catchUp();
    return started;
  }

  /** Opens a saved run at its last checkpoint, paused, and takes its settings over; where it runs stays as it is. */
  async function open(id: string): Promise<boolean> {
    awaited.value = id;
    origin.chosen = null;
    const opened = await loading.load('Opening the saved run', (how) =>
      client.request('run/open', { id }, how),
    );
    if (state.value.status === 'idle') awaited.value = null; // cancelled
    // The settings of an imported generator start nothing.
    if (opened && config.value && !run.value?.imported) {
      const { backend = 'auto', threads = 0 } = settings.config ?? {};
      settings.adopt({ ...config.value, backend, threads });
      const change = run.value && engineChange(run.value, engine.state);
      if (change) notices.say('Another engine', change.message, change.hint);
    }
    return opened;
  }

  /** Opens a copy of the run that cannot be opened here, for example because another tab has it. */
  const openCopy = () =>
    attempt(async () => {
      if (awaited.value === null) return;
      const { id } = await client.request('runs/duplicate', { id: awaited.value });
      await open(id);
    });

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
      if (failedWithEngine.value) await engine.reopen();
      const kept = state.value.keptStep ?? saved.value?.step ?? null;
      const again = awaited.value ?? (kept === null ? undefined : id);
      return again === undefined ? start() : open(again);
    }
    if (!id) return awaited.value === null ? start() : open(awaited.value);
    return step.value === 0 && pending.value.length > 0 ? start() : true;
  }

  const play = (ready: () => Promise<boolean>) =>
    attempt(async () => {
      if (busy.value || !(await ready()) || !config.value) return;
      const isDone = config.value.steps <= step.value;
      if (isDone && !locked.mayTakeMore()) return;
      if (isDone) await setLive({ steps: step.value + MORE_STEPS });
      await client.request('run/play', locked.manner());
    });
  /** The open run goes on, whatever waits in the form; where none is open, a new one begins. */
  const goOn = () => play(async () => locked.mayGoOn() && ensureRun());
  /** A new run of the form's settings; the open one is saved and closed. */
  const trainNew = () => play(start);
  /** Whether Train begins a new run, because the form asks for another than the open one. */
  const beginsAnew = computed(
    () => run.value !== null && state.value.status !== 'failed' && pending.value.length > 0,
  );
  const train = () => (beginsAnew.value ? trainNew() : goOn());

  /** Goes on from the last save on another backend. */
  const trainOn = (backend: BackendId) =>
    attempt(async () => {
      settings.moveTo(backend);
      await engine.open(backend, settings.config?.threads ?? 0);
      await goOn();
    });

  const takeStep = () =>
    attempt(async () => {
      if (busy.value || wish.value) return;
      wish.value = 'step';
      try {
        if (locked.mayGoOn() && (await ensureRun())) await client.request('run/step', {});
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
      if (loading.abort()) return;
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
      loading.abort();
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
      for (const key of Object.keys(livePairs(live))) if (key in used) settings.set(key, used[key]);
      throw error;
    }
  }

  /** Brings to the open run what the form changed while there was no run to change. */
  const catchUp = () =>
    attempt(async () => {
      if (config.value) await carry(settings.liveChanges(config.value));
    });

  /** Changes the form and the open run; takes effect at its next step. */
  async function setLive(live: LiveSettings): Promise<void> {
    const free = locked.freeOf(live);
    for (const [key, value] of Object.entries(livePairs(free))) settings.set(key, value);
    await carry(free);
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
    const kept = isKept.value;
    if (running) await pause();
    await engine.open(wanted.backend, wanted.threads, wanted);
    if (id && kept && (await open(id)) && running) await goOn();
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
      if (before && after) await Promise.all([carry(settings.liveChanges(before)), matchEngine()]);
    });

  return {
    ...followed,
    ...{ wish, rate, timeLeft, busy, pending, awaited, keptId, beginsAnew },
    ...{ isEngineFailure: failedWithEngine, isOther: locked.isOther },
    ...{ clear, open, openCopy, start, train, goOn, trainNew, trainOn, takeStep, pause, stop, reset },
    ...{ setLive, matchEngine, edit },
  };
});
