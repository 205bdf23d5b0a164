// The open run, where it draws pictures from noise: what all games are played with.
import { computed, type ComputedRef } from 'vue';
import { isPlane } from '../../core/pointModes';
import type { OpenedRun } from '../../protocol';
import { useRunStore } from '../../stores/runStore';

export function useOpenRun(): ComputedRef<OpenedRun | null> {
  const run = useRunStore();
  return computed(() => {
    const now = run.run;
    if (!now || now.latentSize === 0) return null;
    const { height, width, channels } = now.realImages;
    return isPlane([height, width, channels]) ? null : now;
  });
}
