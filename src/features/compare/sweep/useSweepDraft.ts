// The sweep that the form describes: which settings, values and seeds, what runs come of it, and what is wrong with them.
import { computed, reactive, ref, watch } from 'vue';
import { incompatibilities } from '../../../core/compatibility';
import { InvalidValueError } from '../../../core/errors';
import type { ParamSpec, ParamValue } from '../../../core/paramSpec';
import { runLinkQuery, type RunConfig } from '../../../core/runConfig';
import { plannedRuns, plannedValues, readSeeds, sweptConfig, type SweepPlan } from '../../../core/sweep';
import { decimalSign } from '../../../i18n/language';
import { inWords } from '../../../stores/catalogueWords';
import { useCatalogStore } from '../../../stores/catalogStore';
import { useLockStore } from '../../../stores/lockStore';
import { useSettingsStore } from '../../../stores/settingsStore';
import { figure } from '../../../ui/numberFormat';
import type { SettingField } from '../../../ui/run/settingGroups';
import { MOST_SWEPT_RUNS } from '../../../stores/keptSweeps';
import { MOST_LINES, readValues, sweepable, type ReadValues } from './sweptSettings';
import { words } from './words';

/** One of the settings, as it is being written. */
export interface DraftSetting {
  /** Empty where none is chosen. */
  key: string;
  /** Numbers as they were typed. */
  text: string;
  /** Of what is chosen from. */
  picked: readonly ParamValue[];
}

const FIRST = 'batch';

/** What a person may want to see beside the value that stands. */
function suggested(spec: ParamSpec, standing: ParamValue): Pick<DraftSetting, 'text' | 'picked'> {
  if (spec.kind !== 'number' && spec.kind !== 'integer') return { text: '', picked: [standing] };
  const value = Number(standing);
  const within = (wanted: number): number => Math.min(spec.max, Math.max(spec.min, wanted));
  const near = [value / 2, value, value * 2]
    .map(within)
    .map((one) => (spec.kind === 'integer' ? Math.round(one) : one));
  return { text: [...new Set(near)].map(figure).join('  '), picked: [] };
}

/** Call within a component's setup. */
export function useSweepDraft() {
  const catalog = useCatalogStore();
  const settings = useSettingsStore();
  const lock = useLockStore();
  const drafts = reactive<[DraftSetting, DraftSetting]>([
    { key: '', text: '', picked: [] },
    { key: '', text: '', picked: [] },
  ]);
  const seeds = ref('1-3');
  const steps = ref<number | null>(null);
  const name = ref('');

  const groups = computed(() => {
    if (!settings.config || !catalog.said) return [];
    return sweepable(settings.config, catalog.said)
      .map((group) => ({ ...group, fields: group.fields.filter(({ key }) => lock.isFree(key)) }))
      .filter(({ fields }) => fields.length > 0);
  });
  const fields = computed(() => groups.value.flatMap((group) => group.fields));
  const fieldOf = (key: string): SettingField | undefined => fields.value.find((field) => field.key === key);

  function choose(index: 0 | 1, key: string): void {
    const field = fieldOf(key);
    const standing = settings.values[key] ?? settings.config?.task ?? '';
    drafts[index] = {
      key: field ? key : '',
      ...(field ? suggested(field.spec, standing) : { text: '', picked: [] }),
    };
  }
  // What stands at Train may be of another task by now, whose settings are others.
  watch(
    fields,
    (now) => {
      drafts.forEach(({ key }, i) => {
        if (key !== '' && !now.some((field) => field.key === key)) choose(i === 0 ? 0 : 1, '');
      });
      if (drafts[0].key === '' && now.length > 0) choose(0, (fieldOf(FIRST) ?? now[0]).key);
    },
    { immediate: true },
  );

  function readOf({ key, text, picked }: DraftSetting): ReadValues {
    const spec = fieldOf(key)?.spec;
    if (!spec) return { ok: true, values: [] };
    return spec.kind === 'number' || spec.kind === 'integer'
      ? readValues(spec, text, decimalSign())
      : { ok: true, values: [...picked] };
  }
  const read = computed(() => drafts.map(readOf));

  const seedList = computed(() => readSeeds(seeds.value, MOST_SWEPT_RUNS));
  /** A seed that a link fixes is the only one. */
  const fixedSeed = computed(() => (lock.isFree('seed') ? null : (settings.config?.seed ?? null)));

  const plan = computed((): SweepPlan | null => {
    const { config } = settings;
    const all = fixedSeed.value === null ? seedList.value : [fixedSeed.value];
    if (!config || !catalog.catalogue || !all) return null;
    const swept = drafts.flatMap(({ key }, i) => {
      const found = read.value[i];
      return key !== '' && found.ok ? [{ key, values: found.values }] : [];
    });
    if (swept.some(({ values }) => values.length === 0) || read.value.some(({ ok }) => !ok)) return null;
    const link = Object.fromEntries(new URLSearchParams(runLinkQuery(config, catalog.catalogue)));
    const base = { ...link, ...(steps.value !== null && lock.isFree('steps') && { steps: steps.value }) };
    return swept.length > 0 ? { base, swept, seeds: all } : null;
  });

  /** One configuration for each combination of values. */
  const configs = computed((): readonly RunConfig[] => {
    const { catalogue } = catalog;
    const now = plan.value;
    if (!now || !catalogue) return [];
    try {
      const [seed] = now.seeds;
      return plannedValues(now).map((values) => sweptConfig(now, { values, seed }, catalogue));
    } catch (error) {
      if (error instanceof InvalidValueError) return []; // `problem` says what is wrong
      throw error;
    }
  });

  function conflict(config: RunConfig): string | null {
    const facts = {
      dataset: catalog.dataset(config.dataset),
      model: catalog.model(config.model),
      loss: catalog.loss(config.loss),
      task: catalog.task(config.task),
    };
    const { dataset, model, loss, task } = facts;
    if (!dataset || !model || !loss || !task) return null;
    const refused = incompatibilities(config, { dataset, model, loss, task }).find(
      ({ severity }) => severity === 'refused',
    );
    return refused ? `${inWords(refused.reason)} ${inWords(refused.remedy)}` : null;
  }

  const runs = computed(() => (plan.value ? plannedRuns(plan.value).length : 0));
  /** Why it cannot be trained; null where it can. */
  const problem = computed((): string | null => {
    const wrong = read.value.find((one) => !one.ok);
    if (wrong && !wrong.ok) return inWords(wrong.problem);
    if (fixedSeed.value === null && !seedList.value)
      return words('form.seedsWrong', { most: MOST_SWEPT_RUNS });
    if (!plan.value) return words('form.noValues');
    const second = plan.value.swept.at(1);
    if (second && second.values.length > MOST_LINES) return words('form.manyLines', { most: MOST_LINES });
    if (runs.value > MOST_SWEPT_RUNS)
      return words('form.manyRuns', { runs: runs.value, most: MOST_SWEPT_RUNS });
    return configs.value.map(conflict).find((one) => one !== null) ?? null;
  });

  return {
    drafts,
    groups,
    fieldOf,
    choose,
    read,
    seeds,
    fixedSeed,
    steps,
    name,
    plan,
    configs,
    runs,
    problem,
  };
}
