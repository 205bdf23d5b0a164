import '@tensorflow/tfjs-backend-cpu';
import { memory, setBackend } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { tinyParts } from '../testing/tinyRun';
import { readTensors, restoreTensors } from './snapshot';
import { fixedLatents } from './streams';
import { toImageBatch } from './imageBatch';
import { Trainer } from './trainer';

beforeAll(() => setBackend('cpu'));

function train(trainer: Trainer, from: number, to: number): number[] {
  const numbers: number[] = [];
  for (let step = from; step <= to; step++) {
    const report = trainer.step(step);
    numbers.push(...report.dataSync());
    report.dispose();
  }
  return numbers;
}

describe('Trainer', () => {
  it('repeats for a seed, and differs for another', () => {
    const [a, b, c] = [1, 1, 2].map((seed) => new Trainer(tinyParts({ seed })));
    const run = train(a, 1, 4);
    expect(run.every(Number.isFinite)).toBe(true);
    expect(train(b, 1, 4)).toEqual(run);
    expect(train(c, 1, 4)).not.toEqual(run);
    for (const t of [a, b, c]) t.dispose();
  });

  it('goes on bit for bit from restored tensors', async () => {
    const whole = new Trainer(tinyParts());
    train(whole, 1, 3);
    const saved = await readTensors(whole);
    const updates = [whole.generatorAdam.updates, whole.discriminatorAdam.updates];
    const rest = train(whole, 4, 6);

    const resumed = new Trainer(tinyParts());
    restoreTensors(resumed, saved);
    [resumed.generatorAdam.updates, resumed.discriminatorAdam.updates] = updates;
    expect(train(resumed, 4, 6)).toEqual(rest);
    for (const t of [whole, resumed]) t.dispose();
  });

  it('refuses tensors of another shape and names the first', async () => {
    const trainer = new Trainer(tinyParts());
    const saved = await readTensors(trainer);
    const wrong = saved.map((t) =>
      t.name.startsWith('generator/dense_1/kernel') ? { ...t, shape: [1, 24] } : t,
    );
    expect(() => restoreTensors(trainer, wrong)).toThrow(/generator\/dense_1\/kernel is 1 x 24.*3 x 8/);
    expect(() => restoreTensors(trainer, saved.slice(1))).toThrow(/missing/);
    trainer.dispose();
  });

  it('trains each network on its own update only', async () => {
    const trainer = new Trainer(tinyParts({ learningRateG: 1e-3, learningRateD: 1e-6 }));
    const before = await readTensors(trainer);
    train(trainer, 1, 2);
    const after = await readTensors(trainer);
    const moved = (prefix: string) =>
      Math.max(
        ...before.flatMap((t, i) =>
          t.name.startsWith(prefix) && t.name.endsWith('kernel')
            ? [...t.values].map((v, j) => Math.abs(v - after[i].values[j]))
            : [],
        ),
      );
    expect(moved('generator/')).toBeGreaterThan(1e-4);
    expect(moved('discriminator/')).toBeLessThan(1e-5);
    trainer.dispose();
  });

  it('updates the discriminator dSteps times per step', () => {
    const trainer = new Trainer(tinyParts({ dSteps: 3 }));
    train(trainer, 1, 2);
    expect([trainer.discriminatorAdam.updates, trainer.generatorAdam.updates]).toEqual([6, 2]);
    trainer.dispose();
  });

  it('keeps the number of tensors flat and gives all back', () => {
    const before = memory().numTensors;
    const trainer = new Trainer(tinyParts());
    train(trainer, 1, 1);
    const held = memory().numTensors;
    train(trainer, 2, 12);
    expect(memory().numTensors).toBe(held);
    trainer.dispose();
    expect(memory().numTensors).toBe(before);
  });

  it('draws images and judges them', async () => {
    const trainer = new Trainer(tinyParts());
    const images = trainer.generate(fixedLatents(1, 5, trainer.latentSize));
    const batch = await toImageBatch(images);
    expect([batch.count, batch.height, batch.width, batch.channels, batch.pixels.length]).toEqual([
      5, 4, 4, 1, 80,
    ]);
    const realness = trainer.realness(images);
    expect([...(await realness.data())].every((p) => p > 0 && p < 1)).toBe(true);
    for (const t of [images, realness]) t.dispose();
    trainer.dispose();
  });
});
