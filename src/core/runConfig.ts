// Everything that defines a run. The same fields stand in links, in saved runs and in forms.
import { InvalidValueError } from './errors';
import { readFrozenLayers } from './frozenLayers';
import { readParam, shortJson, type ParamSpec, type ParamValue, type ParamValues } from './paramSpec';
import { RUN_PARAMS, type LiveSettings, type RunSettings } from './runParams';
import { AUGMENTATIONS, NORMALIZATIONS } from './stabilizerParams';
import type { TaskRecommended } from './taskFacts';

export const BACKEND_CHOICES = ['auto', 'webgpu', 'webgl', 'wasm', 'cpu'] as const;
export type BackendChoice = (typeof BACKEND_CHOICES)[number];

export interface RunConfig extends RunSettings {
  readonly dataset: string;
  readonly model: string;
  readonly loss: string;
  readonly backend: BackendChoice;
  /** CPU threads; 0 takes as many cores as pay. */
  readonly threads: number;
  readonly datasetParams: ParamValues;
  readonly modelParams: ParamValues;
  readonly lossParams: ParamValues;
  /** What is learnt, by the id of a task. */
  readonly task: string;
  readonly taskParams: ParamValues;
  /** Layers that do not learn, as `core/frozenLayers` writes them; empty where all learn. */
  readonly frozenLayers: string;
}

/** What a catalogue offers, as far as a configuration must know it. */
export interface ConfigVocabulary {
  readonly datasets: readonly { readonly id: string; readonly params: readonly ParamSpec[] }[];
  readonly models: readonly {
    readonly id: string;
    readonly params: readonly ParamSpec[];
    readonly recommended: Partial<RunSettings> & { readonly lossParams?: ParamValues };
  }[];
  readonly losses: readonly { readonly id: string; readonly params: readonly ParamSpec[] }[];
  /** Absent where only the adversarial game is known. */
  readonly tasks?: readonly {
    readonly id: string;
    readonly params: readonly ParamSpec[];
    readonly recommended?: TaskRecommended;
  }[];
}

export const DEFAULT_DATASET = 'synthetic-digits';
export const DEFAULT_MODEL = 'dcgan-light';
export const DEFAULT_LOSS = 'non-saturating';
export const DEFAULT_TASK = 'adversarial';

const ONLY_TASK: NonNullable<ConfigVocabulary['tasks']> = [{ id: DEFAULT_TASK, params: [] }];

const KINDS = [
  ['dataset', 'datasets', DEFAULT_DATASET],
  ['model', 'models', DEFAULT_MODEL],
  ['loss', 'losses', DEFAULT_LOSS],
  ['task', 'tasks', DEFAULT_TASK],
] as const;

const BACKEND_SPEC: ParamSpec = {
  id: 'backend',
  kind: 'choice',
  label: 'Backend',
  default: 'auto',
  help: 'Where the arithmetic runs.',
  choices: BACKEND_CHOICES.map((value) => ({ value, label: value })),
};
const THREADS_SPEC: ParamSpec = {
  id: 'threads',
  kind: 'integer',
  label: 'Threads',
  min: 0,
  max: 64,
  default: 0,
  help: 'CPU threads; 0 takes as many cores as pay.',
};

/** Settings that every run has, by the names that links and files use. */
const COMMON_NAMES = [
  'dataset',
  'model',
  'loss',
  'task',
  'frozenLayers',
  'backend',
  'threads',
  ...RUN_PARAMS.map((p) => p.id),
] as const;

/**
 * Reads a configuration from plain name/value pairs (a link, a file, a form); what is absent takes what the task recommends,
 * or where it recommends nothing the model.
 * Parameters of a dataset, model or loss are written `dataset.name`, `model.name`, `loss.name`.
 * @throws InvalidValueError naming the first value that is unknown or out of range, and what is allowed
 */
