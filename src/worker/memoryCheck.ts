// Whether a run, or a student of one, fits the open engine: asked by the form while a person chooses, and by the worker before
// it builds anything. How much it takes is core/memoryNeed, what fits instead core/memoryFit.
import { inputShape, volume } from '../core/network';
import {
  tooLarge,
  tooLargeBeside,
  TooLargeSettingsError,
  type GrowingSetting,
  type TooLarge,
} from '../core/memoryFit';
import { adversarialNeed, distillationNeed, type MemoryNeed, type NeedFacts } from '../core/memoryNeed';
import type { ParamSpec, ParamValue } from '../core/paramSpec';
import { readRunConfig, writeRunConfig, type RunConfig } from '../core/runConfig';
import { RUN_PARAMS } from '../core/runParams';
import { drawsFromNoise } from '../core/taskFacts';
import { datasets } from '../datasets';
import type { DatasetDefinition, LoadedDataset } from '../datasets/define';
import type { Engine } from '../engine/openEngine';
import { losses } from '../losses';
import { models } from '../models';
import type { MakeRequest } from '../protocol';
import { tasks } from '../tasks';
import type { TaskDescription } from '../tasks/define';
import { distill, studentConfig } from '../tasks/distill';
import { Classes } from '../training/classes';
import { describeNetworks } from '../training/stabilizers/specs';
import { byId, catalogue } from './catalogue';
import type { OpenGan, OpenRun, OpenTask } from './context';

const NO_NEED: MemoryNeed = { device: 0, host: 0, tensor: 0 };

/** Of a data set whose labels are not read yet. */
const ASSUMED_CLASSES = 10;
/** Settings of the loop that a step's memory grows with. */
const GROWING: readonly string[] = ['batch', 'unrolledSteps'];
/** Of tasks with networks of their own. */
const GROWING_IN_TASKS: readonly string[] = ['width', 'patchWidth', 'blocks', 'poolSize'];

/** Bytes of the images that will lie in memory. */
function dataBytes(
  { datasetParams: { size } }: RunConfig,
  dataset: DatasetDefinition,
  shape: LoadedDataset['shape'],
): number {
  const all = (typeof size === 'number' ? size : 0) * volume(shape);
  return Math.min(all, dataset.mostHeld ?? all);
}

/** What is known of a run before its data are there. @throws InvalidValueError for images that the model cannot draw */
export function describeConfig(config: RunConfig) {
  const model = byId(models, config.model);
  const dataset = byId(datasets, config.dataset);
  const shape = dataset.shapeOf?.(config.datasetParams) ?? dataset.shape;
  const classes = Classes.of(model, config, dataset.classes ?? ASSUMED_CLASSES);
  const { generator, discriminator } = describeNetworks(model, shape, config, classes?.count ?? 0);
  const [inputSize] = inputShape(generator);
  const { differentiatesTwice, penalties = 1 } = byId(losses, config.loss);
  const facts: NeedFacts = {
    generator,
    discriminator,
    config,
    penalties: differentiatesTwice ? penalties : 0,
    data: dataBytes(config, dataset, shape),
  };
  return { facts, latentSize: classes?.latentSize(inputSize) ?? inputSize };
}

/** Networks of a run, and what it takes; null of a task that says nothing of it. */
export function describeRun(config: RunConfig): (TaskDescription & { readonly latentSize: number }) | null {
  const task = byId(tasks, config.task);
  if (task.describe) {
    const dataset = byId(datasets, config.dataset);
    const shape = dataset.shapeOf?.(config.datasetParams) ?? dataset.shape;
    const { networks, need } = task.describe(config, shape, dataset.classes ?? ASSUMED_CLASSES);
    const data = dataBytes(config, dataset, shape);
    return { networks, need: { ...need, host: need.host + data }, latentSize: 0 };
  }
  return drawsFromNoise(task) && models.some(({ id }) => id === config.model) ? describeModel(config) : null;
}

/** The same of the chosen model, as the adversarial game has it. */
export function describeModel(config: RunConfig): TaskDescription & { readonly latentSize: number } {
  const { facts, latentSize } = describeConfig(config);
  const { generator, discriminator } = facts;
  return {
    networks: [
      { id: 'generator', spec: generator },
      { id: 'discriminator', spec: discriminator },
    ],
    need: adversarialNeed(facts),
    latentSize,
  };
}

function growingSettings(config: RunConfig): readonly GrowingSetting[] {
  const values = writeRunConfig(config);
  const { dataset, model, loss, task } = config;
  const known = byId(tasks, task);
  const usual = writeRunConfig(readRunConfig({ dataset, model, loss, task }, catalogue));
  const setting = (spec: ParamSpec, prefix = ''): GrowingSetting[] => {
    const key = prefix + spec.id;
    return key in values ? [{ key, spec, value: values[key], usual: usual[key] }] : [];
  };
  const numeric = ({ kind }: ParamSpec): boolean => kind === 'number' || kind === 'integer';
  return [
    ...RUN_PARAMS.filter(({ id }) => GROWING.includes(id)).flatMap((spec) => setting(spec)),
    ...(known.describe
      ? known.params
          .filter(({ id }) => GROWING_IN_TASKS.includes(id))
          .flatMap((spec) => setting(spec, 'task.'))
      : byId(models, model)
          .params.filter(numeric)
          .flatMap((spec) => setting(spec, 'model.'))),
    ...byId(datasets, dataset)
      .params.filter(({ id }) => id === 'side' || id === 'size')
      .flatMap((spec) => setting(spec, 'dataset.')),
  ];
}

