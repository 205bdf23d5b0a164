import { memory } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gridsIn, imageAt } from '../core/gridLayout';
import { defaultParams, type ParamValues } from '../core/paramSpec';
import { readRunConfig } from '../core/runConfig';
import { datasets } from '../datasets';
import type { LoadedDataset } from '../datasets/define';
import { lazyScenes } from '../datasets/style/lazyScenes';
import { paintPattern, paintScene } from '../datasets/style/drawnPictures';
import { onePictureEach } from '../datasets/style/onePictureEach';
import { lazyDigits } from '../datasets/syntheticDigitsDataset';
import { registerRecorder } from '../engine/recording';
import { SimdStepRecorder } from '../engine/simd/recorder';
import { SIMD_BACKEND } from '../engine/simd/register';
import { losses } from '../losses';
import { leastSquares } from '../losses/leastSquares';
import { models } from '../models';
import { closeSimd, openSimd } from '../testing/simdAgreement';
import { tinyModel } from '../testing/tinyRun';
import { checkSavedParts } from '../training/savedTensors';
import { RunSession } from '../training/session';
import { SILENT_OUTLETS } from '../training/sessionOutlets';
import { tasks } from '.';
import { styleStudent } from './styleStudent';

beforeAll(async () => {
  registerRecorder(SIMD_BACKEND, new SimdStepRecorder(await openSimd({ threads: 1 })));
});
afterAll(() => {
  registerRecorder(SIMD_BACKEND, null);
  closeSimd();
});

const SIDE = 16;
const SMALL = {
  width: 2,
  depth: 1,
  blocks: 1,
  encoder: 'random-features',
  content2: 1,
  content3: 0,
  style4: 0,
};
const identity = { id: 'r', name: 'Run', createdAt: 1, parent: null };
const scenes = lazyScenes(1, 12, SIDE);

async function open(
  steps: number,
  params: ParamValues = {},
  {
    dataset = scenes,
    id = 'drawn-scenes',
    frozenLayers = '',
  }: { dataset?: LoadedDataset; id?: string; frozenLayers?: string } = {},
) {
  const config = {
    ...readRunConfig(
      { task: 'style-student', dataset: id, steps, batch: 3, frozenLayers },
      { datasets, models, losses, tasks },
    ),
    taskParams: { ...defaultParams(styleStudent.params), ...SMALL, ...params },
  };
  const trainer = await styleStudent.build({ config, dataset, model: tinyModel, loss: leastSquares });
  return new RunSession(identity, trainer, SILENT_OUTLETS);
}

type Session = Awaited<ReturnType<typeof open>>;

async function finish(session: Session): Promise<void> {
  session.play();
  await session.ended();
  expect(session.hasFailed).toBe(false);
}

const numbers = ({ history }: Session) => history.map(({ step, values }) => ({ step, values }));

