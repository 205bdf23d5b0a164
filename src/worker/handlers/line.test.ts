// The straight line against least squares worked out by hand, through the worker's own dispatcher.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openNodeWorker, type NodeWorker } from '../../testing/nodeWorker';

let worker: NodeWorker;
beforeAll(async () => {
  worker = await openNodeWorker('plain', 1);
});
afterAll(() => worker.close());

const xs = [-1, 0, 1, 2, 3, 4];
const ys = [-3, -1, 1, 3, 5, 7];

it('takes the steps of gradient descent', async () => {
  // By hand: at 0, 0 the loss is 94 / 6, and the gradients -2/6 sum(x y) = -2/6 * 53 and -2/6 sum(y) = -2/6 * 12.
  const { line, losses } = await worker.client.request('line/learn', {
    ...{ xs, ys, line: { slope: 0, offset: 0 }, learningRate: 0.01, epochs: 1 },
  });
  expect(losses[0]).toBeCloseTo(94 / 6, 5);
  expect(line.slope).toBeCloseTo(0.01 * (106 / 6), 6);
  expect(line.offset).toBeCloseTo(0.01 * 4, 6);
});

it('learns the line that made the points', async () => {
  const { line, losses } = await worker.client.request('line/learn', {
    ...{ xs, ys, line: { slope: 0, offset: 0 }, learningRate: 0.1, epochs: 250 },
  });
  expect(line.slope).toBeCloseTo(2, 3);
  expect(line.offset).toBeCloseTo(-1, 3);
  expect(losses).toHaveLength(250);
  expect(losses.at(-1)).toBeLessThan(1e-5);
});

it('refuses what is no set of points', async () => {
  const wrong = { xs, ys: [1, NaN], line: { slope: 0, offset: 0 }, learningRate: 0.1, epochs: 1 };
  await expect(worker.client.request('line/learn', wrong)).rejects.toMatchObject({
    name: 'InvalidValueError',
  });
});
