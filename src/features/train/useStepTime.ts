// How long a training step will take on this device, measured while a person reads what will come. Asked only after a while
// without a change, so that whoever presses Train at once waits for nothing.
import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue';
import { useClient } from '../../stores/clientKey';
import { useEngineStore } from '../../stores/engineStore';
import { useRunStore } from '../../stores/runStore';
import { useSettingsStore } from '../../stores/settingsStore';

const READING_MS = 1000;

/** Milliseconds of a step by the form's settings; null until they are known, or where they cannot be had. */
export function useStepTime(): Readonly<ShallowRef<number | null>> {
  const client = useClient();
  const engine = useEngineStore();
  const settings = useSettingsStore();
  const run = useRunStore();
  const time = shallowRef<number | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;

  async function ask(): Promise<void> {
    const { config } = settings;
    const turn = asked;
    if (!config || run.state.status !== 'idle') return;
    // An estimate less where asking fails: the run will say what is wrong.
    const answer = await client.request('engine/time', { config }).catch(() => null);
    if (turn === asked) time.value = answer?.stepMilliseconds ?? null;
  }

  watch(
    // Idle again: after a reset it is asked anew.
    () => [settings.config, engine.state, run.state.status === 'idle'] as const,
    () => {
      clearTimeout(timer);
      asked++;
      time.value = null;
      if (settings.canRun && engine.state.status === 'ready' && run.state.status === 'idle')
        timer = setTimeout(() => void ask(), READING_MS);
    },
    { immediate: true },
  );
  onScopeDispose(() => {
    clearTimeout(timer);
    asked++;
  });
  return time;
}
