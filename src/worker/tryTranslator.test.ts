// Translators in every precision, as the Export place compares them.
import { mean, square, sub, tensor, tidy } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ImageBatch } from '../core/history';
import { readRunConfig } from '../core/runConfig';
import type { VariantId, VariantReport } from '../protocol';
import { openNodeWorker, type NodeWorker } from '../testing/nodeWorker';
import { catalogue } from './catalogue';

let worker: NodeWorker;
beforeAll(async () => {
  worker = await openNodeWorker('plain', 1);
});
afterAll(() => worker.close());

const SMALL = {
  'task.width': 4,
  'task.patchWidth': 2,
  'dataset.size': 64,
  batch: 2,
  measureEvery: 0,
  steps: 2,
};

async function trained(pairs: Readonly<Record<string, unknown>>): Promise<string> {
  const config = readRunConfig({ ...SMALL, ...pairs }, catalogue);
  const { id } = await worker.client.request('run/start', { config });
  await worker.client.request('run/play', {});
  await worker.context.run?.session.ended();
  return id;
}

const report = (run: string, variant: VariantId, samples = 5): Promise<VariantReport> =>
  worker.client.request('model/variant', { run, base: run, variant, samples });

it('judges both generators of a CycleGAN in each precision on held-back pictures, and weighs their files', async () => {
  const run = await trained({ task: 'cycle-gan', 'task.poolSize': 4 });
  const float = await report(run, 'float32');
  expect(float.losses.map(({ label }) => label)).toEqual([
    ...['G A to B', 'G B to A', 'A to B to A', 'B to A to B', 'Identity'],
  ]);
  const weights = [1, 1, 10, 10, 5];
  const sum = float.losses.reduce((all, { value }, i) => all + weights[i] * value, 0);
  expect(float.generatorLoss).toBeCloseTo(sum, 4);
  expect([float.judged, float.measures]).toEqual([6, null]);
  expect(float.pictures.map(({ label }) => label)).toEqual([
    'Digits to Inverted outlines',
    'Inverted outlines to Digits',
  ]);
  // As the network translates them when it is asked for these pictures.
  for (const [i, network] of ['generatorAB', 'generatorBA'].entries()) {
    const { given, drawn, back } = float.pictures[i];
    if (!given || !back) throw new TypeError('A translator is given pictures, and another leads back');
    const other = network === 'generatorAB' ? 'generatorBA' : 'generatorAB';
    const farthest = async (by: string, from: ImageBatch, wanted: ImageBatch): Promise<number> => {
      const made = await worker.client.request('samples/translate', { network: by, images: from });
      return Math.max(...made.pixels.map((value, at) => Math.abs(value - wanted.pixels[at])));
    };
    expect(await farthest(network, given, drawn)).toBeLessThanOrEqual(1);
    // The way back begins at numbers, not at the bytes that are shown.
    expect(await farthest(other, drawn, back)).toBeLessThanOrEqual(3);
    expect(back.pixels).not.toEqual(drawn.pixels);
  }
  const eight = await report(run, 'int8-weights');
  expect(eight.sizeBytes).toBeLessThan(0.8 * (float.sizeBytes ?? 0));
  expect(Math.abs(eight.generatorLoss / float.generatorLoss - 1)).toBeLessThan(0.05);
  const profile = await worker.client.request('model/profile', {});
  expect(profile.multiplyAdds).toBe(float.multiplyAdds);
  const integers = await report(run, 'int8');
  expect(Math.abs(integers.generatorLoss / float.generatorLoss - 1)).toBeLessThan(0.1);
  expect(integers.layers.some(({ name }) => name.startsWith('generatorBA/'))).toBe(true);
  expect(integers.generatorLoss).not.toBe(eight.generatorLoss);
});

it('judges a translator of pairs by L1 and its discriminator, also when another run of its family is open', async () => {
  const run = await trained({ task: 'pair-translation' });
  const whole = await report(run, 'float32');
  const open = worker.context.run;
  const translators = open?.kind === 'task' ? open.session.trainer.translators : undefined;
  if (!translators) throw new TypeError('The run has no translator');
  const [{ network }] = translators.networks;
  const l1 = tidy(() =>
    [0, 1, 2].map(
      (part) =>
        translators
          .heldBack({ generator: (images) => network.apply(images, { kind: 'inference' }) }, part)
          .l1.dataSync()[0],
    ),
  );
  expect(whole.losses.find(({ id }) => id === 'l1')?.value).toBeCloseTo(mean(tensor(l1)).dataSync()[0], 5);
  await worker.client.request('run/save', {});
  const copy = await worker.client.request('runs/duplicate', { id: run });
  await worker.client.request('run/open', { id: copy.id });
  const again = await report(run, 'float32');
  expect(again.generatorLoss).toBeCloseTo(whole.generatorLoss, 6);
  const four = await report(run, 'int4-weights');
  const [a, b] = [whole, four].map(({ pictures }) => tensor(Array.from(pictures[0].drawn.pixels)));
  expect(tidy(() => mean(square(sub(a, b)))).dataSync()[0]).toBeGreaterThan(0);
});

it('has nothing to try where no run is open', async () => {
  await worker.client.request('run/close', { discard: true });
  await expect(report('none', 'float32')).rejects.toThrow('No run is open');
});
