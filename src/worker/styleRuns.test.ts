// A picture painted through the worker's own dispatcher, and what a person changes meanwhile.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readRunConfig } from '../core/runConfig';
import { openNodeWorker, type NodeWorker } from '../testing/nodeWorker';
import { catalogue } from './catalogue';

let worker: NodeWorker;
beforeAll(async () => {
  worker = await openNodeWorker('plain', 1);
});
afterAll(() => worker.close());

it('starts, changes, is saved and opens where it stood', async () => {
  const { client } = worker;
  const config = readRunConfig(
    {
      ...{ task: 'style-transfer', 'task.encoder': 'random-features', 'dataset.side': '64', steps: 4 },
      ...{ 'task.style4': 0, 'task.content4': 0, 'task.content2': 1 },
    },
    catalogue,
  );
  const started = await client.request('run/start', { config });
  expect(started.grids.map(({ id }) => id)).toEqual(['style']);
  expect(started.timeline[0].images).toMatchObject({ count: 3, height: 64, width: 64, channels: 3 });
  await client.request('run/step', {});
  const changed = await client.request('run/set', { taskParams: { styleWeight: 7 } });
  expect(changed.taskParams).toEqual({ ...config.taskParams, styleWeight: 7 });
  await expect(client.request('run/set', { taskParams: { start: 'noise' } })).rejects.toThrow(
    'cannot change while it runs',
  );
  await client.request('run/step', {});
  await client.request('run/save', {});
  await client.request('run/close', { discard: false });
  const opened = await client.request('run/open', { id: started.id });
  expect(opened.step).toBe(2);
  expect(opened.config.taskParams.styleWeight).toBe(7);
  await client.request('run/step', {});
});

it('refuses weights for a network that has its own, files that are no model, and pictures of one kind', async () => {
  const { client } = worker;
  const files = [{ name: 'a.h5', file: new Blob(['nothing']) }];
  await expect(client.request('encoder/provide', { encoder: 'ganvas', files })).rejects.toThrow(
    'takes no file',
  );
  await expect(client.request('encoder/provide', { encoder: 'vgg16', files })).rejects.toThrow(
    'no Keras or TensorFlow.js model in a.h5',
  );
  const config = readRunConfig({ task: 'style-transfer', dataset: 'mnist' }, catalogue);
  await expect(client.request('run/start', { config })).rejects.toThrow('content and a style picture');
});
