import { memory, setBackend } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InvalidValueError } from '../core/errors';
import type { LoadedDataset } from '../datasets/define';
import { SIMD_BACKEND } from '../engine/simd/register';
import { augment } from '../metrics/evaluator/augment';
import { Classifier } from '../metrics/evaluator/classifier';
import { cosineRate, epochOrder, PLAIN_AUGMENTATION } from '../metrics/evaluator/trainingPlan';
import { closeSimd, openSimd } from '../testing/simdAgreement';
import { tinyConfig, tinyParts } from '../testing/tinyRun';
import { UnlabelledDataError } from '../training/classes';
import { RunSession } from '../training/session';
import { SILENT_OUTLETS } from '../training/sessionOutlets';
import { classifier } from './classifier';

beforeAll(async () => {
  await openSimd({ threads: 1 });
  await setBackend(SIMD_BACKEND);
});
afterAll(closeSimd);

/** Bars in one of three places, with a little noise: easy to name. */
const bars = (
  size: number,
  classNames: readonly string[] | null = ['left', 'middle', 'right'],
): LoadedDataset => ({
  shape: [12, 12, 1],
  size,
  classNames,
  read: (indices) => ({
    pixels: Uint8Array.from({ length: 144 * indices.length }, (_, i) => {
      const index = indices[Math.floor(i / 144)];
      const column = (i % 144) % 12;
      return Math.floor(column / 4) === index % 3 ? 255 : (index * 31 + i * 17) % 60;
    }),
    labels: classNames && Uint8Array.from(indices, (index) => index % 3),
  }),
});

const RATE = 0.003;
const BATCH = 64;

function build(steps: number, dataset = bars(240), test: LoadedDataset | null = bars(90), frozenLayers = '') {
  const config = {
    ...tinyConfig({ steps, batch: BATCH, seed: 1 }),
    ...{ task: classifier.id, taskParams: { learningRate: RATE }, frozenLayers },
  };
  return classifier.build({ ...tinyParts(), config, dataset, test });
}

async function learn(steps: number, frozenLayers = '') {
  const trainer = build(steps, bars(240), bars(90), frozenLayers);
  const session = new RunSession(
    { id: 'c', name: 'Bars', createdAt: 1, parent: null },
    trainer,
    SILENT_OUTLETS,
  );
  session.play();
  await session.ended();
  expect(session.hasFailed).toBe(false);
  return { trainer, session };
}

describe('the classifier', () => {
  it('learns to name images that it has not trained on, and leaves nothing behind', async () => {
    const before = memory().numTensors;
    const { trainer, session } = await learn(30);
    const moment = await trainer.moment(30);
    expect(moment.accuracy).toBeGreaterThan(0.95);
    expect(session.history.at(-1)?.values.classifier).toBeLessThan(0.5);
    expect(moment.predicted).toHaveLength(90);
    expect(Math.min(...moment.certainty)).toBeGreaterThan(1 / 3);
    await session.dispose();
    expect(memory().numTensors).toBe(before);
  });

  it('learns to the bit what a plain loop around the evaluators’ own step learns', async () => {
    const steps = 7;
    const { trainer, session } = await learn(steps);
    const data = bars(240);
    const reference = new Classifier(data.shape, 3, 1);
    const losses: number[] = [];
    for (let step = 0; step < steps; step++) {
      const at = step % 3;
      const chosen = epochOrder(240, 1, step - at).subarray(at * BATCH, (at + 1) * BATCH);
      const { pixels, labels } = data.read(chosen);
      const images = augment(pixels, data.shape, PLAIN_AUGMENTATION, 1, step);
      const rate = cosineRate(RATE, step, steps);
      const loss = reference.train(images, labels ?? new Uint8Array(), step, rate);
      losses.push((await loss.data())[0]);
      loss.dispose();
    }
    expect(session.history.map(({ values }) => values.classifier)).toEqual(losses);
    const { tensors } = await trainer.read();
    for (const { name, variable } of reference.weights) {
      const own = name.replace('body/', 'features/').replace('head/', 'classifier/');
      const values = tensors.find((saved) => saved.name === own)?.values;
      expect([own, values]).toEqual([own, Float32Array.from(await variable.data())]);
    }
    reference.dispose();
    await session.dispose();
  });

  it('goes on from a save to the bit, with its accuracies so far', async () => {
    const whole = await learn(8);
    const first = build(8);
    const half = new RunSession({ id: 'c', name: '', createdAt: 1, parent: null }, first, SILENT_OUTLETS);
    for (let i = 0; i < 3; i++) await half.stepOnce();
    await first.moment(3);
    const saved = await half.snapshot();
    await half.dispose();
    const trainer = build(8);
    const rest = new RunSession({ id: 'c', name: '', createdAt: 1, parent: null }, trainer, SILENT_OUTLETS);
    rest.restore(saved);
    expect([...trainer.accuracies.keys()]).toEqual([3]);
    rest.play();
    await rest.ended();
    const [wanted, found] = [await whole.session.snapshot(), await rest.snapshot()];
    expect(found.tensors).toEqual(wanted.tensors);
    expect(found.history.map((p) => p.values)).toEqual(wanted.history.map((p) => p.values));
    for (const session of [whole.session, rest]) await session.dispose();
  });

  it('keeps a fifth of the images apart where no test images come with them', () => {
    const trainer = build(2, bars(100), null);
    expect([trainer.split.size, trainer.split.testImages.count]).toEqual([80, 20]);
    trainer.dispose();
  });

  it('knows little before it has learnt', async () => {
    const trainer = build(2);
    expect((await trainer.moment(0)).accuracy).toBeLessThan(0.8);
    trainer.dispose();
  });

  it('learns the last layer alone where the features are frozen', async () => {
    const frozenLayers = 'features/batchNorm_1,features/batchNorm_2,features/conv2d_1,features/conv2d_2';
    const before = build(3);
    const saved = new Map((await before.read()).tensors.map(({ name, values }) => [name, values]));
    before.dispose();
    const { trainer, session } = await learn(3, frozenLayers);
    for (const { name, values } of (await trainer.read()).tensors) {
      if (name === 'features/conv2d_1/kernel') expect(values).toEqual(saved.get(name));
      if (name === 'classifier/dense_1/kernel') expect(values).not.toEqual(saved.get(name));
    }
    await session.dispose();
    expect(() => build(3, bars(240), null, 'features/conv2d_9')).toThrow(InvalidValueError);
  });

  it('refuses images without labels', () => {
    expect(() => build(2, bars(90, null), null)).toThrow(UnlabelledDataError);
  });
});
