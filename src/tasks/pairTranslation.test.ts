import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { gridsIn, imageAt } from '../core/gridLayout';
import { coarsened } from '../core/pictureFit';
import { defaultParams } from '../core/paramSpec';
import type { LoadedDataset } from '../datasets/define';
import { asOneSet } from '../datasets/pairs/domains';
import { batchIndices } from '../datasets/sampling';
import { startTestEngine } from '../testing/exportEngine';
import { tinyConfig, tinyDataset, tinyParts } from '../testing/tinyRun';
import { RunSession } from '../training/session';
import { SILENT_OUTLETS } from '../training/sessionOutlets';
import { pairTranslation } from './pairTranslation';

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
    expect(session.timeline.at(-1)?.images.count).toBe(24);
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

  it('learns colours in place of greys, and shows grey, coloured and original side by side', async () => {
    const coloured: LoadedDataset = {
      ...{ shape: [16, 16, 3], size: 12, classNames: null },
      read: (indices) => ({
        labels: null,
        pixels: Uint8Array.from({ length: indices.length * 768 }, (_, at) =>
          at % 3 === indices[Math.floor(at / 768)] % 3 ? 220 : (at * 7) % 90,
        ),
      }),
    };
    const config = {
      ...tinyConfig({ steps: 3, batch: 4 }),
      ...{ task: pairTranslation.id, frozenLayers: '' },
      taskParams: { ...defaultParams(pairTranslation.params), width: 4, patchWidth: 4 },
    };
    const trainer = pairTranslation.build({ ...tinyParts(), config, dataset: coloured });
    const session = new RunSession(identity, trainer, SILENT_OUTLETS);
    await finish(session);
    expect(session.hasFailed).toBe(false);
    const images = session.timeline.at(-1)?.images;
    const [grid] = (images && gridsIn(images, trainer.grids)) ?? [];
    expect(grid.layout.columns).toEqual(['grey', 'coloured', 'original']);
    const [grey, , original] = [0, 1, 2].map((column) => imageAt(grid, 0, column).pixels);
    expect(Math.abs(grey[0] - grey[1]) + Math.abs(grey[1] - grey[2])).toBeLessThanOrEqual(2);
    const [first] = batchIndices(config.seed, 0, 0, 1, coloured.size);
    const wanted = coloured.read([first]).pixels;
    expect(original.every((value, at) => Math.abs(value - wanted[at]) <= 1)).toBe(true);
    await session.dispose();
  });

  it('translates own pairs in the chosen direction', async () => {
    const of = (value: number): LoadedDataset => ({
      ...{ shape: [8, 8, 1], size: 3, classNames: null },
      read: (indices) => ({ pixels: new Uint8Array(64 * indices.length).fill(value), labels: null }),
    });
    const pair = { a: { name: 'dark', images: of(0) }, b: { name: 'light', images: of(255) }, aligned: true };
    const taskParams = {
      ...defaultParams(pairTranslation.params),
      mode: 'pairs',
      direction: 'b-to-a',
      width: 2,
    };
    const config = { ...tinyConfig({ batch: 2 }), task: pairTranslation.id, taskParams, frozenLayers: '' };
    const trainer = pairTranslation.build({ ...tinyParts(), config, dataset: asOneSet(pair) });
    const images = await trainer.grid();
    const [grid] = (images && gridsIn(images, trainer.grids)) ?? [];
    expect(grid.layout.columns).toEqual(['light', 'made dark', 'dark']);
    expect([imageAt(grid, 2, 0).pixels[0], imageAt(grid, 2, 2).pixels[0]]).toEqual([255, 0]);
    trainer.dispose();
    const unpaired = asOneSet({ ...pair, aligned: false });
    expect(() => pairTranslation.build({ ...tinyParts(), config, dataset: unpaired })).toThrow(
      'not in pairs',
    );
  });

  it('refuses points', () => {
    const config = { ...tinyConfig(), task: pairTranslation.id, taskParams: PARAMS };
    const points = { ...tinyDataset, shape: [1, 1, 2] as const };
    expect(() => pairTranslation.build({ ...tinyParts(), config, dataset: points })).toThrow('1 x 1');
  });
});
