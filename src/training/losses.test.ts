// Every loss in training: its penalty's gradient against finite differences on both CPU backends, its steps repeated and
// resumed to the last bit, and nothing left behind.
import '@tensorflow/tfjs-backend-cpu';
import { memory, setBackend } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LayerSpec } from '../core/network';
import { SIMD_BACKEND } from '../engine/simd/register';
import { losses } from '../losses';
import { expectPenaltySlopes } from '../testing/penaltySlopes';
import { closeSimd, openSimd } from '../testing/simdAgreement';
import { tinyParts } from '../testing/tinyRun';
import { readTensors, restoreTensors } from './snapshot';
import { Trainer } from './trainer';

beforeAll(() => openSimd({ threads: 1 }));
afterAll(closeSimd);

const norms: readonly LayerSpec[] = [{ kind: 'batchNorm', momentum: 0.8 }, { kind: 'layerNorm' }];

describe.each(['cpu', SIMD_BACKEND])('penalties on %s', (backend) => {
  const twice = losses.filter((loss) => loss.differentiatesTwice);
  const cases = twice.flatMap((loss) => norms.map((norm) => [loss.id, norm.kind, loss, norm] as const));
  it.each(cases)('%s with %s', async (_id, _kind, loss, norm) => {
    await setBackend(backend);
    await expectPenaltySlopes(loss, norm);
  });
});

function train(trainer: Trainer, from: number, to: number): number[] {
  const numbers: number[] = [];
  for (let step = from; step <= to; step++) {
    const report = trainer.step(step);
    numbers.push(...report.dataSync());
    report.dispose();
  }
  return numbers;
}

describe.each(losses.map((loss) => loss.id))('training with %s', (loss) => {
  it('is finite, repeats, goes on from a save, and leaves nothing behind', async () => {
    await setBackend(SIMD_BACKEND);
    const before = memory().numTensors;
    const whole = new Trainer(tinyParts({ loss, dSteps: 2 }));
    const first = train(whole, 1, 2);
    const saved = await readTensors(whole);
    const held = memory().numTensors;
    const rest = train(whole, 3, 5);
    expect(memory().numTensors).toBe(held);
    expect([...first, ...rest].every(Number.isFinite)).toBe(true);

    const resumed = new Trainer(tinyParts({ loss, dSteps: 2 }));
    restoreTensors(resumed, saved);
    [resumed.generatorAdam.updates, resumed.discriminatorAdam.updates] = [2, 4];
    expect(train(resumed, 3, 5)).toEqual(rest);
    for (const t of [whole, resumed]) t.dispose();
    expect(memory().numTensors).toBe(before);
  });
});

it('weight clipping holds every weight of the discriminator', () => {
  const trainer = new Trainer(tinyParts({ loss: 'wgan-clipping', 'loss.bound': 0.02 }));
  train(trainer, 1, 1);
  const largest = trainer.discriminator.trainable.map((w) => Math.max(...w.dataSync().map(Math.abs)));
  expect(Math.max(...largest)).toBeCloseTo(0.02, 6);
  trainer.dispose();
});

it('a gradient penalty changes what the discriminator learns', async () => {
  const kernels = async (gamma: number) => {
    const trainer = new Trainer(tinyParts({ loss: 'relativistic-r1-r2', 'loss.gamma': gamma }));
    train(trainer, 1, 1);
    const tensors = await readTensors(trainer);
    trainer.dispose();
    return tensors.find((t) => t.name === 'discriminator/conv2d_1/kernel')?.values;
  };
  expect(await kernels(0)).not.toEqual(await kernels(50));
});
