import { memory, setBackend } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readRunConfig } from '../core/runConfig';
import { datasets } from '../datasets';
import type { LoadedDataset } from '../datasets/define';
import { SIMD_BACKEND } from '../engine/simd/register';
import { losses } from '../losses';
import { models } from '../models';
import { closeSimd, openSimd } from '../testing/simdAgreement';
import { checkSavedParts } from '../training/savedTensors';
import { RunSession } from '../training/session';
import { SILENT_OUTLETS } from '../training/sessionOutlets';
import { retrain } from './retrain';
import { RetrainTrainer } from './retrain/trainer';
import { tasks } from '.';

beforeAll(async () => {
  await openSimd({ threads: 1 });
  await setBackend(SIMD_BACKEND);
});
afterAll(closeSimd);

const SIDE = 16;

/** Bars in one of three places, coloured and with a little noise: easy to name. */
const bars = (size: number, channels: 1 | 3 = 3, apart?: Uint32Array): LoadedDataset => ({
  shape: [SIDE, SIDE, channels],
  size,
  classNames: ['left', 'middle', 'right'],
  ...(apart && { apart }),
  read: (indices) => ({
    pixels: Uint8Array.from({ length: SIDE * SIDE * channels * indices.length }, (_, i) => {
      const at = Math.floor(i / channels);
      const index = indices[Math.floor(at / SIDE ** 2)];
      const column = at % SIDE;
      const isBar = Math.floor((3 * column) / SIDE) === index % 3;
      return isBar ? 255 - 40 * (index % 3) * (i % channels) : (index * 31 + i * 17) % 60;
    }),
    labels: Uint8Array.from(indices, (index) => index % 3),
  }),
});

const configOf = (pairs: Readonly<Record<string, unknown>> = {}) =>
  readRunConfig(
    { task: 'retrain', 'task.encoder': 'random-features', batch: 8, steps: 6, ...pairs },
    { datasets, models, losses, tasks },
  );

const rest = { model: models[0], loss: losses[0] };
const build = (
  pairs: Readonly<Record<string, unknown>> = {},
  dataset = bars(30),
  test: LoadedDataset | null = bars(12),
) => retrain.build({ config: configOf(pairs), dataset, test, ...rest });

const session = (trainer: RetrainTrainer) =>
  new RunSession({ id: 'r', name: 'Bars', createdAt: 1, parent: null }, trainer, SILENT_OUTLETS);

async function learn(trainer: RetrainTrainer) {
  const run = session(trainer);
  run.play();
  await run.ended();
  expect(run.hasFailed).toBe(false);
  const { tensors } = await trainer.read();
  const moment = await trainer.moment(run.step);
  return { losses: run.history.map(({ values }) => values.classifier), tensors, moment, run };
}

describe('retraining', () => {
  it('learns to name images that it has not seen, and leaves nothing behind', async () => {
    const before = memory().numTensors;
    const trainer = await build({ steps: 120, batch: 16, 'task.learningRate': 0.02 }, bars(90));
    expect(trainer.isCached).toBe(true);
    const { moment, run } = await learn(trainer);
    expect(moment.accuracy).toBeGreaterThan(0.9);
    expect(moment.learnt?.accuracy).toBeGreaterThan(0.9);
    expect(moment.loss).toBeLessThan(1);
    const { pixels } = bars(12).read([0, 1, 2]);
    const named = await trainer.name({ count: 3, height: SIDE, width: SIDE, channels: 3, pixels });
    expect(
      [0, 1, 2].map((i) => named.slice(3 * i, 3 * i + 3).indexOf(Math.max(...named.slice(3 * i, 3 * i + 3)))),
    ).toEqual([0, 1, 2]);
    await run.dispose();
    expect(memory().numTensors).toBe(before);
  });

  it.each([
    ['the head alone', {}],
    ['pictures in variants', { 'task.augmentation': 'mirror-shift' }],
    ['layers of the encoder too', { 'task.learning': 2, frozenLayers: 'classifier/conv4_2' }],
  ])('learns %s the same with and without keeping what is frozen', async (_, pairs) => {
    const kept = await build(pairs);
    const plain = new RetrainTrainer(kept.config, kept.split, (await build(pairs)).classifier, false);
    expect([kept.isCached, plain.isCached]).toEqual([true, false]);
    const [wanted, found] = [await learn(plain), await learn(kept)];
    expect(found.losses).toEqual(wanted.losses);
    expect(found.tensors).toEqual(wanted.tensors);
    expect(found.moment.predicted).toEqual(wanted.moment.predicted);
    await found.run.dispose();
    await wanted.run.dispose();
  });

  it.each([{}, { 'task.encoder': 'mobilenet', 'task.width': 0.125 }])(
    'goes on from a save to the bit %s',
    async (pairs) => {
      const whole = await learn(await build(pairs));
      const half = session(await build(pairs));
      for (let i = 0; i < 3; i++) await half.stepOnce();
      const saved = await half.snapshot();
      await half.dispose();
      checkSavedParts(retrain.saved({ ...saved, ...rest, shape: [SIDE, SIDE, 3], labels: 3 }), saved);
      const again = session(
        await retrain.build({
          config: configOf(pairs),
          dataset: bars(30),
          test: bars(12),
          isSaved: true,
          ...rest,
        }),
      );
      again.restore(saved);
      again.play();
      await again.ended();
      expect((await again.snapshot()).tensors).toEqual((await whole.run.snapshot()).tensors);
      await again.dispose();
      await whole.run.dispose();
    },
  );

  it('keeps frozen layers as they came, and tests with the folders that are held back', async () => {
    const apart = Uint32Array.of(1, 4, 9, 11);
    const trainer = await build({}, bars(20, 1, apart), null);
    expect([trainer.split.size, trainer.split.testImages.count]).toEqual([16, 4]);
    expect([...trainer.split.labels].sort()).toEqual([0, 1, 1, 2]);
    const before = await trainer.read();
    const { tensors, run } = await learn(trainer);
    const moved = tensors.filter(
      ({ name, values }, i) => !name.startsWith('optimizer') && `${values}` !== `${before.tensors[i].values}`,
    );
    expect(moved.map(({ name }) => name)).toEqual(['classifier/dense_1/kernel', 'classifier/dense_1/bias']);
    await run.dispose();
  });

  it('refuses by name what cannot be learnt', async () => {
    await expect(build({}, { ...bars(20), classNames: null })).rejects.toThrow('no labels');
    await expect(build({}, bars(1), null)).rejects.toThrow('0 images to learn from and 1 to test with');
    await expect(build({ frozenLayers: 'classifier/dense_1' })).rejects.toThrow(
      'Every layer of the classifier is frozen',
    );
    await expect(build({ frozenLayers: 'classifier/conv9_1' })).rejects.toThrow(
      'No layer with weights is named "classifier/conv9_1"',
    );
    const small = { ...bars(20), shape: [4, 4, 3] as const };
    await expect(build({}, small)).rejects.toThrow('at least');
  });
});
