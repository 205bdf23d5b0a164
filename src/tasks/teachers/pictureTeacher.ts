// Runs of a task from image to image as teachers: all its translators, taught on the run's own pictures, judged by its
// discriminators.
import { withWidthsOf } from '../../core/layerWidths';
import { numberParam, type ParamValues } from '../../core/paramSpec';
import { leavingNetworks } from '../../core/taskFacts';
import { writeWeights } from '../../graph/networkWeights';
import type { NamedNetwork } from '../../protocol';
import { flattened, trainedTranslator, translatorRanges } from '../../training/translatorGraph';
import type { SavedParts } from '../../training/savedTensors';
import type { TaskTrainer } from '../../training/taskTrainer';
import type { Translators } from '../../training/translators';
import { besideTeacher } from '../besideTeacher';
import { sourceOf, TaskDataError, type TaskDefinition, type TaskParts } from '../define';
import { takeOver } from '../imitation';
import type { Teacher, TeacherKind } from './define';

/** @throws TaskDataError when the trainer has no translators */
export function translatorsOf(trainer: TaskTrainer): Translators {
  if (trainer.translators) return trainer.translators;
  throw new TaskDataError(
    `The run learns the task ${trainer.config.task} and has no network that takes a picture alone.`,
    'Start from a run of a translator, or of a student of one style.',
  );
}

/** The task's own of some settings. */
const ownParams = ({ params }: Pick<TaskDefinition, 'params'>, values: ParamValues): ParamValues =>
  Object.fromEntries(params.map(({ id }) => [id, values[id]]));

/** Settings of a run of the task whose generators are `share` times as wide, as narrow as the task allows at least. */
export function narrowerParams(
  { params }: Pick<TaskDefinition, 'params'>,
  values: ParamValues,
  share: number,
): ParamValues {
  const spec = params.find(({ id }) => id === 'width');
  const least = spec?.kind === 'integer' ? spec.min : 1;
  return { ...values, width: Math.max(least, Math.round(share * numberParam(values, 'width'))) };
}

function open(task: TaskDefinition, kind: TeacherKind, parts: TaskParts): Teacher {
  const source = sourceOf(parts);
  const { trainer } = source;
  const translators = translatorsOf(trainer);
  const { networks } = translators;
  return {
    source,
    generators: networks,
    lesson: translators.lesson,
    beside: (smaller) => besideTeacher(trainer, smaller),
    trained: () => Promise.all(networks.map(({ network }) => trainedTranslator(network))),
    ranges: (folded, record) =>
      Promise.all(
        networks.map(({ id }, i) => translatorRanges(trainer, id, folded[i], 'min-max', record, source.step)),
      ),
    async successor(generators, record) {
      const made = await task.build({ ...parts, config: trainer.config, compression: record });
      for (const [i, { network }] of translatorsOf(made).networks.entries())
        writeWeights(network, generators[i].weights);
      await takeOver(made, trainer, kind.going);
      return { trainer: made, kept: { compression: record } };
    },
  };
}

/**
 * @param task one with networks of its own, whose trainers have translators
 * @param also what a run of it keeps beside networks, which goes over to runs that are made of it
 */
export function pictureTeacher(task: TaskDefinition, also: readonly string[] = []): TeacherKind {
  const taught = leavingNetworks(task).map(({ id }) => id);
  const discriminators = task.networks.flatMap(({ id, role }) => (role === 'discriminator' ? [id] : []));
  const going = [...discriminators, ...also];
  const sourceParts = (parts: SavedParts): SavedParts => ({
    ...parts,
    config: kind.sourceConfig(parts.config),
  });
  const kind: TeacherKind = {
    ...{ prefix: `${task.id}-`, params: task.params, data: task.data, ownNetworks: true, translates: true },
    ...{ taught, going },
    sourceConfig: (config) => ({ ...config, task: task.id, taskParams: ownParams(task, config.taskParams) }),
    saved: (parts) =>
      [...task.saved(sourceParts(parts))].flatMap((part) =>
        part.kind === 'network' && [...taught, ...going].includes(part.id) ? [part] : [],
      ),
    specs(parts): readonly NamedNetwork[] {
      const { config, shape, compression, labels } = sourceParts(parts);
      const all = task.describe?.(config, shape, labels ?? 0).networks ?? [];
      const own = taught.flatMap((id) => all.filter((one) => one.id === id));
      const specs = withWidthsOf(
        own.map(({ spec }) => spec),
        compression?.widths,
      );
      return own.map(({ id }, i) => ({ id, spec: specs[i] }));
    },
    graphSpec: flattened,
    open: (parts) => open(task, kind, parts),
  };
  return kind;
}
