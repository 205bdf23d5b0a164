// What an instructor has chosen for a lesson link so far, and the link that comes of it. It opens the settings that stand in
// the form now, with a seed of its own where one was given.
import { computed, reactive, ref } from 'vue';
import {
  OPEN_LOCK,
  PANELS,
  type ControlRight,
  type PageLock,
  type PanelId,
} from '../../core/pageLock/define';
import { writePageLock } from '../../core/pageLock/write';
import { pageQuery, runLink } from '../../stores/address';
import { useSettingsStore } from '../../stores/settingsStore';
import { qrModules } from '../../ui/qr/modules';

export type PauseBy = 'never' | 'steps' | 'minutes';

/** Call within a component's setup. */
export function usePrepared() {
  const settings = useSettingsStore();
  const others = ref<ControlRight>(OPEN_LOCK.others);
  /** Of those that are not as all others. */
  const rights = ref<Readonly<Record<string, ControlRight>>>({});
  const shown = reactive(new Set<PanelId>(PANELS));
  const pauseBy = ref<PauseBy>('never');
  const steps = ref(500);
  const minutes = ref(5);
  const note = ref('');
  const seed = ref<number | null>(null);

  function setRight(key: string, right: ControlRight | ''): void {
    const rest = Object.entries(rights.value).filter(([name]) => name !== key);
    rights.value = Object.fromEntries(right === '' ? rest : [...rest, [key, right]]);
  }

  function setPanel(panel: PanelId, on: boolean): void {
    if (on) shown.add(panel);
    else shown.delete(panel);
  }

  const lock = computed<PageLock>(() => ({
    others: others.value,
    rights: rights.value,
    panels: PANELS.filter((panel) => shown.has(panel)),
    pauseEvery:
      pauseBy.value === 'steps'
        ? { steps: steps.value }
        : pauseBy.value === 'minutes'
          ? { minutes: minutes.value }
          : null,
    note: note.value.trim(),
  }));
  const link = computed(() => {
    const query = new URLSearchParams(settings.query);
    if (seed.value !== null) query.set('seed', String(seed.value));
    return runLink(
      location.href,
      pageQuery(query.toString(), null, writePageLock(lock.value)),
      settings.path,
    );
  });
  const qr = computed(() => qrModules(link.value));

  return { others, rights, shown, pauseBy, steps, minutes, note, seed, setRight, setPanel, link, qr };
}
