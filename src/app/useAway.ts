// A tab that nobody looks at goes on training; when the person is back, the page says how far it came, or that the browser
// held it still.
import { onScopeDispose } from 'vue';
import { useNoticesStore } from '../stores/noticesStore';
import { useRunStore } from '../stores/runStore';
import { duration } from '../ui/numberFormat';
import { words } from './words';

/** Whoever looks away for less needs no report. */
const WORTH_SAYING_MS = 20_000;

export function useAway(): void {
  const run = useRunStore();
  const notices = useNoticesStore();
  let left: { readonly atMs: number; readonly id: string; readonly step: number } | null = null;

  function onVisibility(): void {
    if (document.hidden) {
      const trains = run.state.status === 'running' && run.run !== null;
      left = trains && run.run ? { atMs: performance.now(), id: run.run.id, step: run.step } : null;
      return;
    }
    const since = left;
    left = null;
    if (!since || run.run?.id !== since.id) return;
    const awayMs = performance.now() - since.atMs;
    if (awayMs < WORTH_SAYING_MS) return;
    const time = duration(awayMs / 1000);
    const steps = run.step - since.step;
    if (steps > 0) notices.say(words('away.wentOn'), words('away.steps', { steps, time }));
    else if (run.state.status === 'running')
      notices.say(words('away.waited'), words('away.held', { time }), words('away.hint'));
  }

  document.addEventListener('visibilitychange', onVisibility);
  onScopeDispose(() => document.removeEventListener('visibilitychange', onVisibility));
}
