// What is known of a run that a worker trains, from the events that it sends: state, history, samples, measurements, saves.
// The page's open run and each side of the lab are followed by this. Asks the worker for nothing, knows no store.
import { computed, shallowRef, triggerRef } from 'vue';
import type { ClientEvent } from '../client/client';
import type { ClassifierMoment } from '../core/classifierMoment';
import type { WireError } from '../core/errors';
import type { HistoryPoint, TimelineFrame } from '../core/history';
import type { HealthNote, MeasurePoint } from '../core/measures';
import type { RunConfig } from '../core/runConfig';
import { reduceRunState, stepOf, type RunState, type RunTransition } from '../core/runState';
import type { OpenedRun, WorkerEvent } from '../protocol';
import { addFrame } from './timeline';

export interface FollowOptions {
  /** Whoever draws hears of new points this often; at once when the run stands still. */
  readonly showHistoryEveryMs: number;
  /** Saving or measuring failed, or what was saved is gone; the run goes on. */
  readonly onTrouble?: (error: WireError) => void;
  /** The worker was replaced, and this run stands at its last save; null where there is none any more. */
  readonly onRestarted?: (reason: WireError, run: OpenedRun | null) => void;
}

/** `hear` takes every event of a client; `apply`, `show` and `clear` are for what is known before the worker tells. */
export function followRun({ showHistoryEveryMs, onTrouble, onRestarted }: FollowOptions) {
  const state = shallowRef<RunState>({ status: 'idle' });
  const run = shallowRef<OpenedRun | null>(null);
  /** As the worker confirmed it last. */
  const config = shallowRef<RunConfig | null>(null);
  const history = shallowRef<HistoryPoint[]>([]);
  /** Counts appends: the array itself stays the same. */
  const historyVersion = shallowRef(0);
  const timeline = shallowRef<readonly TimelineFrame[]>([]);
  const measures = shallowRef<readonly MeasurePoint[]>([]);
  const health = shallowRef<readonly HealthNote[]>([]);
  /** Of a network that names pictures: what it says of its test images now; null of any other. */
  const moment = shallowRef<ClassifierMoment | null>(null);
  const saved = shallowRef<{ readonly step: number; readonly at: number | null } | null>(null);
  const saveProblem = shallowRef<string | null>(null);
  const step = computed(() => Math.max(stepOf(state.value), history.value.at(-1)?.step ?? 0));
  let historyTimer: ReturnType<typeof setTimeout> | undefined;

  function apply(transition: RunTransition): void {
    state.value = reduceRunState(state.value, transition);
  }

  function showHistory(): void {
    clearTimeout(historyTimer);
    historyTimer = undefined;
    triggerRef(history);
    historyVersion.value++;
  }

  function take(opened: OpenedRun | null): void {
    run.value = opened;
    config.value = opened?.config ?? null;
    history.value = [...(opened?.history ?? [])];
    timeline.value = opened?.timeline ?? [];
    measures.value = opened?.measures ?? [];
    health.value = opened?.health ?? [];
    moment.value = opened?.naming?.moment ?? null;
    saved.value = opened && opened.step > 0 ? { step: opened.step, at: null } : null;
    saveProblem.value = null;
    showHistory();
  }

  function show(opened: OpenedRun): void {
    take(opened);
    const { step: at } = opened;
    apply(at >= opened.config.steps ? { kind: 'finish', step: at } : { kind: 'pause', step: at });
  }

  function clear(): void {
    take(null);
    apply({ kind: 'reset' });
  }

  const fail = (error: WireError): void =>
    apply({ kind: 'fail', error, keptStep: saved.value?.step ?? null });

  function hearRun(event: Extract<WorkerEvent, { readonly runId: string }>): void {
    switch (event.kind) {
      case 'run/changed':
        showHistory();
        apply(event.transition);
        break;
      case 'run/history':
        history.value.push(...event.points);
        historyTimer ??= setTimeout(showHistory, showHistoryEveryMs);
        break;
      case 'run/samples':
        timeline.value = addFrame(timeline.value, event.frame);
        break;
      case 'run/networks':
        if (run.value) run.value = { ...run.value, networks: event.networks };
        break;
      case 'run/measured':
        measures.value = [...measures.value.filter((one) => one.step !== event.point.step), event.point];
        break;
      case 'classifier/moment':
        moment.value = event.moment;
        break;
      case 'run/health':
        health.value = event.notes;
        break;
      case 'run/measureFailed':
        onTrouble?.(event.error);
        break;
      case 'run/saved':
        saved.value = { step: event.step, at: event.savedAt };
        saveProblem.value = null;
        break;
      case 'run/savedAnew':
        onTrouble?.(event.error);
        break;
      case 'run/saveFailed':
        saveProblem.value = event.error.message;
        onTrouble?.(event.error);
        break;
    }
  }

  function hear(event: WorkerEvent | ClientEvent): void {
    if ('runId' in event) {
      if (event.runId === run.value?.id) hearRun(event);
      else if (event.kind === 'run/changed' && event.transition.kind === 'load')
        if (state.value.status === 'loading') apply(event.transition);
    } else if (event.kind === 'client/restarting') {
      apply({ kind: 'load', what: 'Starting the engine again', fraction: null });
    } else if (event.kind === 'client/restarted') {
      if (event.run) show(event.run);
      else if (event.runError) fail(event.runError);
      else clear();
      onRestarted?.(event.reason, event.run);
      if (event.run && event.resumed) apply({ kind: 'run', step: event.run.step });
    } else if (event.kind === 'client/gaveUp') fail(event.error);
  }

  return {
    ...{ state, run, config, history, historyVersion, timeline, measures, health, moment },
    ...{ saved, saveProblem, step },
    ...{ apply, show, clear, hear, dispose: () => clearTimeout(historyTimer) },
  };
}
