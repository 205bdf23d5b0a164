// A student of a run's generator in a trainer of its own: same data, same latents and classes, a smaller network that
// learns to draw what the teacher draws. Its discriminator starts anew, so that training it on is ordinary training.
import { tensor } from '@tensorflow/tfjs-core';
import { distill } from '../compression/distill';
import { readWeights, writeWeights } from '../graph/networkWeights';
import type { Learned } from '../compression/teach';
import { readRunConfig, writeRunConfig, type ConfigVocabulary, type RunConfig } from '../core/runConfig';
import { normalArray } from '../core/random';
import { losses } from '../losses';
import { models } from '../models';
import { dcganLight } from '../models/dcganLight';
import type { LoadedDataset } from '../datasets/define';
import { inputRows } from './generatorGraph';
import { Trainer } from './trainer';

const STREAM = 0xd157;
const LEARNING_RATE = 3e-3;

export interface StudentJob {
  readonly teacher: Trainer;
  readonly dataset: LoadedDataset;
  readonly vocabulary: ConfigVocabulary;
  /** Width of the student, which is a light DCGAN: 1 is that model as it is. */
  readonly width: number;
  readonly steps: number;
  readonly signal: AbortSignal;
  readonly progress: (step: number, loss: number) => void;
}

export interface Student extends Learned {
  /** The caller disposes it. */
  readonly trainer: Trainer;
}

/**
 * The student's settings: those of the teacher but for the network. A teacher that knows classes has a student of its own
 * kind, which is a light one already. @throws InvalidValueError for an impossible width
 */
function studentConfig({ teacher, vocabulary, width }: StudentJob): RunConfig {
  const { config } = teacher;
  const pairs = Object.entries(writeRunConfig(config));
  const own = models.find(({ id }) => id === config.model);
  const narrows = teacher.classes !== null && own?.params.some(({ id }) => id === 'width') === true;
  const kept = pairs.filter(([key]) => narrows || !key.startsWith('model'));
  const network = narrows
    ? { 'model.width': width }
    : { model: dcganLight.id, 'model.latentSize': teacher.latentSize, 'model.width': width };
  return readRunConfig({ ...Object.fromEntries(kept), ...network }, vocabulary);
}

/** @throws InvalidValueError, AbortedError when cancelled; nothing is left then */
export async function makeStudent(job: StudentJob): Promise<Student> {
  const { teacher, dataset, steps, signal, progress } = job;
  const config = studentConfig(job);
  const model = models.find(({ id }) => id === config.model) ?? dcganLight;
  const loss = losses.find(({ id }) => id === config.loss) ?? teacher.loss;
  const trainer = new Trainer({ config, dataset, model, loss });
  const { batch, seed } = config;
  try {
    const learned = await distill({
      teacher: teacher.average ?? teacher.generator,
      student: trainer.generator,
      inputs: (step) => {
        const rows = inputRows(teacher, normalArray(batch * teacher.latentSize, seed, STREAM, step));
        return tensor(rows, [batch, rows.length / batch]);
      },
      steps,
      learningRate: LEARNING_RATE,
      seed,
      signal,
      progress,
    });
    if (trainer.average) writeWeights(trainer.average, await readWeights(trainer.generator));
    return { ...learned, trainer };
  } catch (error) {
    trainer.dispose();
    throw error;
  }
}
