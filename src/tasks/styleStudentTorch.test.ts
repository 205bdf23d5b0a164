// Two whole steps of the style student against PyTorch in double precision (bench/style/student_reference.py): every loss, moments
// of every gradient, weights; of one style, and of several, painted on grey pictures.
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ParamValues } from '../core/paramSpec';
import { createRandom } from '../core/random';
import { readRunConfig } from '../core/runConfig';
import { datasets } from '../datasets';
import { batchIndices, toSignedUnit } from '../datasets/sampling';
import type { EncoderDefinition } from '../encoders/define';
import { randomFeatures } from '../encoders/randomFeatures';
import { packEncoder, randomWeights } from '../encoders/weights';
import { Network } from '../engine/network';
import { losses } from '../losses';
import { models } from '../models';
import { PROGRAM_PATIENCE_MS } from '../testing/patience';
import { noiseImages } from '../testing/randomNetworks';
import { closeSimd, openSimd } from '../testing/simdAgreement';
import { inTemporaryFolder, pythonMisses } from '../testing/tools';
import { runTorch } from '../testing/torchPrograms';
import { encode, take, torchProblems, withBiases, type TorchStep } from '../testing/torchUpdates';
import { stylePictures } from './style/stylePictures';
import { StyleShelf } from './style/styleShelf';
import { studentSpec } from './style/studentSpec';
import { STYLE_STREAM, StyleStudentTrainer } from './style/studentTrainer';
import { tasks } from '.';

const SCRIPT = join(import.meta.dirname, '../../bench/style/student_reference.py');
const MISSING = pythonMisses('torch', 'python3-torch');
const STEPS = 2;
/** Of losses, whose sizes differ by orders of magnitude. */
const TOLERANCE = 1e-3;
const blocks = [8, 8, 12, 12].map((filters) => ({ convolutions: 2, filters }));
const small: EncoderDefinition = { ...randomFeatures, blocks };

beforeAll(() => openSimd({ threads: 1 }));
afterAll(closeSimd);

interface Case {
  readonly definition: EncoderDefinition;
  readonly channels: 1 | 3;
  readonly params: ParamValues;
}

const CASES: readonly Case[] = [
  { definition: small, channels: 3, params: { content2: 0.5, style3: 0.2, depth: 2, blocks: 1 } },
  {
    definition: { ...small, input: 'bgr-less-mean' },
    channels: 1,
    params: { styles: 3, style: 'dots', pooling: 'max', blocks: 2, styleWeight: 20, smoothWeight: 5 },
  },
];

const layersIn = (params: ParamValues, kind: 'content' | 'style', place: number) =>
  blocks.flatMap((_, i) => {
    const weight = params[`${kind}${i + 1}`];
    return typeof weight === 'number' && weight > 0 ? [[`conv${i + 1}_${place}`, weight]] : [];
  });

async function open({ definition, channels, params }: Case) {
  const read = readRunConfig(
    { task: 'style-student', batch: 3, learningRateG: 1e-3 },
    { datasets, models, losses, tasks },
  );
  const taskParams: ParamValues = { ...read.taskParams, decay: false, width: 4, ...params };
  const config = { ...read, taskParams };
  const dataset = noiseImages([20, 18, channels], 4);
  const spec = studentSpec(config, dataset.shape);
  const shelf = new StyleShelf(await stylePictures(dataset, config));
  const weights = randomWeights(definition);
  const data = { dataset, shown: dataset, shelf };
  const trainer = new StyleStudentTrainer(
    config,
    data,
    { definition, weights },
    new Network(spec, config.seed),
  );
  return { config, dataset, spec, trainer, weights };
}

it.skipIf(MISSING !== undefined)(
  `two steps have PyTorch's losses, gradients and weights ${MISSING ?? ''}`,
  async () => {
    const opened = await Promise.all(CASES.map(async (one) => ({ one, ...(await open(one)) })));
    const questions = await Promise.all(
      opened.map(async ({ one, config, dataset, spec, trainer, weights }) => {
        const { taskParams, seed, batch } = config;
        const before = withBiases(await trainer.read());
        trainer.restore(before);
        const own = before.tensors.filter(({ name }) => name.startsWith('generator/'));
        const shelf = before.tensors.find(({ name }) => name === 'styles/pixels');
        if (!shelf) throw new TypeError('The run keeps no styles');
        const { bytes } = packEncoder(one.definition, weights, 'float32');
        const job = {
          settings: config,
          networks: { generator: spec },
          weights: {
            generator: Object.fromEntries(
              own.map(({ name, shape, values }) => [name.slice('generator/'.length), encode(shape, values)]),
            ),
          },
          features: {
            ...{ input: one.definition.input, pooling: taskParams.pooling },
            blocks: blocks.map(({ convolutions, filters }) => [convolutions, filters]),
            content: layersIn(taskParams, 'content', 2),
            style: layersIn(taskParams, 'style', 1),
          },
          styles: encode(shelf.shape, shelf.values),
          steps: Array.from({ length: STEPS }, (_, i) => {
            const chosen = batchIndices(seed, i + 1, 0, batch, dataset.size);
            const random = createRandom(seed, STYLE_STREAM, i + 1);
            const count = shelf.shape[0];
            return {
              given: encode([batch, ...dataset.shape], toSignedUnit(dataset.read(chosen).pixels)),
              styles: count > 1 ? Array.from({ length: batch }, () => random.int(count)) : null,
            };
          }),
        };
        return { job, bytes };
      }),
    );
    const answers: readonly (readonly TorchStep[])[] = await inTemporaryFolder(async (write) => {
      const jobs = questions.map(async ({ job, bytes }, i) => ({
        ...job,
        features: { ...job.features, weights: await write(`${i}.weights`, bytes) },
      }));
      const file = await write('jobs.json', JSON.stringify(await Promise.all(jobs)));
      return JSON.parse(await runTorch([SCRIPT, file]));
    });
    for (const [i, { config, trainer }] of opened.entries()) {
      const taken = await take(trainer, STEPS);
      for (const [step, found] of answers[i].entries()) {
        for (const [id, value] of Object.entries(found.losses))
          expect(Math.abs(taken[step].report[id] / value - 1), `${i}: ${id}`).toBeLessThan(TOLERANCE);
        expect(torchProblems(config, taken[step], found, step + 1).join('\n')).toBe('');
      }
      trainer.dispose();
    }
  },
  PROGRAM_PATIENCE_MS,
);
