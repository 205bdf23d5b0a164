import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { startTestEngine } from '../testing/exportEngine';
import { tinyConfig, tinyDataset, tinyParts } from '../testing/tinyRun';
import { RunSession } from '../training/session';
import { SILENT_OUTLETS } from '../training/sessionOutlets';
import { coarsened, pairTranslation } from './pairTranslation';

beforeAll(startTestEngine);

const identity = { id: 'r', name: 'Run', createdAt: 1, parent: null };
const PARAMS = { block: 2, l1Weight: 10, width: 4 };

function open(steps: number, frozenLayers = '') {
  const config = {
    ...tinyConfig({ steps, batch: 8, learningRateG: 0.01 }),
    ...{ task: pairTranslation.id, taskParams: PARAMS, frozenLayers },
  };
  const trainer = pairTranslation.build({ ...tinyParts(), config });
  return new RunSession(identity, trainer, SILENT_OUTLETS);
}

async function finish(session: ReturnType<typeof open>): Promise<void> {
  session.play();
  await session.ended();
}

it('makes pictures coarse by the mean of each block, also of a block that is cut off', () => {
  const values = Float32Array.of(1, 2, 3, 3, 4, 5, 7, 8, 9);
  expect([...coarsened(values, [3, 3, 1], 2)]).toEqual([2.5, 2.5, 4, 2.5, 2.5, 4, 7.5, 7.5, 9]);
});

describe('pair translation', () => {
  it('brings the pictures near the right ones, reports its terms, and gives every tensor back', async () => {
    const before = memory().numTensors;
    const session = open(60);
    await finish(session);
    expect(session.hasFailed).toBe(false);
    const { history } = session;
    expect(Object.keys(history[0].values)).toEqual(['generator', 'discriminator', 'generator/l1']);
    const l1 = (at: number) =>
      history.slice(at, at + 10).reduce((sum, p) => sum + p.values['generator/l1'], 0) / 10;
    expect(l1(50)).toBeLessThan(0.8 * l1(0));
    expect(session.timeline.at(-1)?.images.count).toBe(16);
    await session.dispose();
    expect(memory().numTensors).toBe(before);
  });

  it('is saved and goes on bit for bit, frozen layers too', async () => {
    const whole = open(12, 'discriminator/conv2d_1');
    await finish(whole);
    const first = open(5, 'discriminator/conv2d_1');
    await finish(first);
    const second = open(12, 'discriminator/conv2d_1');
    second.restore(await first.snapshot());
    await finish(second);
    const numbers = (session: typeof whole) => session.history.map(({ step, values }) => ({ step, values }));
    expect(numbers(second)).toEqual(numbers(whole));
    expect((await second.snapshot()).tensors).toEqual((await whole.snapshot()).tensors);
    for (const session of [whole, first, second]) await session.dispose();
  });

  it('refuses points and losses that it cannot bound', () => {
    const config = { ...tinyConfig(), task: pairTranslation.id, taskParams: PARAMS };
    const points = { ...tinyDataset, shape: [1, 1, 2] as const };
    expect(() => pairTranslation.build({ ...tinyParts(), config, dataset: points })).toThrow('1 x 1');
    const { loss } = tinyParts({ loss: 'wgan-gp' });
    expect(() => pairTranslation.build({ ...tinyParts(), config, loss })).toThrow('slope');
  });
});
