// Gradient flow and saliency of networks that nobody designed, against PyTorch in double precision
// (bench/native/inside_reference.py), all in one process of it.
import { join } from 'node:path';
import { memory } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { NamedTensor } from '../../checkpoints/snapshot';
import { toSignedUnit } from '../../datasets/sampling';
import { TEST_PATIENCE_MS } from '../../testing/patience';
import { randomRun, type RandomRun } from '../../testing/randomNetworks';
import { closeSimd, openSimd } from '../../testing/simdAgreement';
import { inTemporaryFolder, pythonMisses } from '../../testing/tools';
import { runTorch } from '../../testing/torchPrograms';
import { base64, doubles, largest, question, tamed } from '../../testing/torchSteps';
import { readTensors } from '../snapshot';
import { StepInputs } from '../stepInputs';
import { Trainer } from '../trainer';
import { gradientFlow, lossGradients } from './gradientFlow';
import { saliency } from './verdicts';

const SCRIPT = join(import.meta.dirname, '../../../bench/native/inside_reference.py');
const SEEDS = [1, 2, 3, 4, 5, 6, 8, 9, 11, 12, 13, 14];
const COST = 1e6;
/** Of the largest number of a tensor, or of a thousandth of the network's largest. */
const TOLERANCE = 3e-3;
const missing = pythonMisses('torch', 'python3-torch');

interface Answer {
  readonly losses: Readonly<Record<'generator' | 'discriminator', number>>;
  readonly flow: Readonly<Record<string, string>>;
  readonly slopes: string;
  readonly score: number;
}

interface Found {
  readonly before: readonly NamedTensor[];
  readonly after: readonly NamedTensor[];
  readonly losses: Answer['losses'];
  readonly gradients: ReadonlyMap<string, ArrayLike<number>>;
  readonly slopes: Float32Array;
  readonly question: object;
}

async function look(run: RandomRun): Promise<Found> {
  const trainer = new Trainer(run.parts);
  const before = await readTensors(trainer);
  const { dataset, config } = run.parts;
  const inputs = new StepInputs(config, dataset, trainer.classes, trainer.latentSize);
  inputs.step = 1;
  const gradients = new Map<string, ArrayLike<number>>();
  const tensors = memory().numTensors;
  const found = lossGradients(trainer, inputs);
  for (const id of ['generator', 'discriminator'] as const) {
    for (const [i, { name }] of trainer[id].learning.entries())
      gradients.set(`${id}/${name}`, await found[id].gradients[i].data());
    for (const t of [found[id].loss, ...found[id].gradients]) t.dispose();
  }
  const { losses } = await gradientFlow(trainer, inputs);
  const [height, width, channels] = dataset.shape;
  const { pixels } = dataset.read(Int32Array.of(3));
  const imageClass = (trainer.classes?.count ?? 1) - 1;
  const seen = await saliency(trainer, { count: 1, height, width, channels, pixels }, imageClass);
  expect(memory().numTensors).toBe(tensors);
  const picture = { shape: [1, ...dataset.shape], values: base64(toSignedUnit(pixels)) };
  const asked = { ...(await question(run, { before })), picture, imageClass };
  const after = await readTensors(trainer);
  trainer.dispose();
  return { before, after, losses, gradients, slopes: seen.slopes, question: asked };
}

function near(what: string, mine: ArrayLike<number>, theirs: Float64Array, allowed: number): string[] {
  for (let i = 0; i < theirs.length; i++)
    if (!(Math.abs(mine[i] - theirs[i]) <= allowed))
      return [`${what}: value ${i} is ${mine[i]}, PyTorch has ${theirs[i]}`];
  return [];
}

beforeAll(() => openSimd({ threads: 2 }).then(() => undefined));
afterAll(closeSimd);

it.skipIf(missing)(
  `gradients of both losses and the slopes of a score are PyTorch's, and looking changes nothing ${missing ?? ''}`,
  { timeout: TEST_PATIENCE_MS },
  async () => {
    const found: Found[] = [];
    for (const seed of SEEDS) found.push(await look(tamed(randomRun(seed, COST))));
    const answers: Answer[] = await inTemporaryFolder(async (write) => {
      const file = await write('runs.json', JSON.stringify(found.map((one) => one.question)));
      return JSON.parse(await runTorch([SCRIPT, file]));
    });
    const problems = answers.flatMap(({ losses, flow, slopes }, i) => {
      const mine = found[i];
      expect(mine.after).toEqual(mine.before);
      const gradients = Object.entries(flow).map(([name, text]) => [name, doubles(text)] as const);
      const wholeOf = (network: string) =>
        Math.max(...gradients.filter(([name]) => name.startsWith(network)).map(([, g]) => largest(g)));
      const theirSlopes = doubles(slopes);
      return [
        ...(['generator', 'discriminator'] as const).flatMap((id) =>
          near(
            `loss ${id}`,
            [mine.losses[id]],
            Float64Array.of(losses[id]),
            1e-4 * (1 + Math.abs(losses[id])),
          ),
        ),
        ...gradients.flatMap(([name, gradient]) => {
          const whole = wholeOf(name.split('/')[0]);
          const allowed = TOLERANCE * Math.max(largest(gradient), 1e-2 * whole) + 1e-8;
          return near(name, mine.gradients.get(name) ?? [], gradient, allowed);
        }),
        ...near('slopes', mine.slopes, theirSlopes, TOLERANCE * largest(theirSlopes) + 1e-9),
      ].map((problem) => `seed ${SEEDS[i]}: ${problem}`);
    });
    expect(problems).toEqual([]);
  },
);
