// Which settings the form shows for a task, and in which groups: those that it heeds. Pure.
import { incompatibilities, type ChoiceFacts } from '../../core/compatibility';
import type { ParamSpec } from '../../core/paramSpec';
import { BACKEND_CHOICES, type RunConfig } from '../../core/runConfig';
import { RUN_PARAMS, type RunSettings } from '../../core/runParams';
import type { TaskFacts } from '../../core/taskFacts';
import type { CatalogueEntry, DatasetEntry, LossEntry } from '../../protocol';
import { BACKEND_NAMES } from '../../stores/backendNames';
import { spoken } from '../../stores/catalogueWords';
import { pathOf } from '../../stores/trainingPlaces';

export interface SettingField {
  /** Plain name: `batch`, `task.width`. */
  readonly key: string;
  readonly spec: ParamSpec;
}

export interface SettingGroup {
  readonly name: string;
  readonly fields: readonly SettingField[];
}

/** What is chosen; an entry that is not known has no settings. */
export interface Chosen {
  readonly task: TaskFacts | undefined;
  readonly dataset: DatasetEntry | undefined;
  readonly model: CatalogueEntry | undefined;
  readonly loss: CatalogueEntry | undefined;
}

const FRONT: readonly (keyof RunSettings)[] = ['steps', 'seed'];

const [TASK, MORE, ENGINE] = ['Task', 'More', 'Engine'] as const;
/** Groups that no setting names itself. */
export const GROUP_NAMES = [TASK, MORE, ENGINE] as const;

/** Parameters of a task that say which images of a data set it takes; a data set of two domains says that itself. */
const DATA_GROUP = 'Data';

/** Settings of the device, of no run. */
export const ENGINE_PARAMS: readonly ParamSpec[] = [
  {
    id: 'backend',
    kind: 'choice',
    label: 'Backend',
    default: 'auto',
    choices: BACKEND_CHOICES.map((value) => ({ value, label: BACKEND_NAMES[value] })),
    help: 'Where the arithmetic runs; automatic takes the fastest that passes its self-test.',
  },
  {
    id: 'threads',
    kind: 'integer',
    label: 'Threads',
    min: 0,
    max: 64,
    default: 0,
    help: 'Processor threads for WebAssembly; 0 takes as many cores as pay.',
  },
];

const fields = (specs: readonly ParamSpec[] = [], prefix = ''): SettingField[] =>
  specs.map((spec) => ({ key: prefix + spec.id, spec }));

const heeded = (task: TaskFacts | undefined): readonly (ParamSpec & { readonly id: keyof RunSettings })[] =>
  spoken(RUN_PARAMS).filter(({ id }) => task?.settings?.includes(id) !== false);

const isFront = ({ id }: { readonly id: keyof RunSettings }): boolean => FRONT.includes(id);

/** The few that matter most: which images, where that is to be said, how long, and the seed. */
export function frontSettings({ task, dataset }: Chosen): readonly SettingField[] {
  const data = dataset?.pairs ? [] : (task?.params ?? []).filter(({ group }) => group === DATA_GROUP);
  return [...fields(data, 'task.'), ...fields(heeded(task).filter(isFront))];
}

/** All others: the task's own first. */
export function settingGroups({ task, dataset, model, loss }: Chosen): readonly SettingGroup[] {
  const named = new Map<string, readonly SettingField[]>();
  const put = (name: string, more: readonly SettingField[]): void => {
    if (more.length > 0) named.set(name, [...(named.get(name) ?? []), ...more]);
  };
  for (const spec of task?.params ?? [])
    if (spec.group !== DATA_GROUP) put(spec.group ?? TASK, fields([spec], 'task.'));
  for (const spec of heeded(task)) if (!isFront(spec)) put(spec.group ?? MORE, fields([spec]));
  if (dataset) put(dataset.label, fields(dataset.params, 'dataset.'));
  if (model && !task?.ownNetworks) put(model.label, fields(model.params, 'model.'));
  if (loss) put(loss.label, fields(loss.params, 'loss.'));
  put(ENGINE, fields(spoken(ENGINE_PARAMS)));
  return [...named].map(([name, own]) => ({ name, fields: own }));
}

/** Data sets that the task can learn from. Where noise is learnt from, any: the form says what does not go together. */
export const offeredDatasets = (
  all: readonly DatasetEntry[],
  config: RunConfig,
  facts: ChoiceFacts,
): readonly DatasetEntry[] =>
  all.filter((dataset) => {
    if (dataset.hidden) return false;
    if (pathOf(facts.task) === '/train') return !dataset.pairs;
    return isRight(config, { ...facts, dataset });
  });

/** Losses that the task can use; none where nothing is judged. */
export const offeredLosses = (
  all: readonly LossEntry[],
  config: RunConfig,
  facts: ChoiceFacts & { readonly task: TaskFacts },
): readonly LossEntry[] =>
  pathOf(facts.task) === '/train'
    ? all
    : all.filter((loss) => judges(facts.task) && isRight(config, { ...facts, loss }));

/** What is offered, and what is chosen though it is not: a run that was opened may have it, or a link. */
export const withChosen = <T extends { readonly id: string }>(
  offered: readonly T[],
  chosen: T | undefined,
): readonly T[] => (!chosen || offered.some(({ id }) => id === chosen.id) ? offered : [...offered, chosen]);

const judges = ({ networks }: TaskFacts): boolean => networks.some(({ role }) => role === 'discriminator');

const isRight = (config: RunConfig, facts: ChoiceFacts): boolean =>
  incompatibilities(config, facts).every(({ severity }) => severity !== 'refused');
