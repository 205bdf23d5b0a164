import '@tensorflow/tfjs-backend-cpu';
import { memory, setBackend, type Tensor } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { LoadedDataset } from '../../datasets/define';
import { openEvaluator } from '../../metrics/evaluator/openEvaluator';
import { tinyDataset, tinyParts } from '../../testing/tinyRun';
import { RunSession } from '../session';
import { Trainer } from '../trainer';
import { LiveMeasures } from './liveMeasures';
import { Measurer } from './measurer';
import { nearestImages } from './nearestImages';
import { until } from '../../testing/until';

beforeAll(() => setBackend('cpu'));

const noFiles = () => Promise.reject(new Error('no server'));
const options = { samples: 40, which: () => true, cancelled: () => false };

function open(heldOut: LoadedDataset | null = null, changes: Record<string, unknown> = {}) {
  const trainer = new Trainer(tinyParts(changes));
  const measurer = new Measurer({
    trainer: () => trainer,
    dataset: tinyDataset,
    loadHeldOut: () => Promise.resolve(heldOut),
    openEvaluator: () => openEvaluator('tiny', tinyDataset.shape, noFiles),
  });
  return { trainer, measurer };
}

describe('Measurer', () => {
  it('measures with random features where no classifier knows the images, and says so', async () => {
    const { trainer, measurer } = open();
    const report = await measurer.report(7, 1.5, options);
    expect(report?.point).toMatchObject({
      step: 7,
      seconds: 1.5,
      samples: 40,
      evaluator: 'fixed random features',
      floorSamples: 10,
      classNames: [],
      classCounts: [],
    });
    const { values, floors } = report?.point ?? { values: {}, floors: {} };
    expect(Object.keys(values)).toEqual(
      expect.arrayContaining(['frechet-distance', 'precision', 'coverage', 'variety']),
    );
    expect(Object.keys(values)).not.toContain('modes-covered');
    expect(Object.keys(floors)).toContain('frechet-distance');
    for (const part of [trainer, measurer]) part.dispose();
  });

  it('repeats itself, and changes nothing of the training', async () => {
    const measured = open();
    const plain = open();
    const first = await measured.measurer.measure(1, 0, options);
    expect((await measured.measurer.measure(1, 0, options))?.values).toEqual(first?.values);
    const losses = [measured, plain].map(({ trainer }) => {
      const report = trainer.step(1);
      const values = [...report.dataSync()];
      report.dispose();
      return values;
    });
    expect(losses[0]).toEqual(losses[1]);
    for (const { trainer, measurer } of [measured, plain]) {
      trainer.dispose();
      measurer.dispose();
    }
  });

  it('takes floors from images that training does not see, where there are some', async () => {
    const { trainer, measurer } = open({ ...tinyDataset, size: 15 });
    expect((await measurer.measure(1, 0, options))?.floorSamples).toBe(15);
    for (const part of [trainer, measurer]) part.dispose();
  });

  it('ends when cancelled, and gives all tensors back', async () => {
    const before = memory().numTensors;
    const { trainer, measurer } = open();
    expect(await measurer.measure(1, 0, { ...options, cancelled: () => true })).toBeNull();
    await measurer.measure(1, 0, options);
    const held = memory().numTensors;
    await measurer.measure(2, 0, options);
    expect(memory().numTensors).toBe(held);
    measurer.dispose();
    trainer.dispose();
    expect(memory().numTensors).toBe(before);
  });

  it('knows the size of the gradient and the weights', async () => {
    const { trainer, measurer } = open();
    trainer.step(1).dispose();
    const point = await measurer.measure(1, 0, options);
    const norm = (tensors: readonly Tensor[]) => Math.hypot(...tensors.flatMap((t) => [...t.dataSync()]));
    const { parameters, firstMoments } = trainer.generatorAdam;
    expect(point?.generator.weights).toBeCloseTo(norm(parameters), 4);
    // after one update Adam's first moment is half of the gradient (beta1 = 0.5)
    expect(point?.generator.gradient).toBeCloseTo(2 * norm(firstMoments), 5);
    for (const part of [trainer, measurer]) part.dispose();
  });
});

describe('a session that measures', () => {
  it('keeps what it measured with the run', async () => {
    const { trainer, measurer } = open(null, { steps: 30, measureEvery: 5, measureSamples: 100 });
    const live = new LiveMeasures(measurer, () => 0);
    const steps: number[] = [];
    const session = new RunSession(
      { id: 'r', name: 'Run', createdAt: 1, parent: null },
      trainer,
      {
        changed: () => undefined,
        history: () => undefined,
        samples: () => undefined,
        memory: () => undefined,
        measured: ({ step }) => steps.push(step),
        measureFailed: (error) => expect.fail(String(error)),
        health: () => undefined,
        save: () => Promise.resolve(),
        saveFailed: () => undefined,
      },
      live,
    );
    session.play();
    await until('the end of the run', () => !session.isPlaying);
    expect(steps.length).toBeGreaterThan(1);
    expect((await session.snapshot()).measures.map(({ step }) => step)).toEqual(steps);
    await session.dispose();
  });
});

describe('nearestImages', () => {
  const image = (index: number) => ({
    count: 1,
    height: 4,
    width: 4,
    channels: 1,
    pixels: tinyDataset.read([index]).pixels,
  });
  const never = new AbortController().signal;

  it('finds the image itself first, then the others by distance', async () => {
    const { images, distances } = await nearestImages(image(13), tinyDataset, 3, never);
    expect(images.pixels.subarray(0, 16)).toEqual(image(13).pixels);
    expect(distances[0]).toBe(0);
    expect([...distances].toSorted((a, b) => a - b)).toEqual(distances);
    expect(images.count).toBe(3);
  });

  it('refuses a picture of another size', async () => {
    const small = { ...image(1), pixels: new Uint8Array(3) };
    await expect(nearestImages(small, tinyDataset, 1, never)).rejects.toThrow(/3 values.*16/);
  });
});
