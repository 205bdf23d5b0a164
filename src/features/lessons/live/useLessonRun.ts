// The page's open run with the exact settings of a lesson: whether it is this one, and what starts it.
import { computed } from 'vue';
import { readRunConfig, writeRunConfig } from '../../../core/runConfig';
import type { LabSettings } from '../../../core/lab/define';
import { useCatalogStore } from '../../../stores/catalogStore';
import { useRunStore } from '../../../stores/runStore';
import { useSettingsStore } from '../../../stores/settingsStore';

/** What a lesson leaves to the device. */
const OF_THE_DEVICE = ['backend', 'threads'];

export function useLessonRun(settings: () => LabSettings) {
  const catalog = useCatalogStore();
  const form = useSettingsStore();
  const run = useRunStore();

  const config = computed(() => (catalog.catalogue ? readRunConfig(settings(), catalog.catalogue) : null));
  const isOpen = computed(() => {
    if (!run.config || !config.value) return false;
    const [now, wanted] = [writeRunConfig(run.config), writeRunConfig(config.value)];
    return Object.keys(wanted).every((name) => OF_THE_DEVICE.includes(name) || now[name] === wanted[name]);
  });

  /** A new run of these settings, where the device computes; what was open is saved. */
  async function begin(): Promise<void> {
    if (!config.value) return;
    const { backend = 'auto', threads = 0 } = form.config ?? {};
    const wanted = { ...config.value, backend, threads };
    if (run.run) await run.reset();
    await run.edit(() => form.adopt(wanted));
  }

  async function train(): Promise<void> {
    if (!isOpen.value) await begin();
    await run.goOn();
  }

  async function again(): Promise<void> {
    await begin();
    await run.goOn();
  }

  async function step(): Promise<void> {
    if (!isOpen.value) await begin();
    await run.takeStep();
  }

  return { config, isOpen, train, again, step };
}