export function readRunConfig(
  pairs: Readonly<Record<string, unknown>>,
  vocabulary: ConfigVocabulary,
): RunConfig {
  const known = new Set<string>(COMMON_NAMES);
  const value = (spec: ParamSpec, key: string): ParamValue => {
    if (!(key in pairs)) return spec.default;
    const reading = readParam(spec, pairs[key]);
    if (!reading.ok)
      throw new InvalidValueError(reading.problem, 'Correct the value in the link or the form.');
    return reading.value;
  };
  const chosen = { dataset: '', model: '', loss: '', task: '' };
  const params: Record<'dataset' | 'model' | 'loss' | 'task', ParamValues> = {
    dataset: {},
    model: {},
    loss: {},
    task: {},
  };
  const ofTask = vocabulary.tasks?.find(({ id }) => id === pairs.task)?.recommended;
  let recommended: Partial<RunSettings> & { lossParams?: ParamValues } = {};
  for (const [kind, list, fallback] of KINDS) {
    const usual = kind === 'task' ? fallback : (ofTask?.[kind] ?? fallback);
    const asked = kind in pairs ? pairs[kind] : usual;
    const id = typeof asked === 'string' ? asked : '';
    const entries = vocabulary[list] ?? ONLY_TASK;
    const entry = entries.find((e) => e.id === id);
    if (!entry) {
      throw new InvalidValueError(
        `There is no ${kind} named ${shortJson(asked)}.`,
        `Choose one of ${entries.map((e) => e.id).join(', ')}.`,
      );
    }
    chosen[kind] = id;
    if (kind === 'model')
      recommended = ofTask ?? vocabulary.models.find((m) => m.id === id)?.recommended ?? {};
    const suggested = kind === 'loss' ? recommended.lossParams : undefined;
    params[kind] = Object.fromEntries(
      entry.params.map((spec) => {
        const key = `${kind}.${spec.id}`;
        known.add(key);
        return [spec.id, key in pairs ? value(spec, key) : (suggested?.[spec.id] ?? spec.default)];
      }),
    );
  }
  const unknown = Object.keys(pairs).filter((key) => !known.has(key));
  if (unknown.length > 0) {
    throw new InvalidValueError(
      `The configuration has no setting named ${unknown.map((key) => JSON.stringify(key)).join(', ')}.`,
      `Remove it; the settings are ${[...known].join(', ')}.`,
    );
  }
  const setting = (id: keyof RunSettings): ParamValue => {
    const spec = RUN_PARAMS.find((param) => param.id === id);
    if (!spec) throw new TypeError(`Setting ${id} is not described`);
    return id in pairs ? value(spec, id) : (recommended[id] ?? spec.default);
  };
  const number = (id: keyof RunSettings): number => Number(setting(id));
  return {
    seed: number('seed'),
    steps: number('steps'),
    batch: number('batch'),
    learningRateG: number('learningRateG'),
    learningRateD: number('learningRateD'),
    beta1: number('beta1'),
    beta2: number('beta2'),
    dSteps: number('dSteps'),
    emaDecay: number('emaDecay'),
    initScale: number('initScale'),
    normG: NORMALIZATIONS.find((choice) => choice === setting('normG')) ?? 'model',
    normD: NORMALIZATIONS.find((choice) => choice === setting('normD')) ?? 'model',
    spectralNorm: setting('spectralNorm') === true,
    minibatchStd: setting('minibatchStd') === true,
    packing: number('packing'),
    unrolledSteps: number('unrolledSteps'),
    augment: AUGMENTATIONS.find((choice) => choice === setting('augment')) ?? 'none',
    instanceNoise: number('instanceNoise'),
    instanceNoiseSteps: number('instanceNoiseSteps'),
    sampleEvery: number('sampleEvery'),
    logEvery: number('logEvery'),
    measureEvery: number('measureEvery'),
    measureSamples: number('measureSamples'),
    autosaveSeconds: number('autosaveSeconds'),
    dataset: chosen.dataset,
    model: chosen.model,
    loss: chosen.loss,
    backend: BACKEND_CHOICES.find((choice) => choice === value(BACKEND_SPEC, 'backend')) ?? 'auto',
    threads: Number(value(THREADS_SPEC, 'threads')),
    datasetParams: params.dataset,
    modelParams: params.model,
    lossParams: params.loss,
    task: chosen.task,
    taskParams: params.task,
    frozenLayers: readFrozenLayers(pairs.frozenLayers ?? ''),
  };
}

