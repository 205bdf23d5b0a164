// Settings that do not fit the engine are refused before anything is loaded, in the words of the form, and what is offered fits.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readRunConfig } from '../core/runConfig';
import { openNodeWorker, type NodeWorker } from '../testing/nodeWorker';
import { catalogue } from './catalogue';

let worker: NodeWorker;
beforeAll(async () => {
  worker = await openNodeWorker('plain', 1);
});
afterAll(() => worker.close());

const HUGE = {
  dataset: 'image-folder',
  'dataset.side': '64',
  model: 'dcgan-light',
  'model.width': 4,
  batch: 512,
};
const configOf = (pairs: Readonly<Record<string, unknown>>) => readRunConfig(pairs, catalogue);
const fitOf = (pairs: Readonly<Record<string, unknown>>) =>
  worker.client.request('model/fit', { config: configOf(pairs) });

it.each([
  ['batch', HUGE],
  ['dataset.side', { ...HUGE, 'model.width': 2, loss: 'relativistic-r1-r2' }],
  ['model.width', { ...HUGE, model: 'gan-mlp', 'model.width': 1024, batch: 32, unrolledSteps: 10 }],
  ['dataset.side', { task: 'cycle-gan', dataset: 'image-domains', 'dataset.side': '256', batch: 256 }],
  ['batch', { task: 'cycle-gan', batch: 512, 'task.generator': 'resnet', 'task.width': 64 }],
] as const)('offers the largest %s that fits', async (key, pairs) => {
  const found = await fitOf(pairs);
  expect(Object.keys(found?.fix ?? {})).toEqual([key]);
  expect(found?.askedBytes).toBeGreaterThan(found?.hadBytes ?? Infinity);
  expect(await fitOf({ ...pairs, ...found?.fix })).toBeNull();
});

it('refuses to start in the same words, and takes what fits', async () => {
  const found = await fitOf(HUGE);
  const refusal = { name: 'TooLargeSettingsError', message: found?.reason, hint: found?.remedy };
  await expect(worker.client.request('run/start', { config: configOf(HUGE) })).rejects.toMatchObject(refusal);
});
