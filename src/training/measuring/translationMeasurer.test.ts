import { mean, memory, neg, variable, zeros, type Tensor } from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { arrayDataset } from '../../datasets/arrayDataset';
import type { Evaluator } from '../../metrics/evaluator/evaluator';
import { Adam } from '../../engine/ops/adam';
import { startTestEngine } from '../../testing/exportEngine';
import { TranslationMeasurer } from './translationMeasurer';

beforeAll(startTestEngine);

const SIDE = 4;
const COUNT = 300;
/** Class 1 is bright in A and dark in B. */
const domain = (isA: boolean) => {
  const labels = Uint8Array.from({ length: COUNT }, (_, i) => i % 2);
  const pixels = Uint8Array.from({ length: COUNT * SIDE * SIDE }, (_, at) =>
    (labels[Math.floor(at / (SIDE * SIDE))] === 1) === isA ? 230 : 20,
  );
  return arrayDataset({ shape: [SIDE, SIDE, 1], pixels, labels, classNames: ['dark', 'bright'] });
};

/** Reads a picture by its mean brightness. */
const byBrightness = (): Evaluator => ({
  ...{ label: 'brightness', sees: 'images', size: 1, classNames: ['dark', 'bright'] },
  async evaluate(images) {
    const means = mean(images, [1, 2, 3]);
    const features = Float32Array.from(await means.data());
    means.dispose();
    const probabilities = Float32Array.from([...features].flatMap((v) => (v > 0 ? [0, 1] : [1, 0])));
    return { features, probabilities };
  },
  dispose: () => undefined,
});

function measurerOf(
  translate: (images: Tensor) => Tensor,
  openEvaluator = () => Promise.resolve(byBrightness()),
) {
  const adam = new Adam([variable(zeros([2]))]);
  const sources = { real: domain(true), other: domain(false), translate, beta1: 0.5, openEvaluator };
  return new TranslationMeasurer({ ...sources, adams: () => [adam, adam] });
}

const asked = { samples: 200, which: () => true, cancelled: () => false };

it('counts what is read rightly after the translation, beside what is read of real pictures', async () => {
  const right = measurerOf((images) => neg(images));
  const before = memory().numTensors;
  const point = await right.measure(7, 1.5, asked);
  expect(point).toMatchObject({
    ...{ step: 7, seconds: 1.5, samples: 200, floorSamples: 200, evaluator: 'brightness' },
    ...{ values: { 'came-through': 1 }, floors: { 'came-through': 1 } },
  });
  expect(memory().numTensors).toBe(before);
  const wrong = await measurerOf((images) => images.clone()).measure(1, 1, { ...asked, samples: 5000 });
  expect(wrong).toMatchObject({
    samples: COUNT,
    values: { 'came-through': 0 },
    floors: { 'came-through': 1 },
  });
});

it('waits for its evaluator, stops when asked to, and says what could not be opened', async () => {
  const measurer = measurerOf((images) => neg(images));
  expect(measurer.isReady()).toBe(false);
  await measurer.prepare();
  expect(await measurer.measure(1, 1, { ...asked, cancelled: () => true })).toBeNull();
  expect(measurer.isReady()).toBe(true);
  measurer.dispose();
  const broken = measurerOf(
    (images) => neg(images),
    () => Promise.reject(new Error('no weights')),
  );
  await expect(broken.measure(1, 1, asked)).rejects.toThrow('no weights');
});
