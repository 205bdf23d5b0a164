// Knowledge distillation of translators: narrower ones of the same form learn what the trained ones make of the same pictures
// (Hinton et al. 2015, https://arxiv.org/abs/1503.02531), where they look in the middle (attention maps: Zagoruyko & Komodakis
// 2017, https://arxiv.org/abs/1612.03928, which need no layers that fit widths to each other), and to fool the teacher's
// discriminators. What comes of it is a run of the teacher's task with its discriminators. Of generators that draw from noise
// it is distill.ts.
import {
  add,
  concat,
  div,
  mean,
  mul,
  slice,
  sqrt,
  square,
  sub,
  sum,
  tidy,
  type Scalar,
  type Tensor,
} from '@tensorflow/tfjs-core';
import { NO_COMPRESSION, type CompressionRecord } from '../core/compressionRecord';
import type { NetworkSpec } from '../core/network';
import { numberParam } from '../core/paramSpec';
import type { RunConfig } from '../core/runConfig';
import type { ForwardMode, Network } from '../engine/network';
import { Adam } from '../engine/ops/adam';
import { trainedTranslator } from '../training/translatorGraph';
import { learnTogether } from '../training/learnTogether';
import type { TaskTrainer } from '../training/taskTrainer';
import { UpdatesTrainer } from '../training/updatesTrainer';
import {
  defineTask,
  sourceOf,
  type MakerResult,
  type RunMaker,
  type TaskDefinition,
  type TaskParts,
} from './define';
import {
  distance,
  fallingRate,
  imitationFacts,
  meanOf,
  savedSource,
  sourceNetworks,
  stepsParam,
  takeOver,
} from './imitation';
import { savedTogether } from './savedTogether';
import type { Teacher, TeacherKind } from './teachers/define';
import { narrowerParams, translatorsOf } from './teachers/pictureTeacher';

const STREAM = 0xd157;
const LEARNING_RATE = 2e-3;
const WIDTH = 'studentWidth';
/** Divides by nothing smaller. */
const LEAST_NORM = 1e-6;

const weightParam = (id: string, label: string, value: number, help: string) =>
  ({ id, kind: 'number', label, group: 'Student', min: 0, max: 1000, default: value, help }) as const;

const PARAMS = [
  {
    id: WIDTH,
    kind: 'number',
    label: 'Width',
    min: 0.05,
    max: 1,
    default: 0.5,
    help: 'Of the student’s layers, as a share of the teacher’s: half as many channels are about a quarter of the weights.',
  },
  stepsParam(1, 1500),
  weightParam(
    'featureWeight',
    'Weight of features',
    1,
    'How much it counts to look where the teacher looks.',
  ),
  weightParam(
    'foolingWeight',
    'Weight of fooling',
    0.05,
    'How much it counts to fool the discriminators of the run beside being near to the teacher.',
  ),
] as const;

/** Layers in the middle whose maps are compared: activations, but for the one that is drawn. */
const watchedLayers = ({ nodes }: NetworkSpec): readonly string[] =>
  nodes.flatMap(({ id, kind }) => (kind === 'activation' ? [id] : [])).slice(0, -1);

/** Where maps [b, h, w, c] are strong, [b, h, w], of length 1 for each picture. */
const attention = (maps: Tensor): Tensor => {
  const strength = mean(square(maps), 3);
  return div(strength, add(sqrt(sum(square(strength), [1, 2], true)), LEAST_NORM));
};

/** What a network draws, then where it looks in each watched layer. */
function watching(network: Network, mode: ForwardMode): (images: Tensor) => Tensor[] {
  const { spec } = network;
  const watched = network.part({ ...spec, outputs: [...spec.outputs, ...watchedLayers(spec)] });
  return (images) => {
    const [drawn, ...maps] = watched.applyAll(images, mode);
    return [drawn, ...maps.map(attention)];
  };
}

/** The mean over pictures of the squares between two attentions. */
const lookApart = (a: Tensor, b: Tensor): Scalar => mul<Scalar>(sum(square(sub(a, b))), 1 / a.shape[0]);

const studentConfig = (task: TaskDefinition, config: RunConfig, share: number): RunConfig => ({
  ...config,
  taskParams: narrowerParams(task, config.taskParams, share),
  frozenLayers: '',
});

