// Asks anew whenever the run has moved on, but never while the page is hidden, and at most so often: training keeps its time.
import { onScopeDispose, watch } from 'vue';
import { useRunStore } from '../../stores/runStore';

/** @param ask is called at once, and again after steps */
export function useMoments(ask: () => void, everyMs: number): void {
  const run = useRunStore();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = -Infinity;
  const now = (): void => {
    timer = undefined;
    if (document.hidden) return;
    last = performance.now();
    ask();
  };
  watch(
    [() => run.run?.id, () => run.step],
    () => {
      if (run.run) timer ??= setTimeout(now, Math.max(0, last + everyMs - performance.now()));
    },
    { immediate: true },
  );
  onScopeDispose(() => clearTimeout(timer));
}