/** What of a configuration is too large for the engine, or null, also where nothing is known of its task. */
export function memoryProblem(config: RunConfig, engine: Engine): TooLarge | null {
  const asked = describeRun(config);
  if (!asked) return null;
  const pairs = writeRunConfig(config);
  const needOf = (values: Readonly<Record<string, ParamValue>>): MemoryNeed =>
    describeRun(readRunConfig({ ...pairs, ...values }, catalogue))?.need ?? asked.need;
  return tooLarge(growingSettings(config), needOf, engine.running.room, engine.report.description);
}

/** @throws TooLargeSettingsError */
export function checkMemory(config: RunConfig, engine: Engine): void {
  const found = memoryProblem(config, engine);
  if (found) throw new TooLargeSettingsError(found);
}

/**
 * A classifier learns beside the run that is open, whose memory it cannot have.
 * @throws TooLargeSettingsError
 */
export function checkClassifierMemory(config: RunConfig, run: OpenRun | null, engine: Engine): void {
  const own = describeRun(config)?.need;
  if (!own) return;
  const taken = run && !run.session.identity.imported ? describeRun(run.session.config)?.need : undefined;
  const found = tooLargeBeside(own, taken ?? NO_NEED, engine.running.room, engine.report.description);
  if (found) throw new TooLargeSettingsError(found);
}

/** What of smaller generators is too large to learn beside the run that is open, or null. */
export function studentProblem(make: MakeRequest, run: OpenRun, engine: Engine): TooLarge | null {
  const asked = run.kind === 'gan' ? ganStudent(make, run) : translatorStudent(make, run);
  return asked && tooLarge(asked.growing, asked.needOf, engine.running.room, engine.report.description);
}

interface AskedStudent {
  readonly growing: readonly GrowingSetting[];
  readonly needOf: (values: Readonly<Record<string, ParamValue>>) => MemoryNeed;
}

/** Settings of a task that makes a run and of the loop that a student's memory grows with. */
const growingOf = (specs: readonly ParamSpec[], { batch }: RunConfig, params: MakeRequest['params']) =>
  specs.flatMap((spec): GrowingSetting[] => {
    const value = spec.id === 'batch' ? batch : params[spec.id];
    return value === undefined ? [] : [{ key: spec.id, spec, value, usual: spec.default }];
  });

const BATCH = RUN_PARAMS.filter(({ id }) => id === 'batch');

/** The width of a student, as far down as its model takes it. */
function widthOf(taught: Parameters<typeof studentConfig>[0]): readonly ParamSpec[] {
  const { params } = byId(models, studentConfig(taught, 1).model);
  return params.filter(({ id }) => id === 'width');
}

/** A student of any width, or a copy of the generator that is pruned or learns to be rounded. */
function ganStudent({ task, params }: MakeRequest, { session, dataset }: OpenGan): AskedStudent | null {
  if (!byId(tasks, task).sourceConfig) return null;
  const isNarrower = task === distill.id;
  const { trainer } = session;
  const { config, classes, latentSize } = trainer;
  const [generator, discriminator] = [trainer.generator.spec, trainer.discriminator.spec];
  const taught = { config, classes, latentSize };
  return {
    growing: growingOf([...(isNarrower ? widthOf(taught) : []), ...BATCH], config, params),
    needOf(values) {
      const own = { ...config, batch: Number(values.batch ?? config.batch) };
      const facts = { generator, discriminator, config: own, penalties: 0, data: 0 };
      if (!isNarrower) return distillationNeed(facts, generator);
      const student = studentConfig({ ...taught, config: own }, Number(values.width ?? params.width));
      const model = byId(models, student.model);
      const spec = describeNetworks(model, dataset.shape, student, classes?.count ?? 0).generator;
      return distillationNeed(facts, spec);
    },
  };
}

/** Translators that learn beside the open run: both runs, at most. */
function translatorStudent({ task }: MakeRequest, { session, dataset }: OpenTask): AskedStudent | null {
  const { config } = session;
  const { describe } = byId(tasks, config.task);
  if (!describe || byId(tasks, task).sourceConfig?.(config).task !== config.task) return null;
  return {
    growing: growingOf(BATCH, config, {}),
    needOf(values) {
      const own = { ...config, batch: Number(values.batch ?? config.batch) };
      const { device, host, tensor } = describe(own, dataset.shape, 0).need;
      return { device: 2 * device, host: 2 * host, tensor };
    },
  };
}
