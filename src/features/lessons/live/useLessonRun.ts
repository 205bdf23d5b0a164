// The page's open run with the exact settings of a lesson: whether it is this one, and what starts it.
import { computed } from 'vue';
import { readRunConfig, writeRunConfig, type RunConfig } from '../../../core/runConfig';
import type { LabSettings } from '../../../core/lab/define';
import { useCatalogStore } from '../../../stores/catalogStore';
import { useLockStore } from '../../../stores/lockStore';
import { words as saidOfLocks } from '../../../stores/lockWords';
import { useNoticesStore } from '../../../stores/noticesStore';
import { useRunStore } from '../../../stores/runStore';
import { useSettingsStore } from '../../../stores/settingsStore';
import { MAY_DIFFER } from '../goals';
import { words } from '../words';

/** What a lesson leaves to the device. */
const OF_THE_DEVICE: readonly string[] = ['backend', 'threads'];

export function useLessonRun(settings: () => LabSettings) {
  const catalog = useCatalogStore();
  const form = useSettingsStore();
  const run = useRunStore();
  const lock = useLockStore();
  const notices = useNoticesStore();

  const config = computed(() => (catalog.catalogue ? readRunConfig(settings(), catalog.catalogue) : null));
  const isOpen = computed(() => {
    if (!run.config || !config.value) return false;
    const [now, wanted] = [writeRunConfig(run.config), writeRunConfig(config.value)];
    const free = [...OF_THE_DEVICE, ...MAY_DIFFER];
    return Object.keys(wanted).every((name) => free.includes(name) || now[name] === wanted[name]);
  });

  /** Says why where the lock of the page holds settings that are not the lesson's. */
  function mayBegin(of: RunConfig): boolean {
    const held = Object.entries(writeRunConfig(of)).filter(
      ([name, value]) => !OF_THE_DEVICE.includes(name) && !lock.isFree(name) && lock.pinned[name] !== value,
    );
    if (held.length > 0) notices.say(words('held.title'), words('held.why'), saidOfLocks('hint'));
    return held.length === 0;
  }

  /** A new run of these settings, where the device computes; what was open is saved. @returns whether there may be one */
  async function begin(): Promise<boolean> {
    if (!config.value || !mayBegin(config.value)) return false;
    const { backend = 'auto', threads = 0 } = form.config ?? {};
    const wanted = { ...config.value, backend, threads };
    if (run.run) await run.reset();
    await run.edit(() => form.adopt(wanted));
    return true;
  }

  async function train(): Promise<void> {
    if (isOpen.value || (await begin())) await run.goOn();
  }

  async function again(): Promise<void> {
    if (await begin()) await run.goOn();
  }

  async function step(): Promise<void> {
    if (isOpen.value || (await begin())) await run.takeStep();
  }

  return { config, isOpen, train, again, step };
}
