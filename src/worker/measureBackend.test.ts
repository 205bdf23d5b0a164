import '@tensorflow/tfjs-backend-cpu';
import { memory, setBackend } from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { readRunConfig } from '../core/runConfig';
import type { TrainerParts } from '../training/trainer';
import { byId, catalogue, everyDataset } from './catalogue';
import { measureBackend, timeOf } from './measureBackend';

beforeAll(() => setBackend('cpu'));

const SMALL = { dataset: 'points-ring', model: 'gan-mlp', 'model.width': 8, batch: 4 };
const configOf = (pairs: Record<string, unknown>) => readRunConfig(pairs, catalogue);

/** What is asked to be timed, and the time that comes back when that takes 7 ms. */
async function timed(pairs: Record<string, unknown>) {
  const asked: TrainerParts[] = [];
  const milliseconds = await measureBackend(configOf(pairs), (parts) => {
    asked.push(parts);
    return Promise.resolve(7);
  });
  return { milliseconds, parts: asked[0] };
}

it('times a step of the very run that is asked for, on images of its shape', async () => {
  const pairs = { ...SMALL, loss: 'hinge', dataset: 'fashion-mnist' };
  const { milliseconds, parts } = await timed(pairs);
  expect(milliseconds).toBe(7);
  const { config, dataset, model, loss } = parts;
  expect(config).toEqual(configOf(pairs));
  expect([model.id, loss.id]).toEqual(['gan-mlp', 'hinge']);
  expect(dataset.shape).toEqual([28, 28, 1]);
  expect(dataset.classNames).toHaveLength(10);
});

it('has no classes where the data have none', async () => {
  const { config, dataset } = (await timed(SMALL)).parts;
  const { shape, classes = 0 } = byId(everyDataset, config.dataset);
  expect(dataset.shape).toEqual(shape);
  expect(dataset.classNames?.length ?? 0).toBe(classes);
});

it.each([
  ['cannot be trained together', { dataset: 'mnist', model: 'acgan', packing: 2 }],
  ['are of a generator that came from a file', { dataset: 'unknown-data', model: 'imported' }],
])('times the default run where the settings %s', async (_, pairs) => {
  expect((await timed(pairs)).parts.config).toEqual(configOf({}));
});

it('takes real steps and leaves nothing behind', async () => {
  const before = memory().numTensors;
  const milliseconds = await measureBackend(configOf(SMALL));
  expect(milliseconds).toBeGreaterThan(0);
  expect(milliseconds).toBeLessThan(5000);
  expect(memory().numTensors).toBe(before);
});

it('says how long a step of a run takes, and nothing of settings that make none', async () => {
  const before = memory().numTensors;
  expect(await timeOf(configOf(SMALL))).toBeGreaterThan(0);
  expect(await timeOf(configOf({ dataset: 'mnist', model: 'acgan', packing: 2 }))).toBeNull();
  expect(await timeOf(configOf({ task: 'cycle-gan' }))).toBeNull();
  expect(memory().numTensors).toBe(before);
});
