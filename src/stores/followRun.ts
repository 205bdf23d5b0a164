// What the page shows of the open run, as the worker tells it: state, history, samples, last save. Asks for nothing.
import { shallowRef, triggerRef } from 'vue';
import type { Client } from '../client/client';
import { RemoteError } from '../core/errors';
import type { HistoryPoint, TimelineFrame } from '../core/history';
import type { RunConfig } from '../core/runConfig';
import { reduceRunState, type RunState, type RunTransition } from '../core/runState';
import type { OpenedRun } from '../protocol';
import type { useNoticesStore } from './noticesStore';
import { addFrame } from './timeline';

const SHOW_HISTORY_MS = 400;

/** Follows the run of a client from now on. `apply`, `show` and `clear` are for what is known before the worker tells. */
export function followRun(client: Client, notices: ReturnType<typeof useNoticesStore>) {
  const state = shallowRef<RunState>({ status: 'idle' });
  const run = shallowRef<OpenedRun | null>(null);
  const config = shallowRef<RunConfig | null>(null);
  const history = shallowRef<HistoryPoint[]>([]);
  /** Counts appends: the array itself stays the same. */
  const historyVersion = shallowRef(0);
  const timeline = shallowRef<readonly TimelineFrame[]>([]);
  const saved = shallowRef<{ readonly step: number; readonly at: number | null } | null>(null);
  const saveProblem = shallowRef<string | null>(null);
  let historyTimer: ReturnType<typeof setTimeout> | undefined;

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

  return { state, run, config, history, historyVersion, timeline, saved, saveProblem, apply, show, clear };
}
