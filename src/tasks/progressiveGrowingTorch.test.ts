// Losses and gradients of growing networks, while a size is faded in and by itself, against PyTorch in double precision
// (bench/native/growing_reference.py): the first step of each part, after which moments are gradients times a factor.
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { growthAt, growthPlan, halvings } from '../core/growth';
import { readRunConfig } from '../core/runConfig';
import { datasets } from '../datasets';
import { batchIndices, toSignedUnit } from '../datasets/sampling';
import { losses } from '../losses';
import { models } from '../models';
import { progressiveGan } from '../models/progressiveGan';
import { closeSimd, openSimd } from '../testing/openSimd';
import { PROGRAM_PATIENCE_MS } from '../testing/patience';
import { noiseImages } from '../testing/randomNetworks';
import { inTemporaryFolder, pythonMisses } from '../testing/tools';
import { runTorch } from '../testing/torchPrograms';
import { encode } from '../testing/torchUpdates';
import { GrowingTrainer } from '../training/growingTrainer';
import { discriminatorLatents, generatorLatents, penaltyUniforms } from '../training/streams';
import { progressiveGrowing } from './progressiveGrowing';
import { tasks } from '.';

const SCRIPT = join(import.meta.dirname, '../../bench/native/growing_reference.py');
const SHAPE = [16, 16, 3] as const;
const FADE_STEPS = 3;
/** First steps of their parts: 4 pixels, 8 faded in, 8, 16 faded in, 16. */
const LOOKED_AT = [1, 2, 5, 6, 9];
/** Of the largest gradient of a tensor, or of a thousandth of its network's largest. */
const TOLERANCE = 2e-3;

beforeAll(() => openSimd({ threads: 2 }).then(() => undefined));
afterAll(closeSimd);

interface Answer {
  readonly dLoss: number;
  readonly gLoss: number;
  readonly gradients: Readonly<Record<string, readonly number[]>>;
}

interface Taken {
  readonly question: object;
  readonly report: readonly number[];
  /** By network and weight name. */
  readonly gradients: ReadonlyMap<string, Float32Array>;
}

/** Steps of the run, each with what PyTorch must know to take it. */
async function takeSteps(lossId: string): Promise<readonly Taken[]> {
  const config = readRunConfig(
    {
      task: progressiveGrowing.id,
      loss: lossId,
      // So small a rate that the generator meets the discriminator as it was.
      ...{ batch: 3, learningRateG: 1e-4, learningRateD: 1e-6, beta1: 0.5, emaDecay: 0 },
      ...{ 'task.stageSteps': 1, 'task.fadeSteps': FADE_STEPS },
      ...{ 'model.channels': 3, 'model.mostChannels': 6, 'model.latentSize': 5 },
    },
    { datasets, models, losses, tasks },
  );
  const dataset = noiseImages(SHAPE, 4);
  const loss = losses.find(({ id }) => id === lossId);
  if (!loss) throw new TypeError(`There is no loss ${lossId}`);
  const trainer = new GrowingTrainer({ config, dataset, model: progressiveGan, loss });
  const plan = growthPlan(SHAPE, config.taskParams);
  const { seed, batch } = config;
  const taken: Taken[] = [];
  for (let step = 1; step <= Math.max(...LOOKED_AT); step++) {
    if (!LOOKED_AT.includes(step)) {
      trainer.step(step).dispose();
      continue;
    }
    const moment = growthAt(plan, step);
    const before = await beginning(trainer, step);
    const report = trainer.step(step);
    const { tensors } = await trainer.read();
    const weights = (network: string) =>
      Object.fromEntries(
        before
          .filter(({ name }) => name.startsWith(`${network}/`))
          .map(({ name, shape, values }) => [name.slice(network.length + 1), encode(shape, values)]),
      );
    const noise = (values: Float32Array) => encode([batch, trainer.latentSize], values);
    const size = batch * trainer.latentSize;
    const real = dataset.read(batchIndices(seed, step, 0, batch, dataset.size)).pixels;
    taken.push({
      question: {
        ...{ stage: moment.stage, share: moment.fading ? moment.share : null, sizes: halvings(SHAPE) + 1 },
        ...{ loss: lossId, penalty: config.lossParams.penalty ?? 0 },
        weights: { generator: weights('generator'), discriminator: weights('discriminator') },
        real: encode([batch, ...SHAPE], toSignedUnit(real)),
        noiseD: noise(discriminatorLatents(seed, step, 0, size)),
        noiseG: noise(generatorLatents(seed, step, size)),
        uniforms: encode([batch, 1, 1, 1], penaltyUniforms(seed, step, 0, batch)),
      },
      report: [...(await report.data())],
      gradients: new Map(
        tensors.flatMap(({ name, values }) => {
          const [, network, path] = /^optimizer\/(\w+)\/m\/(.+)$/.exec(name) ?? [];
          return path ? [[`${network}/${path}`, values.map((m) => m / (1 - config.beta1))]] : [];
        }),
      ),
    });
    report.dispose();
  }
  trainer.dispose();
  return taken;
}

/** The weights that a step begins with: where it is the first of its part, new layers are among them. */
async function beginning(trainer: GrowingTrainer, step: number) {
  trainer.enter(step);
  return (await trainer.read()).tensors;
}

const largest = (values: readonly number[]): number =>
  values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

function problems({ report, gradients }: Taken, answer: Answer, what: string): readonly string[] {
  const found: string[] = [];
  for (const [i, loss] of [answer.dLoss, answer.gLoss].entries())
    if (!(Math.abs(report[i] - loss) <= 1e-4 * (1 + Math.abs(loss))))
      found.push(`${what}: loss ${i} is ${report[i]}, PyTorch has ${loss}`);
  if (Object.keys(answer.gradients).toSorted().join() !== [...gradients.keys()].toSorted().join())
    found.push(`${what}: other weights learn: ${[...gradients.keys()].join()}`);
  for (const [name, theirs] of Object.entries(answer.gradients)) {
    const network = name.slice(0, name.indexOf('/') + 1);
    const ofNetwork = Object.entries(answer.gradients).filter(([other]) => other.startsWith(network));
    const whole = Math.max(...ofNetwork.map(([, values]) => largest(values)));
    const allowed = TOLERANCE * Math.max(largest(theirs), 1e-3 * whole);
    const mine = gradients.get(name) ?? new Float32Array();
    const at = theirs.findIndex((value, i) => !(Math.abs(value - mine[i]) <= allowed));
    if (at >= 0) found.push(`${what}: ${name} ${at} is ${mine[at]}, PyTorch has ${theirs[at]}`);
  }
  return found;
}

const missing = pythonMisses('torch', 'python3-torch');

it.skipIf(missing)(
  `a growing run has PyTorch's losses and gradients in every part ${missing ?? ''}`,
  { timeout: PROGRAM_PATIENCE_MS + 60_000 },
  async () => {
    const taken: (readonly [string, Taken])[] = [];
    for (const loss of ['non-saturating', 'wgan-gp'])
      for (const [i, one] of (await takeSteps(loss)).entries())
        taken.push([`${loss}, step ${LOOKED_AT[i]}`, one]);
    const answers: readonly Answer[] = await inTemporaryFolder(async (write) => {
      const file = await write('cases.json', JSON.stringify(taken.map(([, { question }]) => question)));
      return JSON.parse(await runTorch([SCRIPT, file]));
    });
    const found = taken.flatMap(([what, one], i) => problems(one, answers[i], what));
    expect(found.join('\n')).toBe('');
  },
);
