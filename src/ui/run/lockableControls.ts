// Every setting that a place offers, by its label, as a lesson link can hold it: choices first, then the form's groups.
import type { TaskFacts } from '../../core/taskFacts';
import { frontSettings, settingGroups, type Chosen } from './settingGroups';
import { words } from './words';

export interface LockableControl {
  /** Plain name, as links have it. */
  readonly key: string;
  readonly label: string;
}

export interface LockableGroup {
  /** Null for those in front. */
  readonly name: string | null;
  readonly controls: readonly LockableControl[];
}

/** @param tasks that can be chosen at the place; @param hasLosses whether a loss can be chosen */
export function lockableControls(
  chosen: Chosen,
  tasks: readonly TaskFacts[],
  hasLosses: boolean,
): readonly LockableGroup[] {
  const choices: readonly (readonly [string, string, boolean])[] = [
    ['task', words('panel.task'), tasks.length > 1],
    ['dataset', words('panel.dataset'), true],
    ['model', words('panel.model'), chosen.task?.ownNetworks !== true],
    ['loss', words('panel.loss'), hasLosses],
  ];
  const labelled = (fields: ReturnType<typeof frontSettings>): LockableControl[] =>
    fields.map(({ key, spec }) => ({ key, label: spec.label }));
  const front = [
    ...choices.flatMap(([key, label, isOffered]) => (isOffered ? [{ key, label }] : [])),
    ...labelled(frontSettings(chosen)),
  ];
  return [
    { name: null, controls: front },
    ...settingGroups(chosen).map(({ name, fields }) => ({ name, controls: labelled(fields) })),
    { name: words('frozen.title'), controls: [{ key: 'frozenLayers', label: words('frozen.title') }] },
  ];
}
