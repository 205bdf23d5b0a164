// Two whole steps of CycleGAN and of translation from pairs against PyTorch in double precision
// (bench/native/translation_reference.py), from the same weights and pictures: losses, moments of every gradient, weights.
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { defaultParams } from '../core/paramSpec';
import { normalArray } from '../core/random';
import { readRunConfig, type RunConfig } from '../core/runConfig';
import { datasets } from '../datasets';
import { asOneSet } from '../datasets/pairs/domains';
import { batchIndices, toSignedUnit } from '../datasets/sampling';
import { losses } from '../losses';
import { models } from '../models';
import { PROGRAM_PATIENCE_MS } from '../testing/patience';
import { noiseImages } from '../testing/randomNetworks';
import { closeSimd, openSimd } from '../testing/simdAgreement';
import { inTemporaryFolder, pythonMisses, runProgram } from '../testing/tools';
import { drawFromPool } from '../training/imagePool';
import type { TaskTrainer, TrainerState } from '../training/taskTrainer';
import { cycleGan } from './cycleGan';
import { pairTranslation } from './pairTranslation';
import { pairSource } from './translation/pairSources';
import { tasks } from '.';

const SCRIPT = join(import.meta.dirname, '../../bench/native/translation_reference.py');
const STEPS = 2;
/** Of the largest moment of a tensor, or of a thousandth of the network's largest. */
const TOLERANCE = 2e-3;

beforeAll(() => openSimd({ threads: 2 }).then(() => undefined));
afterAll(closeSimd);

const SHAPE = [20, 18, 1] as const;
const domains = asOneSet({
  a: { name: 'a', images: noiseImages(SHAPE, 1) },
  b: { name: 'b', images: noiseImages(SHAPE, 2) },
  aligned: false,
});
const coloured = noiseImages([16, 16, 3], 3);

const encode = (shape: readonly number[], values: Float32Array) => ({
  shape,
  values: Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString('base64'),
});

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

type Found = Readonly<Record<'moments' | 'weights', Readonly<Record<string, string>>>> & {
  readonly losses: Readonly<Record<string, number>>;
};

const doubles = (text: string): Float64Array =>
  new Float64Array(Uint8Array.from(Buffer.from(text, 'base64')).buffer);
const largest = (values: Float64Array): number => values.reduce((most, v) => Math.max(most, Math.abs(v)), 0);

interface Taken {
  readonly report: Readonly<Record<string, number>>;
  readonly state: TrainerState;
}

async function take({ trainer }: Case): Promise<readonly Taken[]> {
  const taken: Taken[] = [];
  for (let step = 1; step <= STEPS; step++) {
    const report = trainer.step(step);
    const values = Float32Array.from(await report.data());
    report.dispose();
    const named = Object.fromEntries(
      trainer.series.map((id, i) => [id.replace(/^generator(AB)?\//, ''), values[i]]),
    );
    taken.push({ report: named, state: await trainer.read() });
  }
  return taken;
}

function problems({ config }: Case, { report, state }: Taken, found: Found, step: number): string[] {
  const ours = new Map(state.tensors.map(({ name, values }) => [name, values]));
  const wrong: string[] = [];
  for (const [id, value] of Object.entries(found.losses))
    if (!(Math.abs(report[id] - value) <= 1e-4 * (1 + Math.abs(value))))
      wrong.push(`step ${step}, ${id} is ${report[id]}, PyTorch has ${value}`);
  const moments = Object.entries(found.moments).map(([name, text]) => [name, doubles(text)] as const);
  for (const [name, moment] of moments) {
    const [network, ...path] = name.split('/');
    const whole = Math.max(
      ...moments.filter(([n]) => n.startsWith(`${network}/`)).map(([, m]) => largest(m)),
    );
    const mine = ours.get(`optimizer/${network}/m/${path.join('/')}`) ?? [];
    const allowed = TOLERANCE * Math.max(largest(moment), 1e-3 * whole) + 1e-9;
    const weights = doubles(found.weights[name]);
    const rate = network.startsWith('generator') ? config.learningRateG : config.learningRateD;
    for (const [i, value] of moment.entries()) {
      if (!(Math.abs(mine[i] - value) <= allowed))
        wrong.push(`step ${step}, moment of ${name}: value ${i} is ${mine[i]}, PyTorch has ${value}`);
      // Where there is no gradient but rounding's, Adam moves a weight by up to a rate in each step.
      const drift = Math.abs(value) > 30 * allowed ? 0.1 * rate : 2.2 * rate * step;
      const weight = ours.get(name)?.[i] ?? NaN;
      if (!(Math.abs(weight - weights[i]) <= drift))
        wrong.push(`step ${step}, ${name}: weight ${i} is ${weight}, PyTorch has ${weights[i]}`);
    }
  }
  return wrong.slice(0, 5);
}

/** Biases that are none at first put whole patches of maps on the kink of a rectifier, where rounding decides the slope. */
const withBiases = (state: TrainerState): TrainerState => ({
  ...state,
  tensors: state.tensors.map((one, i) =>
    one.name.endsWith('/bias') && !one.name.startsWith('optimizer/')
      ? { ...one, values: normalArray(one.values.length, 7, i).map((v) => 0.1 * v) }
      : one,
  ),
});

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
    const taken: (readonly Taken[])[] = [];
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
      taken.push(await take(one));
      trainer.dispose();
    }
    const answers: readonly (readonly Found[])[] = await inTemporaryFolder(async (write) => {
      const file = await write('cases.json', JSON.stringify(questions));
      return JSON.parse(
        await runProgram('/usr/bin/python3', [SCRIPT, file], undefined, PROGRAM_PATIENCE_MS + 30_000),
      );
    });
    const wrong = cases.flatMap((one, i) =>
      answers[i].flatMap((found, step) =>
        problems(one, taken[i][step], found, step + 1).map((text) => `${i}: ${text}`),
      ),
    );
    expect(wrong.join('\n')).toBe('');
  },
);
