// Requests about noise and about a person's own pictures over the wire: what they find, hear and refuse, and that the run is
// left as it was.
import { memory } from '@tensorflow/tfjs-core';
import { afterEach, expect, it } from 'vitest';
import { readRunConfig } from '../core/runConfig';
import type { WorkerEvent } from '../protocol';
import { openNodeWorker, type NodeWorker } from '../testing/nodeWorker';
import { readTensors } from '../training/snapshot';
import { catalogue } from './catalogue';
import { requireGan } from './context';

const small = {
  ...{ dataset: 'synthetic-digits', 'dataset.size': 60, batch: 4, measureEvery: 0, steps: 40 },
  ...{ model: 'dcgan-light', 'model.width': 0.25, 'model.latentSize': 8 },
};
const OPTIONS = { starts: 2, steps: 6, learningRate: 0.05, features: 0.1, seed: 1 };

let worker: NodeWorker | null = null;
afterEach(async () => {
  await worker?.close();
  worker = null;
});

async function start(pairs: Readonly<Record<string, unknown>> = {}): Promise<NodeWorker> {
  worker = await openNodeWorker('plain', 1);
  const config = readRunConfig({ ...small, ...pairs }, catalogue);
  await worker.client.request('run/start', { config, unsaved: true });
  return worker;
}

it('finds noise, what scores are usual and directions, and changes no number of the run', async () => {
  const { client, context } = await start();
  await client.request('run/step', {});
  const { trainer } = requireGan(context).session;
  const before = await readTensors(trainer);
  const { images: digits, keptBack } = await client.request('pictures/keptBack', { count: 3 });
  expect([digits.count, digits.width, keptBack]).toEqual([3, 28, true]);
  const tensors = memory().numTensors;
  const events: WorkerEvent[] = [];
  const shares: (number | null)[] = [];
  const forget = client.subscribe((event) => {
    if (event.kind === 'latent/moment') events.push(event);
  });
  const picture = { ...digits, count: 1, pixels: digits.pixels.slice(0, 784) };
  const found = await client.request(
    'latent/find',
    { picture, options: OPTIONS, search: 7 },
    { onProgress: (_, fraction) => shares.push(fraction) },
  );
  forget();
  expect(events.at(-1)).toMatchObject({ search: 7, moment: { step: 6, pictures: { count: 2 } } });
  expect(shares.at(-1)).toBe(1);
  expect(found).toMatchObject({ imageClass: 0, drawn: { count: 1, width: 28 } });
  expect([found.latent.length, found.losses.length, found.differences.length]).toEqual([8, 6, 784]);
  const { scores, ...usual } = await client.request('latent/usual', { count: 3, options: OPTIONS });
  expect(usual.keptBack).toBe(true);
  expect(scores).toHaveLength(3);
  // The first of them is the picture whose latent was found, and is scored the same.
  expect(Math.min(...scores.map((score) => Math.abs(score - found.score)))).toBeLessThan(1e-5);
  expect([...scores]).toEqual([...scores].sort((a, b) => a - b));
  const { axes } = await client.request('latent/axes', { count: 2, imageClass: 0 });
  expect(Math.hypot(...axes.subarray(0, 8))).toBeCloseTo(1, 5);
  expect(await readTensors(trainer)).toEqual(before);
  expect(memory().numTensors).toBe(tensors);
});

it('asks both judges, each discriminator in its own way', async () => {
  for (const [pairs, judgedAs] of [
    [{}, null],
    [{ model: 'cgan' }, [expect.any(Number), expect.any(Number)]],
    [{ loss: 'relativistic-r1-r2' }, null],
  ] as const) {
    const { client } = await start(pairs);
    const { images } = await client.request('pictures/keptBack', { count: 2 });
    const verdicts = await client.request('pictures/judge', { images });
    expect(verdicts.judgedAs).toEqual(judgedAs);
    expect(verdicts.realness).toHaveLength(2);
    expect([...verdicts.realness].every((share) => share >= 0 && share <= 1)).toBe(true);
    const classes = verdicts.classNames.length;
    expect(verdicts.shares).toHaveLength(2 * classes);
    if (classes > 0)
      expect(verdicts.shares.subarray(0, classes).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 4);
    await worker?.close();
    worker = null;
  }
});

it('refuses pictures and options that do not fit, and names them', async () => {
  const { client } = await start();
  const blank = { count: 1, height: 28, width: 28, channels: 1, pixels: new Uint8Array(784) };
  const find = (options: Partial<typeof OPTIONS>, picture = blank) =>
    client.request('latent/find', { picture, options: { ...OPTIONS, ...options }, search: 1 });
  await expect(find({ starts: 0 })).rejects.toThrow('0 starts');
  await expect(find({ steps: 5000 })).rejects.toThrow('5000 steps');
  await expect(find({ learningRate: Number.NaN })).rejects.toThrow('NaN');
  await expect(find({ features: 2 })).rejects.toThrow('A share of 2');
  await expect(find({}, { ...blank, height: 14 })).rejects.toThrow('14 x 28');
  await expect(client.request('latent/axes', { count: 9, imageClass: 0 })).rejects.toThrow('9 directions');
  await expect(client.request('latent/axes', { count: 2, imageClass: 1 })).rejects.toThrow('1 as class');
  await expect(client.request('pictures/judge', { images: { ...blank, count: 2 } })).rejects.toThrow();
});

it('goes on training after a search that was cancelled', async () => {
  const { client, context } = await start();
  const { images } = await client.request('pictures/keptBack', { count: 1 });
  await client.request('run/play', {});
  const abort = new AbortController();
  const searching = client.request(
    'latent/find',
    { picture: images, options: { ...OPTIONS, steps: 1000 }, search: 1 },
    { signal: abort.signal, onProgress: () => abort.abort(), waitsForEnd: true },
  );
  await expect(searching).rejects.toThrow('The search');
  const { session } = requireGan(context);
  expect(session.isPlaying || session.step === small.steps).toBe(true);
  await client.request('run/pause', {});
});
