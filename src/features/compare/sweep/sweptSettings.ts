// Which settings can be swept, what their values are called, and how typed values are read. Pure but for words of the catalogue.
import type { ChoiceParam, ParamSpec, ParamValue } from '../../../core/paramSpec';
import { readParam } from '../../../core/paramSpec';
import type { RunConfig } from '../../../core/runConfig';
import { plannedRuns, sweptConfig, type PlannedRun, type SweepPlan } from '../../../core/sweep';
import type { Catalogue } from '../../../protocol';
import { spoken } from '../../../stores/catalogueWords';
import {
  frontSettings,
  offeredDatasets,
  offeredLosses,
  settingGroups,
  type Chosen,
  type SettingGroup,
} from '../../../ui/run/settingGroups';
import { pathOf } from '../../../stores/trainingPlaces';
import { written } from '../settingRows';
import type { Sweep } from '../../../stores/keptSweeps';
import { words as ofSettings } from '../words';
import { words } from './words';

/** Values of one setting in one sweep. */
export const MOST_VALUES = 12;
/** Of the second setting: each is a line of the chart. */
export const MOST_LINES = 6;
const LONGEST_NAME = 100;
/** What says how a run is watched, saved or computed changes nothing that it learns. */
const NO_CAUSES: readonly string[] = ['Watching', 'Engine'];

type Kind = 'dataset' | 'model' | 'loss';

function choiceOf(
  kind: Kind,
  config: RunConfig,
  entries: readonly { id: string; label: string }[],
): ChoiceParam {
  return {
    ...{ kind: 'choice', id: kind, label: ofSettings(`settings.${kind}`), help: '', default: config[kind] },
    choices: entries.map(({ id, label }) => ({ value: id, label })),
  };
}

/** Models, losses and data sets that there are to choose from. */
function choices(config: RunConfig, said: Catalogue, chosen: Chosen): readonly ChoiceParam[] {
  const { task, dataset, model, loss } = chosen;
  if (!task || !dataset || !model || !loss) return [];
  const facts = {
    task,
    dataset,
    model: said.models.find(({ id }) => id === config.model) ?? said.models[0],
    loss: said.losses.find(({ id }) => id === config.loss) ?? said.losses[0],
  };
  const draws = pathOf(task) === '/train';
  const lists: readonly (readonly [Kind, readonly { id: string; label: string }[]])[] = [
    ['dataset', offeredDatasets(said.datasets, config, facts)],
    ['model', draws && !task.ownNetworks ? said.models.filter(({ hidden }) => !hidden) : []],
    ['loss', offeredLosses(said.losses, config, facts)],
  ];
  return lists.filter(([, list]) => list.length > 1).map(([kind, list]) => choiceOf(kind, config, list));
}

/** By groups, as the form of a run has them. @param said the catalogue as the page says it */
export function sweepable(config: RunConfig, said: Catalogue): readonly SettingGroup[] {
  const chosen: Chosen = {
    task: said.tasks.find(({ id }) => id === config.task),
    dataset: said.datasets.find(({ id }) => id === config.dataset),
    model: said.models.find(({ id }) => id === config.model),
    loss: said.losses.find(({ id }) => id === config.loss),
  };
  const front = [
    ...choices(config, said, chosen).map((spec) => ({ key: spec.id, spec })),
    ...frontSettings(chosen).filter(({ key }) => key !== 'seed'),
  ];
  return [{ name: words('front'), fields: front }, ...settingGroups(chosen)]
    .filter(({ name }) => !NO_CAUSES.includes(name))
    .map(({ name, fields }) => ({ name, fields: fields.filter(({ spec }) => spec.kind !== 'drawing') }))
    .filter(({ fields }) => fields.length > 0);
}

export type ReadValues =
  | { readonly ok: true; readonly values: readonly ParamValue[] }
  | { readonly ok: false; readonly problem: string };

/**
 * Typed numbers, apart by blanks or semicolons, and by commas where those are no decimal signs.
 * @param decimal of the language: `.` or `,`
 */
export function readValues(spec: ParamSpec, text: string, decimal: string): ReadValues {
  const parts = text
    .split(decimal === ',' ? /[;\s]+/ : /[,;\s]+/)
    .map((part) => part.replace(/,$/, '').replace(',', '.'))
    .filter((part) => part !== '');
  const read = parts.map((part) => readParam(spec, part));
  const wrong = read.find((one) => !one.ok);
  if (wrong && !wrong.ok) return { ok: false, problem: wrong.problem };
  const values = [...new Set(read.flatMap((one) => (one.ok ? [one.value] : [])))];
  return values.length <= MOST_VALUES
    ? { ok: true, values }
    : { ok: false, problem: words('form.tooMany', { values: values.length, most: MOST_VALUES }) };
}

/** A swept setting as the page says it. */
export interface SaidSetting {
  readonly key: string;
  readonly label: string;
  readonly spec: ParamSpec | undefined;
  readonly say: (value: ParamValue) => string;
}

/** @param catalogue the worker's own */
export function saidSettings(plan: SweepPlan, catalogue: Catalogue): readonly SaidSetting[] {
  const said = spoken(catalogue);
  let fields: readonly { readonly key: string; readonly spec: ParamSpec }[] = [];
  try {
    const config = sweptConfig(plan, plannedRuns(plan)[0], catalogue);
    fields = sweepable(config, said).flatMap((group) => group.fields);
  } catch {
    fields = []; // settings of another version stand by their plain names
  }
  return plan.swept.map(({ key }): SaidSetting => {
    const spec = fields.find((field) => field.key === key)?.spec;
    return { key, label: spec?.label ?? key, spec, say: (value) => written(spec, value) };
  });
}

/** What a run of a sweep is called among the saved ones. */
export function runNameOf(
  { name, plan }: Pick<Sweep, 'name' | 'plan'>,
  { values, seed }: PlannedRun,
  catalogue: Catalogue,
): string {
  const settings = saidSettings(plan, catalogue).map(({ label, say }, i) => `${label} ${say(values[i])}`);
  return [...(name === '' ? [] : [name]), ...settings, words('seedOf', { seed: String(seed) })]
    .join(', ')
    .slice(0, LONGEST_NAME);
}