class TranslatorDistillation extends UpdatesTrainer implements RunMaker {
  constructor(
    facts: TaskDefinition,
    parts: TaskParts,
    private readonly teacher: Teacher,
    private readonly student: TaskTrainer,
    private readonly going: readonly string[],
    private readonly before: CompressionRecord,
  ) {
    const { generators } = teacher;
    const learners = translatorsOf(student).networks;
    const network = learnTogether(learners);
    const adam = new Adam(network.trainable);
    const { seed } = student.config;
    const taught = generators.map((one) => watching(one.network, { kind: 'inference' }));
    const learning = learners.map((one) => watching(one.network, { kind: 'training', dropoutSeed: seed }));
    super({
      facts,
      config: parts.config,
      networks: [{ id: 'student', network, adam }, ...sourceNetworks(teacher.source.trainer, going)],
      steps: ({ taskParams }) => numberParam(taskParams, 'steps'),
      isTrainable: true,
      pass: (_, step) => {
        const { given, kept, fooled, held } = teacher.lesson(step, STREAM);
        // What is to stay as it is stands behind what is to be translated: teachers leave it nearly alone, and students must learn that.
        const shown = given.map((images, i) => (kept ? concat([images, kept[i]]) : images));
        const translated = (made: Tensor, i: number): Tensor => slice(made, 0, given[i].shape[0]);
        const wanted = shown.map((images, i) => tidy(() => taught[i](images)));
        const terms = () => {
          const made = shown.map((images, i) => learning[i](images));
          const features = made.map(([, ...looks], i) =>
            meanOf(looks.map((look, at) => lookApart(look, wanted[i][at + 1]))),
          );
          const nearness = meanOf(made.map(([drawn], i) => distance(drawn, wanted[i][0])));
          const fooling = fooled?.(made.map(([drawn], i) => translated(drawn, i))) ?? mul(nearness, 0);
          return { distance: nearness, features: meanOf(features), fooling };
        };
        return { terms, held: [...held, ...(kept ? shown : []), ...wanted.flat()] };
      },
      settings: (_, step) => fallingRate(LEARNING_RATE, step, this.steps),
      grid: () => Promise.resolve(null),
      dispose: () => {
        adam.dispose();
        student.dispose();
      },
    });
  }

  /** The first and the last step say what learning did. */
  reports(step: number): boolean {
    return step === 1 || step === this.steps;
  }

  async result(): Promise<MakerResult> {
    const { student, teacher, before } = this;
    await takeOver(student, teacher.source.trainer, this.going);
    const share = numberParam(this.config.taskParams, WIDTH);
    const notes = [...before.notes, `a student of ${share} times the width`];
    const after = translatorsOf(student).networks.map((one) => trainedTranslator(one.network));
    return {
      ...{ trainer: student, kept: { compression: { ...NO_COMPRESSION, notes } }, step: 0 },
      ...{ before: await teacher.trained(), after: await Promise.all(after) },
    };
  }
}

/**
 * @param task from image to image, whose runs can be taught to narrower ones
 * @param kind how they teach
 */
export function distillTranslator(task: TaskDefinition, kind: TeacherKind): TaskDefinition {
  const facts = {
    ...imitationFacts(kind, 'distill', PARAMS, [
      { id: 'features', label: 'Difference of where they look', weight: 'featureWeight' },
      { id: 'fooling', label: 'Scores by the discriminators of the run', weight: 'foolingWeight' },
    ]),
    label: 'A student of a translator',
    help: 'Smaller translators learn to make of pictures what trained ones make of them.',
  };
  const definition: TaskDefinition = defineTask({
    ...facts,
    suffix: (params) => ` (student ${numberParam(params, WIDTH)})`,
    sourceConfig: kind.sourceConfig,
    async build(parts: TaskParts): Promise<RunMaker> {
      const { trainer } = sourceOf(parts);
      const teacher = kind.open(parts);
      const config = studentConfig(task, trainer.config, numberParam(parts.config.taskParams, WIDTH));
      const student = await task.build({ ...parts, config, compression: undefined });
      const { compression = NO_COMPRESSION } = parts;
      return new TranslatorDistillation(definition, parts, teacher, student, kind.going, compression);
    },
    saved(parts) {
      const source = kind.sourceConfig(parts.config);
      const config = studentConfig(task, source, numberParam(parts.config.taskParams, WIDTH));
      const student = kind.specs({ ...parts, config, compression: undefined });
      return [...savedSource(kind.saved(parts), kind.going), savedTogether('student', student)];
    },
  });
  return definition;
}