/**
 * Reads the configuration of a saved run: a parameter of its task that there was not yet when it was saved is what the task
 * did then.
 * @throws InvalidValueError as `readRunConfig` does
 */
export function readSavedConfig(
  pairs: Readonly<Record<string, unknown>>,
  vocabulary: ConfigVocabulary,
): RunConfig {
  const { task } = pairs;
  const { params = [] } = vocabulary.tasks?.find(({ id }) => id === task) ?? {};
  const earlier = params.flatMap(({ id, earlier: value }) =>
    value === undefined ? [] : [[`task.${id}`, value] as const],
  );
  return readRunConfig({ ...Object.fromEntries(earlier), ...pairs }, vocabulary);
}

/**
 * The configuration as name/value pairs that `readRunConfig` turns back into it: every field, under plain names. The
 * adversarial task and frozen layers that there are none of are left out, so that earlier versions read such runs too.
 */
export function writeRunConfig(config: RunConfig): Record<string, ParamValue> {
  const { datasetParams, modelParams, lossParams, taskParams, task, frozenLayers, ...plain } = config;
  const nested = { dataset: datasetParams, model: modelParams, loss: lossParams, task: taskParams };
  const pairs: Record<string, ParamValue> = {
    ...plain,
    ...(task !== DEFAULT_TASK && { task }),
    ...(frozenLayers !== '' && { frozenLayers }),
  };
  for (const [kind, values] of Object.entries(nested)) {
    for (const [id, value] of Object.entries(values)) pairs[`${kind}.${id}`] = value;
  }
  return pairs;
}

/** The parameters of the chosen data set, model, loss and task, by their plain names. */
export function ownParams(
  config: RunConfig,
  vocabulary: ConfigVocabulary,
): readonly (readonly [name: string, spec: ParamSpec])[] {
  return KINDS.flatMap(([kind, list]) => {
    const entry = (vocabulary[list] ?? ONLY_TASK).find(({ id }) => id === config[kind]);
    return entry?.params.map((spec) => [`${kind}.${spec.id}`, spec] as const) ?? [];
  });
}

/** Names of all settings that a run of these choices has. */
export const settingNames = (config: RunConfig, vocabulary: ConfigVocabulary): readonly string[] => [
  ...COMMON_NAMES,
  ...ownParams(config, vocabulary).map(([name]) => name),
];

/** Names of all settings that a run of any choices has. */
export const allSettingNames = (vocabulary: ConfigVocabulary): readonly string[] => [
  ...new Set([
    ...COMMON_NAMES,
    ...KINDS.flatMap(([kind, list]) =>
      (vocabulary[list] ?? ONLY_TASK).flatMap(({ params }) => params.map(({ id }) => `${kind}.${id}`)),
    ),
  ]),
];

/** The configuration with settings that changed while it ran. */
export const withChanges = (config: RunConfig, changes: LiveSettings): RunConfig => ({
  ...config,
  ...changes,
  taskParams: { ...config.taskParams, ...changes.taskParams },
});

const ALWAYS_IN_LINKS = ['dataset', 'model', 'loss', 'task', 'seed', 'steps', 'batch'];

/** The query part of a link that reproduces the run; values that equal the model's defaults are left out. */
export function runLinkQuery(config: RunConfig, vocabulary: ConfigVocabulary): string {
  const pairs = writeRunConfig(config);
  const { dataset, model, loss, task } = config;
  const defaults = writeRunConfig(readRunConfig({ dataset, model, loss, task }, vocabulary));
  const kept = Object.entries(pairs).filter(
    ([key, v]) => ALWAYS_IN_LINKS.includes(key) || defaults[key] !== v,
  );
  return new URLSearchParams(kept.map(([key, v]): [string, string] => [key, String(v)])).toString();
}

/**
 * Reads the query part of a run link.
 * @throws InvalidValueError as `readRunConfig` does
 */
export function parseRunLink(query: string, vocabulary: ConfigVocabulary): RunConfig {
  return readRunConfig(Object.fromEntries(new URLSearchParams(query)), vocabulary);
}
