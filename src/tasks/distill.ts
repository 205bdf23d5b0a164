// Knowledge distillation (Hinton et al. 2015, https://arxiv.org/abs/1503.02531) of generators: a smaller student learns to
// draw what the trained teacher draws from the same latents. Output loss only; the discriminator plays no part, so what the
// student cannot hold becomes soft, and training the run that comes of it on, with a discriminator anew, sharpens it again.
import { abs, add, mean, mul, square, sub, tidy, type Scalar, type Tensor } from '@tensorflow/tfjs-core';
import { InvalidValueError } from '../core/errors';
import { inputShape } from '../core/network';
import { numberParam } from '../core/paramSpec';
import { normalArray } from '../core/random';
import { DEFAULT_TASK, readRunConfig, writeRunConfig, type RunConfig } from '../core/runConfig';
import { datasets } from '../datasets';
import { unknownData } from '../datasets/unknownData';
import { Adam } from '../engine/ops/adam';
import { stepInput } from '../engine/recording';
import { readWeights, writeWeights } from '../graph/networkWeights';
import { losses } from '../losses';
import { models } from '../models';
import { dcganLight } from '../models/dcganLight';
import { imported } from '../models/imported';
import { inputRows, trainedGenerator } from '../training/generatorGraph';
import { Trainer } from '../training/trainer';
import { UpdatesTrainer } from '../training/updatesTrainer';
import { defineTask, sourceOf, type MadeRun, type RunMaker, type TaskParts } from './define';

const STREAM = 0xd157;
const LEARNING_RATE = 3e-3;
const VOCABULARY = { datasets: [...datasets, unknownData], models: [...models, imported], losses };

const facts = {
  id: 'distill',
  label: 'A student of a generator',
  help: 'A smaller generator learns to draw what a trained one draws.',
  hidden: true,
  params: [
    {
      id: 'width',
      kind: 'number',
      label: 'Width',
      min: 0.01,
      max: 16,
      default: 0.5,
      help: 'Of the student, which is a light DCGAN or of the teacher’s own kind: 1 is that model as it is.',
    },
    {
      id: 'steps',
      kind: 'integer',
      label: 'Steps',
      min: 1,
      max: 1_000_000,
      default: 600,
      help: 'How long the student learns.',
    },
  ],
  networks: [
    { id: 'student', label: 'Student', role: 'generator', learns: true, loss: 'student' },
    { id: 'source/generator', label: 'Teacher', role: 'real', learns: false },
  ],
  data: ['noise', 'trained-run'],
  updates: [
    {
      network: 'student',
      times: 1,
      terms: [{ id: 'distance', label: 'Distance from the teacher', weight: 1 }],
    },
  ],
  charts: [
    {
      id: 'distance',
      title: 'Distance',
      help: 'How far the student’s images are from the teacher’s, as pixel values in -1..1.',
      unit: '',
      logScale: true,
      series: [{ id: 'student', label: 'Student', role: 'generator', dash: [] }],
    },
  ],
  grids: [],
  exports: [],
} as const;

/**
 * The student's settings: those of the teacher but for the network. A teacher that knows classes has a student of its own
 * kind, which is a light one already. @throws InvalidValueError for an impossible width
 */
function studentConfig(teacher: Trainer, width: number): RunConfig {
  const config = { ...teacher.config, task: DEFAULT_TASK, taskParams: {}, frozenLayers: '' };
  const pairs = Object.entries(writeRunConfig(config));
  const own = models.find(({ id }) => id === config.model);
  const narrows = teacher.classes !== null && own?.params.some(({ id }) => id === 'width') === true;
  const kept = pairs.filter(([key]) => narrows || !key.startsWith('model'));
  const network = narrows
    ? { 'model.width': width }
    : { model: dcganLight.id, 'model.latentSize': teacher.latentSize, 'model.width': width };
  return readRunConfig({ ...Object.fromEntries(kept), ...network }, VOCABULARY);
}

/** Squares pull large errors in, absolute values keep strokes sharp. */
const distance = (drawn: Tensor, wanted: Tensor): Scalar => {
  const difference = sub(drawn, wanted);
  return mul<Scalar>(add(mean(square(difference)), mean(abs(difference))), 0.5);
};

class Distillation extends UpdatesTrainer implements RunMaker {
  constructor(
    config: RunConfig,
    private readonly source: Trainer,
    private readonly student: Trainer,
  ) {
    const { batch, seed } = student.config;
    const adam = new Adam(student.generator.trainable);
    const teacher = source.average ?? source.generator;
    super({
      facts,
      config,
      networks: [
        { id: 'student', network: student.generator, adam },
        // The run that it came from may have gone on or be gone when this is resumed.
        ...source.networks.map(({ id, network }) => ({ id: `source/${id}`, network, adam: null })),
      ],
      steps: ({ taskParams }) => numberParam(taskParams, 'steps'),
      isTrainable: true,
      pass(_, step) {
        const [width] = inputShape(teacher.spec);
        const inputs = stepInput([batch, width], (values) =>
          values.set(inputRows(source, normalArray(batch * source.latentSize, seed, STREAM, step()))),
        );
        const wanted = tidy(() => teacher.apply(inputs, { kind: 'inference' }));
        const drawn = () => student.generator.apply(inputs, { kind: 'training', dropoutSeed: seed });
        return { terms: () => ({ distance: distance(drawn(), wanted) }), held: [inputs, wanted] };
      },
      // Falls to zero on a cosine.
      settings: (_, step) => ({
        beta1: 0.9,
        beta2: 0.999,
        learningRate: (LEARNING_RATE * (1 + Math.cos((Math.PI * (step - 1)) / this.steps))) / 2,
      }),
      grid: () => Promise.resolve(null),
      dispose: () => {
        adam.dispose();
        student.dispose();
      },
    });
  }

  async result(): Promise<MadeRun> {
    const { student } = this;
    if (student.average) writeWeights(student.average, await readWeights(student.generator));
    const [before, after] = [await trainedGenerator(this.source), await trainedGenerator(student)];
    return { trainer: student, kept: {}, step: 0, before, after };
  }
}

export const distill = defineTask({
  ...facts,
  suffix: ({ width }) => ` (student ${width})`,
  /** @throws InvalidValueError when the student's latents are not the teacher's, or its width is impossible */
  build(parts: TaskParts): RunMaker {
    const source = sourceOf(parts);
    const config = studentConfig(source, numberParam(parts.config.taskParams, 'width'));
    const model = models.find(({ id }) => id === config.model) ?? dcganLight;
    const loss = losses.find(({ id }) => id === config.loss) ?? source.loss;
    const student = new Trainer({ config, dataset: parts.dataset, model, loss });
    const [from, to] = [source, student].map(({ generator }) => inputShape(generator.spec).join(' x '));
    if (from === to) return new Distillation(parts.config, source, student);
    student.dispose();
    throw new InvalidValueError(
      `The student takes ${to} numbers, the teacher ${from}.`,
      'Give the student the latent size of the teacher.',
    );
  },
});
