// What a lesson link can hold of the settings that are chosen now.
import { computed } from 'vue';
import { useCatalogStore } from '../../stores/catalogStore';
import { useSettingsStore } from '../../stores/settingsStore';
import { tasksAt } from '../../stores/trainingPlaces';
import { lockableControls, type LockableGroup } from './lockableControls';
import { offeredLosses } from './settingGroups';

/** Call within a component's setup. */
export function useLockableControls() {
  const catalog = useCatalogStore();
  const settings = useSettingsStore();
  return computed<readonly LockableGroup[]>(() => {
    const { config } = settings;
    const { said } = catalog;
    const task = catalog.task(config?.task ?? '');
    const dataset = catalog.dataset(config?.dataset ?? '');
    const model = catalog.model(config?.model ?? '');
    const loss = catalog.loss(config?.loss ?? '');
    if (!said || !config || !task || !dataset || !model || !loss) return [];
    const facts = { task, dataset, model, loss };
    const losses = offeredLosses(said.losses, config, facts);
    return lockableControls(facts, tasksAt(said.tasks, settings.path), losses.length > 0);
  });
}
