// The networks and a few real images: of the open run, or of what the settings would start.
import { computed, onScopeDispose, shallowRef, watch, type ComputedRef } from 'vue';
import type { ImageBatch } from '../../core/history';
import { isPlane } from '../../core/pointModes';
import type { NamedNetwork } from '../../protocol';
import { useCatalogStore } from '../../stores/catalogStore';
import { useClient } from '../../stores/clientKey';
import { useEngineStore } from '../../stores/engineStore';
import { useNoticesStore } from '../../stores/noticesStore';
import { useRunStore } from '../../stores/runStore';
import { useSettingsStore } from '../../stores/settingsStore';

export interface Networks {
  readonly networks: readonly NamedNetwork[];
  readonly latentSize: number;
  readonly estimatedPeakBytes: number;
}

const SETTLE_MS = 250;
const PREVIEW_IMAGES = 25;
/** Points are no larger than a dot. */
const PREVIEW_POINTS = 600;

export function useNetworks(): {
  networks: ComputedRef<Networks | null>;
  realImages: ComputedRef<ImageBatch | null>;
} {
  const client = useClient();
  const catalog = useCatalogStore();
  const engine = useEngineStore();
  const notices = useNoticesStore();
  const run = useRunStore();
  const settings = useSettingsStore();
  const described = shallowRef<Networks | null>(null);
  const preview = shallowRef<ImageBatch | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function look(): Promise<void> {
    const config = settings.config;
    if (!settings.canRun) described.value = null;
    if (!config || !settings.canRun || run.run || engine.state.status !== 'ready') return;
    try {
      described.value = await client.request('model/describe', { config });
      // Downloading waits for Train; what is made in the page can be looked at before.
      const { origin, shape } = catalog.dataset(config.dataset) ?? { origin: 'files', shape: [] };
      const count = isPlane(shape) ? PREVIEW_POINTS : PREVIEW_IMAGES;
      preview.value =
        origin === 'embedded' ? await client.request('dataset/preview', { config, count }) : null;
    } catch (error) {
      described.value = null;
      if (run.state.status === 'idle') notices.report(error);
    }
  }

  watch(
    () => [settings.config, run.run, engine.state.status],
    () => {
      clearTimeout(timer);
      timer = setTimeout(() => void look(), SETTLE_MS);
    },
    { immediate: true },
  );
  onScopeDispose(() => clearTimeout(timer));

  return {
    networks: computed(() => run.run ?? described.value),
    realImages: computed(() => run.run?.realImages ?? preview.value),
  };
}
