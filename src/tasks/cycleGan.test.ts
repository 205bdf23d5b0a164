import { memory } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gridsIn, imageAt, type DrawnGrid } from '../core/gridLayout';
import { defaultParams } from '../core/paramSpec';
import { readRunConfig } from '../core/runConfig';
import { datasets } from '../datasets';
import type { LoadedDataset } from '../datasets/define';
import { lazyDigits } from '../datasets/syntheticDigitsDataset';
import { asOneSet, classesAsDomains } from '../datasets/pairs/domains';
import { registerRecorder } from '../engine/recording';
import { SimdStepRecorder } from '../engine/simd/recorder';
import { SIMD_BACKEND } from '../engine/simd/register';
import { losses } from '../losses';
import { leastSquares } from '../losses/leastSquares';
import { models } from '../models';
import { closeSimd, openSimd } from '../testing/simdAgreement';
import { tinyModel } from '../testing/tinyRun';
import { RunSession } from '../training/session';
import { SILENT_OUTLETS } from '../training/sessionOutlets';
import { cycleGan } from './cycleGan';
import { tasks } from '.';

beforeAll(async () => {
  registerRecorder(SIMD_BACKEND, new SimdStepRecorder(await openSimd({ threads: 1 })));
});
afterAll(() => {
  registerRecorder(SIMD_BACKEND, null);
  closeSimd();
});

const identity = { id: 'r', name: 'Run', createdAt: 1, parent: null };
const SMALL = { width: 2, patchWidth: 2, poolSize: 5, blocks: 1 };

/** Small digits whose domains are two classes. */
const digits = lazyDigits(60, 1);
const pair = classesAsDomains(digits, 1, 4);
const test = asOneSet({ ...pair, b: pair.a, aligned: true });

function open(
  steps: number,
  params: Readonly<Record<string, number | string | boolean>> = {},
  data: LoadedDataset = digits,
) {
  const config = {
    ...readRunConfig({ task: 'cycle-gan', steps, batch: 3 }, { datasets, models, losses, tasks }),
    taskParams: { ...defaultParams(cycleGan.params), ...SMALL, classA: 1, classB: 4, ...params },
    learningRateG: 1e-3,
  };
  const parts = { config, dataset: data, model: tinyModel, loss: leastSquares, test };
  return new RunSession(identity, cycleGan.build(parts), SILENT_OUTLETS);
}

async function finish(session: ReturnType<typeof open>): Promise<void> {
  session.play();
  await session.ended();
  expect(session.hasFailed).toBe(false);
}

const numbers = ({ history }: ReturnType<typeof open>) =>
  history.map(({ step, values }) => ({ step, values }));

describe('CycleGAN', () => {
  it('replays its steps, reports every loss, shows its grids, and gives every tensor back', async () => {
    const before = memory().numTensors;
    const session = open(8, { generator: 'resnet' });
    await finish(session);
    expect(session.trainer.isReplaying).toBe(true);
    expect(Object.keys(session.history[0].values)).toEqual([
      ...['generatorAB/adversarialAB', 'generatorAB/adversarialBA', 'discriminatorA', 'discriminatorB'],
      ...['generatorAB/cycleA', 'generatorAB/cycleB', 'generatorAB/identity'],
    ]);
    expect(session.history.every(({ values }) => Object.values(values).every((v) => v > 0))).toBe(true);
    const last = session.timeline.at(-1);
    const grids = (last && gridsIn(last.images, session.trainer.grids)) ?? [];
    expect(grids.map(({ layout }) => [layout.id, layout.columns.length, layout.rows])).toEqual([
      ['a-to-b', 4, 8],
      ['b-to-a', 4, 8],
    ]);
    const pixels = (grid: DrawnGrid, column: number) => imageAt(grid, 3, column).pixels;
    expect(pixels(grids[0], 0)).toEqual(pixels(grids[1], 3));
    expect(pixels(grids[0], 0)).not.toEqual(pixels(grids[0], 1));
    await session.dispose();
    expect(memory().numTensors).toBe(before);
  });

  it('goes on to the bit from a save in which its pools are half full, also replayed', async () => {
    const whole = open(9);
    await finish(whole);
    const first = open(9);
    for (let step = 0; step < 4; step++) await first.stepOnce();
    const saved = await first.snapshot();
    expect(saved.numbers).toEqual({ pools: [5, 5, 5] });
    const second = open(9);
    second.restore(saved);
    await finish(second);
    expect(numbers(second)).toEqual(numbers(whole));
    expect((await second.snapshot()).tensors).toEqual((await whole.snapshot()).tensors);
    for (const session of [whole, first, second]) await session.dispose();
  });

  it('takes no pass for identity that counts nothing, and needs no pool', async () => {
    const session = open(2, { identityWeight: 0, poolSize: 0 });
    await finish(session);
    expect(session.history.map(({ values }) => values['generatorAB/identity'])).toEqual([0, 0]);
    expect((await session.snapshot()).tensors.some(({ name }) => name.startsWith('pool'))).toBe(false);
    await session.dispose();
  });

  it('refuses images of one kind', () => {
    expect(() => open(1, {}, { ...digits, classNames: null })).toThrow('of one kind');
  });
});
