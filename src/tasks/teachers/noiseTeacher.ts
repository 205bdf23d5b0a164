// Runs of the adversarial game as teachers: one generator, which draws from noise; the discriminator judges nobody else.
import { thawedNetwork } from '../../core/frozenLayers';
import { inputShape } from '../../core/network';
import { normalArray } from '../../core/random';
import { DEFAULT_TASK } from '../../core/runConfig';
import { stepInput } from '../../engine/recording';
import { writeWeights } from '../../graph/networkWeights';
import { ganNetworks, savedGan } from '../../training/ganNetworks';
import { inputRows, rangesOf, trainedGenerator } from '../../training/generatorGraph';
import { Trainer } from '../../training/trainer';
import { besideGenerator } from '../besideTeacher';
import { sourceOf, TaskDataError, type TaskParts } from '../define';
import { takeOver } from '../imitation';
import type { Teacher, TeacherKind } from './define';

const GENERATOR = 'generator';

/** @throws TaskDataError when the task was not started from a run whose generator draws from noise */
export function noiseSource(parts: TaskParts): Trainer {
  const { trainer } = sourceOf(parts);
  if (trainer instanceof Trainer) return trainer;
  throw new TaskDataError(
    `The run learns the task ${trainer.config.task}, whose generators draw from no noise.`,
    'Start the task from a run of a generator that does.',
  );
}

function open(parts: TaskParts): Teacher {
  const source = sourceOf(parts);
  const trainer = noiseSource(parts);
  const network = trainer.average ?? trainer.generator;
  return {
    source,
    generators: [{ id: GENERATOR, network }],
    beside: (smaller) =>
      besideGenerator(
        trainer,
        parts.dataset.shape,
        (rows) => network.apply(rows, { kind: 'inference' }),
        () => smaller()[GENERATOR],
      ),
    lesson(step, stream) {
      const { batch, seed } = trainer.config;
      const [width] = inputShape(trainer.generator.spec);
      const inputs = stepInput([batch, width], (values) =>
        values.set(inputRows(trainer, normalArray(batch * trainer.latentSize, seed, stream, step()))),
      );
      return { given: [inputs], held: [inputs] };
    },
    trained: async () => [await trainedGenerator(trainer)],
    async ranges([folded], record) {
      const { input, nodes } = await rangesOf(trainer, folded, 'min-max', record, source.step);
      return [{ input, nodes }];
    },
    async successor([generator], record) {
      const { imported } = source;
      // The network of an imported generator stands in the run itself: its widths are no other than those.
      const kept = imported
        ? { compression: { ...record, widths: null }, imported: { ...imported, network: generator.spec } }
        : { compression: record };
      const { dataset, loss, model: known } = parts;
      const model = imported ? { ...known, buildGenerator: () => generator.spec } : known;
      const made = new Trainer({ config: trainer.config, dataset, model, loss, ...kept });
      writeWeights(made.generator, generator.weights);
      if (made.average) writeWeights(made.average, generator.weights);
      await takeOver(made, trainer, ['discriminator']);
      return { trainer: made, kept };
    },
  };
}

export const noiseTeacher: TeacherKind = {
  ...{ prefix: '', params: [], data: ['noise'], ownNetworks: false, translates: false },
  ...{ taught: ['generator'], going: ['discriminator'] },
  sourceConfig: (config) => ({ ...config, task: DEFAULT_TASK, taskParams: {} }),
  saved: (parts) => savedGan(ganNetworks(parts)),
  specs(parts) {
    const { average, generator } = ganNetworks(parts);
    return [{ id: average ? 'average' : 'generator', spec: average ?? generator }];
  },
  graphSpec: thawedNetwork,
  open,
};