describe('the style student', () => {
  it('replays its steps, learns, shows what it paints, and gives every tensor back', async () => {
    const before = memory().numTensors;
    const session = await open(30);
    await finish(session);
    expect(session.trainer.isReplaying).toBe(true);
    const [first, last] = [session.history[0].values, session.history[29].values];
    expect(Object.keys(first)).toEqual([
      'generator',
      'generator/content',
      'generator/style',
      'generator/smooth',
    ]);
    expect(last['generator/style']).toBeLessThan(0.7 * first['generator/style']);
    const newest = session.timeline.at(-1);
    const [grid] = (newest && gridsIn(newest.images, session.trainer.grids)) ?? [];
    expect(grid.layout).toMatchObject({ id: 'styled', columns: ['given', 'Whirls', 'painted'], rows: 6 });
    const given = session.trainer.picturesFor?.('generator', 2) ?? new Float32Array();
    expect(given).toHaveLength(2 * 3 * SIDE * SIDE);
    const shown = imageAt(grid, 2, 0);
    const painted = await session.trainer.translate?.('generator', shown);
    expect(painted?.pixels).toEqual(imageAt(grid, 2, 2).pixels);
    await session.dispose();
    expect(memory().numTensors).toBe(before);
  });

  it.each([
    ['one style', {}],
    ['three styles', { styles: 3, style: 'dots' }],
  ])('goes on to the bit from a save: %s', async (_, params) => {
    const whole = await open(6, params);
    await finish(whole);
    const first = await open(6, params);
    for (let step = 0; step < 3; step++) await first.stepOnce();
    const saved = await first.snapshot();
    const { config } = first;
    const parts = { ...saved, config, model: tinyModel, shape: scenes.shape, labels: null };
    checkSavedParts(styleStudent.saved(parts), saved);
    const second = await open(6, { ...params, style: 'mosaic' });
    second.restore(saved);
    await finish(second);
    expect(numbers(second)).toEqual(numbers(whole));
    expect((await second.snapshot()).tensors).toEqual((await whole.snapshot()).tensors);
    for (const session of [whole, first, second]) await session.dispose();
  });

  it('paints a picture in each of several styles, below which its grid shows them', async () => {
    const session = await open(4, { styles: 2, style: 'mosaic' });
    await finish(session);
    const newest = session.timeline.at(-1);
    const [grid] = (newest && gridsIn(newest.images, session.trainer.grids)) ?? [];
    expect(grid.layout).toMatchObject({ columns: ['given', 'Mosaic', 'Hatching'], rows: 7 });
    const shown = imageAt(grid, 1, 0);
    for (const style of [1, 2]) {
      const painted = await session.trainer.translate?.(`style-${style}`, shown);
      expect(painted?.pixels).toEqual(imageAt(grid, 1, style).pixels);
    }
    const leaving = session.trainer.pictureNetworks?.map(({ id, label }) => [id, label]);
    expect(leaving).toEqual([
      ['style-1', 'Mosaic'],
      ['style-2', 'Hatching'],
    ]);
    expect(imageAt(grid, 1, 1).pixels).not.toEqual(imageAt(grid, 1, 2).pixels);
    await session.dispose();
  });

  it('takes grey pictures, styles of data of two kinds, and changed weights at the next step', async () => {
    const before = memory().numTensors;
    const grey = await open(
      1,
      {},
      { dataset: { ...lazyDigits(8, 1), classNames: null }, id: 'synthetic-digits' },
    );
    await finish(grey);
    expect(grey.timeline[0].images).toMatchObject({ height: 28, channels: 3 });
    await grey.dispose();
    expect(memory().numTensors).toBe(before);
    const pair = onePictureEach(paintScene(SIDE), paintPattern(SIDE), SIDE);
    const session = await open(8, {}, { dataset: pair, id: 'content-and-style' });
    await session.stepOnce();
    session.set({
      taskParams: { ...session.config.taskParams, styleWeight: 10, contentWeight: 0, smoothWeight: 0 },
    });
    await session.stepOnce();
    const { generator, 'generator/style': style } = session.history[1].values;
    expect(generator / (10 * style)).toBeCloseTo(1, 5);
    const { tensors } = await session.snapshot();
    const kept = tensors.find(({ name }) => name === 'styles/pixels');
    expect(kept?.shape).toEqual([1, SIDE, SIDE, 3]);
    expect(kept?.values[0]).toBeCloseTo(paintPattern(SIDE)[0] / 127.5 - 1, 5);
    await session.dispose();
  });

  it('keeps frozen layers as they are', async () => {
    const session = await open(3, {}, { frozenLayers: 'generator/conv2d_1' });
    const named = async () =>
      new Map((await session.snapshot()).tensors.map(({ name, values }) => [name, values]));
    const first = await named();
    await finish(session);
    const after = await named();
    const [frozen, other] = ['conv2d_1', 'conv2d_2'].map((id) => `generator/${id}/kernel`);
    expect(after.get(frozen)).toEqual(first.get(frozen));
    expect(after.get(other)).not.toEqual(first.get(other));
    expect(after.has('optimizer/generator/m/conv2d_1/kernel')).toBe(false);
    await session.dispose();
  });

  it('refuses points, more styles than there are, layers that there are none of, and other features', async () => {
    const points = { ...scenes, shape: [1, 1, 2] as const, readValues: () => new Float32Array(2) };
    await expect(open(1, {}, { dataset: points })).rejects.toThrow('1 x 1');
    const pair = onePictureEach(paintScene(SIDE), paintPattern(SIDE), SIDE);
    await expect(open(1, { styles: 2 }, { dataset: pair, id: 'content-and-style' })).rejects.toThrow(
      'there is 1 picture of style',
    );
    await expect(open(1, {}, { frozenLayers: 'generator/conv2d_99' })).rejects.toThrow('conv2d_99');
    await expect(open(1, { styles: 5 })).rejects.toThrow('there are 4 pictures of style');
    await expect(open(1, { style: 'own' })).rejects.toThrow('no images of yours');
    await expect(open(1, { encoder: 'vgg19' })).rejects.toThrow('not on this device');
    const session = await open(1);
    const saved = await session.snapshot();
    expect(() => session.restore({ ...saved, numbers: { ...saved.numbers, encoder: [1] } })).toThrow(
      'other weights',
    );
    await session.dispose();
  });
});
