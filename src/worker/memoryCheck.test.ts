// Settings that do not fit the engine are refused before anything is loaded, in the words of the form, and what is offered fits.
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { readRunConfig } from '../core/runConfig';
import { simdBackend } from '../engine/simd/register';
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

const SMALL = {
  dataset: 'synthetic-digits',
  'dataset.size': 60,
  model: 'dcgan-light',
  batch: 64,
  measureEvery: 0,
};

/** As if the engine held so many bytes. */
function holding(device: number): void {
  const { engine } = worker.context;
  if (!engine) throw new TypeError('No engine is open');
  const { running } = engine;
  worker.context.engine = { ...engine, running: { ...running, room: { ...running.room, device } } };
}

it.each([
  ['distill', { width: 0.5, steps: 3 }],
  ['prune', { target: 'weights', share: 0.5, steps: 6 }],
  ['quantize-aware', { steps: 6 }],
] as const)(
  'tells what %s takes beside the open run, and the largest batch that fits',
  async (task, params) => {
    const { client, context } = worker;
    await client.request('run/start', { config: configOf(SMALL), unsaved: true });
    // A run that has trained keeps what a step makes.
    for (let step = 0; step < 3; step++) await client.request('run/step', {});
    const make = { task, params };
    expect(await client.request('model/fit', { make })).toBeNull();
    const { engine } = context;
    holding(1);
    const { askedBytes = 0 } = (await client.request('model/fit', { make })) ?? {};
    holding(0.9 * askedBytes);
    const found = await client.request('model/fit', { make });
    expect(found?.remedy).toMatch(/the largest that fits\.$/);
    await expect(client.request('model/make', make)).rejects.toMatchObject({ message: found?.reason });
    context.engine = engine;
    const { heap } = simdBackend().module;
    await client.request('model/make', make);
    expect(askedBytes / heap.peak).toBeGreaterThan(1 / 1.5);
    expect(askedBytes / heap.peak).toBeLessThan(1.5);
  },
);

it('refuses a classifier that the open run leaves no room for, or that has none at all', async () => {
  const { client, context } = worker;
  const { engine } = context;
  onTestFinished(() => void (context.engine = engine));
  const open = () => client.request('classifier/open', { dataset: 'synthetic-digits', seed: 1 });
  await client.request('run/start', { config: configOf(SMALL), unsaved: true });
  holding(50e6);
  await expect(open()).rejects.toMatchObject({
    name: 'TooLargeSettingsError',
    message: expect.stringMatching(
      /^Beside the open run, which has \d+ MB, this takes \d+ MB of memory in all, and .* holds 43 MB\.$/,
    ),
  });
  holding(5e6);
  await expect(open()).rejects.toThrow(/^These settings take about \d+ MB of memory/);
  context.engine = engine;
  expect((await open()).run.step).toBe(0);
});
