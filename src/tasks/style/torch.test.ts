// Losses, gradient and both optimizers against PyTorch in double precision (bench/style/gatys_reference.py).
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { defaultParams, type ParamValues } from '../../core/paramSpec';
import { readRunConfig } from '../../core/runConfig';
import { datasets } from '../../datasets';
import { paintPattern, paintScene } from '../../datasets/style/drawnPictures';
import { toSignedUnit } from '../../datasets/sampling';
import type { EncoderDefinition } from '../../encoders/define';
import { randomFeatures } from '../../encoders/randomFeatures';
import { packEncoder, randomWeights } from '../../encoders/weights';
import { losses } from '../../losses';
import { models } from '../../models';
import { closeSimd, openSimd } from '../../testing/simdAgreement';
import { inTemporaryFolder, pythonMisses } from '../../testing/tools';
import { runTorch } from '../../testing/torchPrograms';
import { PROGRAM_PATIENCE_MS } from '../../testing/patience';
import { tasks } from '..';
import { StyleTransferTrainer } from './transferTrainer';
import { styleTransferFacts } from '../styleTransferFacts';

const SCRIPT = join(import.meta.dirname, '../../../bench/style/gatys_reference.py');
const MISSING = pythonMisses('torch', 'python3-torch');
const SIDE = 24;
const STEPS = 20;
const RATE = 0.03;
const blocks = [8, 8, 12, 12, 16].map((filters) => ({ convolutions: 2, filters }));
const small: EncoderDefinition = { ...randomFeatures, blocks };

interface Case {
  readonly definition: EncoderDefinition;
  readonly params: ParamValues;
}

const CASES: readonly Case[] = [
  {
    definition: small,
    params: { pooling: 'average', content2: 0.5, style3: 0.2, contentWeight: 2, start: 'content' },
  },
  {
    definition: { ...small, input: 'bgr-less-mean' },
    params: { pooling: 'max', styleWeight: 1000, smoothWeight: 30, style1: 3, start: 'noise' },
  },
];

const content = toSignedUnit(paintScene(SIDE));
const style = toSignedUnit(paintPattern(SIDE));

beforeAll(() => openSimd({ threads: 1 }));
afterAll(closeSimd);

function open({ definition, params }: Case, optimizer: string): StyleTransferTrainer {
  const taskParams = {
    ...defaultParams(styleTransferFacts.params),
    ...{ learningRate: RATE, optimizer, ...params },
  };
  const config = {
    ...readRunConfig({ task: 'style-transfer' }, { datasets, models, losses, tasks }),
    taskParams,
  };
  const weights = randomWeights(definition);
  return new StyleTransferTrainer(
    config,
    { shape: [SIDE, SIDE, 3], content, style },
    { definition, weights },
  );
}

/** Losses before any step, their gradient, and the losses after the steps. */
async function taken(one: Case, optimizer: string) {
  const trainer = open(one, optimizer);
  const start = trainer.pixels.slice();
  const [first, gradient] = trainer.lossesNow();
  for (let step = 0; step < STEPS; step++) {
    trainer.step().dispose();
    await trainer.afterStep();
  }
  const [last] = trainer.lossesNow();
  const { taskParams } = trainer.config;
  trainer.dispose();
  return { start, first, gradient, last, taskParams };
}

const bytesOf = (values: Float32Array): Uint8Array =>
  new Uint8Array(values.buffer, values.byteOffset, values.byteLength);

const layersIn = (params: ParamValues, kind: 'content' | 'style', place: number) =>
  [1, 2, 3, 4, 5].flatMap((block) => {
    const weight = params[`${kind}${block}`];
    return typeof weight === 'number' && weight > 0 ? [[`conv${block}_${place}`, weight]] : [];
  });

interface Answer {
  readonly losses: readonly number[];
  readonly gradient: readonly number[];
  readonly lbfgs: readonly number[];
  readonly adam: readonly number[];
}

it.skipIf(MISSING !== undefined)(
  `agrees with PyTorch on losses, gradient and ${STEPS} steps of both optimizers ${MISSING ?? ''}`,
  async () => {
    const own = await Promise.all(
      CASES.map(async (one) => ({
        one,
        lbfgs: await taken(one, 'lbfgs'),
        adam: await taken(one, 'adam'),
      })),
    );
    const answers = await inTemporaryFolder(async (write) => {
      const jobs = own.map(async ({ one: { definition }, lbfgs: { start, taskParams: p } }, i) => {
        const pictures = Float32Array.of(...content, ...style, ...start);
        const { bytes } = packEncoder(definition, randomWeights(definition), 'float32');
        return write(
          `${i}.json`,
          JSON.stringify({
            ...{ side: SIDE, input: definition.input, pooling: p.pooling, steps: STEPS, rate: RATE },
            blocks: definition.blocks.map(({ convolutions, filters }) => [convolutions, filters]),
            weights: await write(`${i}.weights`, bytes),
            pictures: await write(`${i}.pictures`, bytesOf(pictures)),
            content: layersIn(p, 'content', 2),
            style: layersIn(p, 'style', 1),
            factors: [p.contentWeight, p.styleWeight, p.smoothWeight],
          }),
        );
      });
      const printed = await runTorch([SCRIPT, ...(await Promise.all(jobs))]);
      const parsed: readonly Answer[] = JSON.parse(printed);
      return parsed;
    });
    for (const [i, { lbfgs, adam }] of own.entries()) {
      const right = answers[i];
      right.losses.forEach((value, term) =>
        expect(Math.abs(lbfgs.first[term] - value)).toBeLessThanOrEqual(1e-4 * value),
      );
      const largest = Math.max(...right.gradient.map(Math.abs));
      const furthest = Math.max(...right.gradient.map((value, at) => Math.abs(value - lbfgs.gradient[at])));
      expect(furthest).toBeLessThan(1e-3 * largest);
      for (const [name, found] of Object.entries({ lbfgs, adam })) {
        const wanted = name === 'lbfgs' ? right.lbfgs : right.adam;
        expect(found.last[0], name).toBeLessThan(lbfgs.first[0]);
        wanted.forEach((value, term) =>
          expect(Math.abs(found.last[term] / value - 1), `${name} ${term}`).toBeLessThan(0.02),
        );
      }
    }
  },
  PROGRAM_PATIENCE_MS,
);
