// Two whole steps of CycleGAN and of translation from pairs against PyTorch in double precision
// (bench/native/translation_reference.py), from the same weights and pictures: losses, moments of every gradient, weights.
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { defaultParams } from '../core/paramSpec';
import { readRunConfig, type RunConfig } from '../core/runConfig';
import { datasets } from '../datasets';
import { asOneSet } from '../datasets/pairs/domains';
import { batchIndices, toSignedUnit } from '../datasets/sampling';
import { losses } from '../losses';
import { models } from '../models';
import { PROGRAM_PATIENCE_MS } from '../testing/patience';
import {
  encode,
  take,
  torchProblems,
  withBiases,
  type TakenStep,
  type TorchStep,
} from '../testing/torchUpdates';
import { noiseImages } from '../testing/randomNetworks';
import { closeSimd, openSimd } from '../testing/simdAgreement';
import { inTemporaryFolder, pythonMisses } from '../testing/tools';
import { runTorch } from '../testing/torchPrograms';
import { drawFromPool } from '../training/imagePool';
import type { TaskTrainer } from '../training/taskTrainer';
import { cycleGan } from './cycleGan';
import { pairTranslation } from './pairTranslation';
import { pairSource } from './translation/pairSources';
import { tasks } from '.';

const SCRIPT = join(import.meta.dirname, '../../bench/native/translation_reference.py');
const STEPS = 2;

beforeAll(() => openSimd({ threads: 2 }).then(() => undefined));
afterAll(closeSimd);

const SHAPE = [20, 18, 1] as const;
const domains = asOneSet({
  a: { name: 'a', images: noiseImages(SHAPE, 1) },
  b: { name: 'b', images: noiseImages(SHAPE, 2) },
  aligned: false,
});
const coloured = noiseImages([16, 16, 3], 3);

const configOf = (pairs: Readonly<Record<string, unknown>>, params: RunConfig['taskParams']): RunConfig => {
  const config = readRunConfig(
    { batch: 2, learningRateG: 1e-3, learningRateD: 5e-4, ...pairs },
    { datasets, models, losses, tasks },
  );
  return { ...config, taskParams: { ...config.taskParams, ...params, decay: false } };
};

interface Case {
  readonly kind: 'cycle' | 'pair';
  readonly config: RunConfig;
  readonly trainer: TaskTrainer;
  /** What a step takes from outside the networks. */
  readonly inputs: (step: number) => unknown;
}

function lossOf({ loss: id }: RunConfig) {
  const loss = losses.find((one) => one.id === id);
  if (loss) return loss;
  throw new TypeError(`There is no loss ${id}`);
}

/** The pool is full after the first step, so that the second draws from it. */
function cycleCase(pairs: Readonly<Record<string, unknown>>, params: RunConfig['taskParams']): Case {
  const small = { width: 3, patchWidth: 3, depth: 2, blocks: 1, poolSize: 2 };
  const config = configOf({ task: cycleGan.id, ...pairs }, { ...small, ...params });
  const { seed, batch } = config;
  const { a, b } = domains.pair ?? {};
  if (!a || !b) throw new TypeError('The domains are no pair');
  const picture = ({ images }: typeof a, step: number, part: number) =>
    encode(
      [batch, ...SHAPE],
      toSignedUnit(images.read(batchIndices(seed, step, part, batch, images.size)).pixels),
    );
  const draw = (stream: number, step: number) => {
    const { shown, placed } = drawFromPool(seed, stream, step, {
      ...{ size: 2, batch },
      filled: Math.min(2, batch * (step - 1)),
    });
    return { shown: [...shown], placed: [...placed] };
  };
  return {
    kind: 'cycle',
    config,
    trainer: cycleGan.build({ config, dataset: domains, model: models[0], loss: lossOf(config) }),
    inputs: (step) => ({
      ...{ a: picture(a, step, 0), b: picture(b, step, 1) },
      ...{ poolA: draw(0, step), poolB: draw(1, step) },
    }),
  };
}

function pairCase(params: RunConfig['taskParams']): Case {
  const small = { ...defaultParams(pairTranslation.params), width: 3, patchWidth: 3, depth: 2, blocks: 1 };
  const config = configOf({ task: pairTranslation.id }, { ...small, ...params });
  const { seed, batch, dSteps } = config;
  const source = pairSource(coloured, config);
  const read = (step: number, part: number) => {
    const { given, right } = source.read(batchIndices(seed, step, part, batch, source.size));
    return { given: encode([batch, ...source.given], given), right: encode([batch, ...source.right], right) };
  };
  return {
    kind: 'pair',
    config,
    trainer: pairTranslation.build({ config, dataset: coloured, model: models[0], loss: lossOf(config) }),
    inputs: (step) => ({ d: read(step, 0), g: read(step, dSteps) }),
  };
}

const missing = pythonMisses('torch', 'python3-torch');

it.skipIf(missing)(
  `two steps have PyTorch's losses, gradients and weights ${missing ?? ''}`,
  { timeout: 180_000 },
  async () => {
    const cases = [
      cycleCase({}, { generator: 'unet' }),
      cycleCase({ loss: 'hinge' }, { generator: 'resnet', normalization: 'none', identityWeight: 0 }),
      pairCase({ mode: 'colour', generator: 'unet', normalization: 'batch' }),
      pairCase({ mode: 'coarse', generator: 'plain' }),
    ];
    const questions: object[] = [];
    const taken: (readonly TakenStep[])[] = [];
    for (const one of cases) {
      const { kind, config, trainer, inputs } = one;
      const before = withBiases(await trainer.read());
      trainer.restore(before);
      const own = trainer.networks.flatMap(({ id, network }) =>
        network.spec ? [{ id, spec: network.spec }] : [],
      );
      questions.push({
        kind,
        settings: config,
        networks: Object.fromEntries(own.map(({ id, spec }) => [id, spec])),
        weights: Object.fromEntries(
          own.map(({ id }) => [
            id,
            Object.fromEntries(
              before.tensors
                .filter(({ name }) => name.startsWith(`${id}/`))
                .map(({ name, shape, values }) => [name.slice(id.length + 1), encode(shape, values)]),
            ),
          ]),
        ),
        steps: Array.from({ length: STEPS }, (_, i) => inputs(i + 1)),
      });
      taken.push(await take(trainer, STEPS));
      trainer.dispose();
    }
    const answers: readonly (readonly TorchStep[])[] = await inTemporaryFolder(async (write) => {
      const file = await write('cases.json', JSON.stringify(questions));
      return JSON.parse(await runTorch([SCRIPT, file], undefined, PROGRAM_PATIENCE_MS + 30_000));
    });
    const wrong = cases.flatMap((one, i) =>
      answers[i].flatMap((found, step) =>
        torchProblems(one.config, taken[i][step], found, step + 1).map((text) => `${i}: ${text}`),
      ),
    );
    expect(wrong.join('\n')).toBe('');
  },
);
