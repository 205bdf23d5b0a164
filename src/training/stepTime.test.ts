import '@tensorflow/tfjs-backend-cpu';
import { memory, scalar, setBackend } from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { tinyParts } from '../testing/tinyRun';
import { standInImages, stepMilliseconds, timeSteps } from './stepTime';

beforeAll(() => setBackend('cpu'));

/** A clock that steps move on: step i takes `times(i)` milliseconds. */
function clock(times: (step: number) => number) {
  let now = 0;
  let steps = 0;
  const take = (step: number) => {
    steps = step;
    now += times(step);
    return scalar(0);
  };
  return { take, now: () => now, taken: () => ({ steps, milliseconds: now }) };
}

it('does not count the steps that compile and record', async () => {
  const { take, now, taken } = clock((step) => (step < 4 ? 100 : 10));
  expect(await timeSteps(take, now)).toBe(10);
  expect(taken().milliseconds).toBeLessThan(800);
});

it('ends soon where steps are long', async () => {
  const slow = clock((step) => (step === 1 ? 1500 : 900));
  expect(await timeSteps(slow.take, slow.now)).toBe(900);
  expect(slow.taken().steps).toBe(2);
  const hopeless = clock(() => 20_000);
  expect(await timeSteps(hopeless.take, hopeless.now)).toBe(20_000);
  expect(hopeless.taken().steps).toBe(1);
});

it("times a run's own steps and leaves nothing behind", async () => {
  const before = memory().numTensors;
  const parts = { ...tinyParts(), dataset: standInImages([4, 4, 1], ['a', 'b']) };
  const time = await stepMilliseconds(parts);
  expect(time).toBeGreaterThan(0);
  expect(time).toBeLessThan(5000);
  expect(memory().numTensors).toBe(before);
});
