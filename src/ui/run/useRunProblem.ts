// Why there are no pictures: the engine's failure, else the run's.
import { computed, type ComputedRef } from 'vue';
import type { WireError } from '../../core/errors';
import { useEngineStore } from '../../stores/engineStore';
import { useRunStore } from '../../stores/runStore';

/** Null while all is well. Call within a component's setup. */
export function useRunProblem(): ComputedRef<WireError | null> {
  const engine = useEngineStore();
  const run = useRunStore();
  return computed(() => {
    if (engine.state.status === 'failed') return engine.state.error;
    return run.state.status === 'failed' ? run.state.error : null;
  });
}
