import '@tensorflow/tfjs-backend-cpu';
import { memory, setBackend } from '@tensorflow/tfjs-core';
import { beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { readRunConfig } from '../core/runConfig';
import { stepMilliseconds } from '../training/stepTime';
import { byId, catalogue, everyDataset } from './catalogue';
import { measureBackend } from './measureBackend';

vi.mock('../training/stepTime', { spy: true });
const measured = vi.mocked(stepMilliseconds);

beforeAll(() => setBackend('cpu'));
beforeEach(() => {
  measured.mockReset();
  measured.mockResolvedValue(7);
});

const SMALL = { dataset: 'points-ring', model: 'gan-mlp', 'model.width': 8, batch: 4 };
const configOf = (pairs: Record<string, unknown>) => readRunConfig(pairs, catalogue);
/** What was asked to be timed. */
const parts = () => measured.mock.calls[0][0];

it('times a step of the very run that is asked for, on images of its shape', async () => {
  const config = configOf({ ...SMALL, loss: 'hinge', dataset: 'fashion-mnist' });
  expect(await measureBackend(config)).toBe(7);
  const { dataset, model, loss } = parts();
  expect(parts().config).toEqual(config);
  expect([model.id, loss.id]).toEqual(['gan-mlp', 'hinge']);
  expect(dataset.shape).toEqual([28, 28, 1]);
  expect(dataset.classNames).toHaveLength(10);
});

it('has no classes where the data have none', async () => {
  const config = configOf(SMALL);
  await measureBackend(config);
  const { shape, classes = 0 } = byId(everyDataset, config.dataset);
  expect(parts().dataset.shape).toEqual(shape);
  expect(parts().dataset.classNames?.length ?? 0).toBe(classes);
});

it.each([
  ['cannot be trained together', { dataset: 'mnist', model: 'acgan', packing: 2 }],
  ['are of a generator that came from a file', { dataset: 'unknown-data', model: 'imported' }],
])('times the default run where the settings %s', async (_, pairs) => {
  await measureBackend(configOf(pairs));
  expect(parts().config).toEqual(configOf({}));
});

it('takes real steps and leaves nothing behind', async () => {
  measured.mockRestore();
  const before = memory().numTensors;
  const milliseconds = await measureBackend(configOf(SMALL));
  expect(milliseconds).toBeGreaterThan(0);
  expect(milliseconds).toBeLessThan(5000);
  expect(memory().numTensors).toBe(before);
});
