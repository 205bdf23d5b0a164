// A generator that takes more than noise, out and back: opened from its file it draws what it drew, class by class or generator
// by generator, and leaves again as what it is.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readRunConfig } from '../core/runConfig';
import { openNodeWorker, type NodeWorker } from '../testing/nodeWorker';
import { catalogue } from './catalogue';

const small = { dataset: 'synthetic-digits', 'dataset.size': 60, batch: 4, measureEvery: 0 };

let worker: NodeWorker;
beforeEach(async () => {
  worker = await openNodeWorker('relaxed', 1);
});
afterEach(() => worker.close());

const FILE = { exporter: 'tfjs', variant: 'float32', calibration: 'min-max' } as const;

it.each([
  ['MAD-GAN', { model: 'mad-gan', 'model.generators': 3 }, 3],
  ['MGAN in the plane', { dataset: 'points-ring', model: 'mgan-mlp', 'model.generators': 4 }, 4],
  ['by class', { model: 'cgan' }, 10],
] as const)('%s', async (_, settings, choices) => {
  const { client } = worker;
  const config = readRunConfig({ ...small, ...settings }, catalogue);
  await client.request('run/start', { config, unsaved: true });
  await client.request('run/step', {});
  const draw = async () => {
    const source = { kind: 'seed', seed: 4, count: 2 * choices } as const;
    return (await client.request('samples/draw', { source })).images.pixels;
  };
  const drawn = await draw();
  const { withCard, input } = await client.request('model/export', FILE);
  const files = [{ name: 'export.zip', file: new Blob([withCard.bytes]) }];
  const { id } = await client.request('runs/import', { files });
  const opened = await client.request('run/open', { id });
  expect(new Set(drawn).size).toBeGreaterThan(10);
  expect(await draw()).toEqual(drawn);
  expect(opened.sampleClasses).toHaveLength(choices);
  const again = await client.request('model/export', FILE);
  expect(again.input).toEqual(input);
  if (opened.realImages.width === 1) return; // students are of models that draw images
  const { run } = await client.request('model/make', { task: 'distill', params: { width: 0.25, steps: 2 } });
  const student = await client.request('run/open', { id: run.id });
  expect(student.sampleClasses).toHaveLength(choices);
});
