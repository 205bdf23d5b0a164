import { memory } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gridsIn, imageAt } from '../core/gridLayout';
import { defaultParams, type ParamValues } from '../core/paramSpec';
import { readRunConfig } from '../core/runConfig';
import { datasets } from '../datasets';
import { lazyDigits } from '../datasets/syntheticDigitsDataset';
import { onePictureEach } from '../datasets/style/onePictureEach';
import { paintPattern, paintScene } from '../datasets/style/drawnPictures';
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
import { styleTransfer } from './styleTransfer';

beforeAll(async () => {
  registerRecorder(SIMD_BACKEND, new SimdStepRecorder(await openSimd({ threads: 1 })));
});
afterAll(() => {
  registerRecorder(SIMD_BACKEND, null);
  closeSimd();
});

const SIDE = 16;
const identity = { id: 'r', name: 'Run', createdAt: 1, parent: null };
const dataset = onePictureEach(paintScene(SIDE), paintPattern(SIDE), SIDE);

async function open(steps: number, params: ParamValues = {}, data = dataset) {
  const config = {
    ...readRunConfig({ task: 'style-transfer', steps }, { datasets, models, losses, tasks }),
    taskParams: { ...defaultParams(styleTransfer.params), encoder: 'random-features', ...params },
  };
  const trainer = await styleTransfer.build({ config, dataset: data, model: tinyModel, loss: leastSquares });
  return new RunSession(identity, trainer, SILENT_OUTLETS);
}

type Session = Awaited<ReturnType<typeof open>>;

async function finish(session: Session): Promise<void> {
  session.play();
  await session.ended();
  expect(session.hasFailed).toBe(false);
}

const numbers = ({ history }: Session) => history.map(({ step, values }) => ({ step, values }));

describe('style transfer', () => {
  it('replays its steps, reports every loss, shows its grid, and gives every tensor back', async () => {
    const before = memory().numTensors;
    const session = await open(12);
    await finish(session);
    expect(session.trainer.isReplaying).toBe(true);
    const [first, last] = [session.history[0].values, session.history[11].values];
    expect(Object.keys(first)).toEqual(['picture', 'picture/content', 'picture/style', 'picture/smooth']);
    expect(first['picture/content']).toBe(0);
    expect(last['picture/style']).toBeLessThan(0.5 * first['picture/style']);
    expect(last.picture).toBeLessThan(0.5 * first.picture);
    const { images } = session.timeline[0];
    const [grid] = gridsIn(images, session.trainer.grids) ?? [];
    expect(grid.layout).toMatchObject({ columns: ['content', 'style', 'picture'], rows: 1 });
    expect(imageAt(grid, 0, 0).pixels).toEqual(paintScene(SIDE));
    expect(imageAt(grid, 0, 1).pixels).toEqual(paintPattern(SIDE));
    expect(imageAt(grid, 0, 2).pixels).toEqual(paintScene(SIDE));
    await session.dispose();
    expect(memory().numTensors).toBe(before);
  });

  it.each([
    ['L-BFGS from noise', { optimizer: 'lbfgs', start: 'noise' }],
    ['Adam from the content', { optimizer: 'adam', pooling: 'max' }],
  ])('goes on to the bit from a save: %s', async (_, params) => {
    const whole = await open(17, params);
    await finish(whole);
    const first = await open(17, params);
    for (let step = 0; step < 13; step++) await first.stepOnce();
    const saved = await first.snapshot();
    const { config } = first;
    checkSavedParts(
      styleTransfer.saved({ ...saved, config, model: tinyModel, shape: dataset.shape, labels: null }),
      saved,
    );
    const second = await open(17, params);
    second.restore(saved);
    await finish(second);
    expect(numbers(second)).toEqual(numbers(whole));
    expect((await second.snapshot()).tensors).toEqual((await whole.snapshot()).tensors);
    for (const session of [whole, first, second]) await session.dispose();
  });

  it('takes changed weights at the next step, and computes no layer that counts nothing', async () => {
    const off = Object.fromEntries([1, 2, 3, 4, 5].map((block) => [`style${block}`, 0]));
    const session = await open(9, { ...off, content4: 0 });
    await session.stepOnce();
    expect(session.history[0].values).toMatchObject({ 'picture/content': 0, 'picture/style': 0 });
    session.set({ taskParams: { ...session.config.taskParams, style1: 2, smoothWeight: 0 } });
    await session.stepOnce();
    const { picture, 'picture/style': style } = session.history[1].values;
    expect(style).toBeGreaterThan(0);
    expect(picture).toBeCloseTo(1e6 * style, 3);
    session.set({ taskParams: { ...session.config.taskParams, styleWeight: 10 } });
    for (let step = 0; step < 4; step++) await session.stepOnce();
    for (const { values } of session.history.slice(2))
      expect(values.picture / (10 * values['picture/style'])).toBeCloseTo(1, 5);
    expect(session.trainer.isReplaying).toBe(true);
    const { trainer } = session;
    trainer.step().dispose();
    session.set({ taskParams: { styleWeight: 20 } });
    await trainer.afterStep();
    expect((await trainer.read()).numbers.lbfgs).toEqual([0, 0, 0]);
    await session.dispose();
  });

  it('refuses data of one kind, grey pictures, and a run of other weights', async () => {
    await expect(open(1, {}, { ...lazyDigits(4, 1), shape: [28, 28, 3] })).rejects.toThrow('of one kind');
    await expect(open(1, {}, { ...dataset, shape: [16, 16, 1] })).rejects.toThrow('1 channel');
    await expect(open(1, { encoder: 'vgg19' })).rejects.toThrow('not on this device');
    const session = await open(1);
    const saved = await session.snapshot();
    expect(() => session.restore({ ...saved, numbers: { ...saved.numbers, encoder: [1] } })).toThrow(
      'other weights',
    );
    await session.dispose();
  });
});
