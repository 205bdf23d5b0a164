// Generators that draw from noise and are made smaller: what the page sees of them while they learn, beside what the trained one draws.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { gridsIn, imageAt } from '../core/gridLayout';
import { samplesPerClass } from '../core/sampleGrid';
import { readRunConfig } from '../core/runConfig';
import type { MakeRequest, WorkerEvent } from '../protocol';
import { openNodeWorker, type NodeWorker } from '../testing/nodeWorker';
import { catalogue } from './catalogue';

type Moment = Extract<WorkerEvent, { readonly kind: 'model/moment' }>;

let worker: NodeWorker;
beforeEach(async () => {
  worker = await openNodeWorker('plain', 1);
});
afterEach(() => worker.close());

const SMALL = { 'dataset.size': 64, 'model.width': 0.25, batch: 4, measureEvery: 0, steps: 3 };

async function trained(pairs: Readonly<Record<string, unknown>>): Promise<string> {
  const config = readRunConfig({ ...SMALL, ...pairs }, catalogue);
  const { id } = await worker.client.request('run/start', { config });
  await worker.client.request('run/play', {});
  await worker.context.run?.session.ended();
  await worker.client.request('run/save', {});
  return id;
}

async function watched(task: string, params: MakeRequest['params']) {
  const moments: Moment[] = [];
  const stop = worker.client.subscribe((event) => {
    if (event.kind === 'model/moment') moments.push(event);
  });
  const made = await worker.client.request('model/make', { task, params });
  stop();
  return { made, moments };
}

/** Pixels of a column, image after image. */
function column({ grids, frame }: Moment, at: number): readonly Uint8Array[] {
  const [drawn] = gridsIn(frame.images, grids) ?? [];
  return Array.from({ length: drawn.layout.rows }, (_, row) => imageAt(drawn, row, at).pixels);
}

/** Samples of the open run's own grid, as it is now. */
async function samplesNow(places: readonly number[]): Promise<readonly Uint8Array[]> {
  const images = await worker.context.run?.session.trainer.grid();
  if (!images) throw new TypeError('the run draws nothing');
  const volume = images.height * images.width * images.channels;
  return places.map((at) => images.pixels.subarray(at * volume, (at + 1) * volume));
}

const FIRST_TEN = Array.from({ length: 10 }, (_, i) => i);

it('a student is seen beside its teacher, from the noise that the run shows, and ends as the run that comes of it', async () => {
  await trained({});
  const taught = await samplesNow(FIRST_TEN);
  const { made, moments } = await watched('distill', { width: 0.25, steps: 60 });
  expect(moments.map(({ frame }) => frame.step)).toEqual([0, 25, 50, 60]);
  expect(moments[0].grids).toMatchObject([
    { label: 'From the same noise', columns: ['as trained', 'smaller'], rows: 10 },
  ]);
  for (const moment of moments) expect(column(moment, 0)).toEqual(taught);
  expect(column(moments[3], 1)).not.toEqual(column(moments[0], 1));
  await worker.client.request('run/open', { id: made.run.id });
  expect(column(moments[3], 1)).toEqual(await samplesNow(FIRST_TEN));
});

it.each([
  ['prune', { target: 'channels', share: 0.5, steps: 40 }],
  ['quantize-aware', { weightBits: '4', steps: 40 }],
] as const)('%s: begins near what was trained, and is seen on the way', async (task, params) => {
  await trained({});
  const taught = await samplesNow(FIRST_TEN);
  const { moments } = await watched(task, params);
  expect(moments.length).toBeGreaterThan(1);
  for (const moment of moments) expect(column(moment, 0)).toEqual(taught);
  expect(column(moments[moments.length - 1], 1)).not.toEqual(taught);
});

it('of a generator that knows classes one of each is seen', async () => {
  await trained({ model: 'cgan' });
  const apart = samplesPerClass(10);
  const taught = await samplesNow(FIRST_TEN.map((label) => label * apart));
  const { moments } = await watched('distill', { width: 0.25, steps: 2 });
  expect(column(moments[0], 0)).toEqual(taught);
});

it('of points all of the run’s are seen', async () => {
  await trained({ dataset: 'points-ring', model: 'gan-mlp', 'model.width': 8 });
  const { moments } = await watched('prune', { target: 'weights', share: 0.5, steps: 2 });
  expect(moments[0].grids[0].rows).toBe(64);
  expect(moments[0].frame.images).toMatchObject({ width: 1, height: 1, channels: 2 });
});
