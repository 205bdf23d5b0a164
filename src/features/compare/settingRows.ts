// The settings of several runs as rows of a table, with the words of the catalogue. Pure but for these words.
import type { ParamSpec, ParamValue } from '../../core/paramSpec';
import { ownParams, writeRunConfig, type ConfigVocabulary, type RunConfig } from '../../core/runConfig';
import { RUN_PARAMS } from '../../core/runParams';
import type { Catalogue } from '../../protocol';
import { spoken } from '../../stores/catalogueWords';
import { figure } from '../../ui/numberFormat';
import { ENGINE_PARAMS } from '../../ui/run/settingGroups';
import { words } from './words';

export interface SettingRow {
  readonly key: string;
  readonly label: string;
  /** Of each run; null where it has no such setting. */
  readonly values: readonly (string | null)[];
  readonly differs: boolean;
}

const CHOICES = ['task', 'dataset', 'model', 'loss'] as const;
const LISTS = { task: 'tasks', dataset: 'datasets', model: 'models', loss: 'losses' } as const;

/** All settings by name, those that files leave out among them. */
const pairsOf = (config: RunConfig): Readonly<Record<string, ParamValue>> => ({
  task: config.task,
  frozenLayers: config.frozenLayers,
  ...writeRunConfig(config),
});

function shown(spec: ParamSpec | undefined, value: ParamValue): string {
  if (spec?.kind === 'choice')
    return spec.choices.find((choice) => choice.value === value)?.label ?? String(value);
  if (spec?.kind === 'drawing') return words('settings.drawing');
  if (typeof value === 'number') return figure(value);
  if (typeof value === 'boolean') return words(value ? 'settings.on' : 'settings.off');
  return value === '' ? words('settings.nothing') : value;
}

/** Whole numbers are shown whole: two seeds of ten digits differ in the last. */
export const written = (spec: ParamSpec | undefined, value: ParamValue): string =>
  spec?.kind === 'integer' ? String(value) : shown(spec, value);

/**
 * One row for each setting that any of the runs has.
 * @param catalogue as the page says it
 */
export function settingRows(configs: readonly RunConfig[], catalogue: Catalogue): readonly SettingRow[] {
  const vocabulary: ConfigVocabulary = catalogue;
  const common = new Map<string, ParamSpec>(
    spoken([...RUN_PARAMS, ...ENGINE_PARAMS]).map((spec) => [spec.id, spec]),
  );
  const own = configs.map((config) => new Map(ownParams(config, vocabulary)));
  const pairs = configs.map(pairsOf);
  const keys = [...new Set([...CHOICES, ...pairs.flatMap((pair) => Object.keys(pair))])];
  return keys.map((key): SettingRow => {
    const choice = CHOICES.find((kind) => kind === key);
    const specs = own.map((params) => params.get(key) ?? common.get(key));
    const values = pairs.map((pair, i) => {
      if (!(key in pair)) return null;
      const entry = choice && catalogue[LISTS[choice]].find(({ id }) => id === pair[key]);
      return entry?.label ?? written(specs[i], pair[key]);
    });
    const first = pairs[0]?.[key];
    return {
      key,
      label: choice
        ? words(`settings.${choice}`)
        : key === 'frozenLayers'
          ? words('settings.frozenLayers')
          : (specs.find((spec) => spec !== undefined)?.label ?? key),
      values,
      differs: pairs.some((pair) => pair[key] !== first),
    };
  });
}
