// Whether sweeps wait for being trained, so that the frame of the page fetches their queue only then, kept on the device; and that one
// of their runs was saved, for whoever lists runs. The queue itself is features/compare's.
import { defineStore } from 'pinia';
import { shallowRef } from 'vue';

const KEY = 'ganvas/sweeps-wait';

function kept(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}

export const useSweepFlag = defineStore('sweepFlag', () => {
  const waiting = shallowRef(kept());
  /** Counts runs that were saved, by a worker that only the queue hears. */
  const saved = shallowRef(0);

  function note(now: boolean): void {
    waiting.value = now;
    try {
      if (now) localStorage.setItem(KEY, '1');
      else localStorage.removeItem(KEY);
    } catch {
      // a browser that keeps nothing: the queue lasts until the page is left
    }
  }

  return { waiting, saved, note, noteSaved: () => saved.value++ };
});
