// At which of the places that train the open run belongs.
import { computed, type ComputedRef } from 'vue';
import { useCatalogStore } from '../../stores/catalogStore';
import { useRunStore } from '../../stores/runStore';
import { useSettingsStore } from '../../stores/settingsStore';
import { pathOf, type TrainingPath } from '../../stores/trainingPlaces';
import { words } from './words';

const NAMES = {
  '/train': 'places.train',
  '/translate': 'places.translate',
} as const satisfies Readonly<Record<TrainingPath, string>>;

export const placeName = (path: TrainingPath): string => words(NAMES[path]);

/** The other place, while the open run is one of its tasks; else null. Call within a component's setup. */
export function useRunPlace(): ComputedRef<TrainingPath | null> {
  const catalog = useCatalogStore();
  const run = useRunStore();
  const settings = useSettingsStore();
  return computed(() => {
    if (!run.config) return null;
    const path = pathOf(catalog.task(run.config.task));
    return path === settings.path ? null : path;
  });
}
