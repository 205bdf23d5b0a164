// Knowledge distillation of translators: narrower ones of the same form learn what the trained ones make of the same pictures
// (Hinton et al. 2015, https://arxiv.org/abs/1503.02531), where they look in the middle (attention maps: Zagoruyko & Komodakis
// 2017, https://arxiv.org/abs/1612.03928, which need no layers that fit widths to each other), and to fool the teacher's
// discriminators. What comes of it is a run of the teacher's task with its discriminators. Of generators that draw from noise
// it is distill.ts.
import { NO_COMPRESSION, type CompressionRecord } from '../core/compressionRecord';
import { numberParam } from '../core/paramSpec';
import type { RunConfig } from '../core/runConfig';
import { Adam } from '../engine/ops/adam';
import type { NamedNetwork } from '../protocol';
import type { SavedParts } from '../training/savedTensors';
import { trainedTranslator } from '../training/translatorGraph';
import { learnTogether } from '../training/learnTogether';
import type { TaskTrainer } from '../training/taskTrainer';
import { drawsOf } from '../training/translators';
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
  fallingRate,
  imitate,
  imitationFacts,
  savedSource,
  sourceNetworks,
  stepsParam,
  takeOver,
} from './imitation';
import { savedTogether } from './savedTogether';
import type { Teacher, TeacherKind } from './teachers/define';
import { narrowerParams, translatorsOf } from './teachers/pictureTeacher';
import type { TaughtTranslation } from './translations';
import { watching } from './watchedLayers';

/** Of the pictures, permanent; and how fast students learn at first. */
export const TRANSLATOR_DISTILLATION = { stream: 0xd157, rate: 2e-3 } as const;
const WIDTH = 'studentWidth';

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
] as const;

const studentConfig = (task: TaskDefinition, config: RunConfig, share: number): RunConfig => ({
  ...config,
  taskParams: narrowerParams(task, config.taskParams, share),
  frozenLayers: '',
});

/** Descriptions of the students, of the settings of a run that distils. */
export function translatorStudents(
  { task, kind }: TaughtTranslation,
  parts: SavedParts,
): readonly NamedNetwork[] {
  const share = numberParam(parts.config.taskParams, WIDTH);
  const config = studentConfig(task, kind.sourceConfig(parts.config), share);
  return kind.specs({ ...parts, config, compression: undefined });
}

class TranslatorDistillation extends UpdatesTrainer implements RunMaker {
  constructor(
    facts: TaskDefinition,
    parts: TaskParts,
    private readonly teacher: Teacher,
    private readonly student: TaskTrainer,
    private readonly kind: TeacherKind,
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
      networks: [{ id: 'student', network, adam }, ...sourceNetworks(teacher.source.trainer, kind.going)],
      steps: ({ taskParams }) => numberParam(taskParams, 'steps'),
      isTrainable: true,
      pass: (_, step) =>
        imitate(
          {
            ...{ kind, teacher, stream: TRANSLATOR_DISTILLATION.stream },
            wanted: (images, i) => taught[i](images),
            drawn: (images, i) => learning[i](images),
          },
          step,
        ),
      settings: (_, step) => fallingRate(TRANSLATOR_DISTILLATION.rate, step, this.steps),
      ...teacher.beside(() => drawsOf(learners)),
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
    await takeOver(student, teacher.source.trainer, this.kind.going);
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
    ...imitationFacts(kind, 'distill', PARAMS),
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
      return new TranslatorDistillation(definition, parts, teacher, student, kind, compression);
    },
    saved: (parts) => [
      ...savedSource(kind.saved(parts), kind.going),
      savedTogether('student', translatorStudents({ task, kind }, parts)),
    ],
  });
  return definition;
}
