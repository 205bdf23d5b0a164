// Knowledge distillation (Hinton et al. 2015, https://arxiv.org/abs/1503.02531) of generators: a smaller student learns to
// draw what the trained teacher draws from the same latents. Output loss only; the discriminator plays no part, so what the
// student cannot hold becomes soft, and training the run that comes of it on, with a discriminator anew, sharpens it again.
// Students of translators are distillTranslator.ts.
import { InvalidValueError } from '../core/errors';
import { inputShape, type NetworkSpec } from '../core/network';
import { numberParam } from '../core/paramSpec';
import { DEFAULT_TASK, readRunConfig, writeRunConfig, type RunConfig } from '../core/runConfig';
import { datasets } from '../datasets';
import { unknownData } from '../datasets/unknownData';
import { Adam } from '../engine/ops/adam';
import { readWeights, writeWeights } from '../graph/networkWeights';
import { losses } from '../losses';
import { models } from '../models';
import type { ModelDefinition } from '../models/define';
import { cgan } from '../models/cgan';
import { dcganLight } from '../models/dcganLight';
import { imported } from '../models/imported';
import { madGan } from '../models/madGan';
import type { Classes } from '../training/classes';
import { ganNetworks, savedGan } from '../training/ganNetworks';
import { trainedGenerator } from '../training/generatorGraph';
import { savedNetwork, type SavedParts } from '../training/savedTensors';
import { Trainer } from '../training/trainer';
import { drawsOf } from '../training/translators';
import { UpdatesTrainer } from '../training/updatesTrainer';
import { defineTask, type MakerResult, type RunMaker, type TaskParts } from './define';
import { fallingRate, imitate, imitationFacts, savedSource, sourceNetworks, stepsParam } from './imitation';
import { noiseSource, noiseTeacher } from './teachers/noiseTeacher';

/** Of the noise, permanent; and how fast the student learns at first. */
export const DISTILLATION = { stream: 0xd157, rate: 3e-3 } as const;
const VOCABULARY = { datasets: [...datasets, unknownData], models: [...models, imported], losses };

const facts = {
  ...imitationFacts(noiseTeacher, 'distill', [
    {
      id: 'width',
      kind: 'number',
      label: 'Width',
      min: 0.01,
      max: 16,
      default: 0.5,
      help: 'Of the student, which is a light DCGAN or of the teacher’s own kind: 1 is that model as it is.',
    },
    stepsParam(1, 1500),
  ]),
  label: 'A student of a generator',
  help: 'A smaller generator learns to draw what a trained one draws.',
};

/** The light model that takes what a generator from a file takes; `choice` what it knows beside the noise. */
function lightModel(choice: Classes | null) {
  if (!choice) return { model: dcganLight.id };
  return choice.areLabels ? { model: cgan.id } : { model: madGan.id, 'model.generators': choice.count };
}

/**
 * The student's settings: those of the teacher but for the network. A teacher that knows classes has a student of its own
 * kind, which is a light one already. @throws InvalidValueError for an impossible width
 */
export function studentConfig(
  teacher: Pick<Trainer, 'config' | 'classes' | 'latentSize'>,
  width: number,
): RunConfig {
  const config = { ...teacher.config, task: DEFAULT_TASK, taskParams: {}, frozenLayers: '' };
  const pairs = Object.entries(writeRunConfig(config));
  const own = models.find(({ id }) => id === config.model);
  const narrows = teacher.classes !== null && own?.params.some(({ id }) => id === 'width') === true;
  const kept = pairs.filter(([key]) => narrows || !key.startsWith('model'));
  const network = narrows
    ? { 'model.width': width }
    : {
        ...lightModel(own ? null : teacher.classes),
        'model.latentSize': teacher.latentSize,
        'model.width': width,
      };
  return readRunConfig({ ...Object.fromEntries(kept), ...network }, VOCABULARY);
}

const modelOf = ({ model }: RunConfig): ModelDefinition =>
  models.find(({ id }) => id === model) ?? dcganLight;

/** The student's generator, of the settings of a run that distils. @throws InvalidValueError for an impossible width */
export function studentSpec(parts: SavedParts): NetworkSpec {
  const config = studentConfig(
    { config: parts.config, ...ganNetworks(parts) },
    numberParam(parts.config.taskParams, 'width'),
  );
  return ganNetworks({ ...parts, config, model: modelOf(config), compression: undefined }).generator;
}

class Distillation extends UpdatesTrainer implements RunMaker {
  constructor(
    parts: TaskParts,
    private readonly source: Trainer,
    private readonly student: Trainer,
  ) {
    const { seed } = student.config;
    const adam = new Adam(student.generator.trainable);
    const teacher = noiseTeacher.open(parts);
    const [{ network: taught }] = teacher.generators;
    super({
      facts,
      config: parts.config,
      networks: [{ id: 'student', network: student.generator, adam }, ...sourceNetworks(source)],
      steps: ({ taskParams }) => numberParam(taskParams, 'steps'),
      isTrainable: true,
      pass: (_, step) =>
        imitate(
          {
            ...{ kind: noiseTeacher, teacher, stream: DISTILLATION.stream },
            wanted: (inputs) => [taught.apply(inputs, { kind: 'inference' })],
            drawn: (inputs) => [student.generator.apply(inputs, { kind: 'training', dropoutSeed: seed })],
          },
          step,
        ),
      settings: (_, step) => fallingRate(DISTILLATION.rate, step, this.steps),
      ...teacher.beside(() => drawsOf([{ id: teacher.generators[0].id, network: student.generator }])),
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
    const { student } = this;
    if (student.average) writeWeights(student.average, await readWeights(student.generator));
    const [before, after] = [await trainedGenerator(this.source), await trainedGenerator(student)];
    return { trainer: student, kept: {}, step: 0, before: [before], after: [after] };
  }
}

export const distill = defineTask({
  ...facts,
  suffix: ({ width }) => ` (student ${width})`,
  sourceConfig: noiseTeacher.sourceConfig,
  /** @throws InvalidValueError when the student's latents are not the teacher's, or its width is impossible */
  build(parts: TaskParts): RunMaker {
    const source = noiseSource(parts);
    const config = studentConfig(source, numberParam(parts.config.taskParams, 'width'));
    const model = modelOf(config);
    const loss = losses.find(({ id }) => id === config.loss) ?? source.loss;
    const student = new Trainer({ config, dataset: parts.dataset, model, loss });
    const [from, to] = [source, student].map(({ generator }) => inputShape(generator.spec).join(' x '));
    if (from === to) return new Distillation(parts, source, student);
    student.dispose();
    throw new InvalidValueError(
      `The student takes ${to} numbers, the teacher ${from}.`,
      'Give the student the latent size of the teacher.',
    );
  },
  saved: (parts) => [
    ...savedSource(savedGan(ganNetworks(parts))),
    savedNetwork('student', studentSpec(parts), 'kept'),
  ],
});
