// The classifier of the Judge page: what is open, what it has said so far, and the buttons. It is followed like any run
// (stores/followRun); drawing lives elsewhere.
import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import { RemoteError } from '../../core/errors';
import type { ClassifierMoment } from '../../core/classifierMoment';
import type { OpenedClassifier } from '../../protocol';
import { useClient } from '../../stores/clientKey';
import { followRun } from '../../stores/followRun';
import { useNoticesStore } from '../../stores/noticesStore';
import type { AccuracyPoint } from '../../ui/naming/namedTable';

/** Steps that it learns until it asks again. */
export const STEPS_AT_A_TIME = 400;
/** The task that the page is about. */
export const TASK = 'classifier';
const SEED = 1;
const SHOW_HISTORY_MS = 400;

export type JudgeStatus = 'closed' | 'loading' | 'paused' | 'learning';

export const useJudgeStore = defineStore('judge', () => {
  const client = useClient();
  const notices = useNoticesStore();
  const { state, config, history, historyVersion, step, apply, show, hear, clear } = followRun({
    showHistoryEveryMs: SHOW_HISTORY_MS,
    onTrouble: (error) => notices.report(new RemoteError(error)),
  });
  const opened = shallowRef<OpenedClassifier | null>(null);
  const latest = shallowRef<ClassifierMoment | null>(null);
  /** Oldest first; the first before it had learnt anything. */
  const accuracies = shallowRef<readonly AccuracyPoint[]>([]);
  /** The step that it is to reach. */
  const goal = shallowRef(0);
  const status = computed((): JudgeStatus => {
    if (state.value.status === 'loading') return 'loading';
    if (!opened.value) return 'closed';
    return state.value.status === 'running' ? 'learning' : 'paused';
  });
  const loading = computed(() => (state.value.status === 'loading' ? state.value : null));
  /** Whether it was interrupted on its way. */
  const isUnfinished = computed(() => step.value > 0 && step.value < goal.value);
  /** Step at which one of the looked-for data set was saved; null where none was. */
  const begun = shallowRef<number | null>(null);
  let abort: AbortController | null = null;

  function drop(): void {
    opened.value = null;
    latest.value = null;
    accuracies.value = [];
    clear();
  }

  client.subscribe((event) => {
    if (event.kind === 'client/restarting') drop();
    if (!('runId' in event) || event.runId !== opened.value?.run.id) return;
    if (event.kind === 'classifier/moment') {
      const { step: at, accuracy } = event.moment;
      latest.value = event.moment;
      accuracies.value = [...accuracies.value.filter((one) => one.step !== at), { step: at, accuracy }];
    } else hear(event);
    if (event.kind !== 'run/changed' || event.transition.kind !== 'fail') return;
    notices.report(new RemoteError(event.transition.error));
    drop();
  });

  async function attempt(action: () => Promise<unknown>): Promise<boolean> {
    try {
      await action();
      return true;
    } catch (error) {
      notices.report(error);
      return false;
    }
  }

  /** Whether a classifier of the data set has begun on this device. */
  async function lookFor(dataset: string): Promise<void> {
    begun.value = null;
    await attempt(async () => {
      const { runs } = await client.request('runs/list', {});
      const found = runs.find(
        ({ config: own }) => own.task === TASK && own.dataset === dataset && own.seed === SEED,
      );
      begun.value = found?.step ?? null;
    });
  }

  /** Opens the classifier of a data set: a new one, or the one that has begun on this device. */
  async function open(dataset: string): Promise<void> {
    abort?.abort();
    drop();
    const own = new AbortController();
    abort = own;
    apply({ kind: 'load', what: 'Opening the data set', fraction: null });
    const done = await attempt(async () => {
      const onProgress = (what: string, fraction: number | null) => {
        if (abort === own) apply({ kind: 'load', what, fraction });
      };
      const found = await client.request(
        'classifier/open',
        { dataset, seed: SEED },
        { signal: own.signal, onProgress },
      );
      if (abort !== own) return;
      opened.value = found;
      latest.value = found.moment;
      accuracies.value = found.accuracies;
      goal.value = found.run.config.steps;
      show(found.run);
    });
    if (abort === own && !done) drop();
  }

  /** Goes on learning, with the data set opened first if need be. */
  async function learn(dataset: string): Promise<void> {
    if (config.value?.dataset !== dataset) await open(dataset);
    if (status.value !== 'paused') return;
    await attempt(async () => {
      ({ goal: goal.value } = await client.request('classifier/play', { steps: STEPS_AT_A_TIME }));
    });
  }

  const pause = () => attempt(() => client.request('classifier/pause', {}));

  /** Ends it, and deletes what was saved of it; while it is being opened, stops that. */
  async function forget(): Promise<void> {
    abort?.abort();
    abort = null;
    if (opened.value) await attempt(() => client.request('classifier/forget', {}));
    begun.value = null;
    drop();
  }

  return {
    ...{ status, opened, latest, accuracies, history, historyVersion, step, goal, isUnfinished, loading },
    ...{ begun, lookFor, open, learn, pause, forget },
  };
});
