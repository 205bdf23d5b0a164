// Asks the engine whether the settings of the form fit its memory, whenever they change; the settings' store keeps the answer.
// Where asking fails nothing is said: the worker checks again before it starts a run.
import { onScopeDispose, watch } from 'vue';
import { useClient } from '../../stores/clientKey';
import { useEngineStore } from '../../stores/engineStore';
import { useSettingsStore } from '../../stores/settingsStore';

const SETTLE_MS = 150;

export function useMemoryFit(): void {
  const client = useClient();
  const engine = useEngineStore();
  const settings = useSettingsStore();
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function ask(): Promise<void> {
    const { config } = settings;
    if (!config || engine.state.status !== 'ready') return;
    const found = await client.request('model/fit', { config }).catch(() => null);
    settings.noteFit(config, found);
  }

  watch(
    () => [settings.config, engine.state],
    () => {
      clearTimeout(timer);
      timer = setTimeout(() => void ask(), SETTLE_MS);
    },
    { immediate: true },
  );
  onScopeDispose(() => clearTimeout(timer));
}
