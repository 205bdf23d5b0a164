// What is trained here stays the same to the last bit, whatever is rebuilt: every model, the losses with penalties, the
// stabilizers, points, and everything else that learns. sameBits.json holds the numbers; `RECORD=1` adds those that are
// missing and overwrites none (testing/recorded), so a number that is meant to change is first taken out by hand.
import { afterEach, describe, expect, it } from 'vitest';
import { readRunConfig } from '../core/runConfig';
import { models } from '../models';
import { openNodeWorker, type KernelKind, type NodeWorker } from '../testing/nodeWorker';
import { recordedValue } from '../testing/recorded';
import { judgeBits, standingBits, takeSteps } from '../testing/runBits';
import { RUN_MAKERS } from '../testing/runMakers';
import { EVERY_MODEL_RUNS, TINY_LW } from '../testing/everyModelRuns';
import { catalogue } from './catalogue';

const NUMBERS = new URL('sameBits.json', import.meta.url);
const STEPS = 30;

/** Ways to a smaller generator, by the run files that they make. */
const MADE_SMALLER = ['distilled', 'pruned-weights', 'pruned-channels', 'quantization-aware'];

let worker: NodeWorker | null = null;
afterEach(async () => {
  await worker?.close();
  worker = null;
});

async function expectSame(
  name: string,
  kind: KernelKind,
  found: Readonly<Record<string, unknown>>,
): Promise<void> {
  expect(found).toEqual(await recordedValue(NUMBERS, `${name}, ${kind} kernels`, found));
}

it('knows a run of every model', () => {
  const trained = Object.values(EVERY_MODEL_RUNS).map(({ model }) => model);
  expect(models.map(({ id }) => id).filter((id) => !trained.includes(id))).toEqual([]);
});

// Both builds of the kernels are cut into tasks by the same code: threads are compared in one of them.
describe.each<[KernelKind, number]>([
  ['relaxed', 1],
  ['relaxed', 2],
  ['plain', 1],
])('%s kernels on %i threads', (kind, threads) => {
  it.each(Object.keys(EVERY_MODEL_RUNS))('%s', async (name) => {
    worker = await openNodeWorker(kind, threads);
    const config = readRunConfig(EVERY_MODEL_RUNS[name], catalogue);
    await worker.client.request('run/start', { config, unsaved: true });
    const series = await takeSteps(worker, STEPS);
    await expectSame(name, kind, { series, ...(await standingBits(worker)) });
  });

  it.each(MADE_SMALLER)('%s', async (name) => {
    worker = await openNodeWorker(kind, threads);
    const id = await RUN_MAKERS[name](worker);
    await worker.client.request('run/open', { id });
    await expectSame(name, kind, await standingBits(worker));
  });

  it('mended while it runs', async () => {
    worker = await openNodeWorker(kind, threads);
    const { client } = worker;
    await client.request('run/start', { config: readRunConfig(TINY_LW, catalogue), unsaved: true });
    const before = await takeSteps(worker, 6);
    const changes = { ...TINY_LW, steps: 6, packing: 2, learningRateD: 2e-4, normD: 'layer', emaDecay: 0.8 };
    await client.request('run/change', { config: readRunConfig(changes, catalogue), keeps: 'both' });
    await client.request('run/set', { batch: 6, dSteps: 2, learningRateG: 1e-3 });
    const series = await takeSteps(worker, 8);
    await expectSame('mended', kind, { before, series, ...(await standingBits(worker)) });
  });

  it('the judge', async () => {
    worker = await openNodeWorker(kind, threads);
    await expectSame('the judge', kind, await judgeBits(worker, 'synthetic-digits', 4));
  });
});
