// What a script that drives the page may ask for (address flag `headless=1`): wait, result, files. Nothing else of
// the page is reachable from outside.
import { watch } from 'vue';
import type { Client } from '../client/client';
import { GanvasError } from '../core/errors';
import type { MeasurePoint } from '../core/measures';
import type { RunConfig } from '../core/runConfig';
import type { EngineReport } from '../protocol';
import { useCatalogStore } from '../stores/catalogStore';
import { useEngineStore } from '../stores/engineStore';
import { useMeasureStore } from '../stores/measureStore';
import { useRunStore } from '../stores/runStore';

/** What `run.json` holds. Seconds are of training only. */
export interface RunRecord {
  readonly config: RunConfig;
  readonly engine: EngineReport;
  readonly cores: number;
  readonly crossOriginIsolated: boolean;
  readonly step: number;
  readonly seconds: number;
  readonly stepsPerSecond: number;
  readonly imagesPerSecond: number;
  /** Bytes, null when the backend did not say. */
  readonly peakMemoryBytes: number | null;
  /** Of each logged step its numbers by their names, beside `step` and `seconds`. */
  readonly history: readonly ({ readonly step: number; readonly seconds: number } & Readonly<
    Record<string, number>
  >)[];
  readonly measures: readonly MeasurePoint[];
}

export interface Automation {
  /** Resolves when the step budget is used up; rejects when the run or the engine failed. */
  waitUntilDone(): Promise<void>;
  /**
   * Goes on to `steps` steps in all, which becomes the run's budget; resolves when they are taken.
   * Rejects when the run has taken more already, or fails.
   */
  trainTo(steps: number): Promise<void>;
  /** Presses Train once, for a page that was opened without `autostart`. */
  train(): Promise<void>;
  result(): Promise<{ readonly run: RunRecord }>;
  /** What holds samples of the run: IDX for images, NPY for points. */
  samplesFormat(): 'idx' | 'npy';
  /**
   * `samples` gives `count` samples of the run's seed (images as IDX.gz, points as NPY), `run` the whole run as a zip.
   * @param count for `samples` only; 1000 by default
   */
  file(kind: 'samples' | 'run', count?: number): Promise<Uint8Array<ArrayBuffer>>;
}

declare global {
  interface Window {
    ganvas?: Automation;
  }
}

/** A point in the plane is kept as two channels. */
const POINT_NUMBERS = 2;

class AutomationError extends GanvasError {}

export function createAutomation(client: Client): Automation {
  const run = useRunStore();
  const engine = useEngineStore();
  const measure = useMeasureStore();
  const catalog = useCatalogStore();

  function opened(): { readonly id: string; readonly config: RunConfig } {
    if (!run.run || !run.config) throw new AutomationError('No run is open.', 'Wait until the run is done.');
    return { id: run.run.id, config: run.config };
  }

  function samplesFormat(): 'idx' | 'npy' {
    const { dataset } = opened().config;
    const entry = catalog.catalogue?.datasets.find(({ id }) => id === dataset);
    return entry?.shape[2] === POINT_NUMBERS ? 'npy' : 'idx';
  }

  const waitUntilDone = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const stop = watch(
        () => [run.state, engine.state] as const,
        ([state, engineState]) => {
          const failure =
            state.status === 'failed'
              ? state.error
              : engineState.status === 'failed'
                ? engineState.error
                : null;
          if (!failure && state.status !== 'done') return;
          queueMicrotask(() => stop());
          if (failure) reject(new Error(`${failure.name}: ${failure.message} ${failure.hint}`));
          else resolve();
        },
        { immediate: true, flush: 'sync' },
      );
    });

  return {
    waitUntilDone,
    samplesFormat,

    train: () => run.train(),

    async trainTo(steps) {
      opened();
      if (run.step > steps) {
        throw new AutomationError(
          `The run has taken ${run.step} steps already, more than ${steps}.`,
          'Start a new run.',
        );
      }
      if (run.step === steps) return;
      await run.setLive({ steps });
      await run.train();
      await waitUntilDone();
      if (run.step !== steps)
        throw new AutomationError(
          `The run stands at step ${run.step}, not ${steps}.`,
          'Look at its notices.',
        );
    },

    async result() {
      const { config } = opened();
      if (engine.state.status !== 'ready')
        throw new AutomationError('No engine is open.', 'Wait until it is.');
      const history = run.history.map(({ values, ...at }) => ({ ...at, ...values }));
      const last = history.at(-1);
      const seconds = last?.seconds ?? 0;
      const stepsPerSecond = last && seconds > 0 ? last.step / seconds : 0;
      return {
        run: {
          config,
          engine: engine.state.report,
          cores: navigator.hardwareConcurrency,
          crossOriginIsolated: window.crossOriginIsolated,
          step: run.step,
          seconds,
          stepsPerSecond,
          imagesPerSecond: stepsPerSecond * config.batch,
          peakMemoryBytes: engine.memory?.peakBytes ?? null,
          history,
          measures: [...measure.points],
        },
      };
    },

    async file(kind, count = 1000) {
      const { id, config } = opened();
      if (kind === 'samples') {
        const { seed } = config;
        return (await client.request('samples/file', { format: samplesFormat(), seed, count })).bytes;
      }
      await client.request('run/save', {});
      return (await client.request('runs/export', { id })).bytes;
    },
  };
}

/** Puts the automation where a script finds it; call within the app's context. */
export function offerAutomation(client: Client): void {
  window.ganvas = createAutomation(client);
}
